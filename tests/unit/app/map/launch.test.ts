import { afterAll, describe, expect, it } from 'vitest';
import { planFrom, valuesTaken } from '../../../../src/app/map/launch-plan.ts';
import { Launcher, type Traced } from '../../../../src/app/map/launcher.ts';
import { openNodeCpuEngine } from '../../../../src/engine/cpu/node.ts';
import { Run } from '../../../../src/engine/index.ts';
import { planExperiment } from '../../../../src/experiment/index.ts';

const axis = (vary: string, from: number, to: number, count = 9) => ({ vary, from, to, count });
const himmelblau = planExperiment({
  objective: 'himmelblau',
  optimizers: [{ name: 'adam', lr: 0.05 }, { name: 'momentum' }],
  grid: { x: axis('x', -4, 4), y: axis('y', -4, 4) },
  steps: 1000,
});
const rates = planExperiment({
  objective: 'rosenbrock',
  optimizers: [{ name: 'adam' }],
  grid: { x: { ...axis('lr', 1e-4, 1, 5), scale: 'log' }, y: axis('y', -1, 1) },
  steps: 50_000,
});

describe('the plan of a launched trajectory', () => {
  it('starts at its point, whatever the axes vary', () => {
    const plan = planFrom(himmelblau, [1.5, -2.5], [4, 4]);
    expect([plan.cells, [...plan.x.values], [...plan.y.values], plan.start]).toEqual([1, [1.5], [-2.5], [1.5, -2.5]]);
  });

  it('takes a hyperparameter from the cell that is told, and says so', () => {
    const plan = planFrom(rates, [0.3, 0.7], [3, 0]);
    expect(plan.x.values[0]).toBeCloseTo(0.1, 12);
    expect(plan.y.values[0]).toBe(0.7);
    expect(valuesTaken(rates, [2, 4], false)).toBe('With lr = 0.01 (the middle of the grid).');
    expect(valuesTaken(rates, [3, 0], true)).toBe('With lr = 0.1 (as in the chosen cell).');
    expect(valuesTaken(himmelblau, [2, 4], false)).toBeNull();
  });

  it('is no longer than can be drawn', () => {
    expect(planFrom(rates, [0, 0], [0, 0]).steps).toBeLessThan(5000);
    expect(planFrom(himmelblau, [0, 0], [0, 0]).steps).toBe(1000);
  });
});

describe('launched', async () => {
  const engine = await openNodeCpuEngine();
  const run = await Run.start(async () => engine, himmelblau);
  afterAll(() => engine.destroy());
  /** What is told until something holds. */
  const launched = (launch: (launcher: Launcher) => void, until: (told: readonly Traced[][]) => boolean) =>
    new Promise<Traced[][]>((resolve, reject) => {
      const told: Traced[][] = [];
      const launcher = new Launcher({
        traced: (traces) => {
          told.push([...traces]);
          if (until(told)) resolve(told);
        },
        failed: reject,
      });
      launch(launcher);
    });
  const cell = [0, 0] as const;
  const ended = (told: readonly Traced[][]) => told.at(-1)?.every(({ end }) => end !== null) ?? false;

  it('a trajectory of each optimizer begins at its start, is the population’s to the bit, and is told as its outcome', async () => {
    const start = [himmelblau.x.values[7], himmelblau.y.values[6]];
    const launch = { run, start, cell, hidden: [], live: false };
    const told = await launched((launcher) => launcher.launch(launch), ended);
    while (!run.done) await run.tick(1000);
    await run.finished();
    for (const { points, steps, end, optimizer } of told.at(-1) ?? []) {
      expect([...points.slice(0, 2)]).toEqual(start.map(Math.fround));
      expect(steps).toBe(1000);
      expect(end).toMatchObject({ outcome: 'converged', minimum: 0, divergedAt: -1 });
      expect(points.at(-2)).toBeCloseTo(3, 2);
      const table = await run.population.cells(optimizer);
      expect([...points.slice(-2)]).toEqual(table.theta.map((theta) => theta[6 * 9 + 7]));
    }
    expect(told.at(-1)?.map(({ optimizer }) => optimizer)).toEqual([0, 1]);
  });

  it('only what is shown is followed, and while the start is dragged no outcome is looked for', async () => {
    const drag = (x: number) => ({ run, start: [x, 1], cell, hidden: [0], live: true });
    const told = await launched(
      (launcher) => {
        for (const x of [0, 1, 2]) launcher.launch(drag(x));
      },
      (all) => all.at(-1)?.[0].points[0] === 2,
    );
    // The first is drawn though others came meanwhile, those between are left out.
    expect(told.map(([{ points }]) => points[0])).toEqual([0, 2]);
    expect(told.flat().map(({ optimizer, end }) => [optimizer, end])).toEqual([
      [1, null],
      [1, null],
    ]);
  });
});

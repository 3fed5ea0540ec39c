import { afterAll, describe, expect, it, test } from 'vitest';
import { Replay } from '../../../src/analysis/replay.ts';
import { Judge, type Verdict } from '../../../src/analysis/verdict.ts';
import { OUTCOMES, type TraceRow } from '../../../src/engine/index.ts';
import { type ExperimentInput, type Plan, planExperiment } from '../../../src/experiment/index.ts';
import { openCpuEngine } from '../../support/cpu-engine.ts';

const engine = openCpuEngine();
afterAll(() => engine.destroy());

async function verdictOf(plan: Plan, optimizer: number, cell: readonly [number, number]): Promise<Verdict> {
  const replay = new Replay(plan, optimizer, cell);
  const judge = new Judge(plan);
  let last: TraceRow | undefined;
  for await (const rows of engine.follow(plan, optimizer, cell, plan.steps)) {
    for (const row of rows) judge.push(row, replay.after(row));
    last = rows.at(-1) ?? last;
  }
  return judge.verdict(last as TraceRow);
}

const square = (count: number, side = 5) => ({
  x: { vary: 'x', from: -side, to: side, count },
  y: { vary: 'y', from: -side, to: side, count },
});

const EXPERIMENTS: readonly (readonly [string, ExperimentInput])[] = [
  [
    'a plane of four minima, with optimizers that oscillate and diverge',
    {
      objective: 'himmelblau',
      optimizers: [
        { name: 'adam', lr: 0.02 },
        { name: 'momentum', lr: 0.012 },
        { name: 'signsgd', lr: 0.3 },
      ],
      grid: square(5),
      steps: 320,
    },
  ],
  [
    'a saddle and a ravine',
    {
      objective: { formula: 'x^4/4 - x^2/2 + y^2' },
      optimizers: [{ name: 'sgd', lr: 0.1 }],
      grid: square(5, 2),
      steps: 400,
    },
  ],
  [
    'a ring of minima, from inside and outside',
    {
      objective: { formula: '(x^2 + y^2 - 1)^2' },
      optimizers: [
        { name: 'sgd', lr: 0.01 },
        { name: 'signsgd', lr: 0.002 },
        { name: 'sgd', lr: 1e-5 },
      ],
      grid: square(5, 1.3),
      steps: 320,
    },
  ],
  [
    'noise, and learning rates from too small to too large',
    {
      objective: 'rosenbrock',
      optimizers: [{ name: 'sgd' }, { name: 'rmsprop' }],
      grid: {
        x: { vary: 'lr', from: 1e-5, to: 1, count: 7, scale: 'log' },
        y: { vary: 'noise', from: 0, to: 0.5, count: 3 },
      },
      steps: 320,
    },
  ],
];

describe("outcomes are the engine's own", () => {
  it.each(EXPERIMENTS)('on %s', async (_, experiment) => {
    const plan = planExperiment(experiment);
    const population = await engine.populate(plan);
    for (let step = 0; step < plan.steps; ) {
      const next = Math.min(plan.steps, step + Math.ceil(plan.steps / 64));
      await population.measure();
      population.advance(next - step);
      step = next;
    }
    await population.measure();
    const seen = new Set<string>();
    for (const k of plan.optimizers.keys()) {
      const table = await population.cells(k);
      for (let cell = 0; cell < plan.cells; cell++) {
        const columns = plan.x.values.length;
        const verdict = await verdictOf(plan, k, [cell % columns, Math.floor(cell / columns)]);
        const told = [OUTCOMES[table.outcome[cell]], table.minimum[cell], table.arrivedAt[cell]];
        const where = `optimizer ${k}, cell ${cell}`;
        expect([verdict.outcome, verdict.minimum, verdict.arrivedAt], where).toEqual(told);
        expect(verdict.step, where).toBe(table.divergedAt[cell] >= 0 ? table.divergedAt[cell] : plan.steps);
        seen.add(verdict.outcome);
      }
    }
    population.destroy();
    expect(seen.size).toBeGreaterThan(1);
  });
});

describe('the numbers by which an outcome is told', () => {
  const at = (experiment: Partial<ExperimentInput>, start: readonly number[]) => {
    const plan = planExperiment({
      objective: { formula: 'x^4/4 - x^2/2 + y^2' },
      optimizers: [{ name: 'sgd', lr: 0.1 }],
      grid: { x: { vary: 'x', from: start[0] }, y: { vary: 'y', from: start[1] } },
      steps: 400,
      ...experiment,
    });
    return verdictOf(plan, 0, [0, 0]);
  };

  test('a minimum: a small gradient and curvatures above 0', async () => {
    const verdict = await at({}, [2, 1]);
    expect(verdict).toMatchObject({ outcome: 'converged', vanished: 'norm', reachedTarget: false });
    expect([...verdict.eigenvalues]).toEqual([expect.closeTo(2, 3), expect.closeTo(2, 3)]);
  });

  test('a saddle: one curvature below 0', async () => {
    const verdict = await at({}, [0, 1]);
    expect(verdict).toMatchObject({ outcome: 'saddle', vanished: 'norm' });
    expect([...verdict.eigenvalues]).toEqual([expect.closeTo(-1, 6), expect.closeTo(2, 6)]);
  });

  test('a floor that is bent: the curvature that is left beside it is not there at the floor', async () => {
    const ring = { objective: { formula: '(x^2 + y^2 - 1)^2' }, optimizers: [{ name: 'sgd', lr: 0.01 }], steps: 80 };
    for (const [start, sign] of [
      [[0.3, 0.4], -1],
      [[1, 0.9], 1],
    ] as const) {
      const { outcome, vanished, eigenvalues, lowestAhead } = await at(ring, start);
      expect({ outcome, vanished }).toEqual({ outcome: 'flat', vanished: 'distance' });
      expect(sign * eigenvalues[0]).toBeGreaterThan(1e-5 * eigenvalues[1]);
      expect(Math.abs(lowestAhead as number)).toBeLessThan(0.01 * Math.abs(eigenvalues[0]));
    }
  });

  test('a target that is reached', async () => {
    const verdict = await at({ target: -0.2 }, [2, 1]);
    expect(verdict).toMatchObject({ outcome: 'converged', reachedTarget: true });
    expect(verdict.arrivedAt).toBeGreaterThan(0);
  });

  test('out of bounds: the step, and how far', async () => {
    const verdict = await at({ optimizers: [{ name: 'sgd', lr: 3 }] }, [2, 1]);
    expect(verdict.outcome).toBe('diverged');
    expect(verdict.radius).toBeGreaterThan(500);
    expect(verdict.step).toBeLessThan(10);
  });

  test('to and fro: the way is a small share of the path', async () => {
    const verdict = await at({ optimizers: [{ name: 'sgd', lr: 1 }], objective: { formula: 'x^2 + y^2' } }, [2, 1]);
    expect(verdict).toMatchObject({ outcome: 'oscillating', vanished: null });
    expect(verdict.motion?.path).toBeCloseTo(28 * 6, 5);
    expect(verdict.motion?.way).toBeLessThan(0.01);
  });

  test('slowly downhill: the way is the path', async () => {
    const verdict = await at({ optimizers: [{ name: 'sgd', lr: 1e-4 }], objective: { formula: 'x^2 + y^2' } }, [2, 1]);
    expect(verdict.outcome).toBe('crawling');
    expect((verdict.motion?.way ?? 0) / (verdict.motion?.path ?? 1)).toBeCloseTo(1, 2);
  });
});

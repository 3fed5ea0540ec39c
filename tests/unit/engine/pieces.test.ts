import { afterAll, describe, expect, it } from 'vitest';
import { tableOfCells } from '../../../src/engine/cell-table.ts';
import { openNodeCpuEngine } from '../../../src/engine/cpu/node.ts';
import { Run } from '../../../src/engine/index.ts';
import { Pieces } from '../../../src/engine/pieces.ts';
import { NEVER, slotsOf, TALLY } from '../../../src/engine/slots.ts';
import { planExperiment, startAt } from '../../../src/experiment/index.ts';

const planOf = (count: number, vary: readonly [string, string] = ['x', 'y']) =>
  planExperiment({
    objective: 'himmelblau',
    optimizers: [{ name: 'sgd', lr: 0.001 }],
    grid: { x: { vary: vary[0], from: 0.001, to: 0.4, count }, y: { vary: vary[1], from: -4, to: 4, count } },
    steps: 10,
  });

/** How often the thread gets to something else while work is done. */
async function turnsIn<T>(work: () => Promise<T>): Promise<{ turns: number; result: T }> {
  let turns = 0;
  let going = true;
  const count = () => {
    turns++;
    if (going) setImmediate(count);
  };
  setImmediate(count);
  const result = await work();
  going = false;
  return { turns, result };
}

it('pieces are short, and all that wait go on together', async () => {
  const pieces = new Pieces();
  const began = performance.now();
  while (!pieces.isFull) expect(performance.now() - began).toBeLessThan(1000);
  const { turns } = await turnsIn(() => Promise.all([pieces.next(), pieces.next()]));
  expect(turns).toBeGreaterThan(0);
  expect(pieces.isFull).toBe(false);
});

it('a table of millions of cells is made in pieces, and is right', async () => {
  const plan = planOf(1024);
  const { cells } = plan;
  const slots = slotsOf(plan.objective, plan.optimizers[0].update);
  const at = (k: number) => Float32Array.from({ length: cells }, (_, cell) => (cell % 97) + k);
  const arrived = Uint32Array.from({ length: cells }, (_, cell) => (cell % 3 ? NEVER : cell));
  const zeros = new Uint32Array(cells);
  const { turns, result: table } = await turnsIn(() =>
    tableOfCells(plan, 7, slots, at, (tally) => (tally === TALLY.arrivedAt ? arrived : zeros)),
  );
  expect(turns).toBeGreaterThan(1);
  for (const cell of [0, 1, 1023, 1024, 700_001, cells - 1]) {
    const [i, j] = [cell % 1024, Math.floor(cell / 1024)];
    expect(
      table.start.map((start) => start[cell]),
      `start of ${cell}`,
    ).toEqual([0, 1].map((p) => Math.fround(startAt(plan, p, i, j))));
    expect(
      table.theta.map((theta) => theta[cell]),
      `place of ${cell}`,
    ).toEqual([0, 1].map((p) => 2 * (cell % 97) + (slots.origin + p) + (slots.displacement + p)));
    expect([table.arrivedAt[cell], table.divergedAt[cell], table.outcome[cell]]).toEqual([cell % 3 ? -1 : cell, 0, 0]);
  }
});

it.each([[['x', 'y'] as const], [['lr', 'y'] as const], [['y', 'lr'] as const], [['y', 'x'] as const]])(
  'starts along %j are each cell’s',
  async (vary) => {
    const columns = { from: 0.001, to: 0.4, count: 5 };
    const plan = planExperiment({
      objective: 'himmelblau',
      optimizers: [{ name: 'sgd', lr: 0.001 }],
      grid: { x: { vary: vary[0], ...columns }, y: { vary: vary[1], ...columns, count: 3 } },
    });
    const slots = slotsOf(plan.objective, plan.optimizers[0].update);
    const none = () => new Uint32Array(15);
    const { start } = await tableOfCells(plan, 0, slots, () => new Float32Array(15), none);
    start.forEach((values, p) => {
      const own = Array.from(values, (_, cell) => Math.fround(startAt(plan, p, cell % 5, Math.floor(cell / 5))));
      expect([...values]).toEqual(own);
    });
  },
);

describe('a large population on the CPU engine', async () => {
  const engine = await openNodeCpuEngine();
  afterAll(() => engine.destroy());

  it('is read and kept in pieces, and stays as it was', async () => {
    const run = await Run.start(async () => engine, planOf(1024));
    await run.finished();
    await run.population.settled();
    const { turns, result } = await turnsIn(() => run.population.checkpoint());
    expect(turns).toBeGreaterThan(1);
    const [{ values }] = result.states;
    const again = (await run.population.checkpoint()).states[0].values;
    expect(values.length).toBe(again.length);
    expect(values.findIndex((value, k) => !Object.is(value, again[k]))).toBe(-1);
    // What is asked for meanwhile waits until all is read.
    const kept = run.population.checkpoint();
    run.population.advance(3);
    expect((await kept).states[0].values.findIndex((value, k) => !Object.is(value, values[k]))).toBe(-1);
    run.destroy();
  });

  it('that is taken away while it is read ends the reading', async () => {
    const run = await Run.start(async () => engine, planOf(1024));
    await run.finished();
    const reading = run.population.checkpoint();
    await Promise.resolve();
    run.destroy();
    await expect(reading).rejects.toThrow();
  });
});

import { afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { type CellTable, Run } from '../../src/engine/index.ts';
import { type Plan, planExperiment } from '../../src/experiment/index.ts';
import { cellDifferences } from '../support/engine-bits.ts';
import { Tap } from '../support/gpu-tap.ts';

const STEPS = 640;
const plan: Plan = planExperiment({
  objective: 'himmelblau',
  optimizers: [{ name: 'momentum', lr: 1e-3 }],
  grid: { x: { vary: 'x', from: -5, to: 5, count: 9 }, y: { vary: 'y', from: -5, to: 5, count: 9 } },
  noise: 0.5,
  steps: STEPS,
});

/** Steps of one tick: what a fast device's clock would otherwise decide. */
const MOST = 16;

interface End {
  readonly cells: CellTable;
  readonly history: readonly unknown[];
  readonly resumed: readonly number[];
  readonly reasons: readonly string[];
}

const taps: Tap[] = [];
afterEach(() => {
  vi.restoreAllMocks();
  for (const tap of taps.splice(0)) tap.close();
});

/** Runs the plan to its end; `disturb` is called after every tick. */
async function follow(disturb: (tap: Tap, run: Run) => void | Promise<void> = () => {}): Promise<End> {
  const tap = new Tap();
  taps.push(tap);
  const resumed: number[] = [];
  const reasons: string[] = [];
  const run = await Run.start(tap.open, plan, {
    resumed(step, reason) {
      resumed.push(step);
      reasons.push(reason);
    },
  });
  // A run that makes no way would hang here: every tick makes a step or resumes.
  for (let ticks = 0; !run.done; ticks++) {
    expect(ticks).toBeLessThan(5 * STEPS);
    await run.tick(50, MOST);
    await disturb(tap, run);
  }
  await run.finished();
  return { cells: await run.population.cells(0), history: run.history, resumed, reasons };
}

/** A run begins what it is asked for in the next microtask. */
const begun = Promise.resolve();

/** Calls `action` once, when the run has reached a step. */
function onceAt(step: number, action: (tap: Tap, run: Run) => void | Promise<void>) {
  let due = true;
  return async (tap: Tap, run: Run) => {
    if (!due || run.step < step) return;
    due = false;
    await action(tap, run);
  };
}

let undisturbed: End;
beforeAll(async () => {
  undisturbed = await follow();
});

/** The end is the undisturbed run's: cells and history to the bit. */
function expectSame(end: End): void {
  expect(cellDifferences(end.cells, undisturbed.cells)).toEqual([]);
  expect(end.cells.outcome).toEqual(undisturbed.cells.outcome);
  expect(end.history).toEqual(undisturbed.history);
}

/** Makes the clock jump, so that the run's next tick ends with a checkpoint. */
function passTime(milliseconds: number): void {
  const now = performance.now.bind(performance);
  const jumped = milliseconds + now();
  const began = now();
  vi.spyOn(performance, 'now').mockImplementation(() => jumped + (now() - began));
}

/** Makes the clock creep, so that no checkpoint is due however slow the machine. */
function slowTime(): void {
  const now = performance.now.bind(performance);
  const began = now();
  vi.spyOn(performance, 'now').mockImplementation(() => began + (now() - began) / 100);
}

describe('a run whose device is lost', () => {
  test('before its first checkpoint begins again', async () => {
    slowTime();
    const end = await follow(onceAt(300, (tap) => tap.lose()));
    expect(end.resumed).toEqual([0]);
    expect(end.reasons[0].length).toBeGreaterThan(0);
    expectSame(end);
  });

  test('goes on from its last checkpoint', async () => {
    const losing = onceAt(400, (tap) => tap.lose());
    const saving = onceAt(200, () => passTime(6000));
    const end = await follow(async (tap, run) => {
      await saving(tap, run);
      await losing(tap, run);
    });
    expect(end.resumed.length).toBe(1);
    expect(end.resumed[0]).toBeGreaterThan(200);
    expect(end.resumed[0]).toBeLessThan(400);
    expectSame(end);
  });

  test('again and again', async () => {
    slowTime();
    const losses = [100, 300, 310, 500].map((step) => onceAt(step, (tap) => tap.lose()));
    const end = await follow(async (tap, run) => {
      for (const lose of losses) await lose(tap, run);
    });
    expect(end.resumed).toEqual([0, 0, 0, 0]);
    expectSame(end);
  });

  test.each([0, 1, 5])('while a tick is under way, after %i ms', async (delay) => {
    slowTime();
    const end = await follow(
      onceAt(320, async (tap, run) => {
        const tick = run.tick(50, 64);
        if (delay > 0) await new Promise((resolve) => setTimeout(resolve, delay));
        else await begun;
        tap.lose();
        await tick;
      }),
    );
    expect(end.resumed).toEqual([0]);
    expectSame(end);
  });

  test('while a checkpoint is being read', async () => {
    const end = await follow(
      onceAt(320, async (tap, run) => {
        const original = run.population.checkpoint.bind(run.population);
        vi.spyOn(run.population, 'checkpoint').mockImplementation(() => {
          const reading = original();
          tap.lose();
          return reading;
        });
        passTime(6000);
        await run.tick(50, MOST);
      }),
    );
    expect(end.resumed).toEqual([0]);
    expectSame(end);
  });

  test('while it is measured', async () => {
    const end = await follow(
      onceAt(320, async (tap, run) => {
        const measuring = run.population.measure();
        tap.lose();
        await expect(measuring).rejects.toThrow();
      }),
    );
    expect(end.resumed).toEqual([0]);
    expectSame(end);
  });

  test('after its last step, before its cells are read', async () => {
    const tap = new Tap();
    taps.push(tap);
    const run = await Run.start(tap.open, plan);
    while (!run.done) await run.tick(50, MOST);
    tap.lose();
    await run.finished();
    await expect(run.population.cells(0)).rejects.toThrow();
    do await run.tick(50, MOST);
    while (!run.done);
    await run.finished();
    expectSame({ cells: await run.population.cells(0), history: run.history, resumed: [], reasons: [] });
  });

  test('in a single step', async () => {
    const end = await follow(
      onceAt(320, async (tap, run) => {
        const step = run.single();
        await begun;
        tap.lose();
        await step;
      }),
    );
    expect(end.resumed).toEqual([0]);
    expectSame(end);
  });
});

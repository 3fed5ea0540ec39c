import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Spawn, TileWorker } from '../../src/engine/cpu/worker.ts';
import { type CellTable, type Engine, type Measurement, Run, traceOf } from '../../src/engine/index.ts';
import { type Plan, planExperiment } from '../../src/experiment/index.ts';
import { openCpuEngine, spawnWorker } from '../support/cpu-engine.ts';
import { LARGE } from '../support/cpu-experiments.ts';
import { tableDifferences } from '../support/engine-bits.ts';

const plan: Plan = planExperiment(LARGE['starts, noise, several optimizers']);

/** What becomes of workers. */
interface Fate {
  /** Workers made and dead so far. */
  readonly seen: { made: number; dead: number };
  readonly spawn: Spawn;
}

/** Kills a worker some milliseconds after it was sent a job, whenever `strikes` gives a number. */
function killer(strikes: (jobs: number) => number | null): Fate {
  const seen = { made: 0, dead: 0 };
  let jobs = 0;
  const spawn: Spawn = ({ answered, died }) => {
    seen.made++;
    let struck = false;
    const worker: TileWorker = spawnWorker({
      // A thread may answer before its end reaches it.
      answered(answer) {
        if (!struck) answered(answer);
      },
      died(reason) {
        seen.dead++;
        died(reason);
      },
    });
    return {
      kill: () => worker.kill(),
      post(request, transfer) {
        worker.post(request, transfer);
        const delay = strikes(jobs++);
        if (delay === 0) {
          struck = true;
          worker.kill();
        } else if (delay !== null) setTimeout(() => worker.kill(), delay);
      },
    };
  };
  return { seen, spawn };
}

/** Jobs after which a worker is killed, and how many milliseconds later. */
const STRIKES = new Map([
  [4, 0],
  [40, 1],
  [41, 0],
  [95, 3],
  [200, 2],
  [280, 0],
  [301, 1],
  [340, 5],
]);

/** A run to its end, as the page and the command line make it. */
async function follow(engine: Engine): Promise<{ history: readonly Measurement[]; cells: readonly CellTable[] }> {
  const run = await Run.start(async () => engine, plan);
  while (!run.done) await run.tick(30, 16);
  await run.finished();
  const cells: CellTable[] = [];
  for (const k of plan.optimizers.keys()) cells.push(await run.population.cells(k));
  run.destroy();
  return { history: run.history, cells };
}

let engine: Engine;
afterEach(() => engine.destroy());

describe('a run whose workers are killed has the bits of an undisturbed one', () => {
  let undisturbed: Awaited<ReturnType<typeof follow>>;
  beforeAll(async () => {
    engine = openCpuEngine();
    undisturbed = await follow(engine);
    engine.destroy();
  });

  test.each([
    { shared: true, workers: 1 },
    { shared: true, workers: 3 },
    { shared: false, workers: 2 },
  ])('memory shared: $shared, $workers workers', async ({ shared, workers }) => {
    const { seen, spawn } = killer((job) => STRIKES.get(job) ?? null);
    engine = openCpuEngine({ workers, shared, spawn });
    const { history, cells } = await follow(engine);
    expect(tableDifferences(cells, undisturbed.cells)).toEqual([]);
    expect(history).toEqual(undisturbed.history);
    expect(seen.dead).toBeGreaterThan(4);
    expect(seen.made).toBeGreaterThan(seen.dead);
  });
});

test('jobs that always end their workers fail with a sentence, in all that waits for them', async () => {
  const { seen, spawn } = killer(() => 0);
  engine = openCpuEngine({ workers: 2, spawn });
  const small = planExperiment({
    objective: 'sphere',
    optimizers: [{ name: 'sgd' }],
    grid: { x: { vary: 'x', from: 1 } },
  });
  const population = await engine.populate(small);
  population.advance(10);
  const ended = await Promise.allSettled([population.measure(), population.settled(), population.cells(0)]);
  for (const each of ended) {
    expect(each).toMatchObject({ status: 'rejected', reason: { message: expect.stringMatching(/ended its worker/) } });
  }
  await expect(traceOf(engine, small, 0, [0, 0], 3)).rejects.toThrow('ended its worker');
  await expect(engine.evaluate(small, [[1, 2]])).rejects.toThrow('ended its worker');
  expect(seen.made).toBeGreaterThan(2);
});

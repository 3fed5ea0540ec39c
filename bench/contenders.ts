import { type Engine, type Population, Run } from '../src/engine/index.ts';
import { recordInterval } from '../src/engine/records.ts';
import type { Plan } from '../src/experiment/index.ts';
import type { Contender } from './sampling.ts';

/** Time of a tick, as the command line has it, in ms. */
const TICK = 100;

/** A population's updates alone, from its start. */
export function advancing(name: string, population: Population, steps: number): Contender {
  return {
    name,
    async prepare() {
      population.reset();
      await population.settled();
    },
    async run() {
      population.advance(steps);
      await population.settled();
      return population.plan.cells * steps;
    },
  };
}

/**
 * A run with its measurements, from its first record on, until it ends or its time in ms is over. It has a record at
 * least and stops at one where it can, since the steps in between are cheaper.
 */
export function running(
  name: string,
  engine: Engine,
  plan: Plan,
  budget = Number.POSITIVE_INFINITY,
): Contender & { close(): void } {
  let run: Run | null = null;
  return {
    name,
    async prepare() {
      run?.destroy();
      run = await Run.start(async () => engine, plan);
      await run.finished();
    },
    async run() {
      if (!run) throw new Error('internal: no run');
      const began = performance.now();
      const interval = recordInterval(plan.steps);
      const enough = (step: number) => step >= interval && (step % interval === 0 || step >= 4 * interval);
      while (!run.done && !(performance.now() - began > budget && enough(run.step))) await run.tick(TICK);
      await run.finished();
      return plan.cells * run.step;
    },
    close: () => run?.destroy(),
  };
}

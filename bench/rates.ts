import { type Engine, OUTCOMES, type Population, Run } from '../src/engine/index.ts';
import { recordInterval } from '../src/engine/records.ts';
import type { Plan } from '../src/experiment/index.ts';
import { OBJECTIVES, OPTIMIZERS, planCase } from './cases.ts';
import type { Options } from './options.ts';
import { millions, type Section } from './report.ts';
import { type Contender, median, sample } from './sampling.ts';

const STEPS = 1000;
const SIZES = [4096, 65_536, 1_048_576];
/** Time of a tick, as the command line has it, in ms. */
const TICK = 100;
const DIVERGED = OUTCOMES.indexOf('diverged');

/** One optimizer on one objective at one size. */
interface Case {
  readonly name: string;
  readonly plan: Plan;
  readonly population: Population;
  readonly steps: number;
}

/** Particle-steps a second of the engine: advancing alone, and a whole run with its measurements. */
export async function measureRates(engine: Engine, options: Options): Promise<Section | null> {
  const { software } = engine.device;
  // A GPU makes all steps in every repetition; software as many as this time allows, in ms.
  const budget = software ? (options.quick ? 200 : 400) : Number.POSITIVE_INFINITY;
  const cases: Case[] = [];
  for (const particles of SIZES.slice(0, options.quick && software ? 2 : 3)) {
    for (const objective of OBJECTIVES) {
      for (const optimizer of OPTIMIZERS) {
        const name = `${optimizer} ${objective} ${particles}`;
        if (!options.only.test(`rates: ${name}`)) continue;
        const plan = planCase(optimizer, objective, particles, STEPS);
        const population = await engine.populate(plan);
        cases.push({ name, plan, population, steps: await affordable(population, budget) });
      }
    }
  }
  if (cases.length === 0) return null;
  const contenders = cases.flatMap((item) => [advancing(item), running(item, engine, budget)]);
  const samples = await sample(contenders, options.quick ? 3 : 5);
  const diverged: number[] = [];
  for (const { population } of cases) diverged.push((await population.measure()).optimizers[0].outcomes[DIVERGED]);
  for (const { population } of cases) population.destroy();
  return {
    name: 'rates',
    title: `The engine, million particle-steps a second (medians of ${options.quick ? 3 : 5})`,
    columns: ['advance', 'steps each', 'run', 'run / advance', 'diverged'],
    rows: cases.map(({ name, steps }, i) => {
      const [advance, run] = [samples[2 * i], samples[2 * i + 1]];
      const both = median(run.rates.map((rate, round) => rate / advance.rates[round]));
      const cells = [millions(median(advance.rates)), steps, millions(median(run.rates)), both, diverged[i]];
      return { name, cells, details: { advance: advance.rates, run: run.rates } };
    }),
    notes: [
      `advance: one submission of so many steps. run: a run of ${STEPS} steps with its measurements, after its start.`,
      ...(software
        ? [`Software: a repetition has as many steps, and a run as many of its records, as take about ${budget} ms.`]
        : []),
    ],
  };
}

/** As many of all steps as the device makes in a budget of time, judged by a few. */
async function affordable(population: Population, budget: number): Promise<number> {
  if (budget === Number.POSITIVE_INFINITY) return STEPS;
  // The first dispatch may still compile.
  population.advance(4);
  await population.settled();
  let milliseconds = 0;
  let steps = 1;
  for (; steps < STEPS && milliseconds < budget / 4; steps *= 2) {
    const began = performance.now();
    population.advance(steps);
    await population.settled();
    milliseconds = performance.now() - began;
  }
  return Math.max(1, Math.min(STEPS, Math.round((steps / 2) * (budget / milliseconds))));
}

function advancing({ name, plan, population, steps }: Case): Contender {
  return {
    name,
    async prepare() {
      population.reset();
      await population.settled();
    },
    async run() {
      population.advance(steps);
      await population.settled();
      return plan.cells * steps;
    },
  };
}

/**
 * A run from its first record on, until it ends or its time is over. It has two records at least and stops at one where
 * it can, since the steps in between are cheaper.
 */
function running({ name, plan }: Case, engine: Engine, budget: number): Contender {
  let run: Run | null = null;
  return {
    name: `${name}, run`,
    async prepare() {
      run?.destroy();
      run = await Run.start(async () => engine, plan);
      await run.finished();
    },
    async run() {
      if (!run) throw new Error('internal: no run');
      const began = performance.now();
      const interval = recordInterval(plan.steps);
      const enough = (step: number) => step >= 2 * interval && (step % interval === 0 || step >= 4 * interval);
      while (!run.done && !(performance.now() - began > budget && enough(run.step))) await run.tick(TICK);
      await run.finished();
      return plan.cells * run.step;
    },
  };
}

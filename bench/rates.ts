import { type Engine, OUTCOMES, type Population, Run } from '../src/engine/index.ts';
import { recordInterval } from '../src/engine/records.ts';
import type { Plan } from '../src/experiment/index.ts';
import { OBJECTIVES, OPTIMIZERS, planCase } from './cases.ts';
import type { Options } from './options.ts';
import { millions, type Section } from './report.ts';
import { type Contender, median, sample } from './sampling.ts';

const STEPS = 1000;
const SIZES = [4096, 65_536, 1_048_576];
const ROUNDS = 5;
/** Time of a tick, as the command line has it, in ms. */
const TICK = 100;
/** Steps of a repetition at least: with fewer, reading and writing the trajectories would be most of it. */
const FEWEST = 16;
/** Particles at which a software adapter is given more time. */
const MANY = 1_048_576;
/** Time for the whole section in seconds. */
const LIMIT = 170;
const DIVERGED = OUTCOMES.indexOf('diverged');

/** One optimizer on one objective at one size. */
interface Case {
  readonly name: string;
  readonly plan: Plan;
  readonly population: Population;
  /** Milliseconds of a repetition, about. */
  readonly budget: number;
  readonly steps: number;
}

/** Particle-steps a second of the engine: advancing alone, and a whole run with its measurements. */
export async function measureRates(engine: Engine, options: Options): Promise<Section | null> {
  const { software } = engine.device;
  // A GPU makes all steps in every repetition; software as many as a time allows, in ms.
  const budgetOf = (particles: number) =>
    software ? (options.quick ? 200 : particles < MANY ? 400 : 1500) : Number.POSITIVE_INFINITY;
  const cases: Case[] = [];
  for (const particles of SIZES.slice(0, options.quick && software ? 2 : 3)) {
    for (const objective of OBJECTIVES) {
      for (const optimizer of OPTIMIZERS) {
        const name = `${optimizer} ${objective} ${particles}`;
        if (!options.only.test(`rates: ${name}`)) continue;
        const plan = planCase(optimizer, objective, particles, STEPS);
        const population = await engine.populate(plan);
        const budget = budgetOf(particles);
        cases.push({ name, plan, population, budget, steps: await affordable(population, budget) });
      }
    }
  }
  if (cases.length === 0) return null;
  // Runs of a million on software take minutes: one of them must do.
  const runs = cases.filter(({ name, plan }) => !software || plan.cells < MANY || /^adam rosenbrock/.test(name));
  const contenders = [...cases.map(advancing), ...runs.map((item) => running(item, engine))];
  const samples = await sample(contenders, options.quick ? 3 : ROUNDS, LIMIT);
  const diverged: number[] = [];
  for (const { population } of cases) diverged.push((await population.measure()).optimizers[0].outcomes[DIVERGED]);
  for (const { population } of cases) population.destroy();
  return {
    name: 'rates',
    title: `The engine, million particle-steps a second (medians of ${samples[0].rates.length})`,
    columns: ['advance', 'steps each', 'run', 'run / advance', 'diverged'],
    rows: cases.map((item, i) => {
      const advance = samples[i].rates;
      const run = samples[cases.length + runs.indexOf(item)];
      const whole = runs.includes(item) ? run.rates : [];
      const both = median(whole.map((rate, round) => rate / advance[round]));
      const cells = [millions(median(advance)), item.steps, millions(median(whole)), both, diverged[i]];
      return { name: item.name, cells, details: { advance, run: whole } };
    }),
    notes: [
      `advance: one submission of so many steps. run: a run of ${STEPS} steps with its measurements, after its start.`,
      ...(software
        ? [`Software: as much of either as takes about ${budgetOf(0)} ms (${budgetOf(MANY)} for a million).`]
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
  return Math.max(FEWEST, Math.min(STEPS, Math.round((steps / 2) * (budget / milliseconds))));
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
 * A run from its first record on, until it ends or its time is over. It has a record at least and stops at one where it
 * can, since the steps in between are cheaper.
 */
function running({ name, plan, budget }: Case, engine: Engine): Contender {
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
      const enough = (step: number) => step >= interval && (step % interval === 0 || step >= 4 * interval);
      while (!run.done && !(performance.now() - began > budget && enough(run.step))) await run.tick(TICK);
      await run.finished();
      return plan.cells * run.step;
    },
  };
}

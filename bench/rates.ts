import { type Engine, OUTCOMES, type Population } from '../src/engine/index.ts';
import type { Plan } from '../src/experiment/index.ts';
import { OBJECTIVES, OPTIMIZERS, planCase } from './cases.ts';
import { advancing, running } from './contenders.ts';
import type { Options } from './options.ts';
import { millions, type Section } from './report.ts';
import { median, sample } from './sampling.ts';

const STEPS = 1000;
const SIZES = [4096, 65_536, 1_048_576];
const ROUNDS = 5;
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

/** Particle-steps a second of an engine: advancing alone, and a whole run with its measurements. */
export async function measureRates(engine: Engine, options: Options): Promise<Section | null> {
  const { device } = engine;
  const { software } = device;
  // A GPU makes all steps in every repetition; software as many as a time allows, in ms.
  const budgetOf = (particles: number) =>
    software ? (options.quick ? 200 : particles < MANY ? 400 : 1500) : Number.POSITIVE_INFINITY;
  const cases: Case[] = [];
  for (const particles of SIZES.slice(0, options.quick && software ? 2 : 3)) {
    for (const objective of OBJECTIVES) {
      for (const optimizer of OPTIMIZERS) {
        const item = `${optimizer} ${objective}`;
        // A million on software take long: one case must do.
        if (software && particles === MANY && item !== 'adam rosenbrock') continue;
        const name = `${device.engine} ${item} ${particles}`;
        if (!options.only.test(`rates: ${name}`)) continue;
        const plan = planCase(optimizer, objective, particles, STEPS);
        const population = await engine.populate(plan);
        const budget = budgetOf(particles);
        cases.push({ name, plan, population, budget, steps: await affordable(population, budget) });
      }
    }
  }
  if (cases.length === 0) return null;
  const updates = cases.map(({ name, population, steps }) => advancing(name, population, steps));
  const runs = cases.map(({ name, plan, budget }) => running(`${name}, run`, engine, plan, budget));
  const samples = await sample([...updates, ...runs], options.quick ? 3 : ROUNDS, LIMIT);
  for (const run of runs) run.close();
  const diverged: number[] = [];
  for (const { population } of cases) diverged.push((await population.measure()).optimizers[0].outcomes[DIVERGED]);
  for (const { population } of cases) population.destroy();
  return {
    name: 'rates',
    title: `${device.name}, million particle-steps a second (medians of ${samples[0].rates.length})`,
    columns: ['advance', 'steps each', 'run', 'run / advance', 'diverged'],
    rows: cases.map((item, i) => {
      const [advance, run] = [samples[i].rates, samples[cases.length + i].rates];
      const both = median(run.map((rate, round) => rate / advance[round]));
      const cells = [millions(median(advance)), item.steps, millions(median(run)), both, diverged[i]];
      return { name: item.name, cells, details: { advance, run } };
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
  const timed = async (steps: number) => {
    const began = performance.now();
    population.advance(steps);
    await population.settled();
    return performance.now() - began;
  };
  let milliseconds = 0;
  let steps = 1;
  for (; steps < STEPS && milliseconds < budget / 4; steps *= 2) {
    milliseconds = await timed(steps);
    // Long may be the machine's other work: only twice is long.
    if (milliseconds >= budget / 4) milliseconds = Math.min(milliseconds, await timed(steps));
  }
  return Math.max(FEWEST, Math.min(STEPS, Math.round((steps / 2) * (budget / milliseconds))));
}

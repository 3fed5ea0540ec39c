import type { Engine, Population } from '../src/engine/index.ts';
import { type ExperimentInput, type Plan, planExperiment } from '../src/experiment/index.ts';
import { planCase } from './cases.ts';
import { advancing } from './contenders.ts';
import { flopsOf } from './flops.ts';
import type { Options } from './options.ts';
import type { Section } from './report.ts';
import { median, ratio, sample } from './sampling.ts';

/** Updates of a repetition: enough that reading and writing the trajectories does not weigh. */
const STEPS = 32;

interface Case {
  readonly name: string;
  readonly plan: Plan;
  /** Updates of a repetition. */
  readonly steps: number;
}

/** Floating-point operations a second of network training beside those of surfaces, in one run. */
export async function measureNetworks(engine: Engine, options: Options): Promise<Section | null> {
  const { engine: kind, name, software } = engine.device;
  const more = software ? 1 : 64;
  const network = (widths: number[], cells: number, rest: object): Plan =>
    planExperiment({
      objective: { network: { widths, ...rest } as never },
      optimizers: [{ name: 'adam', lr: 1e-3 }],
      grid: { x: { vary: 'network.seed', from: 0, to: cells - 1, count: cells } },
      steps: 10_000,
    } satisfies ExperimentInput);
  const spirals = { loss: 'logistic', data: 'spirals' };
  const all: readonly Case[] = [
    { name: 'surface: adam rosenbrock', plan: planCase('adam', 'rosenbrock', software ? 16_384 : 1_048_576, 1000), steps: 8 * STEPS }, // biome-ignore format: one line
    { name: 'surface: radam rastrigin', plan: planCase('radam', 'rastrigin', software ? 16_384 : 1_048_576, 1000), steps: 8 * STEPS }, // biome-ignore format: one line
    { name: 'network in registers: 45 parameters', plan: network([2, 11, 1], 1024 * more, spirals), steps: STEPS },
    { name: 'layered network: 272 parameters', plan: network([16, 16, 1], 64 * more, { biases: false, parametrisation: 'mean-field', data: { name: 'random', rows: 272 } }), steps: STEPS }, // biome-ignore format: one line
    {
      name: 'layered network: 1,025 parameters',
      plan: network([14, 32, 16, 1], 64 * more, { data: { name: 'random', rows: 272 } }),
      steps: STEPS,
    },
  ];
  const cases = all.filter((each) => options.only.test(`networks: ${kind} ${each.name}`));
  if (cases.length === 0) return null;
  const populations: Population[] = [];
  for (const { plan } of cases) populations.push(await engine.populate(plan));
  const samples = await sample(
    cases.map(({ name, steps }, i) => advancing(name, populations[i], steps)),
    options.quick ? 3 : 5,
    60,
  );
  for (const population of populations) population.destroy();
  const counts = (['own', 'one'] as const).map((functions) => {
    const flops = cases.map(({ plan }) => flopsOf(plan, functions));
    const rated = samples.map(({ name, rates, cpuRates }, i) => {
      const times = (of: readonly number[]) => of.map((rate) => rate * flops[i]);
      return { name, rates: times(rates), cpuRates: times(cpuRates) };
    });
    return { flops, rated };
  });
  return {
    name: 'networks',
    title: `${name}, billions of floating-point operations a second of Adam's updates (medians of ${samples[0].rates.length})`,
    columns: ['flops of an update', 'Gflop/s', '/ the first', 'functions as one', 'Gflop/s', '/ the first'],
    rows: cases.map((each, i) => ({
      name: `${kind} ${each.name}`,
      cells: counts.flatMap(({ flops, rated }) => [
        flops[i],
        median(rated[i].rates) / 1e9,
        ratio(rated[i], rated[0], software),
      ]),
      details: { ...samples[i], flops: counts.map(({ flops }) => flops[i]), cells: each.plan.cells, steps: each.steps },
    })),
    notes: [
      'The bar is 0.5 of the surfaces, for both forms. Each + − × ÷ √ counts one; tanh, cos and the like as many as the CPU engine’s form of them makes, and then one: see bench/flops.ts.',
    ],
  };
}

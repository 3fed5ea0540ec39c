import functionsShader from '../shaders/functions.wgsl?raw';
import { readCells } from '../src/engine/webgpu/cells.ts';
import type { Plan } from '../src/experiment/index.ts';
import { type ObjectiveName, type OptimizerName, planCase } from './cases.ts';
import { checkEnds } from './checks.ts';
import { HandKernel } from './hand-kernel.ts';
import adamText from './kernels/adam-rosenbrock.wgsl?raw';
import adamBranchesText from './kernels/adam-rosenbrock-branches.wgsl?raw';
import adamCountingText from './kernels/adam-rosenbrock-counting.wgsl?raw';
import adamDisplacedText from './kernels/adam-rosenbrock-displaced.wgsl?raw';
import radamText from './kernels/radam-rastrigin.wgsl?raw';
import radamCountingText from './kernels/radam-rastrigin-counting.wgsl?raw';
import type { Options } from './options.ts';
import { millions, type Section } from './report.ts';
import { median, ratio, type Sample, sample } from './sampling.ts';
import { generated, type Workbench } from './workbench.ts';

interface Duel {
  readonly optimizer: OptimizerName;
  readonly objective: ObjectiveName;
  /** The hand-written kernels, the bare one first. */
  readonly hand: Readonly<Record<string, readonly string[]>>;
}

const DUELS: readonly Duel[] = [
  {
    optimizer: 'adam',
    objective: 'rosenbrock',
    hand: {
      bare: [adamText],
      'tracked, branches': [adamBranchesText],
      'tracked, counting': [adamCountingText],
      'tracked, counting, displacements': [adamDisplacedText],
    },
  },
  {
    optimizer: 'radam',
    objective: 'rastrigin',
    hand: { bare: [functionsShader, radamText], 'tracked, counting': [functionsShader, radamCountingText] },
  },
];

/** The generated kernel beside kernels written by hand. */
export async function compareKernels(bench: Workbench, options: Options): Promise<Section | null> {
  const small = bench.software || options.quick;
  const rows: Section['rows'][number][] = [];
  for (const { optimizer, objective, hand } of DUELS) {
    const name = `${optimizer} ${objective}`;
    if (!options.only.test(`kernels: ${name}`)) continue;
    const plan = planCase(optimizer, objective, small ? 4096 : 1_048_576, 1000);
    const { trajectories, contender } = await generated(bench, plan, plan.steps);
    const contenders = [contender];
    for (const [form, texts] of Object.entries(hand)) {
      const kernel = await HandKernel.create(bench, texts, plan, plan.steps);
      contenders.push(kernel.contender(`by hand, ${form}`));
      await contender.prepare?.();
      for (const one of [contender, contenders.at(-1)]) await one?.run();
      const cells = await readCells(bench.workshop.readback, trajectories, plan, plan.steps);
      checkEnds(`${name} by hand, ${form}`, cells.theta, await kernel.ends());
    }
    const samples = await sample(contenders, options.quick ? 5 : 15);
    rows.push(...samples.map((item) => rowOf(name, item, samples, plan, bench.software)));
    trajectories.destroy();
  }
  if (rows.length === 0) return null;
  const notes = [
    'generated / it: the generated kernel, which tracks outcomes, beside this one; the bar is 0.9 for equal tracking.',
    ...(bench.software ? ['Software: ratios compare processor time.'] : []),
  ];
  const columns = ['M steps/s', '/ bare', 'generated / it'];
  return { name: 'kernels', title: 'The generated kernel and kernels written by hand', columns, rows, notes };
}

function rowOf(name: string, item: Sample, samples: readonly Sample[], plan: Plan, software: boolean) {
  const [ours, bare] = samples;
  const cells = [millions(median(item.rates)), ratio(item, bare, software), ratio(ours, item, software)];
  return { name: `${name}: ${item.name}`, cells, details: { ...item, particles: plan.cells, steps: plan.steps } };
}

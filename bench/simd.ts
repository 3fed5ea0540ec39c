import { type Plan, planExperiment } from '../src/experiment/index.ts';
import { checkEnds, checkOutcomes } from './checks.ts';
import { endsOf, referenceEnds, someCells } from './reference.ts';
import { type Build, buildKernels } from './simd-build.ts';
import { SimdKernel } from './simd-kernel.ts';

interface Trial {
  readonly lr: number;
  readonly target: number;
  readonly bound: number;
}

const TRIALS: Readonly<Record<'rosenbrock' | 'rastrigin', Trial>> = {
  rosenbrock: { lr: 1, target: 10, bound: 1500 },
  rastrigin: { lr: 0.02, target: 20, bound: 70 },
};

/** Kernels written by hand for a plan's objective and optimizer, proved right: each on one core, one on all. */
export type SimdKernels = Readonly<Record<Build | 'trackingOnAll', SimdKernel>>;

/** Builds and tries the kernels of a plan; the reason where none can be built. Throws where one computes what it should not. */
export async function openSimdKernels(
  objective: 'rosenbrock' | 'rastrigin',
  plan: Plan,
  threads: number,
): Promise<SimdKernels | string> {
  const modules = buildKernels(objective);
  if (typeof modules === 'string') return modules;
  const trial = trialPlan(plan, TRIALS[objective]);
  for (const name of ['tracking', 'displaced'] as const) await tryOutcomes(name, modules[name], trial);
  const kernels = {
    tracking: await SimdKernel.open(modules.tracking, plan, 1),
    trackingOne: await SimdKernel.open(modules.trackingOne, plan, 1),
    displaced: await SimdKernel.open(modules.displaced, plan, 1),
    bare: await SimdKernel.open(modules.bare, plan, 1),
    trackingOnAll: await SimdKernel.open(modules.tracking, plan, threads),
  };
  const cells = someCells(plan);
  const expected = referenceEnds(plan, cells);
  for (const [name, kernel] of Object.entries(kernels)) {
    const found = endsOf(await kernel.run(), cells);
    checkEnds(`by hand, ${name}`, expected.theta, found.theta);
    if (kernel !== kernels.bare) checkOutcomes(`by hand, ${name}`, expected, found);
  }
  return kernels;
}

/** The same with a learning rate, a bound and a target at which many trajectories arrive and many diverge. */
function trialPlan({ experiment, outcomes }: Plan, { lr, target, bound }: Trial): Plan {
  const { optimizers, grid } = experiment;
  return planExperiment({
    ...experiment,
    optimizers: [{ ...optimizers[0], lr }],
    grid: { x: { ...grid.x, count: 64 }, y: { ...grid.y, count: 64 } },
    steps: 100,
    target,
    // Just outside the starts.
    outcomes: { escape: 0.0102 * outcomes.escape, bound },
  });
}

async function tryOutcomes(name: Build, module: WebAssembly.Module, plan: Plan): Promise<void> {
  const kernel = await SimdKernel.open(module, plan, 1);
  const cells = someCells(plan);
  checkOutcomes(`by hand, ${name}`, referenceEnds(plan, cells), endsOf(await kernel.run(), cells));
  await kernel.close();
}

import { openNodeCpuEngine } from '../src/engine/cpu/node.ts';
import { planExperiment } from '../src/experiment/index.ts';
import type { Options } from './options.ts';
import type { Section } from './report.ts';
import { median } from './sampling.ts';

/** Cells along the sides of a plane of learning rates: the first coarse picture, and the whole ones. */
const COARSE = 16;
const WHOLE = [128, 512];
const PLANE_STEPS = 100;
/** Seconds in which the first picture of a plane is to be there. */
const FIRST = 2;

/** A plane of the learning rates of a network's two layers, after Sohl-Dickstein 2024 (arXiv 2402.06184), from an engine that has not computed anything yet. */
export async function measurePlane(options: Options): Promise<Section | null> {
  if (!options.only.test('networks: plane')) return null;
  const side = { from: 0.01, to: 1000, count: COARSE, scale: 'log' } as const;
  const plan = planExperiment({
    objective: {
      network: {
        widths: [16, 16, 1],
        biases: false,
        parametrisation: 'mean-field',
        data: { name: 'random', rows: 272 },
      },
    },
    optimizers: [{ name: 'sgd' }],
    grid: { x: { vary: 'lr.1', ...side }, y: { vary: 'lr.2', ...side } },
    steps: PLANE_STEPS,
  });
  const seconds: { first: number; again: number }[] = [];
  for (let round = 0; round < 3; round++) {
    const began = performance.now();
    const engine = await openNodeCpuEngine();
    const population = await engine.populate(plan);
    const picture = async () => {
      population.advance(PLANE_STEPS);
      await population.cells(0);
      return performance.now();
    };
    const first = (await picture()) - began;
    population.reset();
    await population.settled();
    const ready = performance.now();
    const again = (await picture()) - ready;
    seconds.push({ first: first / 1000, again: again / 1000 });
    population.destroy();
    engine.destroy();
  }
  const first = median(seconds.map((each) => each.first));
  const again = median(seconds.map((each) => each.again));
  const whole = WHOLE.map((count) => ({
    name: `${count} × ${count}, at that rate`,
    cells: [(again * count ** 2) / COARSE ** 2, null, null],
  }));
  return {
    name: 'plane',
    title: `A plane of learning rates, network 16-16-1, 272 rows, ${PLANE_STEPS} steps, on all cores`,
    columns: ['s', 'budget', 's / budget'],
    rows: [
      { name: `${COARSE} × ${COARSE}, from a cold engine`, cells: [first, FIRST, first / FIRST], details: { seconds } },
      { name: `${COARSE} × ${COARSE}, again`, cells: [again, null, null] },
      ...whole,
    ],
  };
}

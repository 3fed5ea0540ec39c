import type { Engine, Settled } from '../../engine/index.ts';
import type { Plan } from '../../experiment/index.ts';
import { type Drawing, type DrawnNetwork, drawNetworks, picturePlan } from './networks.ts';
import { placeCells, placesOf } from './place.ts';

/** Networks that are brought to critical points at a time: enough for every core, few enough for the picture to grow. */
const BATCH = 64;
/** Updates that are asked for at a time. */
const STRIDE = 64;
/** The runs to critical points: as many tried steps, none longer. */
const [ITERATIONS, LONGEST] = [400, 2];
/** An eigenvalue so small beside the largest one counts as 0, and a gradient beside it as vanished: float32 does not tell them from rounding errors. */
const NOTHING = 1e-6;
/** A gradient that the Hessian shortens to less than this share of its largest eigenvalue lies in its kernel, as good as. */
const KERNEL = 0.01;

/**
 * Where a network ended: `critical` where the gradient has vanished; `gradient-flat` where it has not but lies in the Hessian's kernel, so that the run
 * could not go on (Frye et al. 2020, arXiv 2003.10397); `unfinished` where it still moves.
 */
export const END_KINDS = ['critical', 'gradient-flat', 'unfinished'] as const;
export type EndKind = (typeof END_KINDS)[number];

/** A network at the end of its way to a critical point. */
export interface NetworkEnd extends Settled {
  /** Its number among the drawn ones. */
  readonly index: number;
  /** Updates that it was trained by before. */
  readonly steps: number;
  /** The minimum ratio: the share of the Hessian's eigenvalues that are positive. */
  readonly ratio: number;
  readonly kind: EndKind;
}

/**
 * The picture of loss against minimum ratio (Hung-yi Lee's figure 4): small networks, each trained for its own number of updates and then brought to a critical
 * point of its loss. They come in batches, those that are trained least first; the same drawing gives the same networks.
 */
export async function* minimumRatios(engine: Engine, drawing: Drawing): AsyncGenerator<readonly NetworkEnd[], void> {
  const plan = picturePlan(drawing);
  let before: Promise<readonly NetworkEnd[]> | null = null;
  for await (const batch of trained(engine, plan, drawNetworks(drawing))) {
    const ends = endsOf(engine, plan, batch);
    // What fails is told when it is its turn.
    ends.catch(() => {});
    if (before) yield await before;
    before = ends;
  }
  if (before) yield await before;
}

/** A network as its training left it. */
interface Trained {
  readonly index: number;
  readonly steps: number;
  readonly theta: Float32Array;
}

/** One population advances, and networks leave it when they have made their updates. */
async function* trained(engine: Engine, plan: Plan, drawn: readonly DrawnNetwork[]): AsyncGenerator<Trained[], void> {
  const order = [...drawn.keys()].sort((a, b) => drawn[a].steps - drawn[b].steps || a - b);
  const population = await engine.populate(plan);
  try {
    await placeCells(
      population,
      drawn.map(({ start }) => start),
    );
    let batch: Trained[] = [];
    for (let next = 0; next < order.length; ) {
      const { steps } = drawn[order[next]];
      while (population.step < steps) population.advance(Math.min(STRIDE, steps - population.step));
      const places = await placesOf(population);
      for (; next < order.length && drawn[order[next]].steps === steps; next++) {
        const index = order[next];
        batch.push({ index, steps, theta: places[index] });
        if (batch.length < BATCH) continue;
        yield batch;
        batch = [];
      }
    }
    if (batch.length > 0) yield batch;
  } finally {
    population.destroy();
  }
}

async function endsOf(engine: Engine, plan: Plan, batch: readonly Trained[]): Promise<NetworkEnd[]> {
  const units = plan.objective.parameters.map(() => 1);
  const options = { iterations: ITERATIONS, longest: LONGEST, units };
  const starts = batch.map(({ theta }) => theta);
  const settled = await engine.settle(plan, starts, options);
  return settled.map((end, k) => {
    const { index, steps } = batch[k];
    return { ...end, index, steps, ratio: ratioOf(end), kind: kindOf(end) };
  });
}

const largestOf = ({ eigenvalues }: Settled) => Math.max(Math.abs(eigenvalues[0]), Math.abs(eigenvalues.at(-1) ?? 0));

function ratioOf(end: Settled): number {
  const { eigenvalues } = end;
  const zero = NOTHING * largestOf(end);
  return eigenvalues.filter((value) => value > zero).length / eigenvalues.length;
}

function kindOf(end: Settled): EndKind {
  const { gradientNorm, push } = end;
  const largest = largestOf(end);
  if (gradientNorm <= NOTHING * largest) return 'critical';
  return push <= KERNEL * largest * gradientNorm ? 'gradient-flat' : 'unfinished';
}

import { type CellTable, type Engine, Run } from '../../engine/index.ts';
import type { Plan } from '../../experiment/index.ts';
import { trainabilityOf } from './measure.ts';
import { type Patch, patchesOf } from './patches.ts';

/** Cells along a side of the first picture. */
const COARSE = 16;
/** Time in ms for which a patch is computed, about: a picture grows several times a second, and a wish to stop is heard. */
const PATCH = 250;
/** Cells of the first patches, before it is known how long one takes, and at most. */
const CELLS = { first: 128, most: 16_384 } as const;
/** Time in ms between two looks at whether to go on. */
const LOOK = 50;

/** What has been computed of a plane. */
export interface PlanePart {
  readonly patch: Patch;
  /** A measure for each of its cells, row by row, as `trainabilityOf` tells. */
  readonly values: Float32Array;
}

/**
 * Trains the network of every cell of a plan's grid to the run's end, coarse ones first, and tells how it went. Ends where the signal is aborted.
 * @param plan of a layered network; its grid may be larger than what fits a device at once
 * @param optimizer its place in the plan
 */
export async function* trainabilityPlane(
  engine: Engine,
  plan: Plan,
  optimizer: number,
  signal: AbortSignal,
): AsyncGenerator<PlanePart, void> {
  let most: number = CELLS.first;
  for (const patch of patchesOf(plan.x.values.length, plan.y.values.length, COARSE, () => most)) {
    const began = performance.now();
    const table = await finish(engine, planOf(plan, optimizer, patch), signal);
    if (!table) return;
    const values = trainabilityOf(table, plan.steps);
    if (!values) throw new Error('internal: this objective has no plane of trainability');
    yield { patch, values };
    const cells = patch.columns.length * patch.rows.length;
    const wanted = (cells * PATCH) / Math.max(1, performance.now() - began);
    // Twice as many at most: the first patch's time is that of compilers, too.
    most = Math.round(Math.min(CELLS.most, Math.max(CELLS.first / 2, Math.min(2 * most, wanted))));
  }
}

/** The cells after the last step; null where the signal came first. */
async function finish(engine: Engine, plan: Plan, signal: AbortSignal): Promise<CellTable | null> {
  if (signal.aborted) return null;
  const run = await Run.start(async () => engine, plan);
  try {
    while (!run.done) {
      if (signal.aborted) return null;
      await run.tick(LOOK);
    }
    await run.finished();
    return await run.population.cells(0);
  } finally {
    run.destroy();
  }
}

/** The plan of one optimizer on some of a grid's columns and rows. */
function planOf(plan: Plan, optimizer: number, { columns, rows }: Patch): Plan {
  const along = (axis: Plan['x'], places: readonly number[]): Plan['x'] => ({
    ...axis,
    values: Float64Array.from(places, (place) => axis.values[place]),
  });
  return {
    ...plan,
    optimizers: [plan.optimizers[optimizer]],
    x: along(plan.x, columns),
    y: along(plan.y, rows),
    cells: columns.length * rows.length,
  };
}

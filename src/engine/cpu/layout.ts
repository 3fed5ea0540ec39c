import type { LayeredNetwork, Plan } from '../../experiment/index.ts';
import { COUNTERS } from '../counters.ts';
import { type KnobLayout, layKnobs } from '../knobs.ts';
import { type Slots, slotsOf, stateSlots } from '../slots.ts';
import { networkBytes, viaLayers } from './kernel/layers/places.ts';
import { isShort } from './short.ts';
import { findUniform, type Uniformity } from './uniform.ts';

/** Cells of a tile: all their numbers stay in a core's first cache while they advance. Of networks whose layers are data a single vector's four do. */
export const TILE_CELLS = 256;
/**
 * Vectors of a group, whose steps are computed side by side: a step is a chain of operations that wait for one another, so a processor has room for
 * those of a second vector between them, but not for a third's: they would not fit its registers.
 */
export const GROUP = 2;
/** Bytes of a list of a tile's groups. */
export const LIST_BYTES = TILE_CELLS / GROUP;
/**
 * Bytes from one slot of a tile to the next. No power of 2: processors take a load for one of what was just stored where the last twelve bits of the
 * two addresses are the same, and wait.
 */
export const SLOT = 4 * TILE_CELLS + 64;
/** Bytes that a tile begins with: `HEADER`. */
const HEADER_BYTES = 64;
/** Places in a tile's first bytes: bytes of its vectors that hold cells, number of its first cell in the grid, number of its cells. */
export const HEADER = { bytes: 0, first: 4, cells: 8 } as const;

/** The most steps of a job. */
export const JOB_STEPS = 512;
/** The most work of a job, in operations on vectors, where that is told: a frame's time, about. */
export const JOB_WORK = 2 ** 27;
/** The most measurements of a job. */
export const JOB_MEASURES = 16;
/** Bytes kept for the tables of functions. */
const TABLES = 16_384;

/** Places of a run's numbers in its part of the memory; each stands alone, and is spread over a vector when it is read. */
export const RUN = {
  escape: 0,
  bound: 4,
  target: 8,
  /** The loss that the histogram counts from. */
  from: 12,
  gradient: 16,
  distance: 20,
  /** A hash of the seed. */
  seed: 24,
  /** What a loss is multiplied with to be compared with `escape` instead of `bound`. */
  weight: 28,
  /** The gradient's norm above which no stationary point is near. */
  steep: 32,
  /** The update, an integer, from which on the ratios of losses are added to the tail. */
  tail: 36,
  bytes: 64,
} as const;

/** Counters of a measurement, and one for what is not counted. */
export const COUNTERS_AND_WASTE = COUNTERS + 1;

/** Where everything of one optimizer lies in a worker's memory, and in a tile. */
export interface Layout {
  readonly parameters: number;
  /** Cells of a tile, the bytes from one of its slots to the next, and the vectors whose steps are computed side by side. */
  readonly tileCells: number;
  readonly slotBytes: number;
  readonly group: number;
  /** Operations on vectors that an update of a tile takes, about, where they are so many that a job's length must go by them; else 0. */
  readonly work: number;
  /** Whether the objective is a short formula. */
  readonly short: boolean;
  readonly slots: Slots;
  readonly knobs: KnobLayout;
  readonly uniform: Uniformity;
  /** Where each state of the optimizer's step begins, counted from the first state's slot. */
  readonly statePlaces: readonly number[];
  /** Indices of the knobs that vary over the grid, in the order of their slots in a tile. */
  readonly varied: readonly number[];
  readonly run: number;
  readonly fixed: number;
  /** The states that are the same for all cells, 16 bytes each. */
  readonly states: number;
  /** A row of values for each step. */
  readonly steps: number;
  /** Bytes of a step's row. */
  readonly stepBytes: number;
  readonly counters: number;
  readonly table: number;
  /** Rows of a trace, or points to evaluate and their values. */
  readonly rows: number;
  /** Room for `rows`. */
  readonly rowsBytes: number;
  readonly scratch: number;
  /** What is computed of a network layer by layer. */
  readonly network: number;
  /** Of a network whose layers are data: the number of each parameter's layer, 4 bytes each. */
  readonly layerOf: number;
  /** Where in the scratch memory lists of groups of vectors are. */
  readonly listsAt: number;
  /** Where in the scratch memory matrices are turned. */
  readonly rotationsAt: number;
  /** Where in the scratch memory runs to critical points make their steps. */
  readonly settleAt: number;
  readonly tile: number;
  readonly tileBytes: number;
  /** Where in a tile its slots begin. */
  readonly slotsAt: number;
  readonly pages: number;
}

/** Bytes of scratch memory for a step to a critical point: a triangle with its right side, a row, the step, the next place. */
const settleScratch = (parameters: number) => 16 * ((parameters + 2) * (parameters + 1) + 2 * parameters);

/** Bytes for the rows of a trace. */
const ROWS_BYTES = 1 << 18;

/** Lays out one of a plan's optimizers. */
export function layOut(plan: Plan, optimizer: number): Layout {
  const { update } = plan.optimizers[optimizer];
  const parameters = plan.objective.parameters.length;
  const knobs = layKnobs(plan, optimizer);
  const uniform = findUniform(update, knobs, parameters);
  const slots = slotsOf(plan.objective, update);
  const varied = knobs.places.flatMap(({ group }, i) => (group === 'fixed' ? [] : [i]));
  const table = plan.objective.table;
  const tableBytes = 4 * Object.keys(table).length * (Object.values(table)[0]?.length ?? 0);
  const { layered } = plan.objective;
  const network = viaLayers(plan);
  const [tileCells, slotBytes, group] = layered ? [4, 16, 1] : [TILE_CELLS, SLOT, GROUP];
  const tileBytes = HEADER_BYTES + slotBytes * (varied.length + slots.values + slots.tallies);

  let end = TABLES;
  const take = (bytes: number) => {
    const at = end;
    end += Math.ceil(bytes / 64) * 64;
    return at;
  };
  const listsAt = SLOT * (2 + 2 * (2 * parameters + 1 + update.states.length));
  const rotationsAt = listsAt + 2 * LIST_BYTES;
  const settleAt = rotationsAt + 16 * (parameters + 1) * parameters;
  const stepBytes = 16 * uniform.perStep.length;
  const places = {
    run: take(RUN.bytes),
    fixed: take(4 * knobs.places.length),
    states: take(16 * uniform.states.length),
    steps: take(stepBytes * (JOB_STEPS + 1)),
    counters: take(4 * COUNTERS_AND_WASTE * JOB_MEASURES),
    table: take(tableBytes),
    rows: take(ROWS_BYTES),
    scratch: take(layered ? 0 : settleAt + settleScratch(parameters)),
    network: take(network ? networkBytes(network) : 0),
    layerOf: take(layered ? 4 * parameters : 0),
    tile: take(tileBytes),
  };
  const pages = Math.ceil(end / 65_536);
  return {
    parameters,
    tileCells,
    slotBytes,
    group,
    work: layered ? workOf(layered) : 0,
    short: !layered && isShort(plan),
    slots,
    knobs,
    uniform,
    statePlaces: stateSlots(update).places,
    varied,
    ...places,
    listsAt,
    rotationsAt,
    settleAt,
    stepBytes,
    rowsBytes: ROWS_BYTES,
    tileBytes,
    slotsAt: HEADER_BYTES,
    pages,
  };
}

/** Two operations forwards, two for the gradient and two to go back for each weight and row, and some thirty for a unit's activation. */
function workOf({ layers, rows }: LayeredNetwork): number {
  return rows * layers.reduce((sum, { from, to }) => sum + to * (6 * from + 30), 0);
}

/** Address of a knob's slot in the worker's tile. */
export function knobSlot(layout: Layout, knob: number): number {
  return layout.tile + HEADER_BYTES + layout.slotBytes * layout.varied.indexOf(knob);
}

/** Address of a float's slot in the worker's tile. */
export function valueSlot(layout: Layout, slot: number): number {
  return layout.tile + HEADER_BYTES + layout.slotBytes * (layout.varied.length + slot);
}

/** Address of an integer's slot in the worker's tile. */
export function tallySlot(layout: Layout, tally: number): number {
  return valueSlot(layout, layout.slots.values + tally);
}

/** The slots that an update changes, except states that all cells share. */
export function carriedSlots({ slots, parameters, uniform }: Layout): number[] {
  const vectors = Array.from({ length: parameters }, (_, i) => [slots.displacement + i, slots.origin + i]).flat();
  const states = Array.from({ length: slots.values - slots.states }, (_, i) => i).filter(
    (i) => !uniform.states.includes(i),
  );
  return [...vectors, slots.best, ...states.map((i) => slots.states + i)];
}

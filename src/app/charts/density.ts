import { binEdges, type Measurement, type PopulationMeasure } from '../../engine/index.ts';
import { axisRange, type Floor } from './columns.ts';

/** Rows of a decade where the axis is logarithmic, and of the whole axis where it is not. */
const [PER_DECADE, ROWS] = [8, 64];
/** Rows of a logarithmic axis at most: beyond, those of a decade are fewer. */
const MOST = 128;

/** How many trajectories have which loss at each record: shares in rows between two losses. */
export interface Density {
  readonly steps: readonly number[];
  readonly range: readonly [number, number];
  readonly floor: Floor | null;
  /** Edges of the rows, ascending, one more than rows. */
  readonly edges: readonly number[];
  /** For each record the share of the trajectories in each row; those that have diverged are in none. */
  readonly shares: readonly Float64Array[];
}

type Counts = PopulationMeasure['lossCounts'];

/**
 * The losses of one optimizer over its history.
 * @param log whether rows are even on a logarithmic axis; what is not above 0 is then in the lowest row
 * @param above the loss above which losses are told; 0 for losses themselves
 */
export function densityOf(history: readonly Measurement[], optimizer: number, log: boolean, above = 0): Density {
  const records = history.flatMap(({ step, optimizers }) => {
    const measure = optimizers[optimizer];
    if (!measure) return [];
    const counts = { ...measure.lossCounts, from: measure.lossCounts.from - above };
    return [{ step, counts, whole: measure.outcomes.reduce((a, b) => a + b, 0) }];
  });
  const { range, floor } = axisOf(
    records.map(({ counts }) => counts),
    log,
  );
  const edges = edgesOf(range, log);
  return {
    steps: records.map(({ step }) => step),
    range,
    floor,
    edges,
    shares: records.map(({ counts, whole }) => spread(counts, whole, edges, log)),
  };
}

/** The axis on which all counted losses lie. */
function axisOf(all: readonly Counts[], log: boolean): { range: readonly [number, number]; floor: Floor | null } {
  let [low, high, lowest] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];
  for (const { first, counts, signed, from } of all) {
    if (counts.length === 0) continue;
    lowest = Math.min(lowest, from + binEdges(first, signed)[0]);
    high = Math.max(high, from + binEdges(first + counts.length - 1, signed)[1]);
    counts.forEach((count, k) => {
      const upper = count > 0 ? from + binEdges(first + k, signed)[1] : 0;
      const lower = count > 0 ? from + binEdges(first + k, signed)[0] : 0;
      if (upper > 0) low = Math.min(low, lower > 0 ? lower : upper);
    });
  }
  if (!(high > lowest)) return { range: axisRange(null, null, log), floor: null };
  if (!log) return { range: [lowest, high], floor: null };
  if (lowest > 0) return { range: axisRange(low, high, true), floor: null };
  const [bottom, top] = axisRange(Math.min(low, Math.max(high, 1e-300)), Math.max(high, 1e-300), true);
  const floor: Floor = { at: bottom / 10, label: lowest < 0 ? '≤ 0' : '0' };
  return { range: [floor.at, top], floor };
}

function edgesOf([low, high]: readonly [number, number], log: boolean): number[] {
  if (!log) return Array.from({ length: ROWS + 1 }, (_, k) => low + ((high - low) * k) / ROWS);
  const decades = Math.max(1, Math.round(Math.log10(high / low)));
  const each = Math.max(1, Math.min(PER_DECADE, Math.floor(MOST / decades)));
  return Array.from({ length: decades * each + 1 }, (_, k) => low * 10 ** (k / each));
}

/** Puts each bin's count into the rows that it lies in, by how much of it lies in each. */
function spread(
  { first, counts, signed, from }: Counts,
  whole: number,
  edges: readonly number[],
  log: boolean,
): Float64Array {
  const rows = edges.length - 1;
  const shares = new Float64Array(rows);
  const place = (value: number) => {
    const clamped = Math.min(Math.max(value, edges[0]), edges[rows]);
    return log
      ? (rows * Math.log(clamped / edges[0])) / Math.log(edges[rows] / edges[0])
      : (rows * (clamped - edges[0])) / (edges[rows] - edges[0]);
  };
  counts.forEach((count, k) => {
    if (count === 0) return;
    const [lower, upper] = binEdges(first + k, signed);
    // What a logarithm does not take is on the floor, whatever it is.
    const [low, high] = [place(log && from + lower <= 0 ? edges[0] : from + lower), place(from + upper)];
    const share = count / whole;
    if (high - low < 1e-9 || (log && from + lower <= 0)) {
      shares[Math.min(rows - 1, Math.floor(log && from + lower <= 0 ? 0 : low))] += share;
      return;
    }
    for (let row = Math.floor(low); row < Math.min(rows, Math.ceil(high)); row++) {
      shares[row] += (share * (Math.min(high, row + 1) - Math.max(low, row))) / (high - low);
    }
  });
  return shares;
}

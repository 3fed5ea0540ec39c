import type { CellTable } from '../engine/index.ts';
import type { Plan, ResolvedAxis } from '../experiment/index.ts';
import { arrives } from './arrival.ts';

/** The share from which on a value of a hyperparameter counts as good. */
export const GOOD = 0.9;

/** A contiguous range of an axis in which at least the share `GOOD` arrives. */
export interface GoodRange {
  readonly from: number;
  readonly to: number;
  /** Whether the range reaches the end of the axis: it may go on beyond. */
  readonly openBelow: boolean;
  readonly openAbove: boolean;
  /** Its width in decades; null where it does not lie above 0. */
  readonly decades: number | null;
}

/** Whether an axis makes a curve of success for one of a plan's optimizers: it varies the noise, the batch or one of its hyperparameters, over more than one value. */
export function hasSuccessCurve(plan: Plan, optimizer: number, { varied, values }: ResolvedAxis): boolean {
  if (values.length < 2) return false;
  if (varied.kind === 'hyperparameter') return plan.optimizers[optimizer].hyperparameters.has(varied.name);
  return varied.kind === 'noise' || varied.kind === 'batch';
}

/** For each value of an axis the share of the cells along the other axis that arrive. */
export function successCurve(plan: Plan, table: CellTable, side: 'x' | 'y'): Float64Array {
  const columns = plan.x.values.length;
  const counts = new Float64Array(plan[side].values.length);
  for (let cell = 0; cell < plan.cells; cell++) {
    if (arrives(table, cell)) counts[side === 'x' ? cell % columns : Math.floor(cell / columns)]++;
  }
  const others = plan.cells / counts.length;
  return counts.map((count) => count / others);
}

/** The widest contiguous range of an axis in which the share is at least `GOOD`, its ends found between the axis's values as the axis runs; null for none. */
export function goodRange(
  { values, scale }: Pick<ResolvedAxis, 'values' | 'scale'>,
  shares: Float64Array,
): GoodRange | null {
  const place = (value: number) => (scale === 'log' ? Math.log10(value) : value);
  const along = (at: number) => (scale === 'log' ? 10 ** at : at);
  const crossing = (good: number, bad: number) => {
    const share = (shares[good] - GOOD) / (shares[good] - shares[bad]);
    const [from, to] = [place(values[good]), place(values[bad])];
    return share === 0 ? values[good] : along(from + share * (to - from));
  };
  const ranges: GoodRange[] = [];
  for (let first = 0; first < shares.length; first++) {
    if (!(shares[first] >= GOOD)) continue;
    let last = first;
    while (last + 1 < shares.length && shares[last + 1] >= GOOD) last++;
    const [openBelow, openAbove] = [first === 0, last === shares.length - 1];
    const ends = [
      openBelow ? values[0] : crossing(first, first - 1),
      openAbove ? values[last] : crossing(last, last + 1),
    ];
    const [from, to] = [Math.min(...ends), Math.max(...ends)];
    // An axis may run downwards: its first value is then the upper end.
    const falls = values[0] > values[values.length - 1];
    ranges.push({
      from,
      to,
      openBelow: falls ? openAbove : openBelow,
      openAbove: falls ? openBelow : openAbove,
      decades: from > 0 ? Math.log10(to / from) : null,
    });
    first = last;
  }
  const width = ({ from, to }: GoodRange) => place(to) - place(from);
  return ranges.reduce<GoodRange | null>(
    (widest, each) => (!widest || width(each) > width(widest) ? each : widest),
    null,
  );
}

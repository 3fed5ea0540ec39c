import { shareText } from '../../analysis/share-text.ts';
import { formatCount } from '../parts/numbers.ts';
import type { ColorScale } from './color-scale.ts';
import type { MapColors } from './map-colors.ts';

/** One kind of cell in a legend. */
export interface LegendRow {
  readonly label: string;
  readonly meaning: string;
  /** Its code: the place of its tile in the palette. */
  readonly code: number;
  /** Number of such cells, one for each of the legend's heads. */
  readonly counts: readonly number[];
}

/** What the colours of maps mean, and how many cells have them. */
export interface Legend {
  /** Whose cells are counted: an entry for each map. */
  readonly heads: readonly { readonly label: string; readonly color: string }[];
  readonly rows: readonly LegendRow[];
  /** Cells of each map. */
  readonly whole: number;
  /** The scale of a quantity, itself null while no cell has a value; null where colours stand for kinds alone. */
  readonly bar: { readonly label: string; readonly scale: ColorScale | null } | null;
  /** A sentence below; empty for none. */
  readonly note: string;
  readonly tiles: Uint32Array;
  readonly colors: MapColors;
}

/** The rows that have cells. */
export function presentRows({ rows }: Legend): LegendRow[] {
  return rows.filter(({ counts }) => counts.some((count) => count > 0));
}

/** A count in a legend: its share; of a single map, the count too, for there is room. */
export function shareIn({ heads, whole }: Legend, count: number): string {
  const share = shareText(count, whole);
  return heads.length === 1 ? `${formatCount(count)} · ${share}` : share;
}

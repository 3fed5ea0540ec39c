import { type CellTable, OUTCOMES } from '../../engine/index.ts';
import type { CellCodes } from './cell-codes.ts';
import { type ColorScale, placeOn, SHADES } from './color-scale.ts';
import type { Scalar } from './quantities.ts';
import { binOf, middleOf, ValueSpectrum } from './value-spectrum.ts';

/** The code of a cell that has no value, behind those of the scale's colours. */
export const ABSENT = SHADES;

const DIVERGED = OUTCOMES.indexOf('diverged');
/** Cells of each table that are looked at to lay out a scale. */
const SAMPLE = 65_536;
/** Bins of values. */
const BINS = 1 << 16;

/** The scale that holds a quantity of all tables; null where no cell has a value. */
export function scaleFor(scalar: Scalar, tables: readonly CellTable[]): ColorScale | null {
  const spectrum = new ValueSpectrum();
  const negative = scalar.without === 'negative';
  for (const table of tables) {
    const source = scalar.source(table);
    const { outcome } = table;
    const stride = Math.ceil(source.length / SAMPLE);
    for (let cell = 0; cell < source.length; cell += stride) {
      const absent = negative ? source[cell] < 0 : outcome[cell] === DIVERGED;
      if (!absent) spectrum.add(source[cell] - scalar.base);
    }
  }
  return spectrum.scale(scalar.log);
}

/** Number of a table's cells that have no value. */
export function countAbsent(scalar: Scalar, table: CellTable): number {
  const source = scalar.source(table);
  const { outcome } = table;
  let count = 0;
  if (scalar.without === 'negative') for (let cell = 0; cell < source.length; cell++) count += source[cell] < 0 ? 1 : 0;
  else for (let cell = 0; cell < outcome.length; cell++) count += outcome[cell] === DIVERGED ? 1 : 0;
  return count;
}

/** The codes of a table's cells by a quantity: their places on a scale, or `ABSENT`. */
export function scalarCodes(scalar: Scalar, scale: ColorScale | null, table: CellTable): CellCodes {
  if (!scale) return { fill: (codes) => codes.fill(ABSENT) };
  const source = scalar.source(table);
  const { outcome } = table;
  const { base } = scalar;
  const negative = scalar.without === 'negative';
  const shades = shadesOf(scale);
  // On a linear scale bins are too wide where it lies far from 0.
  const perUnit = scale.kind === 'linear' ? SHADES / (scale.high - scale.low) : 0;
  const { low } = scale;
  return {
    fill(codes, first, columns) {
      for (let k = 0; k < codes.length; k++) {
        const cell = first + columns[k];
        const held = source[cell];
        if (negative ? held < 0 : outcome[cell] === DIVERGED) codes[k] = ABSENT;
        else if (perUnit === 0) codes[k] = shades[binOf(held - base)];
        else codes[k] = Math.min(SHADES - 1, Math.max(0, (held - base - low) * perUnit));
      }
    },
  };
}

let latest: { readonly scale: ColorScale; readonly shades: Uint8Array } | null = null;

/** The shade of each bin of values: logarithms are taken once for a bin, not for each cell. */
function shadesOf(scale: ColorScale): Uint8Array {
  const { kind, low, high } = scale;
  if (latest?.scale.kind === kind && latest.scale.low === low && latest.scale.high === high) return latest.shades;
  const shades = Uint8Array.from({ length: BINS }, (_, bin) => {
    const middle = middleOf(bin);
    return Number.isNaN(middle) ? SHADES - 1 : Math.min(SHADES - 1, placeOn(scale, middle) * SHADES);
  });
  latest = { scale, shades };
  return shades;
}

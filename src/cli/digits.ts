/** Digits of a number in a table, and the most that float32 carries. */
const [USUAL, MOST] = [4, 7];

/** Significant digits by which losses can be told from the objective's minimum: more than usual where that lies far from 0. */
export function lossDigits(losses: readonly (number | null)[], minimum: number | null): number {
  const needed = losses.map((loss) =>
    loss === null || minimum === null ? USUAL : Math.ceil(Math.log10(Math.abs(loss / (loss - minimum)))) + 2,
  );
  return Math.min(MOST, Math.max(USUAL, ...needed.filter((digits) => !Number.isNaN(digits))));
}

/** A number of a table with so many significant digits, the last zeros too, so that columns look alike; – for null. */
export function figure(value: number | null, digits = USUAL): string {
  if (value === null) return '–';
  if (value === 0) return '0';
  const size = Math.abs(value);
  if (size < 1e-3 || size >= 1e6) return value.toExponential(digits - 1).replace('e+', 'e');
  return value.toFixed(Math.max(0, digits - 1 - Math.floor(Math.log10(size))));
}

import { formatNumber, formatScientific } from '../parts/numbers.ts';

/** Significant digits of a level: as a rule, and at most. */
const DIGITS = 2;
const MOST = 9;
/** Pixels of a character of the key, and of the gap between two numbers at least. */
const CHARACTER = 7;
const GAP = 6;

/** From here on zeros would pass for digits: 1.7 × 10⁵, not 170000. */
const LARGE = 1e4;

/** Losses as they stand at contours, from low to high: each with as many digits as tell it from its neighbours, up to nine. */
export function levelTexts(losses: readonly number[]): string[] {
  return losses.map((loss, i) => {
    const beside = [losses[i - 1], losses[i + 1]].filter((other) => other !== undefined);
    let digits = DIGITS;
    while (digits < MOST && beside.some((other) => formatNumber(other, digits) === formatNumber(loss, digits)))
      digits++;
    return Math.abs(loss) < LARGE || digits > DIGITS ? formatNumber(loss, digits) : formatScientific(loss, digits);
  });
}

/**
 * The texts of a scale's evenly spaced ticks without those that would touch others; the two ends stay.
 * @param apart pixels from the middle of one tick to that of the next
 * @returns as many texts, empty where one is left out
 */
export function untouching(texts: readonly string[], apart: number): string[] {
  const last = texts.length - 1;
  const width = (i: number) => CHARACTER * texts[i].length;
  const clear = (i: number, j: number) => (j - i) * apart >= (width(i) + width(j)) / 2 + GAP;
  let before = 0;
  return texts.map((text, i) => {
    if (i === 0 || i === last) return text;
    if (!clear(before, i) || !clear(i, last)) return '';
    before = i;
    return text;
  });
}

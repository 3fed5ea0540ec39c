import { formatNumber } from '../parts/numbers.ts';

/** Significant digits of a level: as a rule, and at most. */
const DIGITS = 2;
const MOST = 9;
/** Pixels of a character of the key, and of the gap between two numbers at least. */
const CHARACTER = 7;
const GAP = 6;

/** Losses as they stand at contours, from low to high: with as many digits as tell each from the next, up to nine. */
export function levelTexts(losses: readonly number[]): string[] {
  for (let digits = DIGITS; ; digits++) {
    const texts = losses.map((loss) => formatNumber(loss, digits));
    if (digits === MOST || texts.every((text, i) => i === 0 || text !== texts[i - 1])) return texts;
  }
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

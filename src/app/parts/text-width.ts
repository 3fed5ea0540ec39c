/** Widths in pixels at a chart's letters of 12 pixels: of a letter, more or less, of a broad one, and of a Chinese character. */
const [LETTER, BROAD, WIDE] = [6.5, 8.5, 12];
/** The first character of the scripts whose characters fill a square, and of their punctuation. */
const SQUARE = '\u2e80';

const letterWidth = (letter: string) => (letter >= SQUARE ? WIDE : /[A-Zmw%]/.test(letter) ? BROAD : LETTER);

/** How wide a text is in a chart, about, in CSS pixels. */
export function textWidth(text: string): number {
  return [...text].reduce((sum, letter) => sum + letterWidth(letter), 0);
}

/** A text, or what of it and an ellipsis is about as wide as told, in CSS pixels; one letter is always left. */
export function shortened(text: string, width: number): string {
  if (textWidth(text) <= width) return text;
  let kept = '';
  for (const letter of text) {
    if (kept !== '' && textWidth(kept) + letterWidth(letter) + LETTER > width) break;
    kept += letter;
  }
  return `${kept.trimEnd()}…`;
}

import { msg, str } from '@lit/localize';
/** Several things in a row: a, b, c. */
export function inSeries(texts: readonly string[]): string {
  return texts.length === 0 ? '' : texts.reduce((left, right) => msg(str`${left}, ${right}`));
}

/** Several things in a row, as a sentence has them: a, b and c. */
export function listed(texts: readonly string[]): string {
  const last = texts.at(-1);
  if (last === undefined) return '';
  if (texts.length === 1) return last;
  return msg(str`${inSeries(texts.slice(0, -1))} and ${last}`);
}

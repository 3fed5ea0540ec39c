import { msg, str } from '@lit/localize';
/** Several things in a row, as a sentence has them: a, b and c. */
export function listed(texts: readonly string[]): string {
  const last = texts.at(-1);
  if (last === undefined) return '';
  if (texts.length === 1) return last;
  const others = texts.slice(0, -1).reduce((left, right) => msg(str`${left}, ${right}`));
  return msg(str`${others} and ${last}`);
}

import { type DefaultTreeAdapterMap, parseFragment } from 'parse5';

type Part = DefaultTreeAdapterMap['childNode'];

/** Attributes and properties of elements that people read or hear. */
const READ =
  /^\.?(aria-label|aria-description|aria-valuetext|aria-roledescription|title|placeholder|label|alt|heading|caption|note|unit)$/;

/** What stands for a template's n-th expression in its markup: no letter, and no sign of the markup. */
const placeOf = (n: number) => `\u{e000}${n}\u{e001}`;
const PLACE = /\u{e000}(\d+)\u{e001}/u;

/** A text that people read, in a template: what is written, with `{0}` for the template's first expression. */
export interface MarkupText {
  readonly text: string;
  /** Numbers of the expressions in it. */
  readonly places: readonly number[];
}

/** All that people read in a template: text between tags, and attributes. */
export function textsOfMarkup(strings: readonly string[]): MarkupText[] {
  const markup = strings.reduce((left, right, i) => `${left}${placeOf(i - 1)}${right}`);
  return parseFragment(markup).childNodes.flatMap(textsOf);
}

function textsOf(part: Part): MarkupText[] {
  if (part.nodeName === '#text' && 'value' in part) return [told(part.value)];
  if (!('childNodes' in part)) return [];
  const attributes = part.attrs
    .filter(({ name, value }) => READ.test(name) || (name === 'name' && value.includes(' ')))
    .map(({ value }) => told(value));
  const inside = 'content' in part ? part.content.childNodes : part.childNodes;
  // Styles are no text.
  return [...attributes, ...(part.nodeName === 'style' ? [] : inside.flatMap(textsOf))];
}

function told(value: string): MarkupText {
  const parts = value.split(PLACE);
  return {
    text: parts
      .map((part, i) => (i % 2 === 1 ? `{${part}}` : part))
      .join('')
      .replace(/\s+/g, ' ')
      .trim(),
    places: parts.flatMap((part, i) => (i % 2 === 1 ? [Number(part)] : [])),
  };
}

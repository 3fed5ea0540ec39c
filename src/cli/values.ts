import { BadInput } from './faults.ts';

const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;

/** The number that a text stands for; NaN where it is none, or too large for one. */
export function numberFrom(text: string): number {
  const value = NUMBER.test(text.trim()) ? Number(text) : Number.NaN;
  return Number.isFinite(value) ? value : Number.NaN;
}

/** A whole number within bounds. Throws `BadInput`. */
export function wholeNumber(text: string, what: string, lowest: number, highest: number): number {
  const value = /^[+-]?\d+$/.test(text.trim()) ? Number(text) : Number.NaN;
  if (value >= lowest && value <= highest) return value;
  throw new BadInput(`${what}: "${text}" cannot be used; it must be a whole number from ${lowest} to ${highest}`);
}

/** One of the words that an option may have. Throws `BadInput`. */
export function oneOf<T extends string>(text: string, what: string, words: readonly T[]): T {
  const word = words.find((each) => each === text);
  if (word !== undefined) return word;
  throw new BadInput(`${what}: "${text}" is not known; it may be ${words.join(', ')}`);
}

/** A point written `x=1,y=2`: names and values, in their order. Throws `BadInput`. */
export function namedNumbers(text: string, what: string): Map<string, number> {
  const point = new Map<string, number>();
  for (const part of text.split(',')) {
    const [, name, written] = /^\s*([A-Za-z_]\w*)\s*=(.*)$/s.exec(part) ?? [];
    const value = numberFrom(written ?? '');
    if (name === undefined || Number.isNaN(value)) {
      throw new BadInput(`${what}: "${part}" is not a name and its number; write ${what} x=1,y=2`);
    }
    if (point.has(name)) throw new BadInput(`${what}: "${name}" stands twice; give it once`);
    point.set(name, value);
  }
  return point;
}

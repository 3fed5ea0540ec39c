import { noNumber, numberFrom } from '../import/numbers.ts';
import { BadInput } from './faults.ts';

/** The largest coordinate of a domain. */
const FARTHEST = 1e12;

/** A whole number within bounds. Throws `BadInput`. */
export function wholeNumber(text: string, what: string, lowest: number, highest: number): number {
  const value = numberFrom(text);
  if (Number.isInteger(value) && value >= lowest && value <= highest) return value;
  const problem = Number.isNaN(value)
    ? 'is no number'
    : !Number.isInteger(value) && Number.isFinite(value)
      ? 'is not whole'
      : value > highest
        ? 'is too large'
        : 'is too small';
  throw new BadInput(`${what}: "${text}" ${problem}; it must be a whole number from ${lowest} to ${highest}`);
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
    if (name === undefined) {
      throw new BadInput(`${what}: "${part}" is not a name and its number; write ${what} x=1,y=2`);
    }
    const value = numberFrom(written);
    if (!Number.isFinite(value)) {
      const { problem, possible } = noNumber(written);
      throw new BadInput(`${what}: ${name}: ${problem}; ${possible}`);
    }
    if (point.has(name)) throw new BadInput(`${what}: "${name}" stands twice; give it once`);
    point.set(name, value);
  }
  return point;
}

/** Intervals written `x=-1:1,y=0:5`: names, and for each the low and the high end, in their order. Throws `BadInput`. */
export function namedIntervals(text: string, what: string): Map<string, [low: number, high: number]> {
  const intervals = new Map<string, [number, number]>();
  for (const part of text.split(',')) {
    const [, name, low, high] = /^\s*([A-Za-z_]\w*)\s*=([^:]*):([^:]*)$/s.exec(part) ?? [];
    if (name === undefined) {
      throw new BadInput(`${what}: "${part}" is not a name and its interval; write ${what} x=-1:1,y=0:5`);
    }
    const ends = [low, high].map((written) => {
      const value = numberFrom(written);
      if (Math.abs(value) <= FARTHEST) return value;
      if (Number.isFinite(value)) {
        throw new BadInput(`${what}: ${name}: ${written} is too far from 0; it must be from -1e12 to 1e12`);
      }
      const { problem, possible } = noNumber(written);
      throw new BadInput(`${what}: ${name}: ${problem}; ${possible}`);
    });
    if (!(ends[0] < ends[1])) {
      throw new BadInput(`${what}: ${name}: ${low}:${high} is empty; write the low end first`);
    }
    if (intervals.has(name)) throw new BadInput(`${what}: "${name}" stands twice; give it once`);
    intervals.set(name, [ends[0], ends[1]]);
  }
  return intervals;
}

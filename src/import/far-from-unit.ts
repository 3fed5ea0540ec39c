import { momentsOf } from '../experiment/network/standardised.ts';

/** Root mean square of a column, at most, and its standard deviation, at least, with which networks train as they are. */
const [MOST, LEAST] = [10, 0.01];

/** Whether a column's numbers are so far from 0, so large or so near to each other that a network whose weights begin near 1 learns little from them. */
export function isFarFromUnit(column: readonly number[]): boolean {
  const { mean, deviation } = momentsOf(column);
  return Math.hypot(mean, deviation) > MOST || (deviation > 0 && deviation < LEAST);
}

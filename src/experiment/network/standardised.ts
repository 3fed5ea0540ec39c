/** A column brought to mean 0 and standard deviation 1; of one that does not vary only the mean. */
export function standardised(column: readonly number[]): number[] {
  const mean = meanOf(column);
  const deviation = deviationOf(column) || 1;
  return column.map((value) => (value - mean) / deviation);
}

/** Whether a column's numbers are so far from 0, so large or so near to each other that a network whose weights begin near 1 learns little from them. */
export function isFarFromUnit(column: readonly number[]): boolean {
  const deviation = deviationOf(column);
  const far = Math.hypot(meanOf(column), deviation) > MOST;
  return far || (deviation > 0 && deviation < LEAST);
}

/** Root mean square of a column, at most, and its standard deviation, at least, with which networks train as they are. */
const [MOST, LEAST] = [10, 0.01];

const meanOf = (column: readonly number[]) => column.reduce((sum, value) => sum + value, 0) / column.length;

function deviationOf(column: readonly number[]): number {
  const mean = meanOf(column);
  return Math.sqrt(meanOf(column.map((value) => (value - mean) ** 2)));
}

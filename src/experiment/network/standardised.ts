/** A column brought to mean 0 and standard deviation 1; of one that does not vary only the mean. */
export function standardised(column: readonly number[]): number[] {
  const { mean, deviation } = momentsOf(column);
  return column.map((value) => (value - mean) / (deviation || 1));
}

/** Mean and standard deviation of a column. */
export function momentsOf(column: readonly number[]): { readonly mean: number; readonly deviation: number } {
  const meanOf = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const mean = meanOf(column);
  return { mean, deviation: Math.sqrt(meanOf(column.map((value) => (value - mean) ** 2))) };
}

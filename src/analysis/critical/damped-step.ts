/**
 * Levenberg's and Marquardt's step: the s for which |H s + g|² + d²·|s|² is least. The least squares are solved by
 * Gram and Schmidt's orthogonalisation of H above d times the unit matrix, not by their normal equations: those would square
 * the Hessian's condition number.
 */
export class DampedStep {
  /** Columns of the stacked matrix one after another, the right side last. */
  private readonly columns: Float64Array;
  private readonly upper: Float64Array;

  /** @param size number of parameters */
  constructor(private readonly size: number) {
    this.columns = new Float64Array((size + 1) * 2 * size);
    this.upper = new Float64Array(size * (size + 1));
  }

  /**
   * Writes the step.
   * @param looked value, gradient and Hessian, as `UnitObjective.look` gives them
   * @param damping the length d, in units of the Hessian's largest entry
   * @returns the step's length; NaN or infinite where the damped matrix is singular
   */
  solve(looked: Float64Array, damping: number, step: Float64Array): number {
    const { size, columns, upper } = this;
    const height = 2 * size;
    const scale = largest(looked, size);
    for (let j = 0; j < size; j++) {
      for (let i = 0; i < size; i++) {
        columns[j * height + i] = looked[1 + size + i * size + j] / scale;
        columns[j * height + size + i] = i === j ? damping : 0;
      }
    }
    for (let i = 0; i < size; i++) {
      columns[size * height + i] = -looked[1 + i] / scale;
      columns[size * height + size + i] = 0;
    }
    for (let k = 0; k < size; k++) {
      const length = Math.sqrt(product(columns, k * height, k * height, height));
      for (let i = 0; i < height; i++) columns[k * height + i] /= length;
      upper[k * (size + 1) + k] = length;
      for (let j = k + 1; j <= size; j++) {
        const along = product(columns, k * height, j * height, height);
        upper[k * (size + 1) + j] = along;
        for (let i = 0; i < height; i++) columns[j * height + i] -= along * columns[k * height + i];
      }
    }
    let square = 0;
    for (let k = size - 1; k >= 0; k--) {
      let rest = upper[k * (size + 1) + size];
      for (let j = k + 1; j < size; j++) rest -= upper[k * (size + 1) + j] * step[j];
      step[k] = rest / upper[k * (size + 1) + k];
      square += step[k] ** 2;
    }
    return Math.sqrt(square);
  }
}

/** The size of a Hessian's largest entry. */
export function largest(looked: Float64Array, size: number): number {
  let most = 0;
  for (let i = 1 + size; i < looked.length; i++) most = Math.max(most, Math.abs(looked[i]));
  return most;
}

function product(values: Float64Array, a: number, b: number, length: number): number {
  let sum = 0;
  for (let i = 0; i < length; i++) sum += values[a + i] * values[b + i];
  return sum;
}

import { expect, test } from 'vitest';
import { eigenvalues, spectrum } from '../../../src/analysis/eigen.ts';

test('components of a vector keep its length, and its products with the matrix and with its square', () => {
  for (let n = 1; n <= 7; n++) {
    const random = (i: number, j: number) => Math.sin(97 * (i + j) + 13 * i * j + n);
    const matrix = Array.from({ length: n }, (_, i) => Float64Array.from({ length: n }, (_, j) => random(i, j)));
    const vector = Float64Array.from({ length: n }, (_, i) => Math.cos(7 * i + n));
    const times = (v: Float64Array) =>
      Float64Array.from(matrix, (row) => row.reduce((sum, each, j) => sum + each * v[j], 0));
    const dot = (a: Float64Array, b: Float64Array) => a.reduce((sum, each, i) => sum + each * b[i], 0);
    const { eigenvalues: values, components } = spectrum(matrix, vector);
    expect(values).toEqual(eigenvalues(matrix));
    const moment = (power: number) => components.reduce((sum, part, i) => sum + part ** 2 * values[i] ** power, 0);
    const once = times(vector);
    for (const [power, expected] of [
      dot(vector, vector),
      dot(vector, once),
      dot(once, once),
      dot(once, times(once)),
    ].entries()) {
      expect(moment(power), `n = ${n}, power ${power}`).toBeCloseTo(expected, 10);
    }
  }
});

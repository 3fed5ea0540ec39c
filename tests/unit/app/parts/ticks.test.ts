import { describe, expect, it } from 'vitest';
import { decadesBetween, linearTicks } from '../../../../src/app/parts/ticks.ts';

describe('linearTicks', () => {
  it.each([
    [-5, 5, 5, ['−4', '−2', '0', '2', '4']],
    [-1, 3, 8, ['−1.0', '−0.5', '0', '0.5', '1.0', '1.5', '2.0', '2.5', '3.0']],
    [0.1, 0.1004, 4, ['0.1000', '0.1001', '0.1002', '0.1003', '0.1004']],
    [-200, -100, 4, ['−200', '−150', '−100']],
    [0, 4e6, 4, ['0', '10⁶', '2 × 10⁶', '3 × 10⁶', '4 × 10⁶']],
    [1, 1, 4, []],
    [-5, 5, 1.2, ['−5', '0', '5']],
    [-2.1, 2.8, 1, ['−2', '0', '2']],
    [0.3, 0.9, 0.5, ['0.4', '0.6', '0.8']],
  ])('%d to %d in about %d', (low, high, count, labels) => {
    expect(linearTicks(low, high, count).labels).toEqual(labels);
  });

  it('is exact at round numbers', () => {
    expect(linearTicks(-0.35, 0.35, 7).values).toEqual([-0.3, -0.2, -0.1, 0, 0.1, 0.2, 0.3]);
  });
});

it('leaves no axis with a single tick', () => {
  for (const low of [-1000, -5, -0.37, 0, 1e-7, 2.3, 999]) {
    for (const width of [1e-9, 1e-3, 0.7, 1, 3.3, 10, 123, 1e6]) {
      for (const count of [0.1, 0.9, 1, 1.3, 2, 3.7, 9]) {
        const { values } = linearTicks(low, low + width, count);
        const said = `${low} to ${low + width} in ${count}: ${values}`;
        if (Math.abs(low) * 1e-9 > width) continue;
        expect(values.length, said).toBeGreaterThanOrEqual(2);
        expect(values.length, said).toBeLessThanOrEqual(2 * count + 4);
        expect(new Set(values).size, said).toBe(values.length);
      }
    }
  }
});

describe('decadesBetween', () => {
  it.each([
    [0.1, 1000, 9, [-1, 0, 1, 2, 3]],
    [1e-12, 1e3, 8, [-12, -10, -8, -6, -4, -2, 0, 2]],
    [2, 9, 8, []],
    [10, 1000, 2, [1, 3]],
    [1e-7, 1e3, 1, [-7, 3]],
  ])('%d to %d, at most %d', (low, high, most, exponents) => {
    expect(decadesBetween(low, high, most)).toEqual(exponents);
  });
});

import { expect, test } from 'vitest';
import { binned, binnedDigits } from '../../../src/analysis/binned.ts';

test.each([
  [165.33333333333334, 0, 165],
  [0.000003484345351043644, 0, 0.00000348],
  [-9.98712345, -10, -9.9871],
  [1000.0123456, 1000, 1000.012],
  [5.4321, 1000, 5.43],
  [0, 0, 0],
  [0, -3.21, 0],
  [-7.253125, -7.253125, -7.253125],
  [Number.NaN, 0, Number.NaN],
])('%d, counted from %d, is written as %d', (value, from, expected) => expect(binned(value, from)).toBe(expected));

test('digits are of the distance', () => {
  expect([binnedDigits(998.76, 1000, 2), binnedDigits(998.76, 0, 2), binnedDigits(3, -500, 2)]).toEqual([4, 2, 2]);
});

import { describe, expect, test } from 'vitest';
import { quantilesOf } from '../../../src/analysis/quantiles.ts';
import { BINS, FIRST_EDGE, readHistogram } from '../../../src/engine/histogram.ts';
import { PROBABILITIES } from '../../../src/engine/index.ts';
import { binWidth } from '../../support/engine-bins.ts';
import { randomNumbers } from '../../support/random.ts';

/** Counts as the engines do: by a float32's sign, exponent and first bits. */
function counted(values: Float32Array, signed: boolean): Uint32Array {
  const counts = new Uint32Array(BINS);
  const half = BINS / 2;
  const place = (size: number) => (new Uint32Array(Float32Array.of(size).buffer)[0] >>> 20) - FIRST_EDGE;
  for (const value of values) {
    const bin = Math.min(Math.max(place(Math.abs(value)), 0), BINS - 1);
    counts[signed ? (value < 0 ? half - 1 - (bin >> 1) : half + (bin >> 1)) : value > 0 ? bin : 0]++;
  }
  return counts;
}

const draw = randomNumbers(11);
const normal = () => Math.sqrt(-2 * Math.log(1 - draw())) * Math.cos(2 * Math.PI * draw());
const many = (count: number, value: (i: number) => number) => Float32Array.from({ length: count }, (_, i) => value(i));
const POPULATIONS: readonly (readonly [string, Float32Array, signed: boolean])[] = [
  ['one', many(1, () => 7.3), false],
  ['two, far apart', many(2, (i) => [1e-4, 3e3][i]), false],
  ['sixteen over ten decades', many(16, (i) => 10 ** (i / 1.6 - 8)), false],
  ['each sixty-four times', many(4096, (i) => 11 + 3.7 * (i >> 6)), false],
  ['one value', many(1000, () => 14.2), false],
  ['normal logarithms', many(65_536, () => Math.exp(2 * normal())), false],
  ['nothing and much', many(1000, (i) => (i < 500 ? 0 : 1 + i / 1000)), false],
  ['both signs', many(4097, () => normal()), true],
  ['below 0 alone', many(333, () => -Math.exp(normal())), true],
];

describe.each(POPULATIONS)('quantiles of %s', (_, values, signed) => {
  test('are the exact ones to the width of a bin, in ascending order', () => {
    const sorted = values.slice().sort();
    const exact = quantilesOf(values.slice(), PROBABILITIES);
    const got = readHistogram(counted(values, signed), signed);
    PROBABILITIES.forEach((probability, i) => {
      const place = probability * (values.length - 1);
      const [low, high] = [sorted[Math.floor(place)], sorted[Math.ceil(place)]];
      const width = Math.max(binWidth(low, signed), binWidth(high, signed));
      const said = `quantile ${probability}: got ${got[i]}, expected ${exact[i]} to ${width}`;
      expect(Math.abs(got[i] - exact[i]) <= width, said).toBe(true);
      if (i > 0) expect(got[i], said).toBeGreaterThanOrEqual(got[i - 1]);
    });
  });
});

test('where many values are spread about evenly, quantiles are far nearer than a bin is wide', () => {
  const values = many(65_536, (i) => 1 + 99 * ((i + 0.5) / 65_536) ** 2);
  const exact = quantilesOf(values.slice(), PROBABILITIES);
  readHistogram(counted(values, false), false).forEach((got, i) => {
    expect(Math.abs(got / exact[i] - 1), `${PROBABILITIES[i]}: got ${got}, expected ${exact[i]}`).toBeLessThan(0.01);
  });
});

test('nothing has no quantiles', () => {
  expect([...readHistogram(new Uint32Array(BINS), false)]).toEqual(PROBABILITIES.map(() => Number.NaN));
});

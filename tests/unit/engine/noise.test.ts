import { describe, expect, test } from 'vitest';
import { normal, pcg } from '../../../src/catalogue/index.ts';

describe('values that every engine must draw', () => {
  test.each([
    [0, 129708002],
    [1, 2831084092],
    [4294967295, 3861530882],
  ])('pcg(%i)', (value, expected) => {
    expect(pcg(value)).toBe(expected);
  });

  test.each([
    [0, 0, 1, 0, -1.0155897396026456],
    [1, 65535, 1000, 1, -0.1112371566494072],
    [4294967295, 268435455, 10_000_000, 15, 1.44090803107186],
  ])('normal(seed %i, cell %i, step %i, parameter %i)', (seed, cell, step, parameter, expected) => {
    expect(normal(seed, cell, step, parameter)).toBeCloseTo(expected, 14);
  });
});

/** Draws of each stream. */
const COUNT = 250_000;
/** Bound of a statistic in standard deviations: a good generator passes it all but twice in a million. */
const SIGMAS = 4.9;

/** Quantiles of the normal distribution at 1/16 … 15/16. */
const NEGATIVE = [
  -1.53412054435, -1.15034938038, -0.88714655902, -0.6744897502, -0.48877641111, -0.31863936396, -0.15731068461,
];
const QUANTILES = [...NEGATIVE, 0, ...NEGATIVE.map((z) => -z).reverse()];

/** Draws along one of the arguments, the others held. */
const STREAMS: readonly (readonly [string, (i: number) => number])[] = [
  ['cells', (i) => normal(3, i, 17, 1)],
  ['steps', (i) => normal(3, 123, i + 1, 0)],
  ['seeds', (i) => normal(i, 0, 1, 0)],
  ['parameters, steps and cells together', (i) => normal(9, (i >> 8) & 255, i >> 16, i & 255)],
];

/** Moments of the normal distribution: their values, and the standard deviations of one draw's contribution. */
const MOMENTS: readonly (readonly [string, (z: number) => number, number, number])[] = [
  ['mean', (z) => z, 0, 1],
  ['variance', (z) => z ** 2, 1, Math.sqrt(2)],
  ['skewness', (z) => z ** 3, 0, Math.sqrt(15)],
  ['kurtosis', (z) => z ** 4, 3, Math.sqrt(96)],
];

/** The same of two draws that are independent. */
const PRODUCTS: readonly (readonly [string, (a: number, b: number) => number, number])[] = [
  ['values', (a, b) => a * b, 1],
  ['sizes', (a, b) => (a ** 2 - 1) * (b ** 2 - 1), 2],
  ['value and size', (a, b) => a * (b ** 2 - 1), Math.sqrt(2)],
];

describe.each(STREAMS)('draws: %s', (_, draw) => {
  const draws = Float64Array.from({ length: COUNT }, (_, i) => draw(i));
  const check = (of: (z: number, i: number) => number, expected: number, deviation: number) => {
    const mean = draws.reduce((sum, z, i) => sum + of(z, i), 0) / COUNT;
    const away = (Math.abs(mean - expected) / deviation) * Math.sqrt(COUNT);
    expect(away, `got ${mean}, expected ${expected}`).toBeLessThan(SIGMAS);
  };

  test.each(MOMENTS)('have the normal distribution’s %s', (_, of, expected, deviation) => {
    check(of, expected, deviation);
  });

  test('fill sixteen equally likely bins equally', () => {
    const counts = new Array<number>(16).fill(0);
    for (const z of draws) {
      let bin = 0;
      while (z > QUANTILES[bin]) bin++;
      counts[bin]++;
    }
    const expected = COUNT / 16;
    const chi = counts.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
    // χ² with 15 degrees of freedom.
    expect(chi, `${counts}`).toBeLessThan(15 + SIGMAS * Math.sqrt(30) + SIGMAS);
  });

  test.each([1, 2, 256].flatMap((lag) => PRODUCTS.map((product) => [lag, ...product] as const)))(
    'neighbours %i apart are independent: %s',
    (lag, _, of, deviation) => {
      check((z, i) => of(z, draws[(i + lag) % COUNT]), 0, deviation);
    },
  );
});

test('draws that differ in one argument are independent', () => {
  const pairs: readonly (readonly [string, (i: number) => readonly [number, number]])[] = [
    ['parameters', (i) => [normal(1, i, 5, 0), normal(1, i, 5, 1)]],
    ['seeds', (i) => [normal(1, i, 5, 0), normal(2, i, 5, 0)]],
    ['cell and step exchanged', (i) => [normal(1, i, i + 1, 0), normal(1, i + 1, i, 0)]],
    ['step and parameter exchanged', (i) => [normal(1, i, 1, 2), normal(1, i, 2, 1)]],
  ];
  for (const [what, draw] of pairs) {
    let sum = 0;
    for (let i = 0; i < COUNT; i++) {
      const [a, b] = draw(i);
      sum += a * b;
    }
    expect(Math.abs(sum) / Math.sqrt(COUNT), what).toBeLessThan(SIGMAS);
  }
});

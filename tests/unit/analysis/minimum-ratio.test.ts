import { describe, expect, test } from 'vitest';
import { drawNetworks, picturePlan } from '../../../src/analysis/minimum-ratio/networks.ts';
import { ratioStatistics } from '../../../src/analysis/minimum-ratio/statistics.ts';

describe('the networks of the picture', () => {
  const networks = 4000;
  const drawn = drawNetworks({ target: 'sinc', networks, seed: 3 });
  const names = picturePlan({ target: 'sinc', networks: 2, seed: 3 }).objective.parameters;
  const of = (pattern: RegExp) =>
    names.flatMap((name, k) => (pattern.test(name) ? drawn.map(({ start }) => start[k]) : []));
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const deviation = (values: readonly number[]) => Math.sqrt(mean(values.map((value) => value ** 2)));

  // Four standard errors of what is drawn.
  test.each<[string, RegExp, number, number]>([
    ['hidden weights', /^w1_/, 6, 4],
    ['output weights', /^w2_/, 0.5, 4],
    ['the output’s bias', /^b2_/, 0.1, 1],
  ])('%s are normal about 0', (_, pattern, expected, each) => {
    const values = of(pattern);
    expect(values).toHaveLength(each * networks);
    const error = 4 / Math.sqrt(values.length);
    expect(Math.abs(mean(values))).toBeLessThan(error * expected);
    expect(Math.abs(deviation(values) / expected - 1)).toBeLessThan(error / Math.SQRT2);
    // The fourth moment of a normal is 3; its error √(96/n).
    const fourth = mean(values.map((value) => (value / expected) ** 4));
    expect(Math.abs(fourth - 3)).toBeLessThan(4 * Math.sqrt(96 / values.length));
  });

  test('units bend evenly between 0 and 1', () => {
    const [weights, biases] = [of(/^w1_/), of(/^b1_/)];
    const places = biases.map((bias, i) => -bias / weights[i]);
    expect(Math.min(...places)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...places)).toBeLessThanOrEqual(1);
    const error = 4 / Math.sqrt(places.length);
    expect(Math.abs(mean(places) - 1 / 2)).toBeLessThan(error * Math.sqrt(1 / 12));
    expect(Math.abs(mean(places.map((place) => place ** 2)) - 1 / 3)).toBeLessThan(error * Math.sqrt(4 / 45));
  });

  test('one in four is not trained, the others up to 1995 updates, evenly in their logarithms', () => {
    const untrained = drawn.filter(({ steps }) => steps === 0).length / networks;
    expect(Math.abs(untrained - 0.25)).toBeLessThan(4 * Math.sqrt((0.25 * 0.75) / networks));
    const decades = drawn.flatMap(({ steps }) => (steps > 0 ? [Math.log10(steps)] : []));
    expect(Math.max(...decades)).toBeLessThanOrEqual(Math.log10(1996));
    expect(Math.abs(mean(decades) - 3.3 / 2)).toBeLessThan((4 * 3.3) / Math.sqrt(12 * decades.length) + 0.005);
  });

  test('the same seed draws the same, however many, and another one others', () => {
    expect(drawNetworks({ target: 'sine', networks: 5, seed: 3 })).toEqual(drawn.slice(0, 5));
    expect(drawNetworks({ target: 'sinc', networks: 1, seed: 4 })[0].start).not.toEqual(drawn[0].start);
  });
});

test('statistics of four networks', () => {
  const end = (
    loss: number,
    ratio: number,
    gradientNorm: number,
    kind: 'critical' | 'gradient-flat' | 'unfinished',
  ) => ({
    loss,
    ratio,
    gradientNorm,
    kind,
  });
  const statistics = ratioStatistics([
    end(1, 0.5, 4, 'critical'),
    end(3, 0.5, 1, 'critical'),
    end(0, 1, 2, 'gradient-flat'),
    end(0, 0.75, 8, 'unfinished'),
  ]);
  expect(statistics).toEqual({
    networks: 4,
    medianGradientNorm: 3,
    // Covariance −0.1875, deviations √1.5 and √0.04296875.
    correlation: expect.closeTo(-0.1875 / Math.sqrt(1.5 * 0.04296875), 12),
    byRatio: [
      { ratio: 0.5, networks: 2, medianLoss: 2 },
      { ratio: 0.75, networks: 1, medianLoss: 0 },
      { ratio: 1, networks: 1, medianLoss: 0 },
    ],
    kinds: { critical: 2, 'gradient-flat': 1, unfinished: 1 },
  });
  expect(ratioStatistics([end(1, 0.5, 1, 'critical')]).correlation).toBeNaN();
});

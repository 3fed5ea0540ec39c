import { describe, expect, it, test } from 'vitest';
import { standingOf } from '../../../src/analysis/comparison.ts';
import { quantilesOf } from '../../../src/analysis/quantiles.ts';
import { overlap, wilson } from '../../../src/analysis/wilson.ts';
import { planExperiment } from '../../../src/experiment/index.ts';
import { gone, home, tableOf } from './tables.ts';

describe("Wilson's interval", () => {
  // Newcombe, Statistics in Medicine 17 (1998), table I: score method without continuity correction.
  test.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
    [29, 29, 0.883, 1],
  ])('%d of %d', (part, whole, low, high) => {
    const found = wilson(part, whole);
    expect(found.low).toBeCloseTo(low, 4);
    expect(found.high).toBeCloseTo(high, 4);
    expect(found.share).toBe(part / whole);
  });

  it('has something in common with itself, and nothing with a share far off', () => {
    expect(overlap(wilson(50, 100), wilson(55, 100))).toBe(true);
    expect(overlap(wilson(930, 1000), wilson(998, 1000))).toBe(false);
  });
});

describe('quantiles', () => {
  it('are those of the sorted values, whatever their order', () => {
    const values = Float32Array.from({ length: 997 }, (_, i) => ((i * 7919) % 997) / 3 + (i % 3 === 0 ? 40 : 0));
    const sorted = values.slice().sort();
    for (const probability of [0, 0.05, 0.5, 0.731, 0.95, 1]) {
      const place = probability * (sorted.length - 1);
      const [a, b] = [sorted[Math.floor(place)], sorted[Math.ceil(place)]];
      const expected = a + (place - Math.floor(place)) * (b - a);
      expect(
        quantilesOf(values.slice(), [0.5, probability].sort())[probability >= 0.5 ? 1 : 0],
        `${probability}`,
      ).toBeCloseTo(expected, 5);
    }
  });

  it('count infinite values as the largest, and of equal ones as themselves', () => {
    const infinity = Number.POSITIVE_INFINITY;
    expect(quantilesOf(Float32Array.from([infinity, 1, 2]), [0.5, 1])).toEqual([2, infinity]);
    expect(quantilesOf(Float32Array.from([infinity, infinity, 1]), [0.5])).toEqual([infinity]);
    expect(quantilesOf(Float32Array.from([4, 4, 4, 4]), [0.3, 0.5])).toEqual([4, 4]);
    expect(quantilesOf(new Float32Array(0), [0.5])).toEqual([Number.NaN]);
  });
});

describe('where an optimizer stands', () => {
  const plan = planExperiment({ objective: 'himmelblau', optimizers: [{ name: 'sgd' }], target: 0.01 });

  it('counts cells that have converged or reached the target as arrived, and diverged ones as infinitely high', () => {
    const cells = [home(), home(1, 0.5), { arrivedAt: 30, loss: 3, norm: 2 }, {}, gone, gone];
    const standing = standingOf(plan, tableOf(cells));
    expect(standing.arrivals).toEqual(wilson(3, 6));
    expect(standing.counts).toEqual([2, 0, 0, 0, 2, 2]);
    expect(standing.loss[0]).toBe(2);
    expect(standing.loss[1]).toBe(Number.POSITIVE_INFINITY);
    expect(standing.gradientNorm).toEqual([1.5, Number.POSITIVE_INFINITY]);
  });

  it('tells the median of first steps over all cells: infinite where fewer than half arrive', () => {
    expect(standingOf(plan, tableOf([home(), { arrivedAt: 30 }, {}])).steps).toBe(30);
    expect(standingOf(plan, tableOf([home(), {}, {}])).steps).toBe(Number.POSITIVE_INFINITY);
    const without = planExperiment({ ...plan.experiment, target: null });
    expect(standingOf(without, tableOf([home()])).steps).toBeNull();
  });

  it('counts losses from the known minimum', () => {
    const known = planExperiment({
      objective: { formula: 'x^2 + y^2 - 3', minimum: -3 },
      optimizers: [{ name: 'sgd' }],
    });
    expect(standingOf(known, tableOf([{ loss: -1 }])).loss).toEqual([2, 2]);
  });
});

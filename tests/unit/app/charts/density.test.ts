import { describe, expect, it } from 'vitest';
import { densityOf } from '../../../../src/app/charts/density.ts';
import { shadeOf } from '../../../../src/app/charts/density-shapes.ts';
import { binEdges } from '../../../../src/engine/index.ts';
import { measurement } from '../../../support/measurements.ts';
import { randomNumbers } from '../../../support/random.ts';

/** The bin in which a loss is counted, found by its edges. */
function binOf(loss: number, signed: boolean, from: number): number {
  for (let bin = 0; bin < 1024; bin++) {
    const [low, high] = binEdges(bin, signed);
    if (loss - from >= low && loss - from < high) return bin;
  }
  throw new Error(`no bin holds ${loss}`);
}

/** A history of one record of losses as an engine counts them, and so many cells that have diverged. */
function counted(losses: readonly number[], signed = false, from = 0, diverged = 0) {
  const bins = losses.map((loss) => binOf(loss, signed, from));
  const first = Math.min(...bins);
  const counts = new Uint32Array(1 + Math.max(...bins) - first);
  for (const bin of bins) counts[bin - first]++;
  const outcomes = Uint32Array.of(0, 0, 0, 0, losses.length, diverged);
  return [measurement(0, { lossCounts: { first, counts, signed, from }, outcomes })];
}

const total = (shares: Float64Array) => shares.reduce((sum, share) => sum + share, 0);

describe('binEdges', () => {
  it.each([false, true])('follow one another without a gap, signed: %s', (signed) => {
    for (let bin = 1; bin < 1024; bin++) {
      expect(binEdges(bin, signed)[0], `bin ${bin}`).toBe(binEdges(bin - 1, signed)[1]);
      expect(binEdges(bin, signed)[1]).toBeGreaterThan(binEdges(bin, signed)[0]);
    }
  });
});

describe('densityOf', () => {
  const random = randomNumbers(5);
  const losses = Array.from({ length: 400 }, () => 10 ** (8 * random() - 6));

  it.each([true, false])('puts every loss into a row that its bin reaches, log: %s', (log) => {
    for (const loss of losses.slice(0, 40)) {
      const { edges, shares } = densityOf(counted([loss, 1e-6, 1e2]), 0, log);
      const [low, high] = binEdges(binOf(loss, false, 0), false);
      const rows = edges.slice(1).map((edge, row) => edges[row] < high && edge > low);
      const near = [...shares[0]].reduce((sum, share, row) => sum + (rows[row] ? share : 0), 0);
      expect(near, `loss ${loss}`).toBeGreaterThan(1 / 3 - 1e-9);
    }
  });

  it('has all that live in its rows, and no other', () => {
    expect(total(densityOf(counted(losses), 0, true).shares[0])).toBeCloseTo(1, 9);
    expect(total(densityOf(counted(losses, false, 0, 400), 0, true).shares[0])).toBeCloseTo(0.5, 9);
    expect(total(densityOf(counted(losses), 0, false).shares[0])).toBeCloseTo(1, 9);
  });

  it('puts what a logarithm does not take into the lowest row, and says what it stands for', () => {
    const zero = densityOf(counted([0, 0, 0, 1]), 0, true);
    expect(zero.floor?.label).toBe('0');
    expect(zero.shares[0][0]).toBeCloseTo(0.75, 9);
    const signed = densityOf(counted([-4, -3, 2, 5], true, -4), 0, true);
    expect(signed.floor?.label).toBe('≤ 0');
    expect(signed.shares[0][0]).toBeCloseTo(0.5, 9);
    expect(total(signed.shares[0])).toBeCloseTo(1, 9);
  });

  it('is empty where nothing was measured', () => {
    expect(densityOf([], 0, true).shares).toEqual([]);
    expect(densityOf([measurement(0, {})], 0, true).range).toEqual([0.1, 10]);
  });
});

describe('shadeOf', () => {
  it('grows with the share, from the least to all', () => {
    const shades = [1e-9, 1e-4, 1e-3, 0.01, 0.5, 1].map(shadeOf);
    expect(shades).toEqual([...shades].sort((a, b) => a - b));
    expect([shades[0], shades.at(-1)]).toEqual([0, 23]);
  });
});

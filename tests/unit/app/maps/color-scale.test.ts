import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { linearScale, logScale, placeOn, scaleTicks } from '../../../../src/app/maps/color-scale.ts';
import { binOf, middleOf, ValueSpectrum } from '../../../../src/app/maps/value-spectrum.ts';

function scaleOf(values: readonly number[], log: 'always' | 'wide' | 'never') {
  const spectrum = new ValueSpectrum();
  for (const value of values) spectrum.add(value);
  return spectrum.scale(log);
}

describe('scales', () => {
  it('end at round numbers around what they hold', () => {
    const positive = fc.double({ min: 1e-12, max: 1e12, noNaN: true });
    fc.assert(
      fc.property(positive, positive, (a, b) => {
        const [low, high] = [Math.min(a, b), Math.max(a, b)];
        for (const scale of [logScale(low, high), linearScale(low, high)]) {
          expect(scale.low).toBeLessThan(scale.high);
          expect(scale.low).toBeLessThanOrEqual(low * 1.02);
          expect(scale.high).toBeGreaterThanOrEqual(high * 0.98);
        }
      }),
    );
    expect(logScale(3e-5, 170)).toEqual({ kind: 'log', low: 2e-5, high: 200 });
    expect(linearScale(12, 187)).toEqual({ kind: 'linear', low: 0, high: 200 });
    expect(linearScale(-3.2, 8.1)).toEqual({ kind: 'linear', low: -5, high: 10 });
  });

  it('have ticks at powers of ten, and at round numbers between where there are few', () => {
    expect(scaleTicks({ kind: 'log', low: 1e-6, high: 1 }, 400).labels).toEqual([
      '10⁻⁶',
      '10⁻⁵',
      '10⁻⁴',
      '10⁻³',
      '10⁻²',
      '10⁻¹',
      '10⁰',
    ]);
    expect(scaleTicks({ kind: 'log', low: 20, high: 500 }, 400).values).toEqual([20, 50, 100, 200, 500]);
  });

  it('place a value between the ends, in their own scale', () => {
    expect(placeOn({ kind: 'log', low: 1, high: 100 }, 10)).toBeCloseTo(0.5, 12);
    expect(placeOn({ kind: 'linear', low: -1, high: 3 }, 0)).toBeCloseTo(0.25, 12);
    expect(placeOn({ kind: 'log', low: 1, high: 100 }, 0)).toBe(0);
    expect(placeOn({ kind: 'log', low: 1, high: 100 }, 1e9)).toBe(1);
  });
});

describe('ValueSpectrum', () => {
  it('is logarithmic where values differ much, or always do', () => {
    expect(scaleOf([3, 5, 9], 'wide')?.kind).toBe('linear');
    expect(scaleOf([3, 5, 9000], 'wide')?.kind).toBe('log');
    expect(scaleOf([3, 5, 9], 'always')?.kind).toBe('log');
    expect(scaleOf([3, 5, 9000], 'never')?.kind).toBe('linear');
  });

  it('leaves a few strays out', () => {
    const many = Array.from({ length: 10_000 }, (_, i) => 1 + (i % 10));
    expect(scaleOf([...many, 1e9, 1e-9], 'always')).toEqual({ kind: 'log', low: 1, high: 10 });
  });

  it('holds values below 0, and knows no scale for none', () => {
    expect(scaleOf([-7, -2, 3], 'never')).toEqual({ kind: 'linear', low: -10, high: 5 });
    expect(scaleOf([0, 0], 'always')).toMatchObject({ kind: 'linear', low: 0 });
    expect(scaleOf([], 'wide')).toBeNull();
  });

  it('sorts values into bins less than one percent wide', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-30, max: 1e30, noNaN: true }), (value) => {
        expect(Math.abs(middleOf(binOf(value)) / value - 1)).toBeLessThan(0.01);
      }),
    );
  });
});

import { describe, expect, it } from 'vitest';
import { recordFor, zoomedSpan } from '../../../../src/app/charts/chart-keys.ts';
import { measurement } from '../../../support/measurements.ts';

const history = [0, 10, 20].map((step) => measurement(step));

describe('recordFor', () => {
  it.each([
    ['ArrowRight', Number.NaN, 0],
    ['ArrowLeft', Number.NaN, 2],
    ['ArrowRight', 10, 2],
    ['ArrowRight', 20, 2],
    ['ArrowLeft', 14, 0],
    ['ArrowLeft', 0, 0],
    ['End', 0, 2],
    ['Escape', 10, -1],
    ['r', 10, undefined],
  ])('%s at step %d', (key, step, expected) => {
    expect(recordFor(key, history, step)).toBe(expected);
  });
});

describe('zoomedSpan', () => {
  it.each([
    [null, 40, 0.5, [15, 65]],
    [null, Number.NaN, 0.5, [25, 75]],
    [null, 5, 0.5, [0, 50]],
    [[20, 40], 38, 2, [18, 58]],
    [[50, 100], 99, 2, null],
    [[10, 12], 11, 0.5, [10, 12]],
  ] as const)('%j around %d, times %d', (span, around, factor, expected) => {
    expect(zoomedSpan(span, 100, around, factor)).toEqual(expected);
  });
});

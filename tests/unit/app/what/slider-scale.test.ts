import { describe, expect, it } from 'vitest';
import { sliderScale } from '../../../../src/app/what/slider-scale.ts';
import { H, type Hyperparameter, LEARNING_RATE } from '../../../../src/catalogue/index.ts';

const specs: [string, Hyperparameter][] = Object.entries({ lr: LEARNING_RATE, ...H });

describe('sliderScale', () => {
  it.each(specs)('%s: goes from end to end and never back', (_, spec) => {
    const scale = sliderScale(spec);
    const values = Array.from({ length: 101 }, (_, i) => scale.toValue(i / 100));
    expect(values.every((value, i) => i === 0 || value >= values[i - 1])).toBe(true);
    expect(values[0]).toBe(spec.default === 0 ? 0 : spec.slider[0]);
    expect(values[100]).toBeCloseTo(spec.slider[1], 9);
    expect(values.every((value) => value >= spec.range[0] && value <= spec.range[1])).toBe(true);
  });

  it.each(specs)('%s: a value comes back from its position', (_, spec) => {
    const scale = sliderScale(spec);
    for (const position of [0.1, 0.37, 0.5, 0.92]) {
      const value = scale.toValue(position);
      expect(scale.toValue(scale.toPosition(value))).toBeCloseTo(value, 9);
      expect(scale.toPosition(value)).toBeCloseTo(position, 2);
    }
  });

  it('gives decay factors a decade of 1 − β for each like length', () => {
    const scale = sliderScale(H.beta2);
    expect(scale.toPosition(0.9)).toBeCloseTo(1 / 6, 6);
    expect(scale.toPosition(0.999)).toBeCloseTo(3 / 6, 6);
    expect(scale.toValue(1 / 3)).toBe(0.99);
  });

  it('keeps a place for 0 on a logarithmic scale whose default is 0', () => {
    const scale = sliderScale(H.weight_decay);
    expect(scale.toPosition(0)).toBe(0);
    expect(scale.toValue(0)).toBe(0);
    expect(scale.toValue(0.04)).toBeCloseTo(1e-5, 12);
  });

  it('shows what lies beyond its ends at them', () => {
    const scale = sliderScale(LEARNING_RATE);
    expect([scale.toPosition(1e3), scale.toPosition(1e-9), scale.toPosition(0)]).toEqual([1, 0, 0]);
  });
});

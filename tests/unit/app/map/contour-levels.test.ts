import { describe, expect, it } from 'vitest';
import { contoursOf } from '../../../../src/app/map/contour-labels.ts';
import { finerFor, lossAt } from '../../../../src/app/map/contour-levels.ts';
import { fitViewport, type Pixels, type Viewport } from '../../../../src/app/map/viewport.ts';
import { reliefOf } from '../../../../src/engine/relief.ts';
import { asFormula, planExperiment } from '../../../../src/experiment/index.ts';

const SIZE: Pixels = [700, 400];
const plan = planExperiment({ objective: 'himmelblau', optimizers: [{ name: 'sgd' }] });
const relief = reliefOf(asFormula(plan.objective));
const [x, y] = plan.objective.domain;
const whole = fitViewport(x, y, SIZE, 32);
const look = async (view: Viewport) => {
  const seen = await contoursOf(plan, relief, view, SIZE, [], new AbortController().signal);
  if (!seen) throw new Error('nobody ended it');
  return seen;
};
const near = (center: readonly [number, number], times: number): Viewport => ({
  center,
  scale: [whole.scale[0] / times, whole.scale[1] / times],
});

describe('contours', () => {
  it('of the whole are as many as ever', async () => {
    expect((await look(whole)).finer).toBe(1);
  });

  it.each([
    ['a slope', [1.5, 1], 60],
    ['a minimum', [3, 2], 400],
    ['a saddle', [0.0867, 2.884], 200],
  ] as const)('become finer about %s, and are labelled with losses that differ', async (_, center, times) => {
    const { finer, labels } = await look(near([...center], times));
    expect(Math.log(finer) / Math.log(5)).toBeCloseTo(Math.round(Math.log(finer) / Math.log(5)), 9);
    expect(finer).toBeGreaterThanOrEqual(5);
    // Heavy lines alone have labels; four of the whole's in sight would be one of them.
    expect(new Set(labels.map(({ text }) => text)).size).toBeGreaterThan(1);
  });

  it('stay where float32 would have them waver, and where there is nothing to see', async () => {
    const { finer } = await look(near([1.5, 1], 1e5));
    const [low, high] = [10, 10 + 4 / finer].map((level) => Math.fround(lossAt(relief, level)));
    // Ten lines' worth of float32 numbers at least between two lines.
    expect((high - low) / 4 / (low * 2 ** -23)).toBeGreaterThan(10);
    expect(finerFor([], relief)).toEqual({ finer: 1, alike: false });
    expect(finerFor([0, 30, 15], relief)).toEqual({ finer: 1, alike: false });
  });

  it.each([
    ['a minimum', near([3, 2], 1e5), true],
    ['a saddle', near([0.0867, 2.884], 1e3), true],
    ['a slope', near([1.5, 1], 1e5), false],
    ['a minimum', near([3, 2], 400), false],
    ['the whole', whole, false],
  ] as const)('are told to be missing where float32 leaves none to be seen: %s', async (_, view, alike) => {
    expect((await look(view)).alike).toBe(alike);
  });
});

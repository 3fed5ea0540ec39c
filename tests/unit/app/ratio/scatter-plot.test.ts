import { describe, expect, it } from 'vitest';
import { textWidth } from '../../../../src/app/parts/text-width.ts';
import { scatterShapes } from '../../../../src/app/ratio/scatter-figure.ts';
import { type PlotSetup, ScatterPlot } from '../../../../src/app/ratio/scatter-plot.ts';
import { INK } from '../../../support/charts.ts';

const places = [
  { ratio: 0, loss: 2 },
  { ratio: 0.5, loss: 1e-3 },
  { ratio: 0.5, loss: 3e-13 },
  { ratio: 1, loss: 0 },
];
const plotOf = (fields: Partial<PlotSetup> = {}) =>
  new ScatterPlot({ places, eigenvalues: 4, size: [600, 400], log: false, ...fields });

it('has a title under it that fits, however narrow it is', () => {
  const textsAt = (width: number) => {
    const plot = plotOf({ size: [width, 300] });
    return scatterShapes(plot, [], INK, () => '').flatMap((shape) => {
      if (shape.kind !== 'text') return [];
      const half = shape.anchor === 'middle' ? textWidth(shape.text) / 2 : 0;
      return [{ text: shape.text, right: shape.x + half }];
    });
  };
  for (const width of [300, 330, 360, 390, 500]) {
    for (const { text, right } of textsAt(width)) expect(right, `${width}: ${text}`).toBeLessThanOrEqual(width);
  }
  expect(textsAt(500).map(({ text }) => text)).toContain(
    'minimum ratio: the share of eigenvalues above 10⁻⁶ of the largest',
  );
});

describe('a plot of losses over minimum ratios', () => {
  it('has a column for each number of positive eigenvalues, and every point in its own', () => {
    const plot = plotOf();
    const middles = [0, 0.25, 0.5, 0.75, 1].map((ratio) => plot.x(ratio));
    const apart = middles[1] - middles[0];
    for (const [i, x] of middles.slice(1).entries()) expect(x - middles[i], `column ${i + 1}`).toBeCloseTo(apart, 9);
    const many = plotOf({ places: Array.from({ length: 200 }, () => ({ ratio: 0.5, loss: 1 })) });
    const across = Array.from({ length: 200 }, (_, i) => many.at(i)[0] - many.x(0.5));
    expect(Math.max(...across.map(Math.abs))).toBeLessThanOrEqual(many.half + 1e-9);
    expect(many.half).toBeLessThan(apart / 2);
    // They use the width that they have.
    expect(Math.min(...across)).toBeLessThan(-0.9 * many.half);
    expect(Math.max(...across)).toBeGreaterThan(0.9 * many.half);
    expect(plot.at(0)[0]).toBeGreaterThanOrEqual(plot.box.left);
    expect(plot.at(3)[0]).toBeLessThanOrEqual(plot.box.left + plot.box.width);
  });

  it('shows losses from 0 on, the larger the higher', () => {
    const { box, range, y } = { ...plotOf(), y: (loss: number) => plotOf().y(loss) };
    expect(range[0]).toBe(0);
    expect(range[1]).toBeGreaterThan(2);
    expect(y(0)).toBeCloseTo(box.top + box.height, 9);
    expect(y(1) - y(2)).toBeCloseTo(y(0) - y(1), 9);
  });

  it('shows decades of losses, and stops at a floor that it names', () => {
    const plot = plotOf({ log: true });
    expect(plot.range[0]).toBe(1e-10);
    expect(plot.range[1]).toBeGreaterThan(2);
    expect(plot.hasFloor).toBe(true);
    expect(plot.y(0.01) - plot.y(0.1)).toBeCloseTo(plot.y(0.1) - plot.y(1), 6);
    expect(plot.y(0)).toBe(plot.y(1e-10));
    expect(plot.lossTicks.labels[0]).toBe('≤ 10⁻¹⁰');
    const above = plotOf({ log: true, places: places.slice(0, 2) });
    expect([above.range[0], above.hasFloor]).toEqual([1e-3, false]);
    expect(above.lossTicks.labels[0]).toBe('10⁻³');
  });

  it('has room for axes before there is a point, and where all losses are 0', () => {
    for (const log of [false, true]) {
      expect(plotOf({ places: [], log }).lossTicks.values.length).toBeGreaterThan(1);
      expect(
        plotOf({ places: [{ ratio: 1, loss: 0 }], log })
          .at(0)
          .every(Number.isFinite),
      ).toBe(true);
    }
  });

  it.each([false, true])('finds the point that is pointed at (logarithmic: %s)', (log) => {
    const plot = plotOf({ log });
    const drawn = log ? places : places.slice(0, 2);
    drawn.forEach((_, i) => {
      const [x, y] = plot.at(i);
      expect(plot.nearest([x + 2, y - 3]), `point ${i}`).toBe(i);
    });
    expect(plot.nearest([plot.x(0.25), plot.box.top + 10])).toBeNull();
  });

  it('leaves what is above and below it to others', () => {
    const [inner, outer] = [plotOf(), plotOf({ size: [600, 470], above: 40, below: 30 })];
    expect(outer.box).toEqual({ ...inner.box, top: inner.box.top + 40 });
  });
});

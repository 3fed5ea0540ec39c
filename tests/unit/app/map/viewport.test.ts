import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fitViewport, panned, toPixel, toPoint, type Viewport, zoomed } from '../../../../src/app/map/viewport.ts';

const SIZE = [800, 600] as const;
const view: Viewport = fitViewport([-5, 5], [-5, 5], SIZE, 32);
const coordinate = fc.double({ min: -20, max: 20, noNaN: true });

describe('fitViewport', () => {
  it('shows like intervals to one scale', () => {
    expect(view.scale[0]).toBe(view.scale[1]);
    expect(toPixel(view, [0, 5], SIZE)).toEqual([400, 32]);
  });

  it('fills the map with unlike intervals', () => {
    const stretched = fitViewport([-200, -100], [-5, 5], SIZE, 32);
    expect(toPixel(stretched, [-200, -5], SIZE)).toEqual([32, 568]);
    const [right, top] = toPixel(stretched, [-100, 5], SIZE);
    expect([right, top].map(Math.round)).toEqual([768, 32]);
  });
});

describe('pixels and points', () => {
  it('are each other’s inverse', () => {
    fc.assert(
      fc.property(coordinate, coordinate, (x, y) => {
        const [backX, backY] = toPoint(view, toPixel(view, [x, y], SIZE), SIZE);
        expect(backX).toBeCloseTo(x, 9);
        expect(backY).toBeCloseTo(y, 9);
      }),
    );
  });

  it('go up where the parameter grows', () => {
    expect(toPixel(view, [0, 1], SIZE)[1]).toBeLessThan(toPixel(view, [0, 0], SIZE)[1]);
  });
});

describe('panned', () => {
  it('moves what is seen with the pointer', () => {
    const [x, y] = toPixel(panned(view, [30, -12]), [1, 2], SIZE);
    const [x0, y0] = toPixel(view, [1, 2], SIZE);
    expect([x - x0, y - y0].map(Math.round)).toEqual([30, -12]);
  });
});

describe('zoomed', () => {
  it('keeps what is under the pointer', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.1, max: 10, noNaN: true }), fc.nat(800), fc.nat(600), (factor, right, down) => {
        const before = toPoint(view, [right, down], SIZE);
        const after = toPoint(zoomed(view, factor, [right, down], SIZE, view), [right, down], SIZE);
        expect(after[0]).toBeCloseTo(before[0], 6);
        expect(after[1]).toBeCloseTo(before[1], 6);
      }),
    );
  });

  it('stops before float32 shows, and before nothing is seen', () => {
    let near = view;
    let far = view;
    for (let i = 0; i < 100; i++) {
      near = zoomed(near, 0.5, [10, 10], SIZE, view);
      far = zoomed(far, 2, [10, 10], SIZE, view);
    }
    expect(view.scale[0] / near.scale[0]).toBeCloseTo(1e5, 0);
    expect(far.scale[0] / view.scale[0]).toBeCloseTo(1e3, 6);
  });
});

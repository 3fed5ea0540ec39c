import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type MapView, SharedPlace } from '../../../../src/app/map/shared-place.ts';
import { shortPlace, shortSight, sightOf, viewportOf } from '../../../../src/app/map/sight.ts';
import { fitViewport, type Pixels, panned, toPixel, toPoint, zoomed } from '../../../../src/app/map/viewport.ts';
import { readView } from '../../../../src/app/view/page-view.ts';

const SIZE: Pixels = [800, 600];
const fitted = fitViewport([-200, -100], [-5, 5], SIZE, 32);

describe('a part in sight', () => {
  const moves = fc.array(
    fc.record({
      factor: fc.double({ min: 0.2, max: 4, noNaN: true }),
      at: fc.tuple(fc.nat(800), fc.nat(600)),
    }),
    { minLength: 1, maxLength: 12 },
  );

  it('comes back from a link within a pixel, however deep', () => {
    fc.assert(
      fc.property(moves, (steps) => {
        const view = steps.reduce((now, { factor, at }) => zoomed(panned(now, at), factor, at, SIZE, fitted), fitted);
        const sight = shortSight(sightOf(view, fitted), fitted);
        const { sight: read } = readView(JSON.parse(JSON.stringify({ sight })));
        expect(read).toEqual(sight);
        const back = viewportOf(sight, fitted);
        for (const corner of [[0, 0], SIZE] as const) {
          const [right, down] = toPixel(back, toPoint(view, corner, SIZE), SIZE);
          expect(Math.hypot(right - corner[0], down - corner[1])).toBeLessThan(1);
        }
      }),
    );
  });

  it('is written in few letters', () => {
    const near = zoomed(fitted, 1 / 8, [311, 170], SIZE, fitted);
    expect(JSON.stringify(shortSight(sightOf(near, fitted), fitted)).length).toBeLessThan(28);
    expect(shortPlace(0.123456789, 0.05)).toBe(0.123);
    expect(shortPlace(-123456.789, 40)).toBe(-123457);
    expect(shortPlace(0.25, 0)).toBe(0.25);
  });

  it('is the same part in a map of another size', () => {
    const small: Pixels = [400, 300];
    const other = fitViewport([-200, -100], [-5, 5], small, 16);
    const near = zoomed(fitted, 1 / 10, [400, 300], SIZE, fitted);
    const there = viewportOf(sightOf(near, fitted), other);
    const corner = toPoint(near, [0, 0], SIZE);
    expect(Math.hypot(...toPixel(there, corner, small))).toBeLessThan(1e-6);
  });
});

describe('a map and the view', () => {
  beforeEach(() => vi.useFakeTimers());
  afterEach(() => vi.useRealTimers());

  const here: MapView = { sight: [1, 2, 3], launched: null };
  const there: MapView = { sight: null, launched: [4, 5] };

  it('are kept in step: what the map told is no news to it, what the view has of others is', () => {
    const told: MapView[] = [];
    const place = new SharedPlace((each) => told.push(each));
    expect(place.isNews({ sight: null, launched: null })).toBe(true);
    expect(place.isNews({ sight: null, launched: null })).toBe(false);
    place.moved(() => there);
    place.moved(() => here);
    expect(place.isNews({ sight: null, launched: null })).toBe(false);
    vi.runAllTimers();
    expect(told).toEqual([here]);
    expect(place.isNews(here)).toBe(false);
    expect(place.isNews(there)).toBe(true);
  });

  it('tells at once what it was about to tell where the page is left, and not again', () => {
    const told: MapView[] = [];
    const place = new SharedPlace((each) => told.push(each));
    place.tellNow();
    place.moved(() => there);
    place.moved(() => here);
    place.tellNow();
    expect(told).toEqual([here]);
    vi.runAllTimers();
    expect(told).toEqual([here]);
    expect(place.isNews(here)).toBe(false);
  });

  it('go where the view leads, whatever the map was about to tell', () => {
    const told: MapView[] = [];
    const place = new SharedPlace((each) => told.push(each));
    place.moved(() => here);
    expect(place.isNews(there)).toBe(true);
    place.moved(() => here);
    place.forget();
    vi.runAllTimers();
    expect(told).toEqual([]);
    expect(place.isNews(there)).toBe(true);
  });
});

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { gesturesOn, onMapKey } from '../../../../src/app/map/map-hands.ts';
import { MapPlace } from '../../../../src/app/map/map-place.ts';
import type { MapView } from '../../../../src/app/map/shared-place.ts';
import { fitViewport, toPoint } from '../../../../src/app/map/viewport.ts';
import { FIRST_VIEW } from '../../../../src/app/view/page-view.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

/** A map of 400 by 400 pixels over a square, and what it has told. */
function placed() {
  const rests: MapView[] = [];
  let changes = 0;
  const ground = { curve: null, fitted: (size: readonly [number, number]) => fitViewport([-5, 5], [-5, 5], size, 0) };
  const place = new MapPlace(ground, {
    changed: () => changes++,
    rests: (at) => rests.push(at),
    failed: (error) => {
      throw error;
    },
  });
  place.size = [400, 400];
  place.follow(null, FIRST_VIEW, true);
  return { place, rests, changes: () => changes };
}
const press = (place: MapPlace, key: string, shiftKey = false) => {
  const event = { key, shiftKey, prevented: false, preventDefault: () => {}, stopPropagation: () => {} };
  onMapKey(event as unknown as KeyboardEvent, place);
};

describe('the place of a map', () => {
  it('is told when it rests, once, and is the whole again where nothing is zoomed', () => {
    const { place, rests } = placed();
    for (let i = 0; i < 3; i++) press(place, '+');
    press(place, 'ArrowRight');
    vi.runAllTimers();
    expect(rests).toHaveLength(1);
    expect(rests[0].sight?.[2]).toBeCloseTo(1.25 ** 3, 4);
    expect(rests[0].sight?.[0]).toBeCloseTo((48 * 10) / 400 / 1.25 ** 3, 2);
    press(place, '0');
    vi.runAllTimers();
    expect(rests[1]).toEqual({ sight: null, launched: null });
  });

  it('goes where the view leads, and not back where it has told', () => {
    const { place, rests } = placed();
    place.follow(null, { ...FIRST_VIEW, sight: [1, 2, 4], launched: [3, -1] }, false);
    expect(place.viewport).toEqual({ center: [1, 2], scale: [10 / 400 / 4, 10 / 400 / 4] });
    expect(place.launch.at).toEqual([3, -1]);
    place.zoom(0.5);
    const near = place.viewport;
    place.follow(null, { ...FIRST_VIEW, sight: [1, 2, 4], launched: [3, -1] }, false);
    expect(place.viewport).toEqual(near);
    expect(near).toEqual({ center: [1, 2], scale: [10 / 400 / 8, 10 / 400 / 8] });
    vi.runAllTimers();
    expect(rests).toEqual([{ sight: [1, 2, 8], launched: [3, -1] }]);
    place.follow(null, FIRST_VIEW, true);
    expect([place.viewport?.center, place.launch.at]).toEqual([[0, 0], null]);
  });

  it('has a start that is clicked, dragged, nudged and removed', () => {
    const { place, rests } = placed();
    const focus = vi.fn();
    const hands = gesturesOn(place, focus);
    hands.click([300, 100]);
    expect(place.launch.at).toEqual([2.5, 2.5]);
    expect(place.start).toEqual([300, 100]);
    expect([hands.grab([300, 120], 14), hands.grab([305, 104], 14)]).toEqual([false, true]);
    hands.drag([200, 200]);
    hands.drop();
    expect([place.dragging, place.launch.at]).toEqual([false, [0, 0]]);
    press(place, 'ArrowRight', true);
    expect(place.start).toEqual([208, 200]);
    expect(focus).toHaveBeenCalledTimes(2);
    press(place, 'Escape');
    vi.runAllTimers();
    expect(rests).toEqual([{ sight: null, launched: null }]);
  });

  it('takes a double-click for no launch', () => {
    const { place } = placed();
    const hands = gesturesOn(place, () => {});
    hands.click([300, 100]);
    hands.home();
    expect(place.launch.at).toBeNull();
  });

  it('launches from what a link says of it: few digits, to the pixel', () => {
    const { place } = placed();
    place.zoom(1 / 300, [311, 77]);
    place.launchFrom([123, 321]);
    const exact = toPoint(place.viewport ?? { center: [0, 0], scale: [1, 1] }, [123, 321], place.size);
    place.launch.at?.forEach((value, i) => {
      expect(String(value).length).toBeLessThan(9);
      expect(Math.abs(value - exact[i])).toBeLessThan(0.1 * (10 / 400 / 300));
    });
  });
});

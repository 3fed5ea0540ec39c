import { describe, expect, it } from 'vitest';
import type { MapLayout } from '../../../../src/app/maps/layout.ts';
import { areaBetween, areaOf, cellUnder } from '../../../../src/app/maps/map-places.ts';

/** Two maps of 100 by 80 pixels side by side. */
const layout = {
  maps: [10, 150].map((x) => ({ x, y: 20, width: 100, height: 80 })),
} as unknown as MapLayout;
const SIZE = [10, 4] as const;

describe('a place on the maps', () => {
  it.each([
    [[10, 20], { map: 0, cell: [0, 3] }],
    [[109.9, 99.9], { map: 0, cell: [9, 0] }],
    [[205, 61], { map: 1, cell: [5, 1] }],
    [[110, 60], null],
    [[205, 19], null],
  ] as const)('%j is that of the cell %j', (at, cell) => {
    expect(cellUnder(layout, SIZE, at)).toEqual(cell);
  });
});

describe('a rectangle', () => {
  it('is the part of the grid in it, upwards; what is beyond the map counts for nothing', () => {
    const area = areaBetween(layout, SIZE, [200, 60], [400, 200]);
    expect(area).toEqual({ x: [0.5, 1], y: [0, 0.5] });
  });

  it('that is thin is the whole axis, and none where it is thin both ways or begins beside the maps', () => {
    expect(areaBetween(layout, SIZE, [30, 60], [70, 63])).toEqual({ x: [0.2, 0.6], y: null });
    expect(areaBetween(layout, SIZE, [30, 60], [33, 63])).toBeNull();
    expect(areaBetween(layout, SIZE, [120, 60], [200, 90])).toBeNull();
    expect(areaBetween(layout, [10, 1], [30, 30], [70, 90])?.y).toBeNull();
  });

  it('between two cells holds both', () => {
    expect(areaOf([4, 3], [2, 1], SIZE)).toEqual({ x: [0.2, 0.5], y: [0.25, 1] });
    expect(areaOf([4, 0], [4, 0], [10, 1])).toEqual({ x: [0.4, 0.5], y: null });
  });
});

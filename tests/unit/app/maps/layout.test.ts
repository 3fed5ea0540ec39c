import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { layoutMaps } from '../../../../src/app/maps/layout.ts';

const MARGINS = { left: 56, bottom: 40, title: 22 };

describe('layoutMaps', () => {
  it('keeps maps apart, inside the width, and of one size', () => {
    const size = fc.tuple(fc.integer({ min: 320, max: 3000 }), fc.integer({ min: 160, max: 2000 }));
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 8 }), size, (count, [width, height]) => {
        const { maps, height: used } = layoutMaps(count, [256, 256], [width, height], MARGINS);
        expect(maps).toHaveLength(count);
        for (const [i, one] of maps.entries()) {
          expect([one.width, one.height]).toEqual([maps[0].width, maps[0].height]);
          expect(one.x).toBeGreaterThanOrEqual(MARGINS.left);
          expect(one.x + one.width).toBeLessThanOrEqual(width);
          expect(one.y + one.height + MARGINS.bottom).toBeLessThanOrEqual(used);
          for (const other of maps.slice(i + 1)) {
            const beside = other.x >= one.x + one.width || other.x + other.width <= one.x;
            const below = other.y >= one.y + one.height + MARGINS.title;
            expect(beside || below).toBe(true);
          }
        }
      }),
    );
  });

  it('fills a wide place with maps side by side, a high one with maps below each other', () => {
    const columns = (width: number, height: number, count: number) =>
      new Set(layoutMaps(count, [256, 256], [width, height], MARGINS).maps.map(({ x }) => x)).size;
    expect(columns(1400, 500, 2)).toBe(2);
    expect(columns(400, 900, 2)).toBe(1);
    expect(columns(1200, 700, 8)).toBe(4);
    expect(layoutMaps(8, [256, 256], [360, 240], MARGINS).height).toBeGreaterThan(240);
  });

  it('shows a single row or column as strips', () => {
    const rows = layoutMaps(3, [500, 1], [800, 600], MARGINS).maps;
    expect(new Set(rows.map(({ x }) => x)).size).toBe(1);
    expect(rows[0].height).toBeLessThanOrEqual(120);
    const columns = layoutMaps(3, [1, 500], [800, 600], MARGINS).maps;
    expect(new Set(columns.map(({ y }) => y)).size).toBe(1);
    expect(columns[0].width).toBeLessThanOrEqual(120);
  });
});

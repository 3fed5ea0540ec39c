import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CellCodes } from '../../../../src/app/maps/cell-codes.ts';
import { countCodes } from '../../../../src/app/maps/cell-codes.ts';
import { paintCells } from '../../../../src/app/maps/paint-cells.ts';
import { plain, TEXTURES, type Texture, tilesOf } from '../../../../src/app/maps/textures.ts';

/** Codes that a list gives, cell by cell. */
function codesOf(list: readonly number[]): CellCodes {
  return {
    fill(codes, first, columns) {
      for (let k = 0; k < codes.length; k++) codes[k] = list[first + columns[k]];
    },
  };
}

const RED = 0xff0000ff;
const GREEN = 0xff00ff00;
const BLUE = 0xffff0000;
const TILES = tilesOf([plain([1, 0, 0]), plain([0, 1, 0]), plain([0, 0, 1])]);

function painted(list: readonly number[], size: readonly [number, number], width: number, height: number): number[] {
  const pixels = new Uint32Array(width * height);
  paintCells({ pixels, width, height }, codesOf(list), size, TILES, 1);
  return [...pixels];
}

describe('paintCells', () => {
  it('puts the first row at the bottom, the first column at the left', () => {
    expect(painted([0, 1, 2, 0], [2, 2], 2, 2)).toEqual([BLUE, RED, RED, GREEN]);
  });

  it('enlarges cells without smoothing', () => {
    expect(painted([0, 1], [2, 1], 4, 2)).toEqual([RED, RED, GREEN, GREEN, RED, RED, GREEN, GREEN]);
  });

  it('shows cells spread evenly where there are more of them than pixels', () => {
    const list = Array.from({ length: 9 }, (_, i) => (i % 3 === 1 ? 1 : 0));
    expect(painted(list, [9, 1], 3, 1)).toEqual([GREEN, GREEN, GREEN]);
  });
});

describe('textures', () => {
  it('differ from one another in every pair', () => {
    const pictures = (Object.keys(TEXTURES) as Texture[]).map((texture) =>
      String([...tilesOf([{ color: [0, 0, 0], texture, mark: [1, 1, 1] }])]),
    );
    expect(new Set(pictures).size).toBe(pictures.length);
  });
});

describe('countCodes', () => {
  it('counts every cell once', () => {
    const grid = fc.tuple(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 9 })).chain(([columns, rows]) =>
      fc.record({
        columns: fc.constant(columns),
        rows: fc.constant(rows),
        list: fc.array(fc.nat(4), { minLength: columns * rows, maxLength: columns * rows }),
      }),
    );
    fc.assert(
      fc.property(grid, ({ columns, rows, list }) => {
        const counts = countCodes(codesOf(list), columns, rows, 5);
        expect([...counts]).toEqual([0, 1, 2, 3, 4].map((code) => list.filter((each) => each === code).length));
      }),
    );
  });
});

import type { Ground } from './ground.ts';

/**
 * The line on which a ground has one height, as pieces between points of its grid, four numbers each: from column, row, to column, row. Found by marching
 * squares; a saddle's two pieces are taken as they come.
 * @param steepest pieces are left out where the ground rises more than this over a square: lines would run into one another there
 */
export function contourLine({ columns, rows, heights }: Ground, level: number, steepest: number): number[] {
  const pieces: number[] = [];
  for (let j = 0; j + 1 < rows; j++) {
    for (let i = 0; i + 1 < columns; i++) {
      const at = j * columns + i;
      const [a, b, c, d] = [heights[at], heights[at + 1], heights[at + columns + 1], heights[at + columns]];
      const code = Number(a > level) | (Number(b > level) << 1) | (Number(c > level) << 2) | (Number(d > level) << 3);
      if (code === 0 || code === 15 || Number.isNaN(a + b + c + d)) continue;
      if (Math.max(a, b, c, d) - Math.min(a, b, c, d) > steepest) continue;
      const crossings: number[] = [];
      const cross = (from: number, to: number, x: number, y: number, along: readonly [number, number]) => {
        if (from > level === to > level) return;
        const share = (level - from) / (to - from);
        crossings.push(x + share * along[0], y + share * along[1]);
      };
      cross(a, b, i, j, [1, 0]);
      cross(b, c, i + 1, j, [0, 1]);
      cross(d, c, i, j + 1, [1, 0]);
      cross(a, d, i, j, [0, 1]);
      for (let k = 0; k + 3 < crossings.length; k += 4) pieces.push(...crossings.slice(k, k + 4));
    }
  }
  return pieces;
}

import type { Pixels } from './viewport.ts';

/** Corners of the map in which a readout may stand, those that are preferred first; the upper right one has buttons. */
export const CORNERS = ['lower left', 'lower right', 'upper left'] as const;
export type Corner = (typeof CORNERS)[number];

/** About the pixels that a readout takes, from a corner on. */
const BOX: Pixels = [440, 160];

/** The corner in which a readout covers the fewest of some points. */
export function freestCorner(points: readonly Pixels[], size: Pixels): Corner {
  const covered = (corner: Corner) =>
    points.filter(([x, y]) => {
      const across = corner.endsWith('right') ? size[0] - x : x;
      const down = corner.startsWith('lower') ? size[1] - y : y;
      return across >= 0 && across < BOX[0] && down >= 0 && down < BOX[1];
    }).length;
  return CORNERS.reduce((best, corner) => (covered(corner) < covered(best) ? corner : best));
}

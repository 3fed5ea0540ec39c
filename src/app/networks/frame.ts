/** A part of the plane and the picture that shows it. */
export interface Frame {
  readonly x: readonly [low: number, high: number];
  readonly y: readonly [low: number, high: number];
  readonly width: number;
  readonly height: number;
}

/** Share of the extent that is left free around what is shown. */
const FREE = 0.08;

/** The ends of numbers with some room around them; of equal numbers a unit of it. */
export function roomAround(...columns: readonly ArrayLike<number>[]): [number, number] {
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const column of columns) {
    for (let i = 0; i < column.length; i++) {
      if (!Number.isFinite(column[i])) continue;
      low = Math.min(low, column[i]);
      high = Math.max(high, column[i]);
    }
  }
  if (!(low <= high)) return [-1, 1];
  const room = low < high ? FREE * (high - low) : 0.5;
  return [low - room, high + room];
}

/** Where a point lies on the picture, in its pixels. */
export function pixelOf({ x, y, width, height }: Frame, [right, up]: readonly [number, number]): [number, number] {
  return [((right - x[0]) / (x[1] - x[0])) * width, (1 - (up - y[0]) / (y[1] - y[0])) * height];
}

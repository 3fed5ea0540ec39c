/** Heights at the points of an even lattice, row by row; NaN where there is no value. */
export interface Lattice {
  readonly columns: number;
  readonly rows: number;
  readonly heights: Float64Array;
}

/** A place of the lattice: column and row, between points as fractions. */
export type Place = readonly [column: number, row: number];

/**
 * The lines along which a lattice has a height, each as the places through which it goes; a closed line ends where it begins.
 * @param steepest lines are left out where the lattice rises more than this from one point to the next: they would run into one another there
 */
export function contourLines(lattice: Lattice, height: number, steepest = Number.POSITIVE_INFINITY): Place[][] {
  const { columns, rows, heights } = lattice;
  /** The two places at the ends of a piece, by the edges on which they lie. */
  const pieces = new Map<number, number[]>();
  const join = (a: number, b: number) => {
    pieces.set(a, [...(pieces.get(a) ?? []), b]);
    pieces.set(b, [...(pieces.get(b) ?? []), a]);
  };
  for (let row = 0; row + 1 < rows; row++) {
    for (let column = 0; column + 1 < columns; column++) {
      const at = row * columns + column;
      const [a, b, c, d] = [heights[at], heights[at + 1], heights[at + columns + 1], heights[at + columns]];
      // Nearly every square lies on one side.
      const all = a >= height;
      if (b >= height === all && c >= height === all && d >= height === all) continue;
      const corners = [a, b, c, d];
      if (Number.isNaN(a + b + c + d) || Math.max(a, b, c, d) - Math.min(a, b, c, d) > steepest) continue;
      const above = corners.map((each) => each >= height);
      // An edge has twice the number of its first point, and one more where it goes down.
      const edges = [2 * at, 2 * (at + 1) + 1, 2 * (at + columns), 2 * at + 1];
      const crossed = edges.filter((_, i) => above[i] !== above[(i + 1) % 4]);
      if (crossed.length === 2) join(crossed[0], crossed[1]);
      if (crossed.length < 4) continue;
      // At a pass the middle tells which corners belong together.
      const middle = corners.reduce((sum, each) => sum + each, 0) / 4 >= height;
      const [top, right, bottom, left] = edges;
      if (middle === above[0]) {
        join(top, right);
        join(bottom, left);
      } else {
        join(top, left);
        join(bottom, right);
      }
    }
  }
  const placeOf = (edge: number): Place => {
    const at = edge >> 1;
    const [column, row] = [at % columns, Math.floor(at / columns)];
    const down = edge % 2 === 1;
    const share = (height - heights[at]) / (heights[down ? at + columns : at + 1] - heights[at]);
    return down ? [column, row + share] : [column + share, row];
  };
  return chains(pieces).map((chain) => chain.map(placeOf));
}

/** Follows the pieces from end to end, then those that have no end. */
function chains(pieces: ReadonlyMap<number, readonly number[]>): number[][] {
  const seen = new Set<number>();
  const follow = (first: number) => {
    const chain = [first];
    seen.add(first);
    for (let next: number | undefined = first; next !== undefined; ) {
      next = pieces.get(next)?.find((edge) => !seen.has(edge));
      if (next === undefined) continue;
      seen.add(next);
      chain.push(next);
    }
    if (chain.length > 2 && pieces.get(first)?.includes(chain[chain.length - 1])) chain.push(first);
    return chain;
  };
  const edges = [...pieces.keys()];
  const open = edges.filter((edge) => pieces.get(edge)?.length === 1);
  return [...open, ...edges].flatMap((edge) => (seen.has(edge) ? [] : [follow(edge)]));
}

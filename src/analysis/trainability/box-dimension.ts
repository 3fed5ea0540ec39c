/** A box dimension with the standard error of the fit that it comes from. */
export interface BoxDimension {
  /** Slope of log(boxes) over log(1/side), by least squares over all sides. */
  readonly dimension: number;
  readonly error: number;
  /** Median of the slopes between neighbouring sides, which Sohl-Dickstein (2024) reports. */
  readonly median: number;
  /** Sides of the boxes in cells, and how many of them hold a part of the set. */
  readonly boxes: readonly { readonly side: number; readonly count: number }[];
}

/** Fewest boxes along a side of the plane: of fewer nearly all are filled by any curve. */
const COARSEST = 8;

/** Where the sign changes among four neighbouring cells: places [i, j] between columns i and i + 1, rows j and j + 1. One row and one column fewer than the plane has. */
export function boundaryOf(values: ArrayLike<number>, columns: number, rows: number): Uint8Array {
  const boundary = new Uint8Array(Math.max(0, (columns - 1) * (rows - 1)));
  for (let j = 0; j + 1 < rows; j++) {
    for (let i = 0; i + 1 < columns; i++) {
      const at = j * columns + i;
      const corners = [values[at], values[at + 1], values[at + columns], values[at + columns + 1]];
      const above = corners.filter((value) => value > 0).length;
      boundary[j * (columns - 1) + i] = Number(above > 0 && corners.some((value) => value <= 0));
    }
  }
  return boundary;
}

/** The box dimension of a set of cells; null where it is empty or the plane too small to tell: three sides of boxes at least. */
export function boxDimension(set: Uint8Array, columns: number, rows: number): BoxDimension | null {
  const boxes: { side: number; count: number }[] = [];
  for (let side = 1; side * COARSEST <= Math.min(columns, rows); side *= 2)
    boxes.push({ side, count: boxesOf(set, columns, rows, side) });
  if (boxes.length < 3 || boxes[0].count === 0) return null;
  const x = boxes.map(({ side }) => -Math.log(side));
  const y = boxes.map(({ count }) => Math.log(count));
  const n = boxes.length;
  const [meanX, meanY] = [x, y].map((all) => all.reduce((sum, each) => sum + each, 0) / n);
  const spread = x.reduce((sum, each) => sum + (each - meanX) ** 2, 0);
  const dimension = x.reduce((sum, each, i) => sum + (each - meanX) * (y[i] - meanY), 0) / spread;
  const rest = x.reduce((sum, each, i) => sum + (y[i] - meanY - dimension * (each - meanX)) ** 2, 0);
  const slopes = y
    .slice(1)
    .map((each, i) => (y[i] - each) / Math.log(2))
    .sort((a, b) => a - b);
  const middle = slopes.length >> 1;
  const median = slopes.length % 2 === 1 ? slopes[middle] : (slopes[middle - 1] + slopes[middle]) / 2;
  return { dimension, error: Math.sqrt(rest / (n - 2) / spread), median, boxes };
}

function boxesOf(set: Uint8Array, columns: number, rows: number, side: number): number {
  const across = Math.ceil(columns / side);
  const filled = new Uint8Array(across * Math.ceil(rows / side));
  for (let j = 0; j < rows; j++) {
    for (let i = 0; i < columns; i++) {
      if (set[j * columns + i]) filled[Math.floor(j / side) * across + Math.floor(i / side)] = 1;
    }
  }
  return filled.reduce((sum, each) => sum + each, 0);
}

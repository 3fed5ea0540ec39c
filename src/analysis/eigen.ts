/** Sweeps over the whole matrix before giving up; Jacobi's method converges quadratically and needs six or seven. */
const SWEEPS = 60;

/**
 * Eigenvalues of a real symmetric matrix in ascending order, by cyclic Jacobi rotations: each is accurate to a few
 * units in the last place of the largest. All NaN where an entry is not finite.
 * @param matrix rows of the matrix; only its symmetric part counts
 */
export function eigenvalues(matrix: readonly ArrayLike<number>[]): Float64Array {
  return spectrum(matrix, new Float64Array(matrix.length)).eigenvalues;
}

/** Eigenvalues, and a vector's components along their eigenvectors. */
export interface Spectrum {
  /** In ascending order. */
  readonly eigenvalues: Float64Array;
  /** In the order of the eigenvalues, each up to its sign. */
  readonly components: Float64Array;
}

/** What `eigenvalues` gives, and the components of a vector along the eigenvectors: the vector is turned as the matrix is. */
export function spectrum(matrix: readonly ArrayLike<number>[], vector: ArrayLike<number>): Spectrum {
  const { eigenvalues, turned } = diagonal(matrix, [Float64Array.from(vector)]);
  return { eigenvalues, components: turned[0] };
}

/** Eigenvalues in ascending order, and an eigenvector of length 1 for each, in the same order. */
export interface Eigensystem {
  readonly eigenvalues: Float64Array;
  readonly eigenvectors: readonly Float64Array[];
}

/** What `eigenvalues` gives, and the eigenvectors; all NaN where an entry is not finite. */
export function eigensystem(matrix: readonly ArrayLike<number>[]): Eigensystem {
  const n = matrix.length;
  const axes = matrix.map((_, i) => Float64Array.from({ length: n }, (_, j) => Number(i === j)));
  const { eigenvalues, turned } = diagonal(matrix, axes);
  return { eigenvalues, eigenvectors: axes.map((_, i) => Float64Array.from(turned, (axis) => axis[i])) };
}

/** Turns the matrix until it is diagonal, and vectors with it. */
function diagonal(matrix: readonly ArrayLike<number>[], along: readonly Float64Array[]) {
  const n = matrix.length;
  const none = new Float64Array(n);
  const a = matrix.map((_, i) => Float64Array.from({ length: n }, (_, j) => matrix[i][j] / 2 + matrix[j][i] / 2));
  const size = Math.max(0, ...a.map((row) => row.reduce((most, entry) => Math.max(most, Math.abs(entry)), 0)));
  if (a.some((row) => !row.every(Number.isFinite)))
    return { eigenvalues: none.fill(Number.NaN), turned: along.map((vector) => vector.fill(Number.NaN)) };
  if (size === 0) return { eigenvalues: none, turned: along };
  // In units of its largest entry no square overflows or vanishes.
  for (const row of a) for (let j = 0; j < n; j++) row[j] /= size;
  for (let sweep = 0; sweep < SWEEPS && outside(a) > 0; sweep++) {
    for (let p = 0; p < n - 1; p++) for (let q = p + 1; q < n; q++) rotate(a, along, p, q);
  }
  const order = [...a.keys()].sort((i, j) => a[i][i] - a[j][j]);
  return {
    eigenvalues: Float64Array.from(order, (i) => a[i][i] * size),
    turned: along.map((vector) => Float64Array.from(order, (i) => vector[i])),
  };
}

/** Sum of the squares above the diagonal, less those too small to change it. */
function outside(a: readonly Float64Array[]): number {
  let sum = 0;
  for (let p = 0; p < a.length; p++) {
    for (let q = p + 1; q < a.length; q++) if (!negligible(a, p, q)) sum += a[p][q] ** 2;
  }
  return sum;
}

/** Whether an entry is lost beside both of its diagonal entries. */
function negligible(a: readonly Float64Array[], p: number, q: number): boolean {
  const entry = Math.abs(a[p][q]) / 1024;
  const [first, second] = [Math.abs(a[p][p]), Math.abs(a[q][q])];
  return entry < 1e-150 || (first + entry === first && second + entry === second);
}

/** Turns coordinates p and q, of the vectors too, so that the entry between them becomes 0. */
function rotate(a: readonly Float64Array[], along: readonly Float64Array[], p: number, q: number): void {
  const entry = a[p][q];
  if (negligible(a, p, q)) {
    a[p][q] = 0;
    a[q][p] = 0;
    return;
  }
  const half = (a[q][q] - a[p][p]) / (2 * entry);
  const t = half === 0 ? 1 : Math.sign(half) / (Math.abs(half) + Math.hypot(half, 1));
  const c = 1 / Math.hypot(t, 1);
  const s = t * c;
  a[p][p] -= t * entry;
  a[q][q] += t * entry;
  a[p][q] = 0;
  a[q][p] = 0;
  for (const vector of along) {
    const [before, behind] = [vector[p], vector[q]];
    vector[p] = c * before - s * behind;
    vector[q] = s * before + c * behind;
  }
  for (let k = 0; k < a.length; k++) {
    if (k === p || k === q) continue;
    const [left, right] = [a[k][p], a[k][q]];
    a[k][p] = c * left - s * right;
    a[k][q] = s * left + c * right;
    a[p][k] = a[k][p];
    a[q][k] = a[k][q];
  }
}

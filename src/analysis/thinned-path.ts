/** A path of which every point is kept while it is short, and of a long one points at even distances in time, and the last. */
export class ThinnedPath {
  private every = 1;
  private readonly points: Float64Array[] = [];
  private lastPoint: Float64Array | null = null;
  private seen = 0;

  /** @param most points kept at most: an even number */
  constructor(private readonly most: number) {}

  /** Adds a point, which is copied. */
  push(point: ArrayLike<number>): void {
    this.lastPoint = Float64Array.from(point);
    if (this.seen++ % this.every !== 0) return;
    if (this.points.length === this.most) {
      for (let k = 0; k < this.most / 2; k++) this.points[k] = this.points[2 * k];
      this.points.length = this.most / 2;
      this.every *= 2;
      if ((this.seen - 1) % this.every !== 0) return;
    }
    this.points.push(this.lastPoint);
  }

  /** Number of points that are kept, the last one pushed included. */
  get length(): number {
    const { points, lastPoint } = this;
    return points.length + Number(lastPoint !== null && points.at(-1) !== lastPoint);
  }

  /** A point that is kept, and which one it was of all that were pushed, from 0. */
  at(place: number): { readonly step: number; readonly theta: Float64Array } | null {
    if (place >= this.length) return null;
    const { points, lastPoint } = this;
    if (place < points.length) return { step: place * this.every, theta: points[place] };
    return lastPoint && { step: this.seen - 1, theta: lastPoint };
  }

  /** The points in the order of time, from the first to the last one pushed. */
  get all(): readonly Float64Array[] {
    const { points, lastPoint } = this;
    return lastPoint && points.at(-1) !== lastPoint ? [...points, lastPoint] : [...points];
  }
}

import type { PlanePart } from './plane.ts';

/** A plane as far as it is computed: coarse cells stand for those around them until these are there. */
export class PlaneImage {
  /** A measure for each cell, its own or that of the coarser one that stands for it; NaN before any. */
  readonly values: Float32Array;
  /** 1 for each cell whose measure is its own, 0 for the others. */
  readonly own: Uint8Array;
  /** Cells that are computed. */
  done = 0;

  constructor(
    readonly columns: number,
    readonly rows: number,
  ) {
    this.values = new Float32Array(columns * rows).fill(Number.NaN);
    this.own = new Uint8Array(columns * rows);
  }

  /** Takes in what was computed; parts come coarse ones first. */
  add({ patch, values }: PlanePart): void {
    const { columns, rows, span } = patch;
    rows.forEach((row, j) => {
      columns.forEach((column, i) => {
        const value = values[j * columns.length + i];
        this.own[row * this.columns + column] = 1;
        const right = Math.min(this.columns, column + span);
        for (let y = row; y < Math.min(this.rows, row + span); y++)
          this.values.fill(value, y * this.columns + column, y * this.columns + right);
      });
    });
    this.done += columns.length * rows.length;
  }

  /** Whether every cell is computed. */
  get complete(): boolean {
    return this.done === this.columns * this.rows;
  }
}

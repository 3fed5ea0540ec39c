/** How particles' trails look, whatever draws them; lengths are in CSS pixels. */
export const TRAIL = {
  /** How much of a fresh trail's colour shows. */
  STRENGTH: 0.6,
  /** Time in ms in which a fresh trail fades to nothing. */
  LIFETIME: 1200,
  WIDTH: 1.2,
  /** What moves farther than this from one picture to the next leaps: between the two places it left no trail. */
  LEAP: 96,
} as const;

/** Trails of all optimizers together: more would be a carpet, and cost the frames that they need to be seen. */
const MOST = 2048;
/** Strength is counted in steps of a byte. */
const BYTE = 255;
/** Steps by which trails fade at once: fading costs a picture of its own. */
const AT_ONCE = 5;
/** Time in ms that a picture counts at most, so that a pause and single steps leave trails standing. */
const LONGEST = 50;

/** Which cells of a grid leave trails: every so many columns and rows. */
export interface TrailSample {
  /** From one to the next. */
  readonly stride: readonly [columns: number, rows: number];
  /** Before the first. */
  readonly offset: readonly [columns: number, rows: number];
  /** How many there are along each axis. */
  readonly counts: readonly [columns: number, rows: number];
}

/** An even sample of a grid, no larger than what each of so many optimizers may show. */
export function sampleOf(columns: number, rows: number, optimizers: number): TrailSample {
  const most = Math.max(1, Math.floor(MOST / optimizers));
  const even = Math.max(1, Math.sqrt((columns * rows) / most));
  const square = Math.min(rows, Math.ceil(even));
  const across = Math.min(columns, Math.ceil((columns * Math.ceil(rows / square)) / most));
  // Where there are few columns, leaving some out is not enough.
  const down = Math.max(square, Math.ceil((rows * Math.ceil(columns / across)) / most));
  const along = (stride: number, count: number) => {
    const number = Math.ceil(count / stride);
    return { number, offset: Math.floor((count - 1 - (number - 1) * stride) / 2) };
  };
  const [x, y] = [along(across, columns), along(down, rows)];
  return { stride: [across, down], offset: [x.offset, y.offset], counts: [x.number, y.number] };
}

/** Index of each sampled cell, row by row. */
export function sampledCells({ stride, offset, counts }: TrailSample, columns: number): Uint32Array<ArrayBuffer> {
  return Uint32Array.from({ length: counts[0] * counts[1] }, (_, i) => {
    const row = offset[1] + stride[1] * Math.floor(i / counts[0]);
    return row * columns + offset[0] + stride[0] * (i % counts[0]);
  });
}

/** What a picture's trails have to do with those before. */
export interface Passage {
  /** Whether what was drawn before belongs to something else. */
  readonly cleared: boolean;
  /** Whether particles have moved since. */
  readonly moved: boolean;
  /** Steps of a byte by which older trails are weaker than before. */
  readonly faded: number;
}

/** Keeps time for trails: they fade evenly with the time in which the run goes on, whatever the frame rate, and stand while it rests. */
export class TrailClock {
  private scene = '';
  private step = -1;
  private time = 0;
  /** What is left to fade. */
  private rest = 0;

  /**
   * Tells of the next picture.
   * @param scene what trails belong to: the view, the population; another one clears them
   * @param step of the run; one before the last clears them, too
   * @param time in ms
   */
  next(scene: string, step: number, time: number): Passage {
    const cleared = scene !== this.scene || step < this.step;
    const moved = !cleared && step > this.step;
    const passed = Math.min(LONGEST, Math.max(0, time - this.time));
    const fade = moved ? this.rest + (BYTE * TRAIL.STRENGTH * passed) / TRAIL.LIFETIME : 0;
    const faded = fade < AT_ONCE ? 0 : Math.floor(fade);
    this.rest = moved ? fade - faded : this.rest;
    this.scene = scene;
    this.step = step;
    this.time = time;
    return { cleared, moved, faded };
  }
}

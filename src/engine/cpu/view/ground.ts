import { PoolClosed } from '../jobs.ts';
import { type Band, keyOf, type Seen, strideOf } from './messages.ts';

/** Time in ms that one band takes about: short, for what else the workers do waits for it. */
const BAND = 4;
/** A surface that takes longer than this, in ms, is drawn coarsely first, in about half this time. */
const SLOW = 120;
/** Pixels for a pixel of a coarse surface at most, along each axis. */
const COARSEST = 8;
/** Bands for each worker at a time: one that is drawn, one that lies ready. */
const AHEAD = 2;
/** Time in ms after which a surface is shown though it is not complete. */
const IMPATIENT = 100;

/** What draws bands. */
export interface BandSource {
  /** Pixels of a band at most. */
  readonly most: number;
  draw(seen: Seen, grain: number, first: number, rows: number): Promise<Uint8Array>;
}

/** Who is told of a surface. */
export interface GroundEvents {
  /** From now on bands belong to the surface as it is seen so. */
  began(seen: Seen): void;
  drawn(band: Band): void;
  /** A new picture is worth while. */
  changed(): void;
}

/** Keeps a surface drawn as it is seen: always the newest, one at a time, coarse while a slow one is moved. */
export class Ground {
  private wanted: Seen | null = null;
  private busy = false;
  private closed = false;
  /** Pixels that all workers together draw in a ms. */
  private pace = 20_000;

  constructor(
    private readonly bands: BandSource,
    private readonly workers: number,
    private readonly events: GroundEvents,
  ) {}

  /** Draws the surface as it is seen so, unless that is done or under way. */
  show(seen: Seen): void {
    if (this.wanted && keyOf(seen) === keyOf(this.wanted)) return;
    this.wanted = seen;
    if (!this.busy) void this.work();
  }

  /** Whether the newest surface is not drawn in full yet. */
  get drawing(): boolean {
    return this.busy && !this.closed;
  }

  close(): void {
    this.closed = true;
  }

  private async work(): Promise<void> {
    this.busy = true;
    for (let seen: Seen | null = null; !this.closed && seen !== this.wanted; ) {
      seen = this.wanted as Seen;
      this.events.began(seen);
      const grain = this.coarseness(seen);
      try {
        if (grain > 1) await this.paint(seen, grain, () => this.closed);
        // What takes long is given up where it is not wanted any more. What does not is done: a surface that is dragged would else never be drawn.
        await this.paint(seen, 1, () => this.closed || (grain > 1 && seen !== this.wanted));
      } catch (error) {
        if (!(error instanceof PoolClosed)) throw error;
        this.closed = true;
      }
    }
    this.busy = false;
  }

  /** Draws all bands, or some where it is to stop. */
  private async paint(seen: Seen, grain: number, stopped: () => boolean): Promise<void> {
    const stride = strideOf(Math.ceil(seen.width / grain));
    const rows = Math.ceil(seen.height / grain);
    const pixels = Math.min(this.bands.most, (BAND * this.pace) / this.workers);
    const height = Math.max(1, Math.floor(pixels / stride));
    const began = performance.now();
    let next = 0;
    let shown = began;
    const work = async () => {
      while (next < rows && !stopped()) {
        const first = next;
        next = Math.min(rows, first + height);
        const bytes = await this.bands.draw(seen, grain, first, next - first);
        if (this.closed) return;
        this.events.drawn({ grain, first, bytes });
        if (performance.now() - shown < IMPATIENT) continue;
        shown = performance.now();
        this.events.changed();
      }
    };
    await Promise.all(Array.from({ length: AHEAD * this.workers }, work));
    if (next === 0 || this.closed) return;
    // A mean: other work may have held it up once.
    const pace = (stride * next) / Math.max(1, performance.now() - began);
    if (grain === 1) this.pace = Math.sqrt(this.pace * pace);
    this.events.changed();
  }

  private coarseness({ width, height }: Seen): number {
    const takes = (width * height) / this.pace;
    return takes > SLOW ? Math.min(COARSEST, Math.ceil(Math.sqrt((2 * takes) / SLOW))) : 1;
  }
}

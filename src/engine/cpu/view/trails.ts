import { NEVER } from '../../slots.ts';
import { sampledCells, TRAIL, TrailClock } from '../../trails.ts';
import type { ColoredSwarm } from './fates.ts';
import { type Frame, keyOf, type Trails } from './messages.ts';
import { Plane } from './plane.ts';
import { drawLine, packed, type TrailLayer } from './trail-layer.ts';

/** Draws the way of a sample of particles from each picture to the next. */
export class TrailPainter {
  private readonly clock = new TrailClock();
  private cells = new Uint32Array(0);
  /** Where each swarm's sample was seen last: pixels from the left and from the top, NaN where it was not. */
  private before: Float32Array[] = [];

  /** Adds the newest part of all trails. Tells by how much what the layer shows fades after this picture; a new scene clears it. */
  paint(layer: TrailLayer, { seen, curve }: Frame, swarms: readonly ColoredSwarm[], trails: Trails): number {
    const { cleared, moved, faded } = this.clock.next(`${trails.scene} ${keyOf(seen)}`, trails.step, trails.time);
    if (cleared) {
      layer.pixels.fill(0);
      this.cells = sampledCells(trails.sample, trails.columns);
      this.before = swarms.map(() => new Float32Array(2 * this.cells.length).fill(Number.NaN));
    }
    const plane = new Plane(seen, curve);
    if (cleared || moved) {
      swarms.forEach((swarm, i) => {
        this.move(layer, swarm, this.before[i], plane, seen.ratio);
      });
    }
    return faded;
  }

  private move(layer: TrailLayer, swarm: ColoredSwarm, before: Float32Array, plane: Plane, ratio: number): void {
    const { cells, codes } = swarm;
    const floats = new Float32Array(cells.buffer);
    const integers = new Uint32Array(cells.buffer);
    const colors = swarm.colors.map(packed);
    const [x, y] = cells.axes;
    const sum = (at: number, [a, b]: readonly [number, number]) => floats[at + a / 4] + floats[at + b / 4];
    const leap = TRAIL.LEAP * ratio;
    this.cells.forEach((cell, i) => {
      const at = cells.tiles[Math.floor(cell / cells.tileCells)] / 4 + (cell % cells.tileCells);
      const first = sum(at, x);
      const lives = integers[at + cells.divergedAt / 4] === NEVER;
      const to = [
        lives ? plane.across(first) : Number.NaN,
        plane.down(plane.height(first, y ? sum(at, y) : 0)),
      ] as const;
      const from = [before[2 * i], before[2 * i + 1]] as const;
      before.set(to, 2 * i);
      const way = Math.hypot(to[0] - from[0], to[1] - from[1]);
      if (!(way > 0 && way < leap)) return;
      const color = colors[codes ? codes[cell] : 0];
      drawLine(layer, from, to, color, TRAIL.WIDTH * ratio, 255 * TRAIL.STRENGTH);
    });
  }
}

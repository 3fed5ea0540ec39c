import type { ColoredSwarm } from './fates.ts';
import { discMasks, type Masks } from './masks.ts';
import { type Discs, type Frame, type Seen, strideOf } from './messages.ts';
import { Plane } from './plane.ts';
import { BATCH, STAGE } from './stage.ts';
import type { TrailLayer } from './trail-layer.ts';

interface Paint {
  add(bytes: number): void;
  trail(layer: number, ground: number, to: number, bytes: number, fade: number): void;
  mix(sheet: number, ground: number, to: number, rows: number, bytes: number): void;
}

const PAGE = 65_536;

/** The memory in which pictures are painted: a ground, the picture, the layer of trails, and the sheet that collects discs. */
export class Easel {
  private readonly memory = new WebAssembly.Memory({ initial: 1 });
  private readonly paint: Paint;
  private width = 0;
  private height = 0;
  private look: Discs = { radius: 0, alpha: 0 };
  private masks: Masks = discMasks(this.look);

  /** @param module what `writePaint` wrote */
  constructor(module: WebAssembly.Module) {
    const { exports } = new WebAssembly.Instance(module, { env: { memory: this.memory } });
    this.paint = exports as unknown as Paint;
  }

  /** Makes it ready for pictures of a size; the ground is then undefined. */
  resize({ width, height }: Seen): void {
    if (width === this.width && height === this.height) return;
    this.width = width;
    this.height = height;
    this.prepare();
    this.trails.pixels.fill(0);
  }

  /** The ground's pixels, rows of `strideOf` its width. */
  get ground(): Int32Array<ArrayBuffer> {
    return new Int32Array(this.memory.buffer, this.places.ground, this.pixels);
  }

  /** The layer of trails; empty after a change of size. */
  get trails(): TrailLayer {
    const pixels = new Uint32Array(this.memory.buffer, this.places.trails, this.pixels);
    return { pixels, stride: strideOf(this.width), width: this.width, height: this.height };
  }

  /** The picture's bytes, in rows as long as the ground's. */
  get picture(): Uint8ClampedArray<ArrayBuffer> {
    return new Uint8ClampedArray(this.memory.buffer, this.places.picture, 4 * this.pixels);
  }

  /**
   * Paints the ground with trails and particles over it.
   * @param fade by how much the trails are weaker after it, of 255; null where there are none
   */
  draw({ seen, discs, curve }: Omit<Frame, 'swarms'>, swarms: readonly ColoredSwarm[], fade: number | null): void {
    const { radius, alpha } = discs;
    if (radius !== this.look.radius || alpha !== this.look.alpha) {
      this.look = discs;
      this.masks = discMasks(discs);
      this.prepare();
    }
    const { ground, picture, trails, sheet } = this.places;
    this.stage(seen);
    const { side } = this.masks;
    const inner = sheet + side * this.sheetRow + 4 * side;
    const { buffer } = this.memory;
    if (fade !== null) this.paint.trail(trails, ground, picture, 4 * this.pixels, fade);
    let under = fade === null ? ground : picture;
    const plane = curve && new Plane(seen, curve);
    for (const swarm of swarms) {
      swarm.colors.forEach((colour, code) => {
        if (swarm.codes && !swarm.codes.includes(code)) return;
        new Float32Array(buffer, STAGE.colour, 3).set(colour.map((part) => 255 * part));
        this.add(swarm, code, plane);
        this.paint.mix(inner, under, picture, this.height, 4 * strideOf(this.width));
        under = picture;
      });
    }
    if (under === ground) this.picture.set(new Uint8Array(buffer, ground, 4 * this.pixels));
  }

  /** Collects the discs of a swarm's particles of one colour. */
  private add({ cells: of, codes }: ColoredSwarm, code: number, plane: Plane | null): void {
    const { buffer, cells, tileCells, tiles, axes, divergedAt } = of;
    const from = new Uint32Array(buffer);
    const size = BATCH.slot / 4;
    const to = new Uint32Array(this.memory.buffer, BATCH.at, BATCH.slots * size);
    const places = new Float32Array(this.memory.buffer, BATCH.at, BATCH.slots * size);
    const [x, y] = axes;
    const slots = [...x, ...(y ?? [null, null]), divergedAt];
    to.fill(0);
    for (let cell = 0; cell < cells; cell += BATCH.cells) {
      const count = Math.min(BATCH.cells, cells - cell);
      const first = tiles[Math.floor(cell / tileCells)] / 4 + (cell % tileCells);
      // What has diverged is not seen: so is what is no cell.
      if (count < BATCH.cells) to.fill(0, BATCH.divergedAt * size);
      slots.forEach((slot, i) => {
        if (slot === null) return;
        const at = first + slot / 4;
        to.set(from.subarray(at, at + count), i * size);
      });
      for (let i = 0; plane && i < count; i++) {
        places[2 * size + i] = plane.height(places[i] + places[size + i], 0);
      }
      // What has another colour is not seen now.
      for (let i = 0; codes && i < count; i++) if (codes[cell + i] !== code) to[BATCH.divergedAt * size + i] = 0;
      this.paint.add(16 * Math.ceil(count / 4));
    }
  }

  /** Writes what painting goes by. */
  private stage({ center, scale, width, height }: Seen): void {
    const { masks, sheet } = this.places;
    const { side, before, stride } = this.masks;
    const reach = this.look.radius + 0.5;
    const floats = new Float32Array(this.memory.buffer, 0, STAGE.bytes / 4);
    const integers = new Uint32Array(this.memory.buffer, 0, STAGE.bytes / 4);
    floats.set(center, STAGE.center / 4);
    floats.set([1 / scale[0], -1 / scale[1]], STAGE.zoom / 4);
    floats.set([width / 2, height / 2], STAGE.half / 4);
    floats.set([-reach, width + reach, height + reach], STAGE.least / 4);
    integers.set([side, before, 4 * stride, 4 * stride * side, masks, sheet, this.sheetRow], STAGE.side / 4);
  }

  /** Makes room, with a blank sheet. */
  private prepare(): void {
    const { masks, sheet, end } = this.places;
    const pages = Math.ceil(end / PAGE) - this.memory.buffer.byteLength / PAGE;
    if (pages > 0) this.memory.grow(pages);
    new Float32Array(this.memory.buffer, sheet, (masks - sheet) / 4).fill(1);
    new Float32Array(this.memory.buffer, masks, this.masks.shares.length).set(this.masks.shares);
  }

  private get pixels(): number {
    return strideOf(this.width) * this.height;
  }

  private get sheetRow(): number {
    return 4 * (strideOf(this.width) + 2 * this.masks.side);
  }

  private get places() {
    const ground = BATCH.at + BATCH.slots * BATCH.slot;
    const picture = ground + 4 * this.pixels;
    const trails = picture + 4 * this.pixels;
    const sheet = trails + 4 * this.pixels;
    const masks = sheet + this.sheetRow * (this.height + 2 * this.masks.side);
    return { ground, picture, trails, sheet, masks, end: masks + 4 * this.masks.shares.length };
  }
}

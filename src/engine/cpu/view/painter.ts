import { PALETTES } from '../../terrain.ts';
import { blankOf, pixelOf, place, project } from './backdrop.ts';
import { Easel } from './easel.ts';
import { colored } from './fates.ts';
import { type Answered, type Band, type Frame, keyOf, type Seen, strideOf, type Told } from './messages.ts';
import { TrailPainter } from './trails.ts';

/** The surface as far as it is drawn. */
interface Surface {
  readonly seen: Seen;
  readonly pixels: Int32Array<ArrayBuffer>;
}

/** Paints pictures, in a worker. */
class Painter {
  private readonly easel: Easel;
  private readonly canvas = new OffscreenCanvas(1, 1);
  private readonly context: OffscreenCanvasRenderingContext2D;
  private surface: Surface | null = null;
  /** Memory of the surface before the last, for the next. */
  private spare = new Int32Array(0);
  /** How the surface is seen on the easel; empty where it is not the latest. */
  private ground = '';
  private readonly trails = new TrailPainter();

  constructor(module: WebAssembly.Module) {
    this.easel = new Easel(module);
    const context = this.canvas.getContext('2d', { alpha: false });
    if (!context) throw new Error('this canvas gives no 2-D context');
    this.context = context;
  }

  /** Begins another surface. Until its bands come it is made of what is known of the last. */
  begin(seen: Seen): void {
    const { surface, spare } = this;
    const length = strideOf(seen.width) * seen.height;
    const pixels = spare.length === length ? spare : new Int32Array(length);
    if (surface) project(surface.pixels, surface.seen, pixels, seen);
    else pixels.fill(blankOf(seen.theme));
    this.spare = surface?.pixels ?? spare;
    this.surface = { seen, pixels };
    this.ground = '';
  }

  add(band: Band): void {
    if (!this.surface) return;
    place(band, this.surface.pixels, this.surface.seen);
    this.ground = '';
  }

  /** Gives the picture of a frame; null where there is nothing to be seen yet. */
  draw(frame: Frame): ImageBitmap | null {
    const { easel, canvas } = this;
    const { seen } = frame;
    if (!this.surface && !frame.curve) return null;
    easel.resize(seen);
    this.lay(seen, frame.curve !== null);
    const swarms = frame.swarms.map(colored);
    const fade = frame.trails && this.trails.paint(easel.trails, frame, swarms, frame.trails);
    easel.draw(frame, swarms, fade);
    if (canvas.width !== seen.width) canvas.width = seen.width;
    if (canvas.height !== seen.height) canvas.height = seen.height;
    this.context.putImageData(new ImageData(easel.picture, strideOf(seen.width), seen.height), 0, 0);
    return canvas.transferToImageBitmap();
  }

  /** Lays the ground on the easel, unless it is there: the surface, or a bare one. */
  private lay(seen: Seen, bare: boolean): void {
    const { easel, surface } = this;
    const key = `${keyOf(seen)} ${bare}`;
    if (key === this.ground) return;
    if (bare || !surface) easel.ground.fill(pixelOf(PALETTES[seen.theme].bare));
    else if (keyOf(seen) === keyOf(surface.seen)) easel.ground.set(surface.pixels);
    else project(surface.pixels, surface.seen, easel.ground, seen);
    this.ground = key;
  }
}

const port = globalThis as unknown as {
  onmessage: (event: MessageEvent<Told>) => void;
  postMessage(answer: Answered, transfer: Transferable[]): void;
};
let painter: Painter | null = null;

port.onmessage = ({ data }) => {
  if (data.kind === 'open') painter = new Painter(data.module);
  else if (data.kind === 'surface') painter?.begin(data.seen);
  else if (data.kind === 'band') painter?.add(data);
  else {
    const picture = painter?.draw(data) ?? null;
    port.postMessage({ picture }, picture ? [picture] : []);
  }
};
port.postMessage('ready', []);

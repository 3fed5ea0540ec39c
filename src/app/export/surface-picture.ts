import { msg } from '@lit/localize';
import type { SurfaceMap } from '../map/surface-map.ts';
import { contextOf, paperOf } from './paper.ts';
import { SurfaceKey } from './surface-key.ts';
import { svgImage } from './svg-image.ts';

/** Pictures of the surface as it is seen: the engine's, what stands over it, the key under it. */
export class SurfaceComposer {
  private constructor(
    private readonly map: SurfaceMap,
    private readonly overlay: HTMLImageElement,
    private readonly size: readonly [number, number],
    private readonly scale: number,
  ) {}

  /**
   * Makes ready for a map as it stands.
   * @param scale pixels for each device pixel along each axis
   */
  static async create(map: SurfaceMap, scale: number): Promise<SurfaceComposer> {
    await map.updateComplete;
    const svg = map.overlaid;
    if (!svg) throw new Error(msg('The surface is not drawn yet. Try again when it is.'));
    const { width, height } = svg.getBoundingClientRect();
    return new SurfaceComposer(map, await svgImage(svg, [width, height]), [width, height], scale);
  }

  /** Pixels for each CSS pixel. */
  get ratio(): number {
    return this.scale * devicePixelRatio;
  }

  /** The picture of this moment. Throws an Error with a sentence where there is none. */
  async picture(): Promise<HTMLCanvasElement> {
    const { map, overlay, ratio } = this;
    const { run, view, theme } = map;
    const ground = await map.drawn(this.scale);
    if (!ground || !run) throw new Error(msg('The surface is not drawn yet. Try again when it is.'));
    const [width, height] = this.size;
    const canvas = document.createElement('canvas');
    const context = contextOf(canvas);
    const paper = paperOf(map);
    const key = new SurfaceKey(run.plan, view, map.found, map.relief, theme, paper);
    canvas.width = Math.round(width * ratio);
    canvas.height = Math.round((height + key.draw(context, 0, width, false)) * ratio);
    context.scale(ratio, ratio);
    context.fillStyle = paper.paper;
    context.fillRect(0, 0, width, canvas.height);
    context.drawImage(ground, 0, 0, width, height);
    context.drawImage(overlay, 0, 0, width, height);
    key.draw(context, height, width);
    return canvas;
  }
}

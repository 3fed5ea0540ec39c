/**
 * A picture of trails: a pixel has a colour in its lower three bytes, red first, and in the highest how much of it shows.
 * Rows of `stride` pixels, of which `width` are seen.
 */
export interface TrailLayer {
  readonly pixels: Uint32Array<ArrayBuffer>;
  readonly stride: number;
  readonly width: number;
  readonly height: number;
}

/** A colour as a layer has it, from parts from 0 to 1. */
export function packed(rgb: readonly number[]): number {
  const [red, green, blue] = rgb.map((part) => Math.round(255 * part));
  return (blue << 16) | (green << 8) | red;
}

/**
 * Draws a line with soft edges; where lines meet, the strongest shows.
 * @param from pixels from the left and from the top, like `to`
 * @param color what `packed` gives
 * @param width in pixels
 * @param strength of 255, where a pixel is covered wholly
 */
export function drawLine(
  layer: TrailLayer,
  from: readonly [number, number],
  to: readonly [number, number],
  color: number,
  width: number,
  strength: number,
): void {
  const { pixels, stride } = layer;
  const steep = Math.abs(to[1] - from[1]) > Math.abs(to[0] - from[0]);
  const along = steep ? 1 : 0;
  const [a, b] = from[along] <= to[along] ? [from, to] : [to, from];
  const length = b[along] - a[along];
  const slope = length > 0 ? (b[1 - along] - a[1 - along]) / length : 0;
  const ends = steep ? [layer.height, layer.width] : [layer.width, layer.height];
  // A slanted line is as wide as one along an axis.
  const reach = (width / 2) * Math.hypot(1, slope) + 0.5;
  const last = Math.min(ends[0] - 1, Math.floor(b[along]));
  for (let i = Math.max(0, Math.floor(a[along])); i <= last; i++) {
    const middle = a[1 - along] + Math.min(length, Math.max(0, i + 0.5 - a[along])) * slope;
    const end = Math.min(ends[1] - 1, Math.floor(middle + reach));
    for (let k = Math.max(0, Math.floor(middle - reach)); k <= end; k++) {
      const covered = Math.min(1, reach - Math.abs(k + 0.5 - middle));
      const shows = Math.round(strength * covered);
      const at = steep ? i * stride + k : k * stride + i;
      if (covered > 0 && shows > pixels[at] >>> 24) pixels[at] = ((shows << 24) | color) >>> 0;
    }
  }
}

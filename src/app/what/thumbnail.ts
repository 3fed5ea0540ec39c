import type { Objective } from '../../catalogue/index.ts';
import { reliefOf } from '../../engine/relief.ts';
import { PALETTES } from '../../engine/terrain.ts';
import type { Rgb } from '../../engine/types.ts';
import { compileLoss, interpret } from '../../formula/index.ts';

/** A small picture: red, green, blue and opacity of each pixel, row by row from the top. */
export interface Thumbnail {
  readonly width: number;
  readonly height: number;
  readonly pixels: Uint8ClampedArray<ArrayBuffer>;
}

/** Contour lines from the lowest to the highest. */
const CONTOURS = 9;
const LINE = 0.34;
/** How much light from the north-west changes a tint, for a slope of one tint a pixel. */
const SHADE = 1.2;
const MOST_SHADE = 0.1;

/**
 * An objective over its domain in small: tinted by height, with a few contour lines; of one parameter, its curve. What the formula has no value for stays bare.
 * Rests after every row, so that whoever paints it may do something else in between.
 * @param width in pixels, as `height`
 */
export function* paintThumbnail(
  objective: Objective,
  theme: 'light' | 'dark',
  width: number,
  height: number,
): Generator<void, Thumbnail> {
  const { formula, parameters, data, domain, start, minimum } = objective;
  const compiled = compileLoss(formula, parameters, data);
  const { floor, soft, low, high } = reliefOf({ compiled, domain, start, minimum });
  const program = interpret(compiled.graph, [compiled.loss], compiled.inputs);
  const point = [...start];
  const heightAt = (column: number, row: number) => {
    point[0] = along(domain[0], (column + 0.5) / width);
    if (parameters.length > 1) point[1] = along(domain[1], 1 - (row + 0.5) / height);
    const loss = program.run(point)[0];
    return (Math.log(Math.max(loss - floor, 0) + soft) - low) / (high - low);
  };
  const picture = { width, height, pixels: new Uint8ClampedArray(4 * width * height) };
  if (parameters.length > 1) yield* paintSurface(picture, theme, heightAt);
  else paintCurve(picture, theme, heightAt);
  return picture;
}

function* paintSurface(
  { width, height, pixels }: Thumbnail,
  theme: 'light' | 'dark',
  heightAt: HeightAt,
): Generator<void> {
  const { tints, ink, bare } = PALETTES[theme];
  // One row and one column more than there are pixels: lines and slopes lie between neighbours.
  const across = width + 1;
  const heights = new Float64Array(across * (height + 1));
  for (let row = 0; row <= height; row++) {
    for (let column = 0; column < across; column++) heights[row * across + column] = heightAt(column, row);
    yield;
  }
  for (let row = 0; row < height; row++) {
    for (let column = 0; column < width; column++) {
      const at = row * across + column;
      const [here, east, south] = [heights[at], heights[at + 1], heights[at + across]];
      const level = (each: number) => Math.floor(Math.min(Math.max(each, 0), 1) * CONTOURS);
      const crossed = level(here) !== level(east) || level(here) !== level(south);
      const slope = SHADE * (east - here + (south - here));
      const light = 1 + Math.max(-MOST_SHADE, Math.min(MOST_SHADE, slope || 0));
      const colour = Number.isNaN(here) ? bare : mix(tintAt(tints, here, light), ink, crossed ? LINE : 0);
      put(pixels, row * width + column, colour);
    }
  }
}

function paintCurve({ width, height, pixels }: Thumbnail, theme: 'light' | 'dark', heightAt: HeightAt): void {
  const { tints, ink, bare } = PALETTES[theme];
  const tops = Array.from({ length: width + 1 }, (_, column) => {
    const share = Math.min(Math.max(heightAt(column, 0), 0), 1);
    return (0.88 - 0.76 * share) * height;
  });
  for (let i = 0; i < width * height; i++) {
    const [column, row] = [i % width, Math.floor(i / width)];
    const [upper, lower] = [
      Math.min(tops[column], tops[column + 1]) - 0.7,
      Math.max(tops[column], tops[column + 1]) + 0.7,
    ];
    const under = row + 0.5 > tops[column];
    const colour = under ? tintAt(tints, (height - row) / height, 1) : bare;
    put(pixels, i, row + 0.5 >= upper && row + 0.5 <= lower ? mix(colour, ink, 0.7) : colour);
  }
}

type HeightAt = (column: number, row: number) => number;

function tintAt(tints: readonly Rgb[], height: number, light: number): Rgb {
  const place = Math.min(Math.max(height, 0), 1) * (tints.length - 1);
  const below = Math.min(Math.floor(place), tints.length - 2);
  const [r, g, b] = mix(tints[below], tints[below + 1], place - below);
  return [r * light, g * light, b * light];
}

function mix(a: Rgb, b: Rgb, share: number): Rgb {
  const part = (channel: 0 | 1 | 2) => a[channel] + (b[channel] - a[channel]) * share;
  return [part(0), part(1), part(2)];
}

function put(pixels: Uint8ClampedArray, at: number, [r, g, b]: Rgb): void {
  pixels.set([255 * r, 255 * g, 255 * b, 255], 4 * at);
}

function along([low, high]: readonly [number, number], share: number): number {
  return low + share * (high - low);
}

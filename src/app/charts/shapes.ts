/** A pattern laid over an area, so that it is told by more than its colour. */
export interface Hatch {
  /** Name of the pattern within a picture. */
  readonly name: string;
  /** Lines of a tile of `HATCH_TILE` by `HATCH_TILE`, as a path. */
  readonly d: string;
  readonly color: string;
}

/** Side of a hatch's tile in CSS pixels. */
export const HATCH_TILE = 8;

/** A path, filled or drawn as a line or both. Lengths are CSS pixels. */
export interface PathShape {
  readonly kind: 'path';
  readonly d: string;
  readonly fill?: string;
  /** Opacity of the filling; 1 where it is missing. */
  readonly alpha?: number;
  readonly hatch?: Hatch;
  readonly stroke?: string;
  readonly width?: number;
  readonly dash?: readonly number[];
  /** Whether it is cut off at the plot's edges. */
  readonly clipped?: boolean;
}

/** A line of text, centred vertically on its place. */
export interface TextShape {
  readonly kind: 'text';
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly color: string;
  readonly anchor?: 'start' | 'middle' | 'end';
  readonly size?: number;
  readonly bold?: boolean;
  /** Colour of a rim that keeps it apart from what is under it. */
  readonly halo?: string;
}

/** What a drawing is made of, from back to front. */
export type Shape = PathShape | TextShape;

/** A rectangle in CSS pixels. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** A drawing by itself: a title and shapes on paper. */
export interface Figure {
  readonly title: string;
  /** What it shows, in a sentence. */
  readonly summary: string;
  readonly width: number;
  readonly height: number;
  readonly paper: string;
  /** Where clipped shapes are cut off. */
  readonly plot: Box;
  readonly shapes: readonly Shape[];
}

const short = (value: number) => String(Math.round(value * 100) / 100);

/** The path of a line through points; a null interrupts it. */
export function linePath(points: readonly (readonly [x: number, y: number] | null)[]): string {
  let pen = 'M';
  let path = '';
  for (const point of points) {
    if (point) path += `${pen}${short(point[0])} ${short(point[1])}`;
    pen = point ? 'L' : 'M';
  }
  return path;
}

/** The path around the area between two lines over the same places. */
export function areaPath(xs: readonly number[], upper: readonly number[], lower: readonly number[]): string {
  if (xs.length === 0) return '';
  const there = xs.map((x, i) => [x, upper[i]] as const);
  const back = xs.map((x, i) => [x, lower[i]] as const).reverse();
  return `${linePath([...there, ...back])}Z`;
}

/** The path of a rectangle. */
export function rectPath({ left, top, width, height }: Box): string {
  return `M${short(left)} ${short(top)}h${short(width)}v${short(height)}h${short(-width)}Z`;
}

/** The path of a disc. */
export function discPath(x: number, y: number, radius: number): string {
  return `M${short(x - radius)} ${short(y)}a${radius} ${radius} 0 1 0 ${2 * radius} 0a${radius} ${radius} 0 1 0 ${-2 * radius} 0Z`;
}

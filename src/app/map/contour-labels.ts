import type { Relief } from '../../engine/relief.ts';
import { TERRAIN } from '../../engine/terrain.ts';
import { asFormula, type Plan } from '../../experiment/index.ts';
import { interpret } from '../../formula/index.ts';
import { type Fineness, finerFor, lossAt } from './contour-levels.ts';
import { contourLines, type Lattice } from './contour-lines.ts';
import { labelPlaces } from './label-places.ts';
import { levelTexts } from './level-texts.ts';
import { type Pixels, toPoint, type Viewport } from './viewport.ts';

/** The label of a contour line. */
export interface ContourLabel {
  /** In parameters. */
  readonly at: readonly [number, number];
  readonly angle: number;
  /** The loss along the line. */
  readonly text: string;
}

/** Pixels between two points at which the surface is looked at. */
const SPACING = 10;
/** Time in ms that this may take of a frame. */
const SLICE = 4;
/** Pixels along the edges where axes are, and those of the corner that buttons take. */
const EDGE = 40;
const CORNER: Pixels = [160, 56];
/** Lines that are labelled at most: more would be crowded, far out where the loss rises without end. */
const LINES = 24;
/** The contours of a surface as it is seen; `finer` is that of `ViewFrame`. */
export interface Contours extends Fineness {
  /** Labels of the heavy ones. */
  readonly labels: readonly ContourLabel[];
}

/**
 * How dense contours are to be where a surface is seen, and labels for the heavy ones.
 * @param relief by which it is drawn
 * @param taken pixels that are not to be covered
 * @returns null where `signal` ended it
 */
export async function contoursOf(
  plan: Plan,
  relief: Relief,
  view: Viewport,
  size: Pixels,
  taken: readonly Pixels[],
  signal: AbortSignal,
): Promise<Contours | null> {
  const lattice = await levelsOf(plan, relief, view, size, signal);
  if (!lattice) return null;
  const finite = lattice.heights.filter((height) => !Number.isNaN(height));
  const [least, most] = finite.reduce(
    ([low, high], each) => [Math.min(low, each), Math.max(high, each)],
    [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY],
  );
  const inside = ([x, y]: Pixels) =>
    x > EDGE && x < size[0] - EDGE && y > EDGE && y < size[1] - EDGE && !(x > size[0] - CORNER[0] && y < CORNER[1]);
  const covered = [...taken];
  const labels: ContourLabel[] = [];
  const fineness = finerFor(finite, relief);
  const apart = TERRAIN.HEAVY_EVERY / fineness.finer;
  const first = Math.max(0, Math.ceil(least / apart));
  const last = Math.min(Math.floor(most / apart), first + LINES);
  const levels = Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => (first + i) * apart);
  const texts = levelTexts(levels.map((level) => lossAt(relief, level)));
  for (const [i, level] of levels.entries()) {
    if (signal.aborted) break;
    for (const line of contourLines(lattice, level)) {
      const pixels = line.map(([column, row]): Pixels => [column * SPACING, row * SPACING]);
      for (const { at, angle } of labelPlaces(pixels, covered, inside)) {
        covered.push(at);
        labels.push({ at: toPoint(view, at, size), angle, text: texts[i] });
      }
    }
    await pause();
  }
  return signal.aborted ? null : { ...fineness, labels };
}

/** The number of the contour line at each point of a lattice over the map, as a fraction; made in slices, null where `signal` ended it. */
async function levelsOf(
  { objective, start }: Plan,
  { floor, soft, low, high }: Relief,
  view: Viewport,
  size: Pixels,
  signal: AbortSignal,
): Promise<Lattice | null> {
  const { compiled } = asFormula(objective);
  const program = interpret(compiled.graph, [compiled.loss], compiled.inputs);
  const [columns, rows] = [Math.ceil(size[0] / SPACING) + 1, Math.ceil(size[1] / SPACING) + 1];
  const heights = new Float64Array(columns * rows);
  const point = [...start];
  let began = performance.now();
  for (let i = 0; i < heights.length; i++) {
    [point[0], point[1]] = toPoint(view, [(i % columns) * SPACING, Math.floor(i / columns) * SPACING], size);
    const loss = program.run(point)[0];
    const above = Math.max(loss - floor, 0) + soft;
    const known = Math.abs(loss) < TERRAIN.NO_VALUE;
    heights[i] = known ? (TERRAIN.CONTOURS * (Math.log(above) - low)) / (high - low) : Number.NaN;
    if (performance.now() - began < SLICE) continue;
    await pause();
    if (signal.aborted) return null;
    began = performance.now();
  }
  return { columns, rows, heights };
}

const pause = () => new Promise((resolve) => setTimeout(resolve));

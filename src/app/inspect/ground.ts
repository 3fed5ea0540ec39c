import { reliefOf } from '../../engine/relief.ts';
import { PALETTES, TERRAIN } from '../../engine/terrain.ts';
import { asFormula, type ResolvedObjective } from '../../experiment/index.ts';
import { interpret, reachable } from '../../formula/index.ts';
import type { Viewport } from '../map/viewport.ts';
import { type Pixels, toPoint } from '../map/viewport.ts';

/** Heights of the surface on a grid of points over a picture, row by row from its upper left corner; the outermost lie on its edges. */
export interface Ground {
  readonly columns: number;
  readonly rows: number;
  /** From 0, the palette's first tint, to 1, its last; NaN where the loss has no value. */
  readonly heights: Float64Array;
}

/** Operations that a ground may take: some 30 ms. */
const OPERATIONS = 6e6;
/** Pixels between two points, at least. */
const FINEST = 1.5;
/** Points along the shorter side, at least. */
const COARSEST = 24;

/** Computes the ground of a view in float64, as finely as the objective's cost allows; parameters beyond the second are at the objective's start. */
export function groundOf(objective: ResolvedObjective, view: Viewport, size: Pixels): Ground {
  const { graph, loss, inputs } = asFormula(objective).compiled;
  const cost = reachable([loss]).length * Math.max(graph.rows, 1);
  const finest = Math.sqrt((size[0] * size[1] * cost) / OPERATIONS);
  const gap = Math.min(Math.max(FINEST, finest), Math.min(...size) / COARSEST);
  const [columns, rows] = size.map((length) => Math.max(2, Math.ceil(length / gap)));
  const program = interpret(graph, [loss], inputs);
  const { floor, soft, low, high } = reliefOf(asFormula(objective));
  const point = [...objective.start];
  const heights = new Float64Array(columns * rows);
  for (let j = 0; j < rows; j++) {
    for (let i = 0; i < columns; i++) {
      const at: Pixels = [(size[0] * i) / (columns - 1), (size[1] * j) / (rows - 1)];
      [point[0], point[1]] = toPoint(view, at, size);
      const value = program.run(point)[0];
      heights[j * columns + i] =
        Math.abs(value) < TERRAIN.NO_VALUE
          ? (Math.log(Math.max(value - floor, 0) + soft) - low) / (high - low)
          : Number.NaN;
    }
  }
  return { columns, rows, heights };
}

/** The ground's tints with its relief, a pixel for each point. */
export function tintsOf({ columns, rows, heights }: Ground, theme: 'light' | 'dark'): ImageData {
  const { tints } = PALETTES[theme];
  const image = new ImageData(columns, rows);
  const heightAt = (i: number, j: number) => {
    return heights[Math.min(Math.max(j, 0), rows - 1) * columns + Math.min(Math.max(i, 0), columns - 1)];
  };
  for (let j = 0; j < rows; j++) {
    for (let i = 0; i < columns; i++) {
      const at = 4 * (j * columns + i);
      const height = heightAt(i, j);
      if (Number.isNaN(height)) continue;
      const place = Math.min(Math.max(height, 0), 1) * (tints.length - 1);
      const lower = Math.min(Math.floor(place), tints.length - 2);
      // Lit from the north-west.
      const slope = heightAt(i + 1, j) - heightAt(i - 1, j) + heightAt(i, j + 1) - heightAt(i, j - 1);
      const light = Number.isNaN(slope) ? 0 : TERRAIN.SHADE * Math.tanh(6 * slope);
      for (let channel = 0; channel < 3; channel++) {
        const [from, to] = [tints[lower][channel], tints[lower + 1][channel]];
        image.data[at + channel] = 255 * (from + (place - lower) * (to - from)) * (1 + light);
      }
      image.data[at + 3] = 255;
    }
  }
  return image;
}

import type { Pixels } from './viewport.ts';

/** Where a label stands on a line. */
export interface LabelPlace {
  readonly at: Pixels;
  /** By how many degrees it is turned, clockwise, so that it lies along its line and can be read. */
  readonly angle: number;
}

/** Pixels of a line on which a label lies, and those of a line that is worth one. */
const LENGTH = 40;
const WORTH = 130;
/** Pixels between a label and the next, of any line, and between two of one line. */
const APART = 72;
const AGAIN = 420;
/** A line that turns more than this under its label, in radians, is too curved for one. */
const BEND = 0.6;

/**
 * Finds places for labels along a line, best those where it is straight.
 * @param line in pixels
 * @param taken places of other labels and of what else is not to be covered
 * @param inside whether a label may stand at a place
 */
export function labelPlaces(
  line: readonly Pixels[],
  taken: readonly Pixels[],
  inside: (at: Pixels) => boolean,
): LabelPlace[] {
  const along = lengths(line);
  const total = along[along.length - 1] ?? 0;
  if (total < WORTH) return [];
  const found: LabelPlace[] = [];
  const candidates: { at: Pixels; angle: number; bend: number }[] = [];
  for (let middle = LENGTH / 2; middle <= total - LENGTH / 2; middle += LENGTH / 4) {
    const [a, at, b] = [middle - LENGTH / 2, middle, middle + LENGTH / 2].map((each) => placeAt(line, along, each));
    const before = Math.atan2(at[1] - a[1], at[0] - a[0]);
    const after = Math.atan2(b[1] - at[1], b[0] - at[0]);
    const turn = Math.abs(Math.atan2(Math.sin(after - before), Math.cos(after - before)));
    if (turn <= BEND && inside(at))
      candidates.push({ at, angle: upright(Math.atan2(b[1] - a[1], b[0] - a[0])), bend: turn });
  }
  const most = Math.max(1, Math.round(total / AGAIN));
  for (const { at, angle } of candidates.sort((a, b) => a.bend - b.bend)) {
    if (found.length === most) break;
    const free = (others: readonly Pixels[], apart: number) =>
      others.every(([x, y]) => Math.hypot(x - at[0], y - at[1]) >= apart);
    const own = found.map((label) => label.at);
    if (free(taken, APART) && free(own, AGAIN / 2)) found.push({ at, angle });
  }
  return found;
}

/** Degrees of a direction, turned by half a circle where it would stand on its head. */
function upright(radians: number): number {
  const degrees = (radians * 180) / Math.PI;
  return degrees > 90 ? degrees - 180 : degrees < -90 ? degrees + 180 : degrees;
}

/** Length of a line up to each of its points. */
function lengths(line: readonly Pixels[]): number[] {
  let sum = 0;
  return line.map(([x, y], i) => {
    if (i > 0) sum += Math.hypot(x - line[i - 1][0], y - line[i - 1][1]);
    return sum;
  });
}

function placeAt(line: readonly Pixels[], along: readonly number[], length: number): Pixels {
  const after = Math.max(
    1,
    along.findIndex((each) => each >= length),
  );
  const [a, b] = [line[after - 1], line[after]];
  const share = (length - along[after - 1]) / Math.max(along[after] - along[after - 1], 1e-9);
  return [a[0] + share * (b[0] - a[0]), a[1] + share * (b[1] - a[1])];
}

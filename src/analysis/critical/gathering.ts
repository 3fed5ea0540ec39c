import type { Bending } from './bending.ts';
import type { Zero } from './certainty.ts';
import { largest } from './damped-step.ts';
import { NOTHING } from './unit-objective.ts';

/** Places so near to one another are one, as a part of the distance within which the Hessian stays the same, and nearer than so many times their errors. */
const [SAME, ERRORS] = [1e-4, 20];
/** No two places farther apart than this are one, however badly they are known; and those that are known better than the second. */
const [APART, NEAR] = [0.05, 0.002];
/** Values are equal that differ by no more than this of themselves, and of what the curvature makes of the domain. */
const [LEVEL, ROUGH] = [1e-9, 1e-12];
/** Points of a set are kept if they are farther apart than this. */
const ALIKE = 1e-9;
/** Points that are kept of a set. */
const SAMPLE = 24;

/** An isolated zero of the gradient. */
export interface Found {
  readonly zero: Zero;
  readonly parameters: Float64Array;
  readonly bending: Bending;
  readonly degenerate: boolean;
}

/** Zeros of the gradient that are not isolated, of one value. */
interface Level {
  /** That nearest to 0. */
  value: number;
  readonly zeros: Zero[];
}

/** The zeros of a gradient that a search has found, each once. */
export class Gathering {
  readonly points: Found[] = [];
  readonly sets: Level[] = [];
  /** Number of distances computed so far. */
  compared = 0;
  /** Points that are known well, by their squares of the first two parameters, `NEAR` wide; and the others. */
  private readonly squares = new Map<string, Zero[]>();
  private readonly vague: Zero[] = [];

  /** Whether a run's end is one of the points, however well it is known itself. */
  hasPoint(at: Float64Array): boolean {
    return this.around(at).some((zero) => distance(zero.at, at) <= reach(zero.error, zero.scale));
  }

  /** Whether a zero is one of the points, known better or worse. */
  merges(zero: Zero): boolean {
    const others = isVague(zero) ? this.points.map((point) => point.zero) : this.around(zero.at);
    return others.some(
      (other) => distance(other.at, zero.at) <= reach(other.error + zero.error, Math.min(other.scale, zero.scale)),
    );
  }

  addPoint(found: Found): void {
    const { zero } = found;
    this.points.push(found);
    if (isVague(zero)) {
      this.vague.push(zero);
      return;
    }
    const key = squareOf(zero.at, 0, 0);
    const square = this.squares.get(key);
    if (square) square.push(zero);
    else this.squares.set(key, [zero]);
  }

  /** Whether a zero is one of those of its value that are known not to be isolated, or so many of them are known that it need not be asked of this one. */
  isOfSet(zero: Zero): boolean {
    const zeros = this.levelOf(zero)?.zeros ?? [];
    return zeros.length === SAMPLE || zeros.some((other) => distance(other.at, zero.at) <= ALIKE);
  }

  /** Adds a zero that is not isolated to those of its value. */
  addToSet(zero: Zero): void {
    const level = this.levelOf(zero);
    const [value] = zero.looked;
    if (!level) this.sets.push({ value, zeros: [zero] });
    else {
      level.zeros.push(zero);
      if (Math.abs(value) < Math.abs(level.value)) level.value = value;
    }
  }

  /** The middle of what is known of each set, and a box around that. */
  get spans(): { readonly middle: number[]; readonly box: (readonly [number, number])[] }[] {
    return this.sets.map(({ zeros }) => {
      const box = Array.from(zeros[0].at, (_, k) => {
        const values = zeros.map(({ at }) => at[k]);
        return [Math.min(...values), Math.max(...values)] as const;
      });
      return { middle: box.map(([low, high]) => (low + high) / 2), box };
    });
  }

  private levelOf({ at, looked }: Zero): Level | undefined {
    const [value] = looked;
    const unsure = ROUGH * largest(looked, at.length) + NOTHING;
    return this.sets.find(
      (set) => Math.abs(set.value - value) <= LEVEL * Math.max(Math.abs(value), Math.abs(set.value)) + unsure,
    );
  }

  /** How far the nearest other point is from one; null where there is none. */
  nearestTo(zero: Zero): number | null {
    const nearest = (zeros: readonly Zero[]) =>
      zeros.reduce((least, { at }) => (at === zero.at ? least : Math.min(least, distance(at, zero.at))), Infinity);
    const near = nearest(this.around(zero.at));
    const least = near <= NEAR ? near : nearest(this.points.map((point) => point.zero));
    this.compared += this.points.length;
    return Number.isFinite(least) ? least : null;
  }

  /** Every point that is known well and no farther from a place than such points may be that are one, and all others. */
  private around(at: Float64Array): Zero[] {
    const sides = at.length === 1 ? [0] : [-1, 0, 1];
    const found = [...this.vague];
    for (const i of [-1, 0, 1]) for (const j of sides) found.push(...(this.squares.get(squareOf(at, i, j)) ?? []));
    this.compared += found.length;
    return found;
  }
}

function squareOf(at: Float64Array, right: number, up: number): string {
  const first = Math.floor(at[0] / NEAR) + right;
  return at.length === 1 ? String(first) : `${first},${Math.floor(at[1] / NEAR) + up}`;
}

/** Whether a place is known too badly to be looked for near by: of two that are known well, both errors count. */
function isVague({ error, scale }: Zero): boolean {
  return 2 * reach(error, scale) > NEAR;
}

function reach(error: number, scale: number): number {
  return Math.min(SAME * scale + ERRORS * error, APART);
}

function distance(a: Float64Array, b: Float64Array): number {
  let square = 0;
  for (let k = 0; k < a.length; k++) square += (a[k] - b[k]) ** 2;
  return Math.sqrt(square);
}

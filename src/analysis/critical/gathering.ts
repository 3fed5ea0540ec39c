import type { Zero } from './certainty.ts';
import { largest } from './damped-step.ts';
import { NOTHING } from './unit-objective.ts';

/** Places so near to one another are one, and nearer than so many times their errors. */
const [SAME, ERRORS] = [1e-7, 20];
/** No two places farther apart than this are one, however badly they are known. */
const APART = 0.05;
/** Values are equal that differ by no more than this of themselves, and of what the curvature makes of the domain. */
const [LEVEL, ROUGH] = [1e-9, 1e-12];
/** Points that are kept of a set. */
const SAMPLE = 24;

/** An isolated zero of the gradient. */
export interface Found {
  readonly zero: Zero;
  readonly degenerate: boolean;
}

/** Zeros of the gradient that are not isolated, of one value. */
interface Level {
  readonly value: number;
  readonly zeros: Zero[];
}

/** The zeros of a gradient that a search has found, each once. */
export class Gathering {
  readonly points: Found[] = [];
  readonly sets: Level[] = [];
  /** Points by their squares of the first two parameters, as wide as points that are one may be apart. */
  private readonly squares = new Map<string, Zero[]>();

  /** Whether a run's end is one of the points, however well it is known itself. */
  hasPoint(at: Float64Array): boolean {
    return this.around(at).some((zero) => distance(zero.at, at) <= reach(zero.error));
  }

  /** Whether a zero is one of the points, known better or worse. */
  merges(zero: Zero): boolean {
    return this.around(zero.at).some((other) => distance(other.at, zero.at) <= reach(other.error + zero.error));
  }

  addPoint(zero: Zero, degenerate: boolean): void {
    this.points.push({ zero, degenerate });
    const key = squareOf(zero.at, 0, 0);
    this.squares.set(key, [...(this.squares.get(key) ?? []), zero]);
  }

  /** Whether so many zeros of a zero's value are known not to be isolated that it need not be asked of this one. */
  isOfSet(zero: Zero): boolean {
    return this.levelOf(zero)?.zeros.length === SAMPLE;
  }

  /** Adds a zero that is not isolated to those of its value. */
  addToSet(zero: Zero): void {
    const level = this.levelOf(zero);
    if (level) level.zeros.push(zero);
    else this.sets.push({ value: zero.looked[0], zeros: [zero] });
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
    const least = near <= APART ? near : nearest(this.points.map((point) => point.zero));
    return Number.isFinite(least) ? least : null;
  }

  /** Every point that is no farther from a place than points that are one may be. */
  private around(at: Float64Array): Zero[] {
    const sides = at.length === 1 ? [0] : [-1, 0, 1];
    return [-1, 0, 1].flatMap((i) => sides.flatMap((j) => this.squares.get(squareOf(at, i, j)) ?? []));
  }
}

function squareOf(at: Float64Array, right: number, up: number): string {
  const first = Math.floor(at[0] / APART) + right;
  return at.length === 1 ? String(first) : `${first},${Math.floor(at[1] / APART) + up}`;
}

function reach(error: number): number {
  return Math.min(SAME + ERRORS * error, APART);
}

function distance(a: Float64Array, b: Float64Array): number {
  let square = 0;
  for (let k = 0; k < a.length; k++) square += (a[k] - b[k]) ** 2;
  return Math.sqrt(square);
}

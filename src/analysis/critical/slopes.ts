import { largest } from './damped-step.ts';
import type { Rest } from './rest.ts';
import { NOTHING } from './unit-objective.ts';

/** A start's slope is faint if gradient and curvature are less than so much of the largest at any start. */
const FAINT = 1e-3;
/** A start is level if they are less than so much of the largest at a critical point. */
const LEVEL = 1e-9;
/** Starts that are not level must be no fewer than this to tell of a domain; of fewer starts than the second nothing is told. */
const [SLOPING, STARTS] = [16, 64];

/** How steep an objective is at starts that fill a domain. */
export class Slopes {
  private most = 0;
  private steepness: number[] = [];

  /** @param size number of parameters */
  constructor(private readonly size: number) {}

  add(start: Rest): void {
    const own = this.of(start);
    this.most = Math.max(this.most, own);
    this.steepness.push(own);
  }

  /** Forgets the starts, but not how steep the objective is. */
  clear(): void {
    this.steepness = [];
  }

  /** Whether a slope is next to nothing beside others. */
  isFaint(start: Rest): boolean {
    return this.of(start) <= FAINT * this.most;
  }

  /** Whether so few starts are on a slope, beside what is known of critical points, that something as narrow as these would have been missed by all. */
  isLevel(points: readonly Rest[]): boolean {
    const level = Math.max(NOTHING, ...points.map((point) => LEVEL * this.of(point)));
    const sloping = this.steepness.filter((each) => each > level).length;
    return this.steepness.length >= STARTS && sloping < SLOPING;
  }

  private of({ norm, looked }: Rest): number {
    return Math.max(norm, largest(looked, this.size));
  }
}

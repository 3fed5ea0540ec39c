import { eigensystem } from '../eigen.ts';
import { Bender, isSingular } from './bending.ts';
import { Examiner, type Zero } from './certainty.ts';
import { type Found, Gathering } from './gathering.ts';
import { isIsolated } from './isolation.ts';
import { polish } from './polish.ts';
import type { Rest } from './rest.ts';
import type { Settler } from './settle.ts';
import { Surroundings } from './surroundings.ts';
import type { UnitObjective } from './unit-objective.ts';

/** Rounding errors of places on the domain's edge. */
const EDGE = 1e-12;

/** How far from where a run rests a zero may be, in units of the domain, that rounding errors hide. */
const BEHIND = 0.05;

/** Points crowd together that are no more than so many times the finest distance apart, if there are so many of them. */
const [CROWDED, CROWD] = [32, 16];

/** Where a run ends: outside, at no critical point, at one that is known or not, at one that is not isolated. */
export type Ending = 'left' | 'nowhere' | 'known' | 'new' | 'set';

/** Keeps where runs end, each place once. */
export class Keeper {
  readonly found = new Gathering();
  private readonly surroundings: Surroundings;
  private readonly examiner: Examiner;
  private readonly bender: Bender;

  constructor(
    private readonly objective: UnitObjective,
    private readonly settler: Settler,
  ) {
    this.surroundings = new Surroundings(objective);
    this.examiner = new Examiner(objective, this.surroundings);
    this.bender = new Bender(objective);
  }

  /** What a run's end is; it is kept if it is something new. */
  keep(rest: Rest | null): Ending {
    const { objective, settler, examiner, found } = this;
    if (rest === null || !objective.isInside(rest.at, EDGE)) return 'left';
    if (found.hasPoint(rest.at)) return 'known';
    const first = examiner.zeroAt(rest);
    if (first === null) return 'nowhere';
    if (found.merges(first)) return 'known';
    const degenerate = examiner.isDegenerate(first);
    if (degenerate && found.isOfSet(first)) return 'set';
    const zero = degenerate ? this.behind(first) : first;
    if (zero !== first && found.merges(zero)) return 'known';
    const point = this.lookCloser(zero, degenerate);
    if ((point.bending.by !== 'values' && !point.degenerate) || isIsolated(settler, examiner, zero)) {
      found.addPoint(point);
      return 'new';
    }
    found.addToSet(zero);
    return 'set';
  }

  /** The zero near by to which a gradient falls on, where that is hidden by rounding errors in other directions; else the same one. */
  private behind(zero: Zero): Zero {
    const end = this.settler.leapFrom(zero);
    if (!end?.at.every((value, k) => Math.abs(value - zero.at[k]) <= BEHIND)) return zero;
    // Right beside a kink the gradient is steeper than the place's digits are fine, and not seen to vanish.
    return this.examiner.zeroAt(end) ?? { ...zero, ...end };
  }

  /** @param degenerate whether the formula's Hessian is singular */
  private lookCloser(rough: Zero, degenerate: boolean): Found {
    const { zero, parameters } = polish(this.objective, rough);
    const bending = this.bender.bendingAt(zero, Math.min(zero.scale, this.surroundings.usual));
    switch (bending.by) {
      case 'formula':
        return { zero, parameters, bending, degenerate };
      case 'differences':
        return { zero, parameters, bending, degenerate: isSingular(eigensystem(bending.hessian).eigenvalues) };
      case 'values':
        return { zero, parameters, bending, degenerate: false };
    }
  }

  /** Whether many points are so near to one another that others between them would not be told apart, as where they crowd together without end. */
  get isCrowded(): boolean {
    let crowded = 0;
    for (const { zero } of this.found.points) {
      const nearest = this.found.nearestTo(zero);
      if (nearest !== null && nearest < CROWDED * this.surroundings.finest && ++crowded >= CROWD) return true;
    }
    return false;
  }

  /** Whether a run that ended at no critical point could not go on for want of digits. */
  isBlurred(rest: Rest): boolean {
    return this.examiner.isBlurred(rest);
  }
}

import { spread } from '../../engine/spread.ts';
import { Examiner } from './certainty.ts';
import type { CriticalPoints } from './critical-point.ts';
import { Gathering } from './gathering.ts';
import { isIsolated } from './isolation.ts';
import { Settler } from './settle.ts';
import { tellPoints } from './tell.ts';
import { type Searchable, UnitObjective } from './unit-objective.ts';
import type { Wave } from './wave.ts';

/** Starts of the first batch for one parameter, for two, and for more. */
const FIRST = [64, 512, 1024] as const;
/** With each further batch there are so many times as many starts as before. */
const MORE = 2;
/** Starts around each point, for each parameter, and how far off they are, in units of the distance to its neighbour. */
const [AROUND, AWAY] = [6, 1.2];
/** Bounds of a search: operations of all looks together (some seconds), and what is found. */
const [OPERATIONS, POINTS, SETS] = [5e7, 4000, 60];

/**
 * All critical points of an objective in its domain: runs of Newton's and of Levenberg and Marquardt's method from starts that
 * fill the domain, more and more of them until a batch finds nothing new, or until a bound is reached. Where runs end is kept
 * once, if the gradient does vanish there (it does not at a kink), and told by the Hessian's eigenvalues. Everything is computed
 * in float64 and without chance: the same objective gives the same points.
 * @param wave where an engine's runs ended (`settleAll`): the search begins there, and its own starts only complete it
 */
export function findCriticalPoints(objective: Searchable, wave: Wave = NO_WAVE): CriticalPoints {
  const search = searchCriticalPoints(objective, wave);
  for (;;) {
    const { done, value } = search.next();
    if (done) return value;
  }
}

/** The same in small parts, each some milliseconds at most, so that other work goes on between them. */
export function* searchCriticalPoints(searchable: Searchable, wave: Wave = NO_WAVE): Generator<void, CriticalPoints> {
  const search = new Search(searchable, wave);
  yield* search.run();
  return search.result();
}

/** No runs of an engine. */
export const NO_WAVE: Wave = { starts: 0, ends: [] };

class Search {
  private readonly objective: UnitObjective;
  private readonly settler: Settler;
  private readonly examiner: Examiner;
  private readonly found = new Gathering();
  private readonly box: readonly (readonly [number, number])[];
  private starts: number;
  private complete = false;

  constructor(
    searchable: Searchable,
    private readonly wave: Wave,
  ) {
    this.starts = wave.starts;
    this.objective = new UnitObjective(searchable);
    this.settler = new Settler(this.objective);
    this.examiner = new Examiner(this.objective);
    this.box = searchable.domain.map(() => [0, 1]);
  }

  *run(): Generator<void, void> {
    const { wave, objective } = this;
    for (let k = 0; k < wave.ends.length && this.mayGoOn(); k++) {
      this.follow(objective.placeAt(wave.ends[k]));
      yield;
    }
    if (wave.starts > 0) yield* this.lookAround(0);
    for (let batch = FIRST[Math.min(this.box.length, 3) - 1]; !this.complete && this.mayGoOn(); batch *= MORE) {
      const [first, before] = [this.starts, this.count()];
      for (; this.starts < wave.starts + batch && this.mayGoOn(); this.starts++) {
        this.follow(spread(this.starts, this.box));
        yield;
      }
      yield* this.lookAround(first);
      this.complete = first > 0 && this.mayGoOn() && this.count() === before;
    }
  }

  result(): CriticalPoints {
    const { objective, found, starts, complete } = this;
    const parametersAt = (at: Float64Array) => [...objective.parametersAt(at)];
    const notIsolated = found.sets
      .map(({ value, zeros }) => ({ value, sample: zeros.map(({ at }) => parametersAt(at)) }))
      .sort((a, b) => a.value - b.value);
    return { points: tellPoints(objective, found.points), notIsolated, starts, complete };
  }

  /** Points come in swarms: from around each one its neighbours are found, and theirs. */
  private *lookAround(first: number): Generator<void, void> {
    for (let i = 0; i < this.found.points.length && this.mayGoOn(); i++) {
      const { zero } = this.found.points[i];
      const away = AWAY * (this.found.nearestTo(zero) ?? this.starts ** (-1 / this.box.length));
      const around = [...zero.at].map((value) => [value - away, value + away] as const);
      for (let k = 0; k < AROUND * this.box.length; k++) this.follow(spread(first + k, around));
      yield;
    }
  }

  /** Runs from a start, and keeps where the run ends if it is something new. */
  private follow(start: ArrayLike<number>): void {
    const { settler, examiner, found } = this;
    const rest = settler.settle(start);
    if (rest === null || !isInside(rest.at) || found.hasPoint(rest.at)) return;
    const zero = examiner.zeroAt(rest);
    if (zero === null || found.merges(zero)) return;
    if (!examiner.isDegenerate(zero)) found.addPoint(zero, false);
    else if (found.isOfSet(zero)) return;
    else if (isIsolated(settler, examiner, zero)) found.addPoint(zero, true);
    else found.addToSet(zero);
  }

  private count(): number {
    return this.found.points.length + this.found.sets.length;
  }

  private mayGoOn(): boolean {
    const { objective, found } = this;
    return objective.looks * objective.cost < OPERATIONS && found.points.length < POINTS && found.sets.length < SETS;
  }
}

/** Whether a place lies in the domain, its edge included as far as rounding errors go. */
function isInside(at: Float64Array): boolean {
  return at.every((value) => value >= -1e-12 && value <= 1 + 1e-12);
}

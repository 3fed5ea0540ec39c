import { uniform } from '../../catalogue/index.ts';
import { spread } from '../../engine/spread.ts';
import { boxesNearZero } from './boxes.ts';
import { Census } from './census.ts';
import { climb } from './climb.ts';
import { Creases } from './creases.ts';
import type { CriticalPoints } from './critical-point.ts';
import type { Gathering } from './gathering.ts';
import { Keeper } from './keeper.ts';
import { restAt } from './rest.ts';
import { Settler } from './settle.ts';
import { Slopes } from './slopes.ts';
import { tellPoints, tellTips } from './tell.ts';
import { TipFinder, type Tips } from './tips.ts';
import { type Searchable, UnitObjective } from './unit-objective.ts';
import type { Wave } from './wave.ts';

/** Starts of the first batch for one parameter, for two, and for more. */
const FIRST = [256, 1024, 1024] as const;
/** With each further batch there are so many times as many starts as before. */
const MORE = 2;
/** Starts around each point, for each parameter, and how far off they are, in units of the distance to its neighbour. */
const [AROUND, AWAY] = [6, 1.2];
/** Bounds of a search: operations of all looks together (some seconds), and what is found. */
const [OPERATIONS, POINTS, SETS] = [6e7, 4000, 200];
/** Shares of the operations for following runs that were broken off, and, beyond the bound, for estimating how many points there are and for tips. */
const [FOLLOWING, ESTIMATING, TIPS] = [0.2, 0.1, 0.1];
/** Starts for that estimate, and the share of all starts from which they tell whether there is anything new. */
const [RECAPTURED, ENOUGH] = [1024, 1 / 4];
/** Operations of the comparison of two points. */
const COMPARISON = 4;
/** One start of so many is moved to a crease, and how far beside it it is then, in units of the domain. */
const [CREASED, BESIDE] = [4, 1e-5];
/** Starts, at most, from which a way is gone up and down a surface that is all but level there. */
const CLIMBS = 64;
/** Starts in each of the boxes near 0. */
const ZOOMED = 16;

/**
 * All critical points of an objective in its domain: runs of Newton's and of Levenberg and Marquardt's method from starts that
 * fill the domain, more and more of them until a batch finds nothing new and its runs come to an end, or until a bound is reached.
 * Where runs end is kept once, if the gradient does vanish there (it does not at a cone's tip), and told by the Hessian's
 * eigenvalues. Everything is computed in float64 and without chance: the same objective gives the same points.
 * @param wave where an engine's runs ended (`settleAll`): the search begins there, and its own starts only complete it
 */
export function findCriticalPoints(objective: Searchable, wave: Wave = NO_WAVE): CriticalPoints {
  const search = searchCriticalPoints(objective, wave);
  for (;;) {
    const { done, value } = search.next();
    if (done) return value;
  }
}

/** How far a search has come. */
export interface SoFar {
  /** Number of starts. */
  readonly starts: number;
  /** Number of points and of sets of points. */
  readonly found: number;
}

/** The same in small parts, each some milliseconds at most, so that other work goes on between them. */
export function* searchCriticalPoints(searchable: Searchable, wave: Wave = NO_WAVE): Generator<SoFar, CriticalPoints> {
  const search = new Search(searchable, wave);
  for (const _ of search.run()) yield search.soFar();
  return search.result();
}

/** No runs of an engine. */
export const NO_WAVE: Wave = { starts: 0, ends: [] };

class Search {
  private readonly objective: UnitObjective;
  private readonly settler: Settler;
  private readonly keeper: Keeper;
  private readonly creases: Creases;
  private readonly found: Gathering;
  private readonly slopes: Slopes;
  private climbs = 0;
  private readonly box: readonly (readonly [number, number])[];
  private starts: number;
  private complete = false;
  private crowded = false;
  private level = false;
  private valued = false;
  private tips: Tips = { jumps: false, extrema: [] };
  /** Of the last batch that found nothing new, and how many starts that had. */
  private census = new Census();
  private last = 0;
  private estimated: number | null = null;

  constructor(
    searchable: Searchable,
    private readonly wave: Wave,
  ) {
    this.starts = wave.starts;
    this.objective = new UnitObjective(searchable);
    this.settler = new Settler(this.objective);
    this.keeper = new Keeper(this.objective, this.settler);
    this.found = this.keeper.found;
    this.creases = new Creases(this.objective);
    this.slopes = new Slopes(this.objective.size);
    this.box = this.objective.box;
  }

  *run(): Generator<void, void> {
    yield* this.search();
    if (this.valued) this.tips = yield* new TipFinder(this.objective, this.creases).find(TIPS * OPERATIONS);
  }

  private *search(): Generator<void, void> {
    const { wave, objective } = this;
    for (let k = 0; k < wave.ends.length && this.mayGoOn(); k++) {
      this.follow(objective.placeAt(wave.ends[k]));
      yield;
    }
    for (const box of boxesNearZero(objective)) {
      for (let k = 0; k < ZOOMED && this.mayGoOn(); k++) this.follow(spread(k, box));
      yield;
    }
    if (wave.starts > 0) yield* this.lookAround(0);
    for (let batch = FIRST[Math.min(this.box.length, 3) - 1]; !this.complete && this.mayGoOn(); batch *= MORE) {
      const [first, before] = [this.starts, this.count()];
      const census = new Census();
      this.slopes.clear();
      yield* this.launch(
        wave.starts + batch - first,
        // Beside a crease a run may rest on what is level there, without an end: of the domain it tells nothing.
        (k) => this.follow(this.startAt(k), this.isMoved(k) ? undefined : census),
        () => this.mayGoOn(),
      );
      yield* this.lookAround(first);
      if (this.count() > before) continue;
      yield* this.followOn(census);
      this.census = census;
      this.last = this.starts - first;
      this.level = this.isLevel();
      this.complete = first > 0 && this.mayGoOn() && this.count() === before && census.tells && !this.level;
      // Digits do not become more.
      if (census.isBlurred || this.level) return;
    }
    this.crowded = this.keeper.isCrowded;
    if (this.crowded) this.complete = false;
    else if (!this.complete && this.census.tells && !this.level) yield* this.recapture();
  }

  /** Starts fill the domain; where the formula has creases some are moved to them, for kinks lie there, and few runs come by. */
  private startAt(k: number): ArrayLike<number> {
    const { box, creases } = this;
    const at = spread(k, box);
    if (!this.isMoved(k)) return at;
    // On the crease itself there may be no derivatives.
    return creases.near((k / CREASED) % creases.count, at)?.map((value) => value + BESIDE) ?? at;
  }

  /** Whether a start is moved to a crease. */
  private isMoved(k: number): boolean {
    return this.creases.count > 0 && k % CREASED === 0;
  }

  soFar(): SoFar {
    return { starts: this.starts, found: this.count() };
  }

  result(): CriticalPoints {
    const { objective, found, starts, last, crowded, level, valued, census, estimated, tips } = this;
    const parametersAt = (at: Float64Array) => [...objective.parametersAt(at)];
    return {
      points: tellPoints(objective, found.points),
      notIsolated: found.sets
        .map(({ value, zeros }) => ({ value, sample: zeros.map(({ at }) => parametersAt(at)) }))
        .sort((a, b) => a.value - b.value),
      tips: tellTips(objective, tips.extrema),
      jumps: tips.jumps,
      starts,
      last,
      unfinished: census.unfinishedShare,
      unresolved: census.blurredShare,
      valued,
      complete: this.complete && valued,
      crowded,
      level,
      estimated,
    };
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
    // What a ring encloses may be small beside it.
    for (const { middle, box } of this.found.spans) {
      if (!this.mayGoOn()) return;
      this.follow(middle);
      for (let k = 0; k < AROUND * this.box.length; k++) this.follow(spread(first + k, box));
      yield;
    }
  }

  /** Runs from so many further starts. */
  private *launch(count: number, follow: (k: number) => void, mayGoOn: () => boolean): Generator<void, void> {
    for (const end = this.starts + count; this.starts < end && mayGoOn(); this.starts++) {
      follow(this.starts);
      yield;
    }
  }

  /** Follows runs that were broken off to their ends. */
  private *followOn(census: Census): Generator<void, void> {
    const { settler, objective } = this;
    const steps = (FOLLOWING * OPERATIONS) / (census.sample.length * objective.cost);
    for (const rest of census.sample) {
      const end = settler.settleOn(rest, steps);
      if (this.keeper.keep(end) === 'nowhere' && end?.unfinished) census.endless++;
      yield;
    }
  }

  /** Estimates how many points there are by how many of those at which further runs end are known. */
  private *recapture(): Generator<void, void> {
    const { found } = this;
    const [before, count] = [found.points.length, this.count()];
    const census = new Census();
    const most = this.operations + ESTIMATING * OPERATIONS;
    // Even starts would keep clear of those before them, and of the points that these led to.
    const anywhere = (k: number) => this.box.map(([low, high], i) => low + (high - low) * uniform(0, k, 0, i));
    yield* this.launch(
      RECAPTURED,
      (k) => this.follow(anywhere(k), census),
      () => this.operations < most,
    );
    yield* this.followOn(census);
    this.census = census;
    this.last = census.runs;
    // What these runs find is known to those after them.
    const isEnough = census.runs >= ENOUGH * this.starts && found.points.length < POINTS && found.sets.length < SETS;
    this.complete = isEnough && census.tells && this.count() === count;
    if (census.tells && !this.complete) this.estimated = census.estimate((before + found.points.length) / 2);
  }

  /** Runs from a start, and keeps where the run ends if it is something new. */
  private follow(start: ArrayLike<number>, census?: Census): void {
    const rest = this.settler.settle(start);
    this.valued ||= rest !== null || this.objective.hasValueAt(start);
    let ending = this.keeper.keep(rest);
    if (ending === 'nowhere' && rest !== null) {
      const leapt = this.settler.leapFrom(rest);
      if (leapt !== null) ending = this.keeper.keep(leapt);
    }
    if (!census) return;
    this.climbFrom(start);
    census.runs++;
    if (ending === 'known') census.known++;
    if (ending === 'known' || ending === 'new') census.arrived++;
    if (ending !== 'nowhere' || rest === null) return;
    if (rest.unfinished) census.breakOff(rest);
    else if (this.keeper.isBlurred(rest)) census.blurred++;
  }

  /** Where the surface is all but level, runs end at once; the way up and the way down lead to what is narrow. */
  private climbFrom(start: ArrayLike<number>): void {
    const { objective, slopes, settler, keeper } = this;
    const rest = restAt(objective, Float64Array.from(start));
    if (rest === null) return;
    slopes.add(rest);
    if (rest.norm === 0 || !slopes.isFaint(rest) || this.climbs >= CLIMBS) return;
    this.climbs++;
    for (const side of [1, -1] as const) keeper.keep(settler.settle(climb(objective, rest, side)));
  }

  /** At a kink there is no curvature to compare with. */
  private isLevel(): boolean {
    const curved = this.found.points.filter(({ bending }) => bending.by === 'formula');
    return !this.objective.isConstant && this.slopes.isLevel(curved.map(({ zero }) => zero));
  }

  private count(): number {
    return this.found.points.length + this.found.sets.length;
  }

  private get operations(): number {
    return this.objective.looks * this.objective.cost + COMPARISON * this.found.compared;
  }

  private mayGoOn(): boolean {
    const { found } = this;
    return this.operations < OPERATIONS && found.points.length < POINTS && found.sets.length < SETS;
  }
}

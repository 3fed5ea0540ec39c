import { msg, str } from '@lit/localize';
import { html, type TemplateResult } from 'lit';
import type { Engine } from '../../engine/index.ts';
import type { Plan, ResolvedObjective } from '../../experiment/index.ts';
import type { CriticalSearch, Found } from '../critical/critical-search.ts';
import { pictureShown } from '../first-picture.ts';
import { bringAll } from '../locale/localization.ts';
import { sentenceOf } from '../parts/sentences.ts';
import { knownMarks, type Mark } from './mark.ts';
import { type Pixels, toPoint, type Viewport } from './viewport.ts';

/** Time in ms for which a view must stand still before its critical points are looked for. */
const REST = 200;

/** A stretch of each parameter. */
export type Box = readonly (readonly [low: number, high: number])[];

/** What is seen of a surface. */
export interface CriticalSight {
  readonly plan: Plan;
  readonly view: Viewport;
  readonly size: Pixels;
  /** Whether all critical points in sight are wanted. */
  readonly wanted: boolean;
  /** Makes the search's first runs; null where there is none. */
  readonly engine: Engine | null;
}

/** Whether critical points are looked for: where the map shows every parameter. */
export function hasPoints({ objective }: Plan): boolean {
  return objective.compiled !== null && objective.parameters.length <= 2;
}

/** The points that are marked: those that the catalogue knows, or all critical points in sight where the reader wants them. */
export class CriticalState {
  /** What was found last, of the present objective; null for nothing. */
  found: Found | null = null;
  /** Whether a search is under way. */
  searching = false;
  /** Why the last search failed; null if it did not. */
  problem: string | null = null;

  private objective: ResolvedObjective | null = null;
  private known: readonly Mark[] = [];
  private sought = '';
  private timer: ReturnType<typeof setTimeout> | undefined;
  private late: Promise<CriticalSearch> | null = null;

  /** @param changed is called when there is something else to show */
  constructor(private readonly changed: () => void) {}

  /** The marks of what is seen; to be called whenever that may have changed. */
  follow({ plan, view, size, wanted: isWanted, engine }: CriticalSight): readonly Mark[] {
    const box = isWanted && hasPoints(plan) ? boxOf(view, size, plan) : null;
    const { objective } = plan;
    if (objective !== this.objective) {
      // Of the same formula more minima may be known now: those that were found have their colours then.
      const same = objective.compiled !== null && objective.compiled === this.objective?.compiled;
      this.objective = objective;
      this.known = knownMarks(objective);
      if (!same) {
        this.sought = '';
        this.found = null;
      } else if (this.found) this.found = this.found.of(objective);
    }
    const wanted = String(box);
    if (wanted !== this.sought) {
      this.sought = wanted;
      clearTimeout(this.timer);
      this.searching = box !== null;
      this.problem = null;
      if (box) this.timer = setTimeout(() => void this.find(plan, box, engine), REST);
      else this.stop();
    }
    return this.found?.marks ?? this.known;
  }

  /** How many points there are of each kind, and, unfolded, a row for each; `tell` hears of the one that is pointed at there. */
  list({ objective }: Plan, unfolded: boolean, told: Mark | null, tell: (mark: Mark | null) => void): TemplateResult {
    return html`<critical-list
      .told=${told}
      @point=${({ detail }: CustomEvent<Mark | null>) => tell(detail)}
      ?open=${unfolded}
      .objective=${objective}
      .found=${this.found}
      .searching=${this.searching}
      .problem=${this.problem}
    ></critical-list>`;
  }

  /** Ends what goes on, and forgets what was found. */
  stop(): void {
    clearTimeout(this.timer);
    void this.late?.then((search) => search.close());
    this.found = null;
    this.searching = false;
    this.sought = 'null';
  }

  private async find(plan: Plan, box: Box, engine: Engine | null): Promise<void> {
    await pictureShown.come;
    const current = () => this.objective?.compiled === plan.objective.compiled && this.sought === String(box);
    if (!current()) return;
    try {
      this.late ??= bringAll()
        .then(() => import('../critical/critical-search.ts'))
        .then(({ CriticalSearch }) => new CriticalSearch());
      const found = await (await this.late).find(plan, box, engine);
      if (!found || !current()) return;
      this.found = this.objective ? found.of(this.objective) : found;
    } catch (error) {
      this.late = null;
      if (!current()) return;
      this.problem = msg(str`The critical points could not be looked for. ${sentenceOf(error)}`);
    }
    this.searching = false;
    this.changed();
  }
}

/** The part of the plane that is in sight; of one parameter, its stretch. */
function boxOf(view: Viewport, size: Pixels, { objective }: Plan): Box {
  const [left, bottom] = toPoint(view, [0, size[1]], size);
  const [right, top] = toPoint(view, [size[0], 0], size);
  const across = [left, right] as const;
  return objective.parameters.length === 1 ? [across] : [across, [bottom, top]];
}

import type { Run } from '../../engine/index.ts';
import type { PageView } from '../view/page-view.ts';
import { middleCell, valuesTaken } from './launch-plan.ts';
import { Launcher, type Traced } from './launcher.ts';

/** Time in ms within which a second click makes the first one part of a double-click. */
const DOUBLE = 500;

/** What a state tells its owner. */
export interface LaunchStateEvents {
  changed(): void;
  failed(error: unknown): void;
}

/** Where single trajectories are launched from, and how they went. */
export class LaunchState {
  /** A place on the map, of as many coordinates as are seen there; null where none is launched. */
  at: readonly number[] | null = null;
  traces: readonly Traced[] = [];
  private before: { readonly at: readonly number[] | null; readonly time: number } = { at: null, time: 0 };
  private followed: readonly unknown[] = [];
  private readonly launcher: Launcher;

  constructor(private readonly events: LaunchStateEvents) {
    this.launcher = new Launcher({
      traced: (traces) => {
        if (!this.at) return;
        this.traces = traces;
        events.changed();
      },
      failed: events.failed,
    });
  }

  /** Launches from a place, until it is moved or removed. */
  from(at: readonly number[]): void {
    this.before = { at: this.at, time: performance.now() };
    this.move(at);
  }

  /** Moves the start; null removes what is launched. */
  move(at: readonly number[] | null): void {
    this.at = at;
    this.events.changed();
  }

  /** A double-click is no launch: takes back what its first click did. */
  takeBack(): void {
    if (performance.now() - this.before.time > DOUBLE) return;
    this.at = this.before.at;
    this.events.changed();
  }

  /** Follows what is launched where something has changed: the start, the numbers of the run, what is shown. */
  follow(run: Run, view: PageView, live: boolean): void {
    const { at } = this;
    // What the map does not show starts where the plan has it.
    const start = at && run.plan.start.map((value, i) => at[i] ?? value);
    const state = [String(start), run, run.plan, run.engine, String(view.hidden), String(view.cell), live];
    if (state.every((each, i) => each === this.followed[i])) return;
    this.followed = state;
    if (!start) this.traces = [];
    const cell = cellOf(run, view);
    this.launcher.launch(start && { run, start, cell, hidden: view.hidden, live });
  }

  /** Which values the trajectories have of what the grid varies; null where that needs no word. */
  note(run: Run, view: PageView): string | null {
    return valuesTaken(run.plan, cellOf(run, view), view.cell !== null);
  }
}

function cellOf({ plan }: Run, { cell }: PageView): readonly [number, number] {
  return cell ? [cell[1], cell[2]] : middleCell(plan);
}

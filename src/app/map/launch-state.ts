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
  /** A coordinate for each parameter; null where none is launched. */
  start: readonly number[] | null = null;
  traces: readonly Traced[] = [];
  private before: { readonly start: readonly number[] | null; readonly time: number } = { start: null, time: 0 };
  private followed: readonly unknown[] = [];
  private readonly launcher: Launcher;

  constructor(private readonly events: LaunchStateEvents) {
    this.launcher = new Launcher({
      traced: (traces) => {
        if (!this.start) return;
        this.traces = traces;
        events.changed();
      },
      failed: events.failed,
    });
  }

  /** Launches from a point, until it is moved or removed. */
  from(start: readonly number[]): void {
    this.before = { start: this.start, time: performance.now() };
    this.start = start;
    this.events.changed();
  }

  /** Moves the start. */
  move(start: readonly number[]): void {
    this.start = start;
    this.events.changed();
  }

  remove(): void {
    this.start = null;
    this.events.changed();
  }

  /** A double-click is no launch: takes back what its first click did. */
  takeBack(): void {
    if (performance.now() - this.before.time > DOUBLE) return;
    this.start = this.before.start;
    this.events.changed();
  }

  /** Follows what is launched where something has changed: the start, the numbers of the run, what is shown. */
  follow(run: Run, view: PageView, live: boolean): void {
    const { start } = this;
    const state = [start, run, run.plan, run.engine, String(view.hidden), String(view.cell), live];
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

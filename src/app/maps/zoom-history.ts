import { type Ranges, sameRanges } from './zoom.ts';

/** The way back from zooms: the ranges that each of them left, until the axes are changed by anything else. */
export class ZoomHistory {
  private past: Ranges[] = [];
  /** The ranges asked for last, which the plan comes to have. */
  private asked: Ranges | null = null;

  /** Told of a plan's ranges whenever they may have changed: those that no zoom led to end the way back. */
  follow(now: Ranges): void {
    const known = [this.asked, ...this.past];
    if (known.some((ranges) => ranges && sameRanges(ranges, now))) return;
    this.past = [];
    this.asked = null;
  }

  /** A zoom from ranges into others. */
  enter(from: Ranges, to: Ranges): void {
    this.past.push(from);
    this.asked = to;
  }

  /** Whether there is a way back from these ranges. */
  canLeave(now: Ranges): boolean {
    return this.past.some((ranges) => !sameRanges(ranges, now));
  }

  /** Takes the last zoom back: the ranges before it; null where there are none. */
  leave(now: Ranges): Ranges | null {
    let back = this.past.pop();
    while (back && sameRanges(back, now)) back = this.past.pop();
    if (back) this.asked = back;
    return back ?? null;
  }

  /** The ranges before the first zoom; null without one. */
  get first(): Ranges | null {
    return this.past[0] ?? null;
  }
}

const histories = new WeakMap<Node, ZoomHistory>();

/** The way back of the page, or the part of one, that a panel belongs to: a change of panels keeps it. */
export function zoomHistoryOf(root: Node): ZoomHistory {
  const history = histories.get(root) ?? new ZoomHistory();
  histories.set(root, history);
  return history;
}

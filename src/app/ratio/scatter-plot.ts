import { valueTicks } from '../charts/model.ts';
import type { Box } from '../charts/shapes.ts';
import { formatPower } from '../parts/numbers.ts';
import type { Ticks } from '../parts/ticks.ts';

/** A network on the plot: the share of positive eigenvalues, and its loss. */
export interface Place {
  readonly ratio: number;
  readonly loss: number;
}

/** What a plot is laid out for. */
export interface PlotSetup {
  readonly places: readonly Place[];
  /** Eigenvalues of each network: places stand in one column more. */
  readonly eigenvalues: number;
  readonly size: readonly [width: number, height: number];
  readonly log: boolean;
  /** Pixels above and below that are for others. */
  readonly above?: number;
  readonly below?: number;
}

/** Space around the plot, in CSS pixels: for numbers and names of the axes. */
const [TOP, RIGHT, BOTTOM, LEFT] = [24, 16, 44, 56];
/** So many times the largest loss is where a logarithmic axis ends: a point there is seen whole. */
const ROOM = 1.6;
/** Decades that a logarithmic axis shows at most: what is nearer to 0 stands at its lower end. */
const DECADES = 10;
/** Part of a column that its points are spread over, and of that what stays free at the sides of the plot. */
const SPREAD = 0.62;
/** Each next point of a column stands so much of its width farther to the right, over its right side on from the left: evenly, however many there are. */
const GOLDEN = (Math.sqrt(5) - 1) / 2;
/** Pixels from a point within which it is pointed at. */
const REACH = 14;

/** Where points stand on a plot of losses over minimum ratios. */
export class ScatterPlot {
  readonly box: Box;
  /** Half the width of a column. */
  readonly half: number;
  /** The ends of the axis of losses. */
  readonly range: readonly [low: number, high: number];
  /** Whether points are nearer to 0 than the axis goes. */
  readonly hasFloor: boolean;

  constructor(private readonly setup: PlotSetup) {
    const { places, eigenvalues, size, log, above = 0, below = 0 } = setup;
    const top = above + TOP;
    this.box = { left: LEFT, top, width: size[0] - LEFT - RIGHT, height: size[1] - top - BOTTOM - below };
    this.half = (this.box.width * SPREAD) / (eigenvalues + 1) / 2;
    const losses = places.map(({ loss }) => loss);
    const high = Math.max(0, ...losses) || 1;
    if (!log) {
      this.range = [0, 1.05 * high];
      this.hasFloor = false;
      return;
    }
    const least = Math.min(high, ...losses.filter((loss) => loss > 0));
    const bottom = 10 ** Math.floor(Math.log10(Math.max(Math.min(least, high / 10), high * 10 ** -DECADES)));
    this.range = [bottom, ROOM * high];
    this.hasFloor = losses.some((loss) => loss < this.range[0]);
  }

  /** The middle of a column. */
  x(ratio: number): number {
    const { left, width } = this.box;
    const column = width / (this.setup.eigenvalues + 1);
    return left + column / 2 + ratio * (width - column);
  }

  y(loss: number): number {
    const { top, height } = this.box;
    const scale = this.setup.log ? Math.log : (value: number) => value;
    const [low, high] = this.range;
    const share = (scale(Math.max(loss, low)) - scale(low)) / (scale(high) - scale(low));
    return top + height * (1 - share);
  }

  /** Where a point stands: points of one ratio are spread sideways, so that they do not cover one another. */
  at(index: number): [x: number, y: number] {
    const { ratio, loss } = this.setup.places[index];
    const share = (index * GOLDEN) % 1;
    return [this.x(ratio) + (2 * share - 1) * this.half, this.y(loss)];
  }

  /** The point that is pointed at; null where none is near. */
  nearest([x, y]: readonly [number, number]): number | null {
    let [found, least] = [-1, REACH];
    for (let i = 0; i < this.setup.places.length; i++) {
      const [right, down] = this.at(i);
      const away = Math.hypot(right - x, down - y);
      if (away < least) [found, least] = [i, away];
    }
    return found < 0 ? null : found;
  }

  /** Numbers along the axis of losses. */
  get lossTicks(): Ticks {
    const [low, high] = this.range;
    const floor = this.hasFloor ? { at: low, label: `≤ ${formatPower(Math.round(Math.log10(low)))}` } : null;
    return valueTicks(low, high, this.setup.log, floor, this.box.height);
  }
}

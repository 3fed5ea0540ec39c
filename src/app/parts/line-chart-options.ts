import type uPlot from 'uplot';
import { spreadApart } from '../charts/columns.ts';
import { logTicks } from './log-ticks.ts';
import { formatCount } from './numbers.ts';
import { powers, rangeOf, type Spread, signedPowers, written } from './spread.ts';
import { textWidth } from './text-width.ts';
import { linearTicks, type Ticks } from './ticks.ts';

/** One line of a chart. */
export interface Line {
  readonly label: string;
  readonly color: string;
  /** Lengths of dashes and gaps in pixels; none for an unbroken line. */
  readonly dash?: readonly number[];
}

/** What a chart of lines is made of. */
export interface LineSetup {
  readonly lines: readonly Line[];
  readonly ink: { readonly ink: string; readonly muted: string; readonly hairline: string; readonly paper: string };
  readonly x: { readonly log: boolean; readonly name: string; readonly shown: boolean; readonly whole: boolean };
  readonly y: {
    readonly spread: Spread;
    /** Ends that do not follow the values. */
    readonly ends: readonly [number, number] | null;
    /** A value that is marked across the chart. */
    readonly mark: number | null;
    readonly write: (value: number) => string;
    /** Size below which a signed axis is linear. */
    readonly threshold: number;
  };
  readonly size: readonly [number, number];
  /** Charts of one key move their cursors together; null for one alone. */
  readonly key: string | null;
  /** The place of the values under the cursor; null where it is elsewhere. */
  pointed(index: number | null): void;
}

const FONT = '12px system-ui, sans-serif';
const GAP = 14;
const LEFT_AXIS = 52;
const DIGIT = 7;
/** Pixels right of the plot, at least: the horizontal axis has its name there. */
const LEAST_ROOM = 60;
/** Letters of a name that fits beside the last number of the horizontal axis. */
const SHORT = 4;

/** uPlot's options for lines that are labelled at their ends. */
export function lineOptions(setup: LineSetup): uPlot.Options {
  const { lines, ink, size, x, y, key } = setup;
  const axis: uPlot.Axis = {
    stroke: ink.muted,
    font: FONT,
    gap: 4,
    grid: { stroke: ink.hairline, width: 1 },
    ticks: { show: false },
    filter: (_, values) => values,
  };
  return {
    width: size[0],
    height: size[1],
    padding: [8, endRoom(lines), 0, 0],
    legend: { show: false },
    cursor: {
      x: true,
      y: false,
      points: { show: false },
      drag: { x: true, y: false, dist: 4 },
      ...(key !== null && { sync: { key, scales: ['x', null] as [string, null] } }),
    },
    scales: {
      x: { time: false, distr: x.log ? 3 : 1, range: (_, low, high) => (low < high ? [low, high] : [low, low + 1]) },
      y: {
        distr: y.spread === 'log' ? 3 : y.spread === 'signed' ? 4 : 1,
        asinh: y.threshold,
        range: (_, low, high) => (y.ends ? [...y.ends] : rangeOf(low, high, y.spread)),
      },
    },
    axes: [
      {
        ...axis,
        size: x.shown ? (x.name.length > SHORT ? 40 : 28) : 6,
        splits: (chart, _, low, high) => {
          const ticks = acrossTicks(chart, low, high, x.log).values;
          return ticks.filter((value) => !x.whole || Number.isInteger(value));
        },
        values: (chart, values) => {
          const { min = 0, max = 1 } = chart.scales.x;
          const { labels } = acrossTicks(chart, min, max, x.log);
          return values.map((value, i) => (!x.shown ? '' : x.whole ? formatCount(value) : labels[i]));
        },
      },
      {
        ...axis,
        size: (_, labels) => Math.max(LEFT_AXIS, 8 + DIGIT * Math.max(0, ...(labels ?? []).map((each) => each.length))),
        splits: (chart, _, low, high) => {
          const most = chart.height / 32;
          if (y.spread === 'log') return powers(low, high, most);
          if (y.spread === 'signed')
            return signedPowers(low, high, y.threshold, chart.over.clientHeight || chart.height);
          return [...linearTicks(low, high, most).values];
        },
        values: (_, values) => values.map((value) => (y.spread === 'linear' ? y.write(value) : written(value, true))),
      },
    ],
    series: [
      {},
      ...lines.map(({ color, dash }) => ({
        stroke: color,
        width: 1.5,
        ...(dash && { dash: [...dash] }),
        points: { show: false },
      })),
    ],
    hooks: {
      drawAxes: [(chart) => drawMark(chart, setup)],
      draw: [(chart) => drawLabels(chart, setup)],
      setCursor: [(chart) => setup.pointed(chart.cursor.idx ?? null)],
    },
  };
}

function acrossTicks({ width }: uPlot, low: number, high: number, log: boolean): Ticks {
  return log ? logTicks(low, high, width / 48) : linearTicks(low, high, width / 64);
}

/** Room right of the plot for the labels. */
function endRoom(lines: readonly Line[]): number {
  const widest = Math.max(0, ...lines.map(({ label }) => textWidth(label)));
  return Math.min(120, Math.max(LEAST_ROOM, 20 + widest));
}

function drawMark(chart: uPlot, { y, ink }: LineSetup): void {
  if (y.mark === null) return;
  const { ctx, bbox } = chart;
  const at = Math.round(chart.valToPos(y.mark, 'y', true)) + 0.5;
  ctx.save();
  ctx.strokeStyle = ink.muted;
  ctx.setLineDash([4, 4]);
  ctx.beginPath();
  ctx.moveTo(bbox.left, at);
  ctx.lineTo(bbox.left + bbox.width, at);
  ctx.stroke();
  ctx.restore();
}

/** The name of each line at its end, after a dot of its colour; the name of the horizontal axis. */
function drawLabels(chart: uPlot, { lines, ink, x }: LineSetup): void {
  const { ctx, bbox } = chart;
  const ratio = bbox.width / chart.over.clientWidth;
  const right = bbox.left + bbox.width;
  const ends = lines.flatMap(({ label, color }, i) => {
    const at = label === '' ? null : lastIn(chart, chart.data[1 + i]);
    return at === null ? [] : [{ label, color, ...at }];
  });
  const places = spreadApart(
    ends.map((end) => end.y),
    GAP * ratio,
    bbox.top + (GAP / 2) * ratio,
    bbox.top + bbox.height - (GAP / 2) * ratio,
  );
  ctx.save();
  ctx.font = FONT.replace('12px', `${12 * ratio}px`);
  ctx.textAlign = 'left';
  ctx.textBaseline = 'middle';
  ctx.lineJoin = 'round';
  ends.forEach((end, i) => {
    ctx.fillStyle = end.color;
    ctx.beginPath();
    ctx.arc(end.x + 6 * ratio, places[i], 3 * ratio, 0, 2 * Math.PI);
    ctx.fill();
    ctx.lineWidth = 3 * ratio;
    ctx.strokeStyle = ink.paper;
    ctx.strokeText(end.label, end.x + 13 * ratio, places[i]);
    ctx.fillStyle = ink.ink;
    ctx.fillText(end.label, end.x + 13 * ratio, places[i]);
  });
  if (x.shown) {
    ctx.fillStyle = ink.muted;
    ctx.textAlign = 'right';
    ctx.fillText(
      x.name,
      right + endRoom(lines) * ratio,
      bbox.top + bbox.height + (x.name.length > SHORT ? 26 : 12) * ratio,
    );
  }
  ctx.restore();
}

/** The last point of a line that is seen, in pixels of the canvas; null for none. */
function lastIn(chart: uPlot, column: ArrayLike<number | null | undefined>): { x: number; y: number } | null {
  const { bbox, data } = chart;
  for (let i = column.length - 1; i >= 0; i--) {
    const value = column[i];
    if (value == null) continue;
    const x = chart.valToPos(data[0][i] as number, 'x', true);
    if (x > bbox.left + bbox.width + 1) continue;
    return x < bbox.left ? null : { x, y: chart.valToPos(value, 'y', true) };
  }
  return null;
}

import type uPlot from 'uplot';
import { PROBABILITIES } from '../../engine/index.ts';
import { translucent } from '../parts/colors.ts';
import { formatCount, formatNumber, formatPower } from '../parts/numbers.ts';
import { decadesBetween, linearTicks } from '../parts/ticks.ts';
import { axisRange, type Floor, spreadApart } from './columns.ts';

/** Colours that a chart takes from the theme. */
export interface ChartInk {
  readonly ink: string;
  readonly muted: string;
  readonly hairline: string;
  readonly paper: string;
}

/** What is drawn of each optimizer. */
export interface ChartLine {
  readonly label: string;
  readonly color: string;
}

/** What a chart of quantile bands is made of. */
export interface ChartSetup {
  readonly lines: readonly ChartLine[];
  readonly ink: ChartInk;
  readonly log: boolean;
  /** Last step. */
  readonly steps: number;
  /** Whether the steps are written under this chart. */
  readonly stepsBelow: boolean;
  readonly size: readonly [number, number];
  /** Charts of one key move their cursors together. */
  readonly key: string;
  /** What the lower end of a logarithmic axis stands for, where that is not itself. */
  floor(): Floor | null;
  /** The part of the run that is zoomed to; null for the whole. */
  zoomed(range: readonly [number, number] | null): void;
  /** The record under the cursor; null where it is elsewhere. */
  pointed(index: number | null): void;
}

const FONT = '12px system-ui, sans-serif';
const MEDIAN = PROBABILITIES.indexOf(0.5);
/** Pixels between the baselines of two labels at the lines' ends. */
const LABEL_GAP = 14;
/** Pixels left of the plot: so many that charts under each other begin at one place, unless a label needs more. */
const LEFT_AXIS = 52;
/** Width of a digit in `FONT`, at most. */
const DIGIT = 7;

/** uPlot's options for quantile bands with the median as line, labelled at its end. */
export function chartOptions(setup: ChartSetup): uPlot.Options {
  const { lines, ink, log, steps, size } = setup;
  const axis: uPlot.Axis = {
    stroke: ink.muted,
    font: FONT,
    gap: 4,
    grid: { stroke: ink.hairline, width: 1 },
    ticks: { show: false },
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
      sync: { key: setup.key, scales: ['x', null] },
    },
    scales: {
      x: { time: false, range: (chart, min, max) => (isWhole(chart, min, max) ? [0, steps] : [min, max]) },
      y: { distr: log ? 3 : 1, range: (_, low, high) => axisRange(low, high, log, setup.floor()) },
    },
    axes: [
      {
        ...axis,
        size: setup.stepsBelow ? 28 : 6,
        splits: (chart, _, low, high) => [...linearTicks(low, high, chart.width / 72).values].filter(Number.isInteger),
        values: (_, values) => values.map((value) => (setup.stepsBelow ? formatCount(value) : '')),
      },
      {
        ...axis,
        size: (_, labels) =>
          Math.max(LEFT_AXIS, 8 + DIGIT * Math.max(0, ...(labels ?? []).map(({ length }) => length))),
        splits: (chart, _, low, high) =>
          log
            ? decadesAbove(setup.floor(), low, high, chart.height / 32)
            : [...linearTicks(low, high, chart.height / 40).values],
        filter: (_, values) => values,
        values: (_, values) => values.map((value) => (log ? decadeLabel(value, setup.floor()) : formatNumber(value))),
      },
    ],
    series: [{}, ...lines.flatMap(seriesOf)],
    bands: lines.flatMap(({ color }, i) => {
      const first = 1 + i * PROBABILITIES.length;
      return [
        { series: [first + 4, first] as [number, number], fill: translucent(color, 0.16) },
        { series: [first + 3, first + 1] as [number, number], fill: translucent(color, 0.28) },
      ];
    }),
    hooks: {
      draw: [(chart) => drawLabels(chart, setup)],
      setScale: [
        (chart, key) => {
          const { min, max } = chart.scales.x;
          if (key !== 'x' || min == null || max == null) return;
          setup.zoomed(min === 0 && max === steps ? null : [min, max]);
        },
      ],
      setCursor: [(chart) => setup.pointed(chart.cursor.idx ?? null)],
    },
  };
}

/** Powers of ten to mark between two ends; where the lower is a floor, it, and none that would touch its label. */
function decadesAbove(floor: Floor | null, low: number, high: number, most: number): number[] {
  const powers = decadesBetween(low, high, most).map((exponent) => 10 ** exponent);
  if (low !== floor?.at) return powers;
  const apart = (high / low) ** (0.75 / most);
  return [low, ...powers.filter((power) => power > low * apart)];
}

function decadeLabel(value: number, floor: Floor | null): string {
  return value === floor?.at ? floor.label : formatPower(Math.round(Math.log10(value)));
}

/** Whether a range of steps is what uPlot takes by itself, from the first record to the last: the run may go on. */
function isWhole({ data: [recorded] }: uPlot, min: number | null, max: number | null): boolean {
  return recorded.length < 2 || (min === recorded[0] && max === recorded[recorded.length - 1]);
}

function seriesOf({ color }: ChartLine): uPlot.Series[] {
  return PROBABILITIES.map((_, k) => ({
    stroke: k === MEDIAN ? color : undefined,
    width: k === MEDIAN ? 2 : 0,
    points: { show: false },
  }));
}

/** Room right of the last step for the labels. */
function endRoom(lines: readonly ChartLine[]): number {
  const longest = Math.max(...lines.map(({ label }) => label.length));
  return Math.min(120, Math.max(56, 20 + 6.5 * longest));
}

/** The name of each line at its end, after a dot of its colour; the name of the horizontal axis. */
function drawLabels(chart: uPlot, { lines, ink, stepsBelow }: ChartSetup): void {
  const { ctx, bbox } = chart;
  const ratio = bbox.width / chart.over.clientWidth;
  const ends = lines.flatMap(({ label, color }, i) => {
    const column = chart.data[1 + i * PROBABILITIES.length + MEDIAN];
    let last = column.length - 1;
    while (last >= 0 && column[last] == null) last--;
    if (last < 0) return [];
    const x = chart.valToPos(chart.data[0][last] as number, 'x', true);
    if (x < bbox.left || x > bbox.left + bbox.width + 1) return [];
    return [{ label, color, x, y: chart.valToPos(column[last] as number, 'y', true) }];
  });
  const gap = LABEL_GAP * ratio;
  const places = spreadApart(
    ends.map((end) => end.y),
    gap,
    bbox.top + gap / 2,
    bbox.top + bbox.height - gap / 2,
  );
  ctx.save();
  ctx.font = FONT.replace('12px', `${12 * ratio}px`);
  ctx.textAlign = 'left';
  ctx.textBaseline = 'middle';
  ctx.lineJoin = 'round';
  ends.forEach(({ label, color, x }, i) => {
    ctx.fillStyle = color;
    ctx.beginPath();
    ctx.arc(x + 6 * ratio, places[i], 3 * ratio, 0, 2 * Math.PI);
    ctx.fill();
    const name = shortened(ctx, label, ctx.canvas.width - x - 13 * ratio);
    ctx.lineWidth = 3 * ratio;
    ctx.strokeStyle = ink.paper;
    ctx.strokeText(name, x + 13 * ratio, places[i]);
    ctx.fillStyle = ink.ink;
    ctx.fillText(name, x + 13 * ratio, places[i]);
  });
  if (stepsBelow) {
    ctx.fillStyle = ink.muted;
    ctx.fillText('step', bbox.left + bbox.width + 26 * ratio, bbox.top + bbox.height + 12 * ratio);
  }
  ctx.restore();
}

/** A text, or what of it and an ellipsis is no wider than told. */
function shortened(ctx: CanvasRenderingContext2D, text: string, width: number): string {
  if (ctx.measureText(text).width <= width) return text;
  let length = text.length - 1;
  while (length > 1 && ctx.measureText(`${text.slice(0, length)}…`).width > width) length--;
  return `${text.slice(0, length).trimEnd()}…`;
}

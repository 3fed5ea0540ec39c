import { msg } from '@lit/localize';
import type uPlot from 'uplot';
import { translucent } from '../parts/colors.ts';
import { formatCount } from '../parts/numbers.ts';
import { textWidth } from '../parts/text-width.ts';
import { endLabels, endRoom } from './end-labels.ts';
import { type ChartInk, type ChartModel, type Curve, type Plot, stepTicks, valueTicks } from './model.ts';
import { paint } from './paint.ts';

/** What a chart on the page is made of. */
export interface ChartSetup {
  readonly ink: ChartInk;
  readonly log: boolean;
  /** Last step. */
  readonly steps: number;
  /** Whether the steps are written under this chart. */
  readonly stepsBelow: boolean;
  readonly size: readonly [number, number];
  /** Charts of one key move their cursors together. */
  readonly key: string;
  /** What is shown at the moment; its curves' looks are those of the first time. */
  model(): ChartModel;
  /** The part of the run that was zoomed to; null for the whole. */
  zoomed(span: readonly [number, number] | null): void;
  /** The place in the columns under the cursor; null where it is elsewhere. */
  pointed(index: number | null): void;
}

const FONT = '12px system-ui, sans-serif';
/** Pixels left of the plot: so many that charts under each other begin at one place, unless a label needs more. */
const LEFT_AXIS = 52;
/** Width of a digit in `FONT`, at most. */
const DIGIT = 7;

/** uPlot's options for a chart over the steps. */
export function chartOptions(setup: ChartSetup): uPlot.Options {
  const { ink, log, steps, size } = setup;
  const { curves, scaled } = setup.model();
  const room = endRoom({ curves });
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
    padding: [8, room, 0, 0],
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
      y: { distr: log ? 3 : 1, range: (chart) => [...setup.model().range(spanOf(chart, steps))] },
    },
    axes: [
      {
        ...axis,
        size: setup.stepsBelow ? 28 : 6,
        splits: (chart, _, low, high) => stepTicks(low, high, chart.width),
        values: (_, values) => values.map((value) => (setup.stepsBelow ? formatCount(value) : '')),
      },
      {
        ...axis,
        grid: { ...axis.grid, show: scaled },
        size: (_, labels) =>
          Math.max(LEFT_AXIS, 8 + DIGIT * Math.max(0, ...(labels ?? []).map(({ length }) => length))),
        splits: (chart, _, low, high) => [...valueTicks(low, high, log, setup.model().floor, chart.height).values],
        filter: (_, values) => values,
        values: (chart, values) => {
          const { min = 0, max = 1 } = chart.scales.y;
          const { labels } = valueTicks(min, max, log, setup.model().floor, chart.height);
          return values.map((_, i) => (scaled ? labels[i] : ''));
        },
      },
    ],
    series: [{}, ...curves.map(seriesOf)],
    bands: curves.flatMap(({ color, area }, k) =>
      area ? [{ series: [1 + k, 1 + area.to] as [number, number], fill: translucent(color, area.alpha) }] : [],
    ),
    hooks: {
      draw: [
        (chart) => {
          const model = setup.model();
          const plot = plotOf(chart);
          paint(chart.ctx, [...model.shapes(plot, ink), ...endLabels(model, plot, ink, room)], plot, ratioOf(chart));
          if (setup.stepsBelow) paint(chart.ctx, [stepName(plot, ink, steps)], plot, ratioOf(chart));
        },
      ],
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

/** The horizontal axis's name, right of its last number. */
function stepName({ left, top, width, height }: Plot, { muted }: ChartInk, steps: number) {
  const beyond = Math.max(26, textWidth(formatCount(steps)) / 2 + 8);
  return { kind: 'text', text: msg('step'), x: left + width + beyond, y: top + height + 12, color: muted } as const;
}

function seriesOf({ color, width, dash, bridged }: Curve): uPlot.Series {
  return {
    stroke: width > 0 ? color : undefined,
    width,
    ...(dash && { dash: [...dash] }),
    spanGaps: bridged ?? false,
    points: { show: false },
  };
}

/** Whether a range of steps is what uPlot takes by itself, from the first record to the last: the run may go on. */
function isWhole({ data: [recorded] }: uPlot, min: number | null, max: number | null): boolean {
  return recorded.length < 2 || (min === recorded[0] && max === recorded[recorded.length - 1]);
}

function spanOf({ scales }: uPlot, steps: number): [number, number] {
  const { min, max } = scales.x;
  return min == null || max == null ? [0, steps] : [min, max];
}

const ratioOf = (chart: uPlot) => chart.ctx.canvas.width / chart.width;

function plotOf(chart: uPlot): Plot {
  const ratio = ratioOf(chart);
  const { left, top, width, height } = chart.bbox;
  return {
    left: left / ratio,
    top: top / ratio,
    width: width / ratio,
    height: height / ratio,
    x: (step) => chart.valToPos(step, 'x', true) / ratio,
    y: (value) => chart.valToPos(value, 'y', true) / ratio,
  };
}

import { msg } from '@lit/localize';
import { formatCount } from '../parts/numbers.ts';
import { endLabels, endRoom } from './end-labels.ts';
import { type ChartInk, type ChartModel, type Plot, stepTicks, valueTicks } from './model.ts';
import { areaPath, type Figure, linePath, type Shape } from './shapes.ts';

/** How a chart is drawn by itself. */
export interface FigureSetup {
  readonly title: string;
  readonly summary: string;
  /** What bands and lines mean. */
  readonly note: string;
  readonly size: readonly [width: number, height: number];
  readonly log: boolean;
  readonly span: readonly [number, number];
  readonly ink: ChartInk;
}

/** Space around the plot, in CSS pixels. */
const [TOP, LEFT, BOTTOM] = [52, 60, 32];

/** A chart as a drawing with its title, note, axes, curves and names. */
export function figureOf(model: ChartModel, setup: FigureSetup): Figure {
  const { size, ink, title, note, summary } = setup;
  const room = endRoom(model);
  const plot = plotOf(model, setup, room);
  const shapes: Shape[] = [
    { kind: 'text', text: title, x: 16, y: 18, color: ink.ink, size: 14, bold: true },
    { kind: 'text', text: note, x: 16, y: 36, color: ink.muted, size: 11 },
    ...axes(model, setup, plot),
    ...curves(model, plot),
    ...model.shapes(plot, ink),
    ...endLabels(model, plot, ink, room),
  ];
  const { left, top, width, height } = plot;
  return {
    title,
    summary,
    width: size[0],
    height: size[1],
    paper: ink.paper,
    plot: { left, top, width, height },
    shapes,
  };
}

function plotOf(model: ChartModel, { size, span, log }: FigureSetup, room: number): Plot {
  const [low, high] = model.range(span);
  const width = size[0] - LEFT - room;
  const height = size[1] - TOP - BOTTOM;
  const scale = (value: number) => (log ? Math.log(value) : value);
  return {
    left: LEFT,
    top: TOP,
    width,
    height,
    x: (step) => LEFT + (width * (step - span[0])) / (span[1] - span[0]),
    y: (value) => TOP + height * (1 - (scale(value) - scale(low)) / (scale(high) - scale(low))),
  };
}

function axes(model: ChartModel, { span, log, ink, size }: FigureSetup, plot: Plot): Shape[] {
  const [low, high] = model.range(span);
  const bottom = plot.top + plot.height;
  const line = { kind: 'path', stroke: ink.hairline, width: 1 } as const;
  const words = { kind: 'text', color: ink.muted, size: 12 } as const;
  const steps = stepTicks(span[0], span[1], plot.width).flatMap((step): Shape[] => [
    { ...line, d: `M${plot.x(step)} ${plot.top}V${bottom}` },
    { ...words, text: formatCount(step), x: plot.x(step), y: bottom + 14, anchor: 'middle' },
  ]);
  const ticks = valueTicks(low, high, log, model.floor, plot.height);
  const values = model.scaled
    ? ticks.values.flatMap((value, i): Shape[] => [
        { ...line, d: `M${plot.left} ${plot.y(value)}H${plot.left + plot.width}` },
        { ...words, text: ticks.labels[i], x: plot.left - 6, y: plot.y(value), anchor: 'end' },
      ])
    : [];
  return [...steps, ...values, { ...words, text: msg('step'), x: size[0] - 12, y: bottom + 14, anchor: 'end' }];
}

function curves({ steps, columns, curves: drawn }: ChartModel, plot: Plot): Shape[] {
  const areas = drawn.flatMap(({ color, area }, k): Shape[] => {
    if (!area) return [];
    const there = steps.flatMap((step, i) => {
      const [a, b] = [columns[k][i], columns[area.to][i]];
      return a === null || b === null ? [] : [{ x: plot.x(step), a: plot.y(a), b: plot.y(b) }];
    });
    const d = areaPath(
      there.map(({ x }) => x),
      there.map(({ a }) => a),
      there.map(({ b }) => b),
    );
    return d ? [{ kind: 'path', d, fill: color, alpha: area.alpha, clipped: true }] : [];
  });
  const lines = drawn.flatMap(({ color, width, dash, bridged }, k): Shape[] => {
    if (width === 0) return [];
    const all = steps.map((step, i) => {
      const value = columns[k][i];
      return value === null ? null : ([plot.x(step), plot.y(value)] as const);
    });
    const points = bridged ? all.filter((point) => point !== null) : all;
    return [{ kind: 'path', d: linePath(points), stroke: color, width, ...(dash && { dash }), clipped: true }];
  });
  return [...areas, ...lines];
}

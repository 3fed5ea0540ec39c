import { msg } from '@lit/localize';
import type { NetworkEnd } from '../../analysis/minimum-ratio/picture.ts';
import { ratioStatistics } from '../../analysis/minimum-ratio/statistics.ts';
import type { ChartInk } from '../charts/model.ts';
import type { Figure, Shape } from '../charts/shapes.ts';
import { textWidth } from '../parts/text-width.ts';
import { linearTicks } from '../parts/ticks.ts';
import { NETWORK_KINDS, NETWORK_SIGNS, type NetworkKind, networkKindName, networkKindOf } from './network-kinds.ts';
import { ScatterPlot } from './scatter-plot.ts';

/** What of a network is drawn. */
export type Plotted = Pick<NetworkEnd, 'ratio' | 'loss' | 'gradientNorm' | 'kind'>;

/** Networks of a column from which on its median is drawn. */
const ENOUGH = 5;

/** What is drawn of networks, from back to front: axes, points, the median loss of each ratio. */
export function scatterShapes(
  plot: ScatterPlot,
  networks: readonly Plotted[],
  ink: ChartInk,
  color: (name: string) => string,
): Shape[] {
  const points = NETWORK_KINDS.flatMap((kind): Shape[] => {
    const { path } = NETWORK_SIGNS[kind];
    const d = networks.map((network, i) => (networkKindOf(network) === kind ? path(...plot.at(i)) : '')).join('');
    return d === '' ? [] : [signShape(kind, d, color)];
  });
  const medians = ratioStatistics(networks).byRatio.flatMap(({ ratio, networks: count, medianLoss }): Shape[] => {
    if (count < ENOUGH) return [];
    const [x, y, half] = [plot.x(ratio), plot.y(medianLoss), plot.half + 3];
    const d = `M${(x - half).toFixed(1)} ${y.toFixed(1)}h${(2 * half).toFixed(1)}`;
    return [
      { kind: 'path', d, stroke: ink.paper, width: 4 },
      { kind: 'path', d, stroke: ink.ink, width: 2 },
    ];
  });
  return [...axes(plot, ink), ...points, ...medians];
}

/** How a plot stands by itself. */
export interface FigureSetup {
  readonly title: string;
  /** A line of statistics under it. */
  readonly note: string;
  readonly eigenvalues: number;
  readonly log: boolean;
}

/** Size of a drawing by itself, what stands above its plot, and the height of the line below, in CSS pixels. */
const [SIZE, ABOVE, BELOW] = [[720, 480] as const, 44, 24];
/** Pixels by which the horizontal axis's title may be wider than the plot at either end. */
const BESIDE = 12;
/** Width of a letter of that line, about. */
const LETTER = 6;

/** The plot by itself, with its title, a line of statistics, and what the signs mean. */
export function scatterFigure(
  networks: readonly Plotted[],
  { title, note, eigenvalues, log }: FigureSetup,
  ink: ChartInk,
  color: (name: string) => string,
): Figure {
  const plot = new ScatterPlot({ places: networks, eigenvalues, log, size: SIZE, above: ABOVE, below: BELOW });
  const y = SIZE[1] - BELOW / 2;
  let x = 16;
  const key = presentKinds(networks).flatMap((kind): Shape[] => {
    const at = x;
    const text = networkKindName(kind);
    x += 36 + LETTER * text.length;
    return [
      signShape(kind, NETWORK_SIGNS[kind].path(at + 4, y), color),
      { kind: 'text', text, x: at + 14, y, color: ink.ink, size: 11 },
    ];
  });
  return {
    title,
    summary: note,
    width: SIZE[0],
    height: SIZE[1],
    paper: ink.paper,
    plot: plot.box,
    shapes: [
      { kind: 'text', text: title, x: 16, y: 18, color: ink.ink, size: 14, bold: true },
      { kind: 'text', text: note, x: 16, y: 36, color: ink.muted, size: 11 },
      ...scatterShapes(plot, networks, ink, color),
      ...key,
    ],
  };
}

/** The kinds that there are, in their order. */
export function presentKinds(networks: readonly Plotted[]): NetworkKind[] {
  return NETWORK_KINDS.filter((kind) => networks.some((network) => networkKindOf(network) === kind));
}

function signShape(kind: NetworkKind, d: string, color: (name: string) => string): Shape {
  const { filled, color: name } = NETWORK_SIGNS[kind];
  return { kind: 'path', d, ...(filled ? { fill: color(name), alpha: 0.7 } : { stroke: color(name), width: 1.5 }) };
}

function axes(plot: ScatterPlot, { hairline, muted }: ChartInk): Shape[] {
  const { left, top, width, height } = plot.box;
  const [right, bottom] = [left + width, top + height];
  const line = { kind: 'path', stroke: hairline, width: 1 } as const;
  const words = { kind: 'text', color: muted, size: 12 } as const;
  const ratios = linearTicks(0, 1, width / 96);
  const losses = plot.lossTicks;
  const title = msg('minimum ratio: the share of eigenvalues above 10⁻⁶ of the largest');
  const fits = textWidth(title) <= width + 2 * BESIDE;
  return [
    ...ratios.values.flatMap((ratio, i): Shape[] => [
      { ...line, d: `M${plot.x(ratio).toFixed(1)} ${top}V${bottom}` },
      { ...words, text: ratios.labels[i], x: plot.x(ratio), y: bottom + 14, anchor: 'middle' },
    ]),
    ...losses.values.flatMap((loss, i): Shape[] => [
      { ...line, d: `M${left} ${plot.y(loss).toFixed(1)}H${right}` },
      { ...words, text: losses.labels[i], x: left - 8, y: plot.y(loss), anchor: 'end' },
    ]),
    {
      ...words,
      text: fits ? title : msg('minimum ratio'),
      x: (left + right) / 2,
      y: bottom + 34,
      anchor: 'middle',
    },
    { ...words, text: msg('loss'), x: 8, y: top - 16 },
  ];
}

import { shortened, textWidth } from '../parts/text-width.ts';
import { spreadApart } from './columns.ts';
import type { ChartInk, ChartLine, ChartModel, Plot } from './model.ts';
import { discPath, type Shape } from './shapes.ts';

/** Pixels between the middles of two labels. */
const GAP = 14;
/** Where the dot and the name lie right of the line's end. */
const [DOT, NAME] = [6, 13];
/** Least room, which words of outcomes and the scale of a heat map need: plots under each other end at one place. */
const LEAST = 72;

/** Room right of the last step for the names of a chart's curves. */
export function endRoom(model: Pick<ChartModel, 'curves'>): number {
  const widest = Math.max(0, ...model.curves.map(({ name, room }) => textWidth(name ?? room ?? '')));
  return Math.min(120, Math.max(LEAST, 20 + widest));
}

/** The widest name of some optimizers. */
export function widest(lines: readonly ChartLine[]): string {
  return lines.reduce((most, { label }) => (textWidth(label) > textWidth(most) ? label : most), '');
}

/** The name of each curve at its end, after a dot of its colour; names that would lie on each other are moved apart. */
export function endLabels({ steps, columns, curves }: ChartModel, plot: Plot, ink: ChartInk, room: number): Shape[] {
  const right = plot.left + plot.width;
  const ends = curves.flatMap(({ name, color, dash }, k) => {
    if (!name) return [];
    let last = columns[k].length - 1;
    // Where the end is out of sight, a line's name stands where it leaves the plot.
    while (last >= 0 && (columns[k][last] === null || plot.x(steps[last]) > right + 1)) last--;
    if (last < 0) return [];
    const x = plot.x(steps[last]);
    return x < plot.left ? [] : [{ name, color, dash, x, y: plot.y(columns[k][last] as number) }];
  });
  const places = spreadApart(
    ends.map(({ y }) => y),
    GAP,
    plot.top + GAP / 2,
    plot.top + plot.height - GAP / 2,
  );
  return ends.flatMap(({ name, color, dash, x }, i): Shape[] => [
    dash
      ? { kind: 'path', d: `M${x + 3} ${places[i]}h7`, stroke: color, width: 2, dash: [3, 2] }
      : { kind: 'path', d: discPath(x + DOT, places[i], 3), fill: color },
    {
      kind: 'text',
      text: shortened(name, right + room - x - NAME),
      x: x + NAME,
      y: places[i],
      color: ink.ink,
      halo: ink.paper,
    },
  ]);
}

import { type Measurement, OUTCOMES, type Outcome } from '../../engine/index.ts';
import { shortened } from '../parts/text-width.ts';
import { hatchOf } from './hatch.ts';
import type { ChartInk, ChartLine, Plot } from './model.ts';
import { areaPath, discPath, type Shape } from './shapes.ts';

/** Outcomes from the bottom of a stack to its top: what came to rest below, what is lost above. */
export const STACK: readonly Outcome[] = ['converged', 'saddle', 'flat', 'crawling', 'oscillating', 'diverged'];

/** Pixels above each lane for its name, and the least height of an area that has room for a word. */
const [HEAD, WORD] = [16, 12];

/** The shares of one optimizer's outcomes at each record, stacked. */
export interface Stack {
  readonly steps: readonly number[];
  /** For each outcome of `STACK` its upper edge, a share of the whole; the last is 1 everywhere. */
  readonly edges: readonly (readonly number[])[];
  /** How many trajectories the shares are of. */
  readonly wholes: readonly number[];
}

/** Stacks the outcomes of one optimizer over its history. */
export function stackOf(history: readonly Measurement[], optimizer: number): Stack {
  const edges = STACK.map((): number[] => []);
  const [steps, wholes]: number[][] = [[], []];
  for (const { step, optimizers } of history) {
    const counts = optimizers[optimizer]?.outcomes;
    const whole = counts?.reduce((sum, count) => sum + count, 0) ?? 0;
    if (!counts || whole === 0) continue;
    steps.push(step);
    wholes.push(whole);
    let sum = 0;
    STACK.forEach((outcome, k) => {
      sum += counts[OUTCOMES.indexOf(outcome)];
      edges[k].push(sum / whole);
    });
  }
  return { steps, edges, wholes };
}

/**
 * Lanes one below the other, one for each optimizer: its name, the stacked areas of its outcomes, and words for those that have room at the end.
 * @param wordFor how an outcome is called at the moment
 */
export function laneShapes(
  stacks: readonly { readonly line: ChartLine; readonly stack: Stack }[],
  plot: Plot,
  ink: ChartInk,
  wordFor: (outcome: Outcome) => string,
): Shape[] {
  const height = plot.height / stacks.length;
  return stacks.flatMap(({ line, stack }, lane): Shape[] => {
    const top = plot.top + lane * height;
    const [low, high] = [top + height, top + HEAD];
    const y = (share: number) => low - share * (low - high);
    const xs = stack.steps.map((step) => plot.x(step));
    const areas = STACK.flatMap((outcome, k): Shape[] => {
      if (stack.edges[k].every((edge, i) => edge === (stack.edges[k - 1]?.[i] ?? 0))) return [];
      const upper = stack.edges[k].map(y);
      const lower = stack.edges[k].map((_, i) => y(stack.edges[k - 1]?.[i] ?? 0));
      const fill = ink.outcomes[OUTCOMES.indexOf(outcome)];
      const hatch = hatchOf(outcome, fill, ink.paper);
      return [{ kind: 'path', d: areaPath(xs, upper, lower), fill, clipped: true, ...(hatch && { hatch }) }];
    });
    const end = xs.at(-1);
    const visible = end !== undefined && end >= plot.left && end <= plot.left + plot.width + 1;
    const words = visible ? endWords(stack, end, y, ink, wordFor) : [];
    return [
      { kind: 'path', d: discPath(plot.left + 4, top + HEAD / 2, 4), fill: line.color },
      {
        kind: 'text',
        text: shortened(line.label, plot.width),
        x: plot.left + 13,
        y: top + HEAD / 2,
        color: ink.ink,
      },
      {
        kind: 'path',
        d: `M${plot.left} ${y(1)}h${plot.width}M${plot.left} ${low}h${plot.width}`,
        stroke: ink.hairline,
      },
      ...areas,
      { kind: 'text', text: '100 %', x: plot.left - 4, y: y(1) + 1, color: ink.muted, anchor: 'end', size: 11 },
      { kind: 'text', text: '0', x: plot.left - 4, y: low - 5, color: ink.muted, anchor: 'end', size: 11 },
      ...words,
    ];
  });
}

function endWords(
  { edges }: Stack,
  x: number,
  y: (share: number) => number,
  ink: ChartInk,
  wordFor: (outcome: Outcome) => string,
): Shape[] {
  return STACK.flatMap((outcome, k): Shape[] => {
    const upper = y(edges[k][edges[k].length - 1]);
    const lower = y(k === 0 ? 0 : edges[k - 1][edges[k - 1].length - 1]);
    if (lower - upper < WORD) return [];
    const middle = (upper + lower) / 2;
    return [
      {
        kind: 'path',
        d: `M${x + 2} ${upper + 1.5}V${lower - 1.5}`,
        stroke: ink.outcomes[OUTCOMES.indexOf(outcome)],
        width: 3,
      },
      {
        kind: 'text',
        text: wordFor(outcome),
        x: x + 7,
        y: middle,
        color: ink.ink,
        size: 11,
        halo: ink.paper,
      },
    ];
  });
}

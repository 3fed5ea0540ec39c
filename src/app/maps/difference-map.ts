import { msg, str } from '@lit/localize';
import type { CellTable } from '../../engine/index.ts';
import type { Plan } from '../../experiment/index.ts';
import { closedUp } from '../locale/spacing.ts';
import { formatNumber } from '../parts/numbers.ts';
import type { Contest } from '../view/page-view.ts';
import { countCodes } from './cell-codes.ts';
import { differenceCodes, VERDICTS, type Verdict, verdictsOf } from './difference-codes.ts';
import { cssColor, type MapColors } from './map-colors.ts';
import { axisName } from './map-scene.ts';
import { verdictSwatches } from './palettes.ts';
import type { DrawnMaps } from './quantity-maps.ts';
import { tilesOf } from './textures.ts';

/** The verdicts in words, for a plan and the two optimizers [A, B] compared. */
export function verdictWords(plan: Plan, pair: readonly [number, number], contest: Contest): Record<Verdict, string> {
  const [a, b] = pair.map((k) => plan.optimizers[k].label);
  const converge = plan.target === null;
  const both = converge ? msg('both converge') : msg('both arrive');
  const only = (name: string) => (converge ? msg(str`only ${name} converges`) : msg(str`only ${name} arrives`));
  const ahead = (name: string) =>
    contest === 'steps' ? msg(str`${both}, ${name} faster`) : msg(str`${both}, ${name} lower`);
  const words: Record<Verdict, string> = {
    both,
    onlyA: only(a),
    onlyB: only(b),
    neither: converge ? msg('neither converges') : msg('neither arrives'),
    aheadA: ahead(a),
    aheadB: ahead(b),
    equal: contest === 'steps' ? msg(str`${both} at the same step`) : msg(str`${both}, losses within 1 %`),
  };
  return Object.fromEntries(Object.entries(words).map(([verdict, text]) => [verdict, closedUp(text)])) as typeof words;
}

/** The map of two optimizers' difference; without tables, an empty one with its axes. */
export function differenceMap(
  plan: Plan,
  tables: readonly CellTable[] | null,
  pair: readonly [number, number],
  contest: Contest,
  colors: MapColors,
): DrawnMaps {
  const { x, y, cells, target } = plan;
  const tiles = tilesOf(verdictSwatches(...pair, colors));
  const codes = tables && differenceCodes(tables[pair[0]], tables[pair[1]], plan, contest);
  const counts = codes && countCodes(codes, x.values.length, y.values.length, VERDICTS.length);
  const words = verdictWords(plan, pair, contest);
  const [a, b] = pair.map((k) => plan.optimizers[k].label);
  const rows = verdictsOf(contest).map((verdict) => {
    const code = VERDICTS.indexOf(verdict);
    return { label: words[verdict], meaning: words[verdict], code, counts: counts ? [counts[code]] : [] };
  });
  const note =
    target === null
      ? msg('There is no target: to arrive is to converge.')
      : msg(str`To arrive is to converge or to reach the target, a loss of ${formatNumber(target)}.`);
  return {
    scene: {
      maps: [{ title: closedUp(msg(str`${a} and ${b}`)), frame: cssColor(colors.muted), note: '', cells: codes }],
      x: { name: axisName(x, plan), axis: x },
      y: { name: axisName(y, plan), axis: y },
      marks: [],
      tiles,
      colors,
    },
    legend: {
      heads: [{ label: msg('cells'), color: cssColor(colors.muted) }],
      rows,
      whole: cells,
      bar: null,
      note,
      tiles,
      colors,
    },
  };
}

import { msg, str } from '@lit/localize';
import { shareText } from '../../analysis/share-text.ts';
import { type CellTable, OUTCOMES } from '../../engine/index.ts';
import type { Plan } from '../../experiment/index.ts';
import { optimizerColor } from '../parts/colors.ts';
import type { Quantity } from '../view/page-view.ts';
import { type CellCodes, countCodes } from './cell-codes.ts';
import type { Legend, LegendRow } from './legend.ts';
import type { MapColors } from './map-colors.ts';
import { axisName, type MapMark, type MapScene } from './map-scene.ts';
import { minimumMarks } from './minimum-marks.ts';
import { outcomeClasses, outcomeCodes } from './outcome-classes.ts';
import { scalarTiles } from './palettes.ts';
import { scalarOf } from './quantities.ts';
import { ABSENT, countAbsent, scalarCodes, scaleFor } from './scalar-codes.ts';
import { tilesOf } from './textures.ts';

/** What is drawn, and what it means. */
export interface DrawnMaps {
  readonly scene: MapScene;
  readonly legend: Legend;
}

const CONVERGED = OUTCOMES.indexOf('converged');

/** Maps of a quantity, one for each optimizer shown; without tables, empty ones with their axes. */
export function quantityMaps(
  plan: Plan,
  tables: readonly CellTable[] | null,
  shown: readonly number[],
  quantity: Quantity,
  colors: MapColors,
): DrawnMaps {
  const own = tables ? shown.map((k) => tables[k]) : [];
  return quantity === 'outcome'
    ? outcomeMaps(plan, own, shown, colors)
    : scalarMaps(plan, own, shown, quantity, colors);
}

function outcomeMaps(plan: Plan, own: readonly CellTable[], shown: readonly number[], colors: MapColors): DrawnMaps {
  const done = own.every(({ step }) => step >= plan.steps);
  const told = outcomeClasses(plan.objective, colors, done);
  const kinds = told.classes.length;
  const codes = own.map((table) => outcomeCodes(table, told));
  const counts = codes.map((each) => countCodes(each, plan.x.values.length, plan.y.values.length, kinds));
  const rows = told.classes.map(({ label, meaning }, code) => ({
    label,
    meaning,
    code,
    counts: counts.map((each) => each[code]),
  }));
  const converged = counts.map((each) => {
    const kinds = new Set([...told.ofMinimum, told.ofOutcome[CONVERGED]]);
    return [...kinds].reduce((sum, code) => sum + each[code], 0);
  });
  const notes = converged.map((count) => msg(str`${shareText(count, plan.cells)} converged`));
  const marks = told.eachMinimum ? minimumMarks(plan) : [];
  return composed(
    plan,
    shown,
    codes,
    notes,
    { rows, bar: null, note: '' },
    tilesOf(told.classes.map(({ swatch }) => swatch)),
    colors,
    marks,
  );
}

function scalarMaps(
  plan: Plan,
  own: readonly CellTable[],
  shown: readonly number[],
  quantity: Exclude<Quantity, 'outcome'>,
  colors: MapColors,
): DrawnMaps {
  const scalar = scalarOf(quantity, plan);
  const scale = scaleFor(scalar, own);
  const codes = own.map((table) => scalarCodes(scalar, scale, table));
  const absent = own.map((table) => countAbsent(scalar, table));
  const rows: LegendRow[] = [{ label: scalar.absent, meaning: scalar.absent, code: ABSENT, counts: absent }];
  const note =
    quantity === 'arrival' && plan.target === null ? msg('This experiment has no target, so nothing can arrive.') : '';
  const bar = { label: scalar.label, scale };
  return composed(plan, shown, codes, [], { rows, bar, note }, scalarTiles(colors), colors, []);
}

function composed(
  plan: Plan,
  shown: readonly number[],
  codes: readonly CellCodes[],
  notes: readonly string[],
  told: Pick<Legend, 'rows' | 'bar' | 'note'>,
  tiles: Uint32Array,
  colors: MapColors,
  marks: readonly MapMark[],
): DrawnMaps {
  const heads = shown.map((k) => ({ label: plan.optimizers[k].label, color: optimizerColor(k) }));
  const { x, y } = plan;
  return {
    scene: {
      maps: heads.map(({ label, color }, i) => ({
        title: label,
        frame: color,
        note: notes[i] ?? '',
        cells: codes[i] ?? null,
      })),
      x: { name: axisName(x, plan), axis: x },
      y: { name: axisName(y, plan), axis: y },
      marks,
      tiles,
      colors,
    },
    legend: { ...told, heads, whole: plan.cells, tiles, colors },
  };
}

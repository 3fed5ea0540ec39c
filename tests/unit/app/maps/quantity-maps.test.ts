import { describe, expect, it } from 'vitest';
import { countCodes } from '../../../../src/app/maps/cell-codes.ts';
import type { MapColors } from '../../../../src/app/maps/map-colors.ts';
import { minimumMarks } from '../../../../src/app/maps/minimum-marks.ts';
import { minimumColorOnMap, outcomeClasses, outcomeCodes } from '../../../../src/app/maps/outcome-classes.ts';
import { scalarOf } from '../../../../src/app/maps/quantities.ts';
import { quantityMaps } from '../../../../src/app/maps/quantity-maps.ts';
import { ABSENT, scalarCodes, scaleFor } from '../../../../src/app/maps/scalar-codes.ts';
import { toRgb } from '../../../../src/app/parts/colors.ts';
import { OUTCOMES } from '../../../../src/engine/index.ts';
import { type Plan, planExperiment } from '../../../../src/experiment/index.ts';
import { type ToldCell, tableOf } from './tables.ts';

const GREY = [0.5, 0.5, 0.5] as const;
const COLORS: MapColors = {
  paper: [1, 1, 1],
  ink: [0, 0, 0],
  muted: GREY,
  outcomes: { converged: GREY, saddle: GREY, flat: GREY, oscillating: GREY, crawling: GREY, diverged: GREY },
};

/** A plan of so many cells in a row, as many optimizers as told, 100 steps. */
function planOf(cells: number, objective = 'himmelblau', optimizers = 1): Plan {
  return planExperiment({
    objective,
    optimizers: Array.from({ length: optimizers }, () => ({ name: 'adam' })),
    grid: { x: { vary: 'x', from: -5, to: 5, count: cells } },
    steps: 100,
  });
}

function codesIn(codes: { fill(out: Uint16Array, first: number, columns: Int32Array): void }, cells: number): number[] {
  const out = new Uint16Array(cells);
  codes.fill(
    out,
    0,
    Int32Array.from({ length: cells }, (_, i) => i),
  );
  return [...out];
}

describe('outcomes', () => {
  const cells: ToldCell[] = [
    { outcome: 'converged', minimum: 2 },
    { outcome: 'converged', minimum: 0 },
    { outcome: 'converged' },
    { outcome: 'saddle' },
    { outcome: 'diverged' },
    {},
  ];

  it.each(['himmelblau', 'rastrigin'])('have the colour in which the readout tells a minimum of %s', (name) => {
    const { objective } = planOf(2, name);
    const { classes, ofMinimum } = outcomeClasses(objective, COLORS, true);
    const colors = objective.minima.map((_, i) => toRgb(minimumColorOnMap(objective, i)));
    expect(colors).toEqual(ofMinimum.map((code) => classes[code].swatch.color));
  });

  it('are told apart, and converged cells by their minimum', () => {
    const plan = planOf(cells.length);
    const told = outcomeClasses(plan.objective, COLORS, true);
    const codes = codesIn(outcomeCodes(tableOf(cells), told), cells.length);
    expect(codes.map((code) => told.classes[code].label)).toEqual([
      'minimum 3 at (−3.78, −3.28)',
      'minimum 1 at (3, 2)',
      'converged elsewhere',
      'saddle',
      'diverged',
      'crawling',
    ]);
  });

  it('differ in texture where they can stand side by side', () => {
    const { classes } = outcomeClasses(planOf(4).objective, COLORS, true);
    const textures = classes.map(({ swatch }) => swatch.texture).filter((texture) => texture !== 'plain');
    expect(new Set(textures).size).toBe(textures.length);
  });

  it('of many minima have a class for the lowest and one for the others', () => {
    const { objective } = planOf(3, 'rastrigin');
    const told = outcomeClasses(objective, COLORS, true);
    const table = tableOf([0, 1, objective.minima.length - 1].map((minimum) => ({ outcome: 'converged', minimum })));
    const labels = codesIn(outcomeCodes(table, told), 3).map((code) => told.classes[code].label);
    expect(labels).toEqual(['minimum 1 at (0, 0)', 'a higher minimum', 'a higher minimum']);
  });

  it('are on their way until the run is over', () => {
    const [labels, done] = [false, true].map((over) =>
      outcomeClasses(planOf(2).objective, COLORS, over).classes.map(({ label }) => label),
    );
    expect(labels[labels.length - 2]).toBe('on the way');
    expect(done[done.length - 2]).toBe('crawling');
  });

  it('have shares in the legend that sum to all cells, for each optimizer', () => {
    const plan = planOf(cells.length, 'himmelblau', 2);
    const { legend } = quantityMaps(plan, [tableOf(cells), tableOf([...cells].reverse())], [0, 1], 'outcome', COLORS);
    for (const map of [0, 1]) {
      expect(legend.rows.reduce((sum, { counts }) => sum + counts[map], 0)).toBe(cells.length);
    }
    expect(legend.rows).toHaveLength(plan.objective.minima.length + OUTCOMES.length);
  });
});

describe('quantities', () => {
  it('leave out cells that have no value, and the legend counts them', () => {
    const cells = [{ arrivedAt: 3 }, { arrivedAt: 0 }, {}, { arrivedAt: 700 }];
    const plan = planOf(4);
    const scalar = scalarOf('arrival', plan);
    const table = tableOf(cells);
    const scale = scaleFor(scalar, [table]);
    const codes = codesIn(scalarCodes(scalar, scale, table), 4);
    expect(codes[2]).toBe(ABSENT);
    expect(codes[1]).toBe(0);
    expect(codes[0]).toBeLessThan(codes[3]);
    const { legend } = quantityMaps(plan, [table], [0], 'arrival', COLORS);
    expect(legend.rows).toMatchObject([{ label: 'has not reached the target', counts: [1] }]);
    expect(countCodes(scalarCodes(scalar, scale, table), 4, 1, ABSENT + 1)[ABSENT]).toBe(1);
  });

  it('share one scale, whose ends hold what all maps show', () => {
    const plan = planOf(2, 'himmelblau', 2);
    const tables = [tableOf([{ loss: 1e-6 }, { loss: 1e-2 }]), tableOf([{ loss: 3 }, { loss: 40 }])];
    const { legend } = quantityMaps(plan, tables, [0, 1], 'loss', COLORS);
    expect(legend.bar?.scale).toMatchObject({ kind: 'log', high: 50 });
    expect(legend.bar?.scale?.low).toBeCloseTo(1e-6, 12);
    const alone = quantityMaps(plan, tables, [1], 'loss', COLORS);
    expect(alone.legend.bar?.scale).toMatchObject({ kind: 'log', low: 2, high: 50 });
  });

  it('tell losses above the known minimum, those of the diverged apart', () => {
    const plan = planOf(3, 'styblinski-tang');
    const minimum = plan.objective.minimum as number;
    const scalar = scalarOf('loss', plan);
    const table = tableOf([{ loss: minimum + 1 }, { loss: minimum + 100 }, { loss: 1e30, outcome: 'diverged' }]);
    const scale = scaleFor(scalar, [table]);
    expect(scale).toMatchObject({ kind: 'log', low: 1, high: 100 });
    expect(codesIn(scalarCodes(scalar, scale, table), 3)).toEqual([0, 255, ABSENT]);
  });

  it('have no scale where no cell has a value', () => {
    const { legend } = quantityMaps(planOf(2), [tableOf([{}, {}])], [0], 'divergence', COLORS);
    expect(legend.bar).toMatchObject({ scale: null });
    expect(legend.rows[0].counts).toEqual([2]);
  });
});

describe('minima on a map', () => {
  it('lie where the axes have them, where both axes are starts', () => {
    const axis = (vary: string) => ({ vary, from: -4, to: 4, count: 5 });
    const over = (x: object, y: object) =>
      planExperiment({ objective: 'himmelblau', optimizers: [{ name: 'sgd' }], grid: { x, y } });
    const marks = minimumMarks(over(axis('x'), axis('y')));
    // x = 3 lies 7 of 8 quarters along four steps between the middles of five cells.
    expect(marks[0]).toEqual({ label: '1', at: [((7 / 8) * 4 + 0.5) / 5, ((6 / 8) * 4 + 0.5) / 5] });
    expect(minimumMarks(over({ vary: 'lr', from: 1e-3, to: 1e-2, count: 5 }, axis('y')))).toEqual([]);
  });
});

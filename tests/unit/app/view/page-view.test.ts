import { expect, it } from 'vitest';
import { fittedView, surfaceOf } from '../../../../src/app/view/fitted-view.ts';
import { changedFields, FIRST_VIEW, type PageView, readView } from '../../../../src/app/view/page-view.ts';
import { endsOf, variedBy } from '../../../../src/app/view/zooms.ts';
import { type ExperimentInput, planExperiment } from '../../../../src/experiment/index.ts';

const axis = (vary: string, count: number) => ({ vary, from: -5, to: 5, count });
const planOf = (optimizers: number, fields: Partial<ExperimentInput> = {}) =>
  planExperiment({
    objective: 'himmelblau',
    optimizers: Array.from({ length: optimizers }, () => ({ name: 'sgd' })),
    grid: { x: axis('x', 9), y: axis('y', 9) },
    ...fields,
  });

it('writes no pair of optimizers that a single one leaves, and is as before when there is another', () => {
  const alone = fittedView(FIRST_VIEW, planOf(1));
  expect(alone.pair).toEqual([0, 0]);
  expect(changedFields(alone)).toEqual({});
  expect(fittedView(alone, planOf(2)).pair).toEqual([0, 1]);
});

it('writes the pair that was chosen', () => {
  expect(changedFields(fittedView({ ...FIRST_VIEW, pair: [1, 0] }, planOf(2)))).toEqual({ pair: [1, 0] });
});

it('has a part in sight and a launch only for the surface that they are of', () => {
  const plan = planOf(1);
  const place: Partial<PageView> = { sight: [3, 2, 8], launched: [-1, 0.5] };
  const view = { ...FIRST_VIEW, ...place };
  const seen = ({ sight, launched }: PageView) => ({ sight, launched });
  expect(seen(fittedView(view, plan, surfaceOf(planOf(2, { steps: 7 }))))).toEqual(place);
  expect(seen(fittedView(view, plan))).toEqual(place);
  const typed = (formula: string, parameters = ['x', 'y']) =>
    surfaceOf(planOf(1, { objective: { formula, parameters } }));
  expect(typed('x^2 + y^2')).toBe(typed('x^2 + 2*y^2'));
  expect(typed('x^2 + y^2')).not.toBe(typed('x^2 + y^2', ['y', 'x']));
  for (const objective of ['beale', { formula: 'x^2 + y^2' }]) {
    expect(seen(fittedView(view, plan, surfaceOf(planOf(1, { objective }))))).toEqual({ sight: null, launched: null });
  }
});

it('has zooms only where they led to the grid', () => {
  const plan = planOf(1);
  const zooms = { vary: variedBy(plan), through: [[-9, 9, -9, 9] as const, endsOf(plan)] };
  const view = readView({ zooms });
  expect(view.zooms).toEqual(zooms);
  expect(fittedView(view, plan).zooms).toEqual(zooms);
  expect(fittedView(view, planOf(1, { grid: { x: axis('x', 9) } })).zooms).toBeNull();
  expect(fittedView(view, planOf(1, { grid: { x: axis('y', 9), y: axis('x', 9) } })).zooms).toBeNull();
});

it.each([
  ['sight', [0, 0, 0], [1e39, 0, 1], [0, 0, 1e6], [0, 0], [0, 0, '1'], 'near'],
  ['launched', [], [1, 2, 3], [null], ['x'], 7],
  ['listed', 1, 'yes'],
  ['zooms', { vary: ['x', 'y'] }, { vary: ['x'], through: [] }, { vary: ['x', 'y'], through: [[1, 2, 3]] }, []],
  ['contest', 'who', 3],
  ['learned', 'spirals', 1],
  ['log', 'yes', 1, null],
] as const)('%s from outside that makes no sense is as the page opens, and the rest holds', (field, ...values) => {
  for (const value of values) expect(readView({ tab: 'maps', [field]: value })).toEqual(readView({ tab: 'maps' }));
});

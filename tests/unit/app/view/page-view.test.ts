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

it.each([
  ['launched', [1], [1, 2]],
  ['launched', [1, 1e30], [-400, 4000]],
  ['launched', [-1e30, 1], [0, 0]],
  ['sight', [1e38, 0, 5], [-400, 4000, 1e-3]],
  ['sight', [0, -1e38, 1e5], [5, -5, 1e5]],
] as const)(
  '%s beyond what a map of the surface leads to, as %j, is dropped, and %j is kept',
  (field, beyond, within) => {
    const plan = planOf(1);
    const held = (value: readonly number[]) => fittedView(readView({ [field]: value }), plan)[field];
    expect(held(beyond)).toBeNull();
    expect(held(within)).toEqual(within);
    expect(changedFields(fittedView(readView({ [field]: beyond }), plan))).toEqual({});
  },
);

it('a launch has a coordinate for each that is seen, of one parameter and of many', () => {
  const held = (formula: string, parameters: string[], launched: number[]) => {
    const grid = { x: axis(parameters[0], 9) };
    return fittedView(readView({ launched }), planOf(1, { objective: { formula, parameters }, grid })).launched;
  };
  const of1 = (...launched: number[]) => held('x^2', ['x'], launched);
  const of3 = (...launched: number[]) => held('x^2 + y^2 + z^2', ['x', 'y', 'z'], launched);
  expect([of1(1), of1(1, 2), of3(1), of3(1, 2)]).toEqual([[1], null, null, [1, 2]]);
});

it.each([
  ['lr', [1e-4, 1], [-1, 1]],
  ['lr', [1e-4, 1], [0, 1]],
  ['lr', [1e-4, 1], [0.1, 0.1]],
] as const)('zooms of %s lead back through %j, not through %j, which its axis cannot have', (vary, possible, not) => {
  const grid = { x: { vary, from: 0.01, to: 0.1, count: 9, scale: 'log' as const }, y: axis('y', 9) };
  const plan = planOf(1, { grid });
  const held = ([from, to]: readonly [number, number]) =>
    fittedView(readView({ zooms: { vary: variedBy(plan), through: [[from, to, -5, 5], endsOf(plan)] } }), plan).zooms;
  expect(held(possible)).not.toBeNull();
  expect(held(not)).toBeNull();
});

import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { minimaOf } from '../../../../src/analysis/critical/minima-of.ts';
import { findCriticalPoints } from '../../../../src/analysis/critical/search.ts';
import { withField } from '../../../../src/app/edits.ts';
import { pictureShown } from '../../../../src/app/first-picture.ts';
import { namedMinima } from '../../../../src/app/map/fate-paint.ts';
import { FormulaMinima } from '../../../../src/app/minima/formula-minima.ts';
import { lacksMinima, withKnownMinima } from '../../../../src/app/minima/known-minima.ts';
import { Session } from '../../../../src/app/session.ts';
import { asFormula, type ExperimentInput, planExperiment, readExperiment } from '../../../../src/experiment/index.ts';
import { FakeEngine } from '../../../support/fake-engine.ts';

vi.mock('../../../../src/app/minima/minima-search.ts', () => ({
  searchMinima: async (objective: Parameters<typeof findCriticalPoints>[0]) => minimaOf(findCriticalPoints(objective)),
}));
beforeEach(() => {
  vi.stubGlobal('requestAnimationFrame', (action: () => void) => setTimeout(action));
  vi.stubGlobal('cancelAnimationFrame', clearTimeout);
  pictureShown.tell();
});
afterEach(() => {
  vi.unstubAllGlobals();
});

const TWO = 'x^4 - x^2 + y^2 + x*y';
const inputOf = (formula: string, more: Partial<ExperimentInput> = {}): ExperimentInput => ({
  objective: { formula, parameters: formula.includes('y') ? ['x', 'y'] : ['x'] },
  optimizers: [{ name: 'sgd' }],
  steps: 5000,
  ...more,
});
const placesOf = (minima: readonly { readonly at: readonly number[] }[]) =>
  minima.map(({ at }) => at.map((value) => Number(value.toFixed(4))));
const HALF = Math.sqrt(5 / 8);

it('a formula’s minima come to the run under way, which goes on as it was', async () => {
  const engine = new FakeEngine('GPU');
  const adopted: unknown[] = [];
  const session = new Session(readExperiment(inputOf(TWO)), async () => ({ engine, reason: () => '' }), {
    changed: () => {},
    adopted: (experiment) => void adopted.push(experiment),
    notice: () => {},
    resolved: () => {},
  });
  await session.start(false);
  const { run, experiment } = session;
  await run?.tick(1000, 3);
  expect(session.plan?.objective.minima).toEqual([]);
  await vi.waitFor(() => expect(session.plan?.objective.minima).toHaveLength(2), 5000);
  const { objective } = session.plan ?? {};
  expect(placesOf(objective?.minima ?? [])).toEqual(placesOf([{ at: [-HALF, HALF / 2] }, { at: [HALF, -HALF / 2] }]));
  expect([session.run, run?.step, session.mixedFrom, session.experiment]).toEqual([run, 3, null, experiment]);
  expect(run?.plan.objective).toBe(objective);
  expect([engine.populations.length, adopted.length]).toEqual([1, 1]);
  // An edit of other numbers keeps them, and another formula has its own.
  session.edit('noise', withField('noise', 0.5));
  await vi.waitFor(() => expect(run?.plan.noise).toBe(0.5));
  expect(run?.plan.objective).toBe(objective);
  const other = { formula: '(x^2 - 4)^2 + (y^2 - 1)^2', parameters: ['x', 'y'] };
  session.edit('objective', (was) => ({ ...was, objective: other }));
  await vi.waitFor(() => expect(session.plan?.objective.minima).toHaveLength(4), 5000);
  session.destroy();
});

it.each([
  ['a single minimum is nothing to be told apart', 'x^2 + y^2', 0, 0],
  ['a surface that falls for ever has none', 'x + y', 0, 0],
  [
    'many are told as those of the catalogue are: the lowest apart',
    '20 + x^2 + y^2 - 10*cos(2*pi*x) - 10*cos(2*pi*y)',
    121,
    1,
  ],
  ['too many are not kept', 'sin(100*x)', 0, 0],
])('%s', async (_, formula, count, named) => {
  const plan = planExperiment(inputOf(formula));
  expect(lacksMinima(plan.objective)).toBe(true);
  await new Promise<void>((found) => new FormulaMinima(found).follow(plan.objective));
  expect(lacksMinima(plan.objective)).toBe(false);
  const { objective } = withKnownMinima(plan);
  expect([objective.minima.length, namedMinima(objective).length]).toEqual([count, named]);
});

it('what fails is not tried again, and what was left is not told', async () => {
  const plan = planExperiment(inputOf('x^4 - 2*x^2 + y^2'));
  const told: string[] = [];
  const failing = new FormulaMinima(
    () => told.push('failed'),
    () => Promise.reject(new Error('no thread')),
  );
  failing.follow(plan.objective);
  await vi.waitFor(() => expect(told).toEqual(['failed']));
  expect(lacksMinima(plan.objective)).toBe(false);
  const other = planExperiment(inputOf('x^4 - 3*x^2 + y^2'));
  let left: AbortSignal | undefined;
  const slow = new FormulaMinima(
    () => told.push('left'),
    (objective, signal) => {
      left = signal;
      return new Promise((resolve) => setTimeout(() => resolve(minimaOf(findCriticalPoints(objective))), 50));
    },
  );
  slow.follow(other.objective);
  await vi.waitFor(() => expect(left).toBeDefined());
  slow.stop();
  expect(left?.aborted).toBe(true);
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect([told, lacksMinima(other.objective)]).toEqual([['failed'], true]);
});

it.each([
  ['the catalogue’s', { objective: 'himmelblau' }],
  ['one of three parameters', { objective: { formula: 'x^4 - x^2 + y^2 + z^2', parameters: ['x', 'y', 'z'] } }],
  ['a network', { objective: { network: { widths: [1, 2, 1], data: 'sine' } } }],
] as const)('of %s nothing is looked for', (_, fields) => {
  const plan = planExperiment({ optimizers: [{ name: 'sgd' }], ...fields } as ExperimentInput);
  expect(lacksMinima(plan.objective)).toBe(false);
  expect(withKnownMinima(plan)).toBe(plan);
});

it('equally deep minima have the same order however the formula is written', () => {
  const found = (formula: string) =>
    placesOf(minimaOf(findCriticalPoints(asFormula(planExperiment(inputOf(formula)).objective))));
  const himmelblau = found('(x^2 + y - 11)^2 + (x + y^2 - 7)^2');
  expect(himmelblau.map(([x]) => x)).toEqual([-3.7793, -2.8051, 3, 3.5844]);
  expect(found('(7 - y^2 - x)^2 + (11 - x^2 - y)^2')).toEqual(himmelblau);
  // The lowest first.
  expect(found('(x^2 - 4)^2 + y^2 + x').map(([x]) => Math.sign(x))).toEqual([-1, 1]);
  expect(found('(x^2 - 4)^2 + y^2 - x').map(([x]) => Math.sign(x))).toEqual([1, -1]);
  // A kink is a minimum, too, where the losses around it say so.
  expect(found('abs(x*y)')).toEqual([[0, 0]]);
});

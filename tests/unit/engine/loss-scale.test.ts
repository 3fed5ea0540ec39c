import { describe, expect, test } from 'vitest';
import { objectives } from '../../../src/catalogue/index.ts';
import { lossScaleOf } from '../../../src/engine/loss-scale.ts';
import { type ExperimentInput, resolveObjective } from '../../../src/experiment/index.ts';

type Typed = Exclude<ExperimentInput['objective'], string>;

const typed = (formula: string, parameters = ['x', 'y'], more: Partial<Typed> = {}) =>
  resolveObjective({ formula, parameters, ...more });

/** Smooth, with minima that are found from few points. */
const FOUND = new Set(['sphere', 'quadratic', 'rosenbrock', 'himmelblau', 'booth', 'beale', 'matyas', 'ravine']);

describe('losses are counted from', () => {
  test.each<[formula: string, from: number, parameters?: string[]]>([
    ['x^2 + y^2 - 100', -100],
    ['3 + 0*x', 3, ['x']],
    ['1e6 + x^2 + y^2', 1e6],
    ['(1 - x)^2 + 100*(y - x^2)^2 - 5', -5],
    ['1e-3*x^2 + 1e3*(y - 0.3)^2 + 7', 7],
    ['sin(x)', -1, ['x']],
    ['(x - 1.7)^4 + 4', 4, ['x']],
    ['x^2 + y^2 + z^2 + 1.8*(x*y + y*z + z*x) - 1', -1, ['x', 'y', 'z']],
    ['x + 2*y - 1000', -1015],
  ])('the least of %s, %d', (formula, from, parameters) => {
    const found = lossScaleOf(typed(formula, parameters)).from;
    expect(Math.abs(found - from)).toBeLessThanOrEqual(1e-5 * Math.max(1, Math.abs(from)));
  });

  test.each(['1/x', 'log(x)', '-1/x^2', '-x^2', 'x', 'x^3', 'log(-1 - x^2)', 'sqrt(x)', 'x^x'])(
    '0 where %s has no minimum inside its domain',
    (formula) => {
      expect(Math.abs(lossScaleOf(typed(formula, ['x'])).from)).toBeLessThan(1);
    },
  );

  test('the least of a long table, which takes no time that a user notices', () => {
    const column = Array.from({ length: 20_000 }, (_, i) => Math.sin(i));
    const objective = typed('mean((b - w*u)^2) + 3', ['w', 'b'], { data: { u: column } });
    const began = performance.now();
    expect(lossScaleOf(objective).from).toBeCloseTo(3, 5);
    expect(performance.now() - began).toBeLessThan(2000);
  });

  test.each(objectives.filter(({ minimum }) => minimum !== null).map((each) => [each.name, each]))(
    'no less than the minimum of %s where that is typed as a formula',
    (name, { formula, parameters, domain, data, minimum }) => {
      const objective = typed(formula, [...parameters], {
        domain: domain.map(([low, high]) => [low, high]),
        ...(data && { data: Object.fromEntries(Object.entries(data).map(([name, values]) => [name, [...values]])) }),
      });
      const { from } = lossScaleOf(objective);
      expect(from).toBeGreaterThanOrEqual((minimum as number) - 1e-5 * Math.max(1, Math.abs(minimum as number)));
      if (FOUND.has(name)) expect(from - (minimum as number)).toBeLessThanOrEqual(1e-4);
    },
  );
});

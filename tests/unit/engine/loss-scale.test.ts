import { describe, expect, test } from 'vitest';
import { objectives } from '../../../src/catalogue/index.ts';
import { lossScaleOf } from '../../../src/engine/loss-scale.ts';
import { type ExperimentInput, resolveObjective } from '../../../src/experiment/index.ts';

type Typed = Exclude<ExperimentInput['objective'], string>;

const typed = (formula: string, parameters = ['x', 'y'], more: Partial<Typed> = {}) =>
  resolveObjective({ formula, parameters, ...more });

describe('the least loss found', () => {
  test.each<[formula: string, least: number, parameters?: string[]]>([
    ['x^2 + y^2 - 100', -100],
    ['3 + 0*x', 3, ['x']],
    ['1e6 + x^2 + y^2', 1e6],
    ['(1 - x)^2 + 100*(y - x^2)^2 - 5', -5],
    ['1e-3*x^2 + 1e3*(y - 0.3)^2 + 7', 7],
    ['x + 2*y', -15],
    ['-x^2 - y^2', -50],
    ['sin(x)', -1, ['x']],
    ['(x - 1.7)^4 + 4', 4, ['x']],
    ['x^2 + y^2 + z^2 + 1.8*(x*y + y*z + z*x) - 1', -1, ['x', 'y', 'z']],
  ])('of %s is %d', (formula, least, parameters) => {
    const found = lossScaleOf(typed(formula, parameters)).least;
    expect(Math.abs(found - least)).toBeLessThanOrEqual(1e-5 * Math.max(1, Math.abs(least)));
  });

  test.each(['log(x)', '1/x', 'sqrt(x)', 'log(-1 - x^2)', 'x^x'])('of %s is a number', (formula) => {
    expect(lossScaleOf(typed(formula, ['x'])).least).toSatisfy(Number.isFinite);
  });

  test('of a long table takes no time that a user notices', () => {
    const column = Array.from({ length: 20_000 }, (_, i) => Math.sin(i));
    const objective = typed('mean((b - w*u)^2)', ['w', 'b'], { data: { u: column } });
    const began = performance.now();
    expect(lossScaleOf(objective).least).toBeLessThan(1e-6);
    expect(performance.now() - began).toBeLessThan(2000);
  });

  test.each(objectives.filter(({ minimum }) => minimum !== null).map((each) => [each.name, each]))(
    'of %s typed as a formula is among its lowest losses',
    (_, { formula, parameters, domain, data, minimum }) => {
      const objective = typed(formula, [...parameters], {
        domain: domain.map(([low, high]) => [low, high]),
        ...(data && { data: Object.fromEntries(Object.entries(data).map(([name, values]) => [name, [...values]])) }),
      });
      const { least, slope } = lossScaleOf(objective);
      const width = Math.max(...domain.map(([low, high]) => high - low));
      expect(least - (minimum as number)).toBeLessThanOrEqual(0.1 * slope * width + 1e-6);
    },
  );
});

import { describe, expect, test } from 'vitest';
import { findObjective } from '../../../src/catalogue/index.ts';
import { eigenvalues } from '../../support/eigenvalues.ts';
import { jetOf } from '../../support/evaluate.ts';
import { path, trajectory } from '../../support/paths.ts';

const QUADRATICS = [
  'sphere',
  'quadratic',
  'ill-conditioned-quadratic',
  'booth',
  'matyas',
  'trid',
  'ravine',
  'linear-regression',
];

describe('on a quadratic, descent is stable up to a learning rate that its largest curvature tells', () => {
  const stiffness = (name: string) => {
    const { formula, parameters, data } = findObjective(name) as NonNullable<ReturnType<typeof findObjective>>;
    return eigenvalues(jetOf(formula, parameters, data)([0.3, 0.7]).hessian).at(-1) as number;
  };

  test.each(QUADRATICS.flatMap((name) => [0, 0.5, 0.9, 0.99].map((beta) => [name, beta] as const)))(
    '%s with momentum %s: lr·λ < 2 + 2β',
    (name, momentum) => {
      const { start } = findObjective(name) as NonNullable<ReturnType<typeof findObjective>>;
      const bound = (2 + 2 * momentum) / stiffness(name);
      const losses = [0.99, 1.01].map((share) => {
        const rows = trajectory(name, { name: 'momentum', momentum, lr: share * bound }, [start[0], start[1]], 4000);
        // Momentum swings: the highest loss of the run's first tenth, and of its last.
        const highest = (part: typeof rows) => Math.max(...part.map((row) => row.loss));
        const tenth = Math.ceil(rows.length / 10);
        return { first: highest(rows.slice(0, tenth)), last: highest(rows.slice(-tenth)) };
      });
      expect(losses[0].last, `at 0.99 of ${bound}`).toBeLessThan(losses[0].first);
      expect(losses[1].last, `at 1.01 of ${bound}`).toBeGreaterThan(10 * losses[1].first);
    },
  );
});

describe('the rate of convergence of heavy ball is its root of largest modulus', () => {
  test.each([
    [0.1, 0.5],
    [1, 0.25],
    [1.5, 0.5],
    [0.05, 0.9],
    [3, 0.9],
    [0.01, 0.2],
  ])('lr·λ = %s, β = %s', (lr, momentum) => {
    const rows = path({ formula: '(x^2 + y^2)/2' }, { name: 'momentum', lr, momentum }, [1, 1], 600);
    const highest = (from: number) => Math.max(...rows.slice(from, from + 100).map(([x]) => Math.abs(x)));
    const half = (1 - lr + momentum) / 2;
    const root = half ** 2 - momentum;
    const expected = root < 0 ? Math.sqrt(momentum) : Math.abs(half) + Math.sqrt(root);
    expect((highest(400) / highest(200)) ** (1 / 200)).toBeCloseTo(expected, 2);
  });
});

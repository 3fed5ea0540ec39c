import { describe, expect, it } from 'vitest';
import { eigenvalues } from '../../../src/analysis/eigen.ts';
import { hessianOf } from '../../../src/analysis/hessian.ts';
import { STABILITY_LIMIT, stabilityOf } from '../../../src/analysis/stability.ts';
import { normal } from '../../../src/catalogue/index.ts';
import { walk } from '../../../src/engine/oracle.ts';
import { asFormula, planExperiment } from '../../../src/experiment/index.ts';
import { LESSONS, stepAt } from '../../../src/lessons/index.ts';

// What lessons say of theory, in float64.

const experimentOf = (name: string) => {
  const place = stepAt(LESSONS, name);
  if (!place) throw new Error(`no lesson has a step ${name}`);
  return place.step.experiment;
};

/** The Hessian's eigenvalues of a step's objective at a point. */
function curvatures(name: string, at: readonly number[]): Float64Array {
  return eigenvalues(hessianOf(asFormula(planExperiment(experimentOf(name)).objective))(at));
}

/** The stability of each update of the lecture's Adagrad, from the first one on: σ is the root mean square of all gradients. */
function* stabilities(experiment: unknown, eta: (step: number) => number): Generator<number> {
  const plan = planExperiment(experiment);
  const hessianAt = hessianOf(asFormula(plan.objective));
  const squares = plan.objective.parameters.map(() => 0);
  for (const { step, theta, gradient } of walk(plan, 0)) {
    gradient.forEach((g, k) => {
      squares[k] += g * g;
    });
    const sigma = squares.map((sum) => Math.sqrt(sum / (step + 1)));
    const rates = sigma.map(() => eta(step));
    yield stabilityOf(hessianAt(theta), sigma, rates);
  }
}

describe('the limit of stability', () => {
  it.each([
    [0.3, 17_241],
    [0.5, 3828],
    [0.7, 1434],
    [1, 512],
  ])("is passed on the valley's floor with η = %f at step %i", (lr, said) => {
    const experiment = { ...experimentOf('bursts.3'), optimizers: [{ name: 'adagrad-lecture', lr }], steps: 18_000 };
    let step = 0;
    let passed = 0;
    for (const value of stabilities(experiment, () => lr)) {
      // On the valley's floor, not on the walls.
      if (step > 100 && value > STABILITY_LIMIT) {
        passed = step;
        break;
      }
      step++;
    }
    // The update after so many.
    expect(Math.abs(passed - said), `passed at ${passed}`).toBeLessThanOrEqual(1);
  });

  it.each([
    [5500, false],
    [5900, true],
  ])('is passed again with 0.7/(1 + t/T) and T = %i: %s', (T, expected) => {
    const optimizers = [{ name: 'adagrad-lecture', lr: 0.7, schedule: { name: 'inverse-time', T } }];
    const values = [...stabilities({ ...experimentOf('bursts.3'), optimizers, steps: 8000 }, (s) => 0.7 / (1 + s / T))];
    expect(values.slice(100).some((value) => value > STABILITY_LIMIT)).toBe(expected);
  });
});

describe('curvatures', () => {
  it('of the ravine, as it is and standardised by halves', () => {
    const condition = (name: string) => {
      const [low, high] = curvatures(name, [0, 0]);
      return high / low;
    };
    expect(condition('flattening.1') / 313_000).toBeCloseTo(1, 2);
    expect(condition('flattening.2') / 24_340).toBeCloseTo(1, 4);
    expect(condition('flattening.3') / 19).toBeCloseTo(1, 2);
    expect(condition('flattening.4')).toBeCloseTo(1, 9);
    expect(curvatures('flattening.3', [0, 0])[1]).toBeCloseTo(8.7, 1);
    expect(curvatures('flattening.4', [0, 0])[1]).toBeCloseTo(2, 9);
  });

  it('and the steps that the largest stable rate needs along the floor', () => {
    const [flat, steep] = curvatures('ravine.2', [0, 0]);
    expect(2 / steep / 1.145e-6).toBeCloseTo(1, 3);
    const shortened = (2 / steep) * flat;
    expect(shortened).toBeGreaterThan(6e-6);
    expect(Math.log(188.43 - 120) / shortened / 660_000).toBeCloseTo(1, 1);
  });

  it("of two of Himmelblau's minima are above 2/0.02, that of the lesson's cell among them", () => {
    const { minima } = planExperiment(experimentOf('stuck.2')).objective;
    const largest = minima.map(({ at }) => curvatures('stuck.2', at)[1]);
    expect(largest.filter((each) => each > 100).length).toBe(2);
    expect(Math.max(...largest)).toBeCloseTo(134, 0);
  });

  it("of the bounded saddle are 1 and −1, of the monkey's 0", () => {
    expect([...curvatures('critical.1', [0, 0])]).toEqual([-1, 1]);
    expect([...curvatures('critical.3', [0, 0])].map(Math.abs)).toEqual([0, 0]);
  });
});

it("σ of x stays in Adagrad's mean on the crescent, and is forgotten by RMSProp", () => {
  const plan = planExperiment(experimentOf('adagrad.3'));
  let [sum, largest] = [0, 0];
  for (const { step, gradient } of walk(plan, 0, [0, 0], { steps: 1779 })) {
    sum += gradient[0] ** 2;
    largest = Math.max(largest, Math.sqrt(sum / (step + 1)));
    if (step === 1779) expect(Math.sqrt(sum / (step + 1))).toBeCloseTo(0.45, 2);
  }
  expect(largest).toBeCloseTo(5.46, 2);
  let v = 0;
  for (const { step, gradient } of walk(plan, 2, [0, 0], { steps: 241 })) {
    v = step === 0 ? gradient[0] ** 2 : 0.9 * v + 0.1 * gradient[0] ** 2;
  }
  expect(Math.sqrt(v)).toBeCloseTo(0.017, 3);
});

it.each([
  [5, 0.32],
  [100, 0.07],
])('the relative error of σ after %i steps of pure noise is about %f', (steps, said) => {
  const runs = 4000;
  const squares = Array.from({ length: runs }, (_, run) => {
    let [v, z] = [0, 0];
    for (let t = 1; t <= steps; t++) {
      v = 0.999 * v + 0.001 * normal(1, run, t, 0) ** 2;
      z = 0.999 * z + 0.001;
    }
    return (Math.sqrt(v / z) - 1) ** 2;
  });
  const error = Math.sqrt(squares.reduce((total, each) => total + each) / runs);
  // Of 4,000 runs known to 1 %; 1/√(2t) itself is exact only for long times.
  expect(Math.abs(error - said), `got ${error}`).toBeLessThan(0.06 * said);
});

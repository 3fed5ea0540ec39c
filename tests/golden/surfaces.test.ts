import { describe, expect, test } from 'vitest';
import { simulate, walk } from '../../src/engine/oracle.ts';
import { type ExperimentInput, planExperiment } from '../../src/experiment/index.ts';
import { readGolden } from '../support/golden.ts';

interface Made {
  readonly rule: 'ada' | 'sum' | 'rms';
  readonly alpha: number;
  readonly eta: number;
}

interface Surfaces {
  readonly cone: {
    readonly cases: readonly { readonly lr: number; readonly steps: number[]; readonly f64: number[][] }[];
  };
  readonly flat_steep_flat: {
    readonly cases: readonly (Made & {
      readonly x0: number;
      readonly f64: { cross: number; max_step_over_eta: number; x_at: number[]; x_pre: number[] };
    })[];
  };
  readonly ridge: { readonly cases: readonly (Made & { readonly par: readonly number[]; readonly lost: number })[] };
  readonly crescent: {
    readonly cases: readonly (Made & {
      readonly start: readonly [number, number];
      readonly f64: { t_hit: number; pos: number[][]; sigma_x_hit: number };
    })[];
  };
}

const golden = readGolden<Surfaces>('surfaces');

function optimizer({ rule, alpha, eta: lr }: Made): ExperimentInput['optimizers'][number] {
  if (rule === 'ada') return { name: 'adagrad-lecture', lr };
  return rule === 'sum' ? { name: 'adagrad', lr, eps: 0 } : { name: 'rmsprop-lecture', lr, alpha };
}

const titled = <T extends Made>(cases: readonly T[]) =>
  cases.map((each) => [each.rule === 'rms' ? `rms ${each.alpha}` : each.rule, each] as const);

describe('the cone, figures 6 and 7 taken literally', () => {
  test.each(golden.cone.cases.map((each) => [each.lr, each] as const))('learning rate %s', (lr, { steps, f64 }) => {
    const plan = planExperiment({
      objective: 'cone',
      optimizers: [{ name: 'sgd', lr }],
      start: { x: 7, y: -6 },
      grid: { x: { vary: 'x', from: 7 } },
      steps: steps.at(-1),
    });
    const failures: string[] = [];
    let compared = 0;
    for (const row of walk(plan, 0)) {
      const i = steps.indexOf(row.step);
      if (i < 0) continue;
      compared++;
      [...row.theta, row.loss, row.gradientNorm].forEach((got, k) => {
        const expected = f64[i][k];
        if (Math.abs(got - expected) <= 2e-9 * Math.abs(expected) + 1e-14) return;
        failures.push(`step ${row.step}, ${['x', 'y', 'loss', 'gradient norm'][k]}: got ${got}, expected ${expected}`);
      });
    }
    expect(failures).toEqual([]);
    expect(compared).toBe(steps.length);
  });
});

describe('flat, steep, flat: how far the largest step goes', () => {
  test.each(titled(golden.flat_steep_flat.cases))('%s', (_, each) => {
    const plan = planExperiment({
      objective: 'flat-steep-flat',
      optimizers: [optimizer(each)],
      grid: { x: { vary: 'x', from: each.x0 } },
      steps: each.f64.cross + 50,
    });
    const rows = simulate(plan, 0);
    const cross = rows.findIndex((row) => row.theta[0] > 0);
    expect(cross).toBe(each.f64.cross);
    const places = [1, 50, 100, 150, ...[0, 1, 5, 20, 50].map((after) => cross + after)];
    const expected = [...each.f64.x_pre, ...each.f64.x_at];
    places.forEach((step, i) => {
      expect.soft(Math.abs(rows[step].theta[0] - expected[i]), `x after step ${step}`).toBeLessThan(1e-6);
    });
    expect(Math.max(...rows.slice(1).map((row) => Math.abs(row.u[0])))).toBeCloseTo(each.f64.max_step_over_eta, 3);
  });
});

describe('the crescent, figure 15', () => {
  // At α = 0.9 the run swings over the valley floor before it arrives: rounding decides its last 50 steps.
  const swings = (each: Made) => each.rule === 'rms' && each.alpha === 0.9;

  test.each(titled(golden.crescent.cases))('%s', (_, each) => {
    const { t_hit: arrival, pos, sigma_x_hit: sigma } = each.f64;
    const [x, y] = each.start;
    const plan = planExperiment({
      objective: 'crescent',
      optimizers: [optimizer(each)],
      start: { x, y },
      grid: { x: { vary: 'x', from: x } },
      steps: 3000,
    });
    const rows = simulate(plan, 0);
    [1, 10, 50, 100, 200].forEach((step, i) => {
      if (step > 100 && swings(each)) return;
      const away = Math.hypot(...pos[i].map((value, k) => value - rows[step].theta[k]));
      expect.soft(away, `step ${step}: got ${rows[step].theta}, expected ${pos[i]}`).toBeLessThan(2e-6);
    });
    const got = rows.findIndex(({ theta }) => Math.hypot(theta[0], theta[1] + 1.012273131032681) < 0.1);
    expect(Math.abs(got - arrival), `arrived at ${got}, expected ${arrival}`).toBeLessThanOrEqual(swings(each) ? 3 : 0);
    // What divides x's gradient in the step after arrival, or in the last of all.
    const step = arrival < 0 ? 3000 : got + 1;
    const divisor = Math.abs(rows[step - 1].gradient[0] / rows[step].u[0]);
    expect(Math.abs(divisor / sigma - 1)).toBeLessThan(swings(each) ? 0.05 : 1e-3);
  });
});

describe('thrown over the ridge', () => {
  const COUNT = 50;
  const ours = golden.ridge.cases.filter(({ par }) => par.join() === '0.05,8,0.1,2,0.15,0.9');

  test.each(titled(ours))('%s', (_, each) => {
    const plan = planExperiment({
      objective: 'ridge',
      optimizers: [optimizer(each)],
      grid: { x: { vary: 'x', from: -6, to: -4, count: COUNT } },
      steps: 2000,
    });
    let lost = 0;
    for (let i = 0; i < COUNT; i++) {
      let x = 0;
      for (const row of walk(plan, 0, [i, 0])) x = row.theta[0];
      if (x > 0.9) lost++;
    }
    // A sample of the 2,000 starts: three standard deviations.
    const spread = 3 * Math.sqrt((each.lost * (1 - each.lost)) / COUNT);
    expect(Math.abs(lost / COUNT - each.lost), `${lost} of ${COUNT} lost, expected ${each.lost}`).toBeLessThanOrEqual(
      spread,
    );
  });
});

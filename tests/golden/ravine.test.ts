import { describe, expect, test } from 'vitest';
import { walk } from '../../src/engine/oracle.ts';
import { type ExperimentInput, planExperiment } from '../../src/experiment/index.ts';
import { readGolden } from '../support/golden.ts';

interface DemoCase {
  readonly name: string;
  readonly par: {
    readonly surf: number;
    readonly opt: number;
    readonly lr: number;
    readonly sched?: number;
    readonly T?: number;
  };
  readonly steps: readonly number[];
  /** b, w, loss and gradient norm, to ten digits. */
  readonly f64: readonly (readonly number[])[];
  readonly f64_bursts?: { readonly n: number; readonly first: readonly [number, number, number] | null };
}

interface Demo {
  readonly data: { readonly x: readonly number[]; readonly y: readonly number[] };
  readonly cases: readonly DemoCase[];
}

const demo = readGolden<Demo>('demo');
const SURFACES: Readonly<Record<number, string>> = { 0: 'ravine', 2: 'ravine-root' };
const OPTIMIZERS = ['sgd', 'adagrad-lecture'];

/** The last step that is compared, where it is not the last of all: to save time, or because rounding seeds a burst after it. */
const ENDS: Readonly<Record<string, number>> = {
  fig6_damped: 10_000,
  'fig7_1e-6': 10_000,
  'fig7_rootSSE_1e-7': 10_000,
  'fig19_eta0.5': 1000,
  'fig19_eta0.7': 1000,
  'fig19_eta1.0': 100,
  fig21_invsqrt5: 10_000,
};

function plan({ par }: DemoCase) {
  const schedules = [{ name: 'constant' }, { name: 'inverse-sqrt' }, { name: 'inverse-time', T: par.T as number }];
  const experiment: ExperimentInput = {
    objective: SURFACES[par.surf],
    optimizers: [{ name: OPTIMIZERS[par.opt], lr: par.lr, schedule: schedules[par.sched ?? 0] }],
    start: { b: -120, w: -4 },
    grid: { x: { vary: 'b', from: -120 } },
    steps: 100_000,
  };
  return planExperiment(experiment);
}

/** Columns b, w, loss, gradient norm: what the gradient's last bits are worth at the minimum. */
const ROUNDING = [0, 0, 0, 1e-6];

describe("the lecture's ravine, figures 6, 7 and 19 to 21", () => {
  test.each(demo.cases.map((each) => [each.name, each] as const))('%s', (name, golden) => {
    const end = ENDS[name] ?? golden.steps.at(-1);
    const failures: string[] = [];
    let compared = 0;
    for (const row of walk(plan(golden), 0)) {
      const i = golden.steps.indexOf(row.step);
      if (i >= 0) {
        compared++;
        [...row.theta, row.loss, row.gradientNorm].forEach((got, k) => {
          const expected = golden.f64[i][k];
          if (Math.abs(got - expected) <= 2e-9 * Math.abs(expected) + ROUNDING[k]) return;
          failures.push(
            `step ${row.step}, ${['b', 'w', 'loss', 'gradient norm'][k]}: got ${got}, expected ${expected}`,
          );
        });
      }
      if (row.step === end) break;
    }
    expect(failures).toEqual([]);
    expect(compared).toBe(golden.steps.filter((step) => step <= (end as number)).length);
  });
});

interface Burst {
  readonly start: number;
  readonly end: number;
  readonly peak: number;
}

/** A burst: |w − the valley's w at b| rises above 0.5 and falls below 0.1, once it has been below 0.01. */
function bursts(golden: DemoCase): Burst[] {
  const { x, y } = demo.data;
  const dot = (a: readonly number[], b: readonly number[]) => a.reduce((sum, value, i) => sum + value * b[i], 0);
  const [xy, xx, sum] = [dot(x, y), dot(x, x), x.reduce((total, value) => total + value)];
  const found: Burst[] = [];
  let settled = false;
  let open: { start: number; peak: number } | null = null;
  for (const { step, theta } of walk(plan(golden), 0)) {
    const away = Math.abs(theta[1] - (xy - theta[0] * sum) / xx);
    settled ||= away < 0.01;
    if (open) {
      open.peak = Math.max(open.peak, away);
      if (away < 0.1) {
        found.push({ ...open, end: step });
        open = null;
      }
    } else if (settled && away > 0.5) open = { start: step, peak: away };
  }
  return found;
}

describe('bursts: rounding seeds them, so only their envelope can be told', () => {
  const named = (name: string) => demo.cases.find((each) => each.name === name) as DemoCase;

  test.each([
    { name: 'fig19_eta0.7', first: [1500, 1900], count: [45, 90], peak: 4 },
    { name: 'fig19_eta1.0', first: [600, 760], count: [55, 100], peak: 4.5 },
  ])('$name recovers from every one', ({ name, first, count, peak }) => {
    const found = bursts(named(name));
    expect(found.length).toBeGreaterThanOrEqual(count[0]);
    expect(found.length).toBeLessThanOrEqual(count[1]);
    expect(found[0].start).toBeGreaterThanOrEqual(first[0]);
    expect(found[0].start).toBeLessThanOrEqual(first[1]);
    expect(Math.max(...found.map((burst) => burst.peak))).toBeLessThan(peak);
    expect(Math.max(...found.map((burst) => burst.end - burst.start))).toBeLessThan(1000);
  });

  test.each(['fig21_invsqrt', 'fig21_invtime'])('%s, whose learning rate decays, has none', (name) => {
    expect(bursts(named(name))).toEqual([]);
  });
});

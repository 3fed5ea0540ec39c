import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Engine } from '../../src/engine/index.ts';
import { type ExperimentInput, planExperiment } from '../../src/experiment/index.ts';
import { openTestEngine } from '../support/engine.ts';
import { readGolden } from '../support/golden.ts';

/** A long run of the lecture's figures: parameters, loss and gradient norm at some steps. */
interface Long {
  readonly steps: readonly number[];
  readonly f64: readonly (readonly number[])[];
  /** The same in float32, θ kept as a displacement from the start. */
  readonly f32_disp: readonly (readonly number[])[];
}

interface DemoCase extends Long {
  readonly name: string;
  readonly par: {
    readonly surf: number;
    readonly opt: number;
    readonly lr: number;
    readonly sched?: number;
    readonly T?: number;
  };
}

const demo = readGolden<{
  readonly data: { readonly x: readonly number[]; readonly y: readonly number[] };
  readonly cases: readonly DemoCase[];
}>('demo');
const { cone } = readGolden<{ cone: { cases: readonly (Long & { readonly lr: number })[] } }>('surfaces');

let engine: Engine;
beforeAll(async () => {
  engine = await openTestEngine();
});
afterAll(() => engine.destroy());

/** What a figure's run needs of an experiment. */
function optimizerOf({ name, par }: DemoCase): ExperimentInput['optimizers'][number] {
  const schedules = [{ name: 'constant' }, { name: 'inverse-sqrt' }, { name: 'inverse-time', T: par.T as number }];
  const optimizer = ['sgd', 'adagrad-lecture'][par.opt];
  return { name: optimizer, label: name, lr: par.lr, schedule: schedules[par.sched ?? 0] };
}

const SURFACES: Readonly<Record<number, string>> = { 0: 'ravine', 2: 'ravine-root' };
const RAVINE = { start: { b: -120, w: -4 }, grid: { x: { vary: 'b', from: -120 } }, steps: 100_000 };

/** θ of each optimizer of an experiment of one cell, after each of the steps. */
async function follow(experiment: ExperimentInput, steps: readonly number[]): Promise<number[][][]> {
  const plan = planExperiment(experiment);
  const population = await engine.populate(plan);
  const places: number[][][] = plan.optimizers.map(() => []);
  for (const step of steps) {
    while (population.step < step) population.advance(Math.min(5000, step - population.step));
    for (const [k, own] of places.entries()) {
      const { theta } = await population.cells(k);
      own.push(theta.map((values) => values[0]));
    }
  }
  population.destroy();
  return places;
}

/** Where float32 differs from float64 by more than ten times what the reference in float32 does, up to each step. */
function mismatches(name: string, { steps, f64, f32_disp }: Long, places: readonly number[][], end: number): string[] {
  let error = 0;
  return steps.flatMap((step, i) => {
    if (step > end) return [];
    places[i].forEach((_, k) => {
      error = Math.max(error, Math.abs(f32_disp[i][k] - f64[i][k]));
    });
    return places[i].flatMap((got, k) => {
      const expected = f64[i][k];
      const tolerance = 10 * error + 2e-6 * (1 + Math.max(...places[i].map((_, p) => Math.abs(f64[i][p]))));
      if (Math.abs(got - expected) <= tolerance) return [];
      return `${name}, step ${step}, parameter ${k}: got ${got}, expected ${expected} ± ${tolerance.toExponential(1)}`;
    });
  });
}

/** The last step that can be compared, where rounding seeds a burst after it. */
const ENDS: Readonly<Record<string, number>> = { 'fig19_eta0.5': 1000, 'fig19_eta0.7': 1000, 'fig19_eta1.0': 100 };

describe("the lecture's ravine, figures 6, 7 and 19 to 21", () => {
  const runs = new Map<DemoCase, number[][]>();

  beforeAll(async () => {
    for (const [surface, objective] of Object.entries(SURFACES)) {
      const own = demo.cases.filter(({ par }) => par.surf === Number(surface));
      for (const some of [own.slice(0, 8), own.slice(8)]) {
        if (some.length === 0) continue;
        const places = await follow({ ...RAVINE, objective, optimizers: some.map(optimizerOf) }, some[0].steps);
        some.forEach((each, k) => {
          runs.set(each, places[k]);
        });
      }
    }
  });

  test.each(demo.cases.map((each) => [each.name, each] as const))('%s', (name, each) => {
    const places = runs.get(each) as number[][];
    expect(mismatches(name, each, places, ENDS[name] ?? 100_000)).toEqual([]);
  });

  test.each(['fig7_classic', 'fig7_1e-6', 'fig7_1e-8'])('%s is right to 5e-5 after 100,000 small steps', (name) => {
    const each = demo.cases.find((other) => other.name === name) as DemoCase;
    const failures = (runs.get(each) as number[][]).flatMap((theta, i) =>
      theta.flatMap((got, k) => {
        const expected = each.f64[i][k];
        const right = Math.abs(got - expected) <= 5e-5 * Math.abs(expected);
        return right ? [] : `step ${each.steps[i]}, ${'bw'[k]}: got ${got}, expected ${expected}`;
      }),
    );
    expect(failures).toEqual([]);
  });
});

describe('the cone, figures 6 and 7 taken literally', () => {
  test('all learning rates', async () => {
    const optimizers = cone.cases.map(({ lr }) => ({ name: 'sgd', label: `${lr}`, lr }));
    const { steps } = cone.cases[0];
    const experiment = { objective: 'cone', optimizers, start: { x: 7, y: -6 }, grid: { x: { vary: 'x', from: 7 } } };
    const places = await follow({ ...experiment, steps: 100_000 }, steps);
    const failures = cone.cases.flatMap((each, k) => mismatches(`learning rate ${each.lr}`, each, places[k], 100_000));
    expect(failures).toEqual([]);
  });
});

interface Burst {
  readonly start: number;
  readonly end: number;
  readonly peak: number;
}

describe('bursts: rounding seeds them, so only their envelope can be told', () => {
  const NAMES = ['fig19_eta0.7', 'fig21_invsqrt', 'fig21_invtime'];
  /** Steps between two looks: a burst lasts more than thirty. */
  const STRIDE = 8;
  const found: Burst[][] = NAMES.map(() => []);

  // |w − the valley's w at b| rises above 0.5 and falls below 0.1, once it has been below 0.01.
  beforeAll(async () => {
    const { x, y } = demo.data;
    const dot = (a: readonly number[], b: readonly number[]) => a.reduce((sum, value, i) => sum + value * b[i], 0);
    const [xy, xx, sum] = [dot(x, y), dot(x, x), x.reduce((total, value) => total + value)];
    const own = NAMES.map((name) => demo.cases.find((each) => each.name === name) as DemoCase);
    const plan = planExperiment({ ...RAVINE, objective: 'ravine', optimizers: own.map(optimizerOf) });
    const population = await engine.populate(plan);
    const settled = NAMES.map(() => false);
    const open: ({ start: number; peak: number } | null)[] = NAMES.map(() => null);
    while (population.step < plan.steps) {
      const looks = Array.from({ length: 250 }, () => {
        population.advance(STRIDE);
        return population.checkpoint();
      });
      for (const { step, states } of await Promise.all(looks)) {
        states.forEach(({ values }, k) => {
          // Displacements, then their origins.
          const [b, w] = [values[2] + values[0], values[3] + values[1]];
          const away = Math.abs(w - (xy - b * sum) / xx);
          settled[k] ||= away < 0.01;
          const burst = open[k];
          if (burst) {
            burst.peak = Math.max(burst.peak, away);
            if (away >= 0.1) return;
            found[k].push({ ...burst, end: step });
            open[k] = null;
          } else if (settled[k] && away > 0.5) open[k] = { start: step, peak: away };
        });
      }
    }
    population.destroy();
  });

  test('figure 19, η = 0.7: it recovers from every one', () => {
    const [bursts] = found;
    expect(bursts.length).toBeGreaterThanOrEqual(45);
    expect(bursts.length).toBeLessThanOrEqual(90);
    expect(bursts[0].start).toBeGreaterThanOrEqual(1500);
    expect(bursts[0].start).toBeLessThanOrEqual(1900);
    expect(Math.max(...bursts.map((burst) => burst.peak))).toBeLessThan(4);
    expect(Math.max(...bursts.map((burst) => burst.end - burst.start))).toBeLessThan(1000);
  });

  test('figure 21: none where the learning rate decays', () => {
    expect(found.slice(1)).toEqual([[], []]);
  });
});

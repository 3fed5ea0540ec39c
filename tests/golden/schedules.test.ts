import { describe, expect, test } from 'vitest';
import type { ExperimentInput } from '../../src/experiment/index.ts';
import { readGolden } from '../support/golden.ts';
import { learningRates } from '../support/learning-rates.ts';

interface ScheduleCase {
  readonly name: string;
  readonly par: Readonly<Record<string, number>>;
  readonly steps: readonly number[];
  readonly lr: readonly number[];
}

type OptimizerInput = ExperimentInput['optimizers'][number];
/** Golden parameters as an optimizer's `lr` and `schedule`. */
type Translate = (par: ScheduleCase['par']) => Pick<OptimizerInput, 'schedule'> & { lr?: unknown };

const TRANSLATIONS: Readonly<Record<string, Translate>> = {
  StepLR: ({ lr, period: step_size, gamma }) => ({ lr, schedule: { name: 'step', step_size, gamma } }),
  MultiStepLR: ({ lr, milestones, gamma }) => ({ lr, schedule: { name: 'multi-step', milestones, gamma } }),
  ExponentialLR: ({ lr, gamma }) => ({ lr, schedule: { name: 'exponential', gamma } }),
  CosineAnnealingLR: ({ lr, T: T_max, eta_min }) => ({ lr, schedule: { name: 'cosine', T_max, eta_min } }),
  CosineAnnealingWarmRestarts: ({ lr, T0: T_0, mult: T_mult, eta_min }) => ({
    lr,
    schedule: { name: 'restarts', T_0, T_mult, eta_min },
  }),
  LinearLR: ({ lr, end, T: total_iters }) => ({ lr, schedule: { name: 'linear', total_iters, end } }),
  PolynomialLR: ({ lr, end, T: total_iters, power }) => ({
    lr,
    schedule: { name: 'polynomial', total_iters, power, end },
  }),
  OneCycleLR: ({ max_lr: lr, T: total_steps, pct = 0.3, div = 25, fdiv = 1e4, three_phase = false, anneal }) => ({
    lr,
    schedule: {
      name: 'one-cycle',
      total_steps,
      pct_start: pct,
      div_factor: div,
      final_div_factor: fdiv,
      three_phase,
      linear: `${anneal}` === 'linear',
    },
  }),
  SequentialLR: ({ lr, factor0, W: warmup }) => ({
    lr,
    schedule: { name: 'exponential', gamma: 0.98, warmup, warmup_from: lr * factor0 },
  }),
  warmup_cosine: ({ peak: lr, W: warmup, total, end: eta_min }) => ({
    lr,
    schedule: { name: 'cosine', warmup, T_max: total - warmup, eta_min },
  }),
  join: () => ({
    lr: 0.1,
    schedule: { formula: 'if(s < 10, lr*s/10, if(s < 30, lr, lr*exp(log(0.5)*(s - 30)/10)))' },
  }),
  noam: ({ d_model, W }) => ({ schedule: { name: 'transformer', d_model, W } }),
  inv_sqrt: ({ lr }) => ({ lr, schedule: { name: 'inverse-sqrt' } }),
  inv_time: ({ lr, T }) => ({ lr, schedule: { name: 'inverse-time', T } }),
  resnet110: ({ W: warm, low, high: lr, drops }) => ({ lr, schedule: { name: 'resnet', warm, low, drops } }),
};

const { cases } = readGolden<{ cases: readonly ScheduleCase[] }>('schedules');

describe('learning rates of PyTorch, optax and the papers', () => {
  test.each(cases.map((each) => [`${each.name} ${JSON.stringify(each.par)}`, each] as const))('%s', (_, golden) => {
    const got = learningRates({ name: 'sgd', ...TRANSLATIONS[golden.name](golden.par) }, golden.steps);
    const failures = golden.steps.flatMap((s, i) => {
      const expected = golden.lr[i];
      return Math.abs(got[i] - expected) <= 1e-13 * Math.abs(expected) + 1e-17
        ? []
        : `s = ${s}: got ${got[i]}, expected ${expected}`;
    });
    expect(failures).toEqual([]);
  });
});

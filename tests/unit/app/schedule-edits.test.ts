import { describe, expect, it, test } from 'vitest';
import type { Edit } from '../../../src/app/edits.ts';
import {
  scheduleText,
  withScheduleFormula,
  withScheduleNamed,
  withScheduleValue,
  withWarmUp,
} from '../../../src/app/schedule-edits.ts';
import { optimizers, schedules } from '../../../src/catalogue/index.ts';
import { learningRateOf, planExperiment } from '../../../src/experiment/index.ts';

const plan = planExperiment({ objective: 'sphere', optimizers: [{ name: 'adam', lr: 0.05 }], steps: 400 });
const after = (...edits: Edit[]) => edits.reduce((each, edit) => edit(each), plan.experiment);
const scheduleAfter = (...edits: Edit[]) => after(...edits).optimizers[0].schedule;

describe('a schedule', () => {
  it('is chosen, its numbers set and given back', () => {
    const cosine = withScheduleNamed(0, 'cosine', plan);
    expect(scheduleAfter(cosine, withScheduleValue(0, 'T_max', 50))).toEqual({ name: 'cosine', T_max: 50 });
    expect(scheduleAfter(cosine, withScheduleValue(0, 'T_max', undefined))).toEqual({ name: 'cosine' });
    expect(scheduleAfter(cosine, withScheduleNamed(0, 'constant', plan))).toBeUndefined();
  });

  it('keeps its warm-up when another is chosen, and loses it when it is switched off', () => {
    const warm = withWarmUp(0, true, plan);
    expect(scheduleAfter(warm)).toEqual({ name: 'constant', warmup: 40 });
    expect(scheduleAfter(warm, withScheduleNamed(0, 'step', plan))).toEqual({ name: 'step', warmup: 40 });
    expect(scheduleAfter(warm, withScheduleFormula(0, 'lr/2', plan))).toEqual({ formula: 'lr/2', warmup: 40 });
    expect(scheduleAfter(warm, withScheduleValue(0, 'warmup_from', 0.1), withWarmUp(0, false, plan))).toBeUndefined();
  });

  it('takes an axis over one of its numbers with it', () => {
    const x = { vary: 'schedule.gamma', from: 0.1, to: 1, count: 30, scale: 'linear' as const };
    const stepped = { ...after(withScheduleNamed(0, 'step', plan)), grid: { x } };
    const cosine = withScheduleNamed(0, 'cosine', plan)(stepped);
    expect(cosine.grid.x).toMatchObject({ vary: 'x', count: 30 });
    expect(planExperiment(cosine).cells).toBe(30);
  });
});

test.each(optimizers.map(({ name }) => name))('a schedule after a warm-up plans with %s', (name) => {
  const bare = { ...plan.experiment, optimizers: [{ name }] };
  planExperiment(withWarmUp(0, true, plan)(withScheduleNamed(0, 'cosine', plan)(bare)));
});

test.each(schedules.filter(({ lists }) => !lists).map(({ name }) => name))('%s says the same as a formula', (name) => {
  const named = planExperiment(after(withScheduleNamed(0, name, plan)));
  const text = scheduleText(named.experiment.optimizers[0], named.steps);
  const typed = planExperiment(withScheduleFormula(0, text, plan)(named.experiment));
  for (let t = 1; t <= 400; t += 7) {
    const [expected, got] = [named, typed].map((each) => learningRateOf(each, 0).at(t));
    expect(got, `step ${t} of ${text}`).toBeCloseTo(expected, 12);
  }
});

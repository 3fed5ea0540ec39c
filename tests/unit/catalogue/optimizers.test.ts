import { describe, expect, test } from 'vitest';
import { optimizers, rules, schedules, WARM_UP } from '../../../src/catalogue/index.ts';
import { simulate } from '../../../src/engine/oracle.ts';
import {
  type ExperimentInput,
  findOptimizer,
  hyperparametersOf,
  planExperiment,
} from '../../../src/experiment/index.ts';
import { learningRates } from '../../support/learning-rates.ts';

type OptimizerInput = ExperimentInput['optimizers'][number];

const plan = (optimizer: OptimizerInput, steps = 40) =>
  planExperiment({
    objective: 'quadratic',
    optimizers: [optimizer],
    start: { x: 3, y: 1 },
    grid: { x: { vary: 'x', from: 3 } },
    steps,
    noise: 0.1,
  });

/** Settings of every flag of an optimizer. */
function settings(flags: Readonly<Record<string, boolean>> = {}): Record<string, boolean>[] {
  return Object.keys(flags).reduce<Record<string, boolean>[]>(
    (all, flag) =>
      all.flatMap((each) => [
        { ...each, [flag]: false },
        { ...each, [flag]: true },
      ]),
    [{}],
  );
}

describe.each(optimizers.map((each) => [each.name, each] as const))('%s', (name, optimizer) => {
  const all = [...hyperparametersOf(optimizer)];

  test.each(settings(optimizer.flags))('runs with %o, bare and with every hyperparameter given', (flags) => {
    for (const given of [{}, Object.fromEntries(all.map(([key, { default: value }]) => [key, value]))]) {
      const rows = simulate(plan({ name, ...flags, ...given }), 0);
      expect(rows.length).toBe(41);
      expect(
        rows
          .flatMap((row) => [...row.theta, row.eta + 0])
          .slice(3)
          .every(Number.isFinite),
      ).toBe(true);
      expect([...(rows.at(-1) as (typeof rows)[0]).theta]).not.toEqual([...rows[0].theta]);
    }
  });

  test('giving every hyperparameter its default changes nothing', () => {
    const defaults = Object.fromEntries(all.map(([key, { default: value }]) => [key, value]));
    const [bare, full] = [{ name }, { name, ...defaults }].map((input) => simulate(plan(input), 0).at(-1));
    expect([...(full as NonNullable<typeof full>).theta]).toEqual([...(bare as NonNullable<typeof bare>).theta]);
  });

  test('every default lies within its range, and sliders too', () => {
    expect(Object.keys(optimizer.defaults)).toContain('lr');
    for (const [key, { default: value, range, slider, log, what }] of all) {
      expect(value, key).toBeTypeOf('number');
      expect((value as number) >= range[0] && (value as number) <= range[1], `${key} = ${value}`).toBe(true);
      expect(range[0] <= slider[0] && slider[0] < slider[1] && slider[1] <= range[1], `slider of ${key}`).toBe(true);
      if (log) expect(slider[0], `logarithmic slider of ${key}`).toBeGreaterThan(0);
      expect(what.length).toBeGreaterThan(3);
    }
  });

  test('every default and every flag that it names exists', () => {
    const known = new Set(all.map(([key]) => key));
    expect(Object.keys(optimizer.defaults).filter((key) => !known.has(key))).toEqual([]);
    const used = optimizer.rules.flatMap((use) => [use.when, use.unless]).filter((flag) => flag !== undefined);
    expect(new Set(used)).toEqual(new Set(Object.keys(optimizer.flags ?? {})));
  });
});

describe('the catalogue of rules', () => {
  test('names are unique, and no rule is without a use', () => {
    for (const list of [rules, optimizers, schedules]) {
      const names = list.map((each) => each.name);
      expect(names.filter((name, i) => names.indexOf(name) !== i)).toEqual([]);
    }
    // Clipping is for those who compose their own.
    const used = new Set([...optimizers.flatMap((each) => each.rules.map((use) => use.rule)), 'clip-norm']);
    expect(rules.map((rule) => rule.name).filter((name) => !used.has(name))).toEqual([]);
  });

  test.each(rules.map((rule) => [rule.name]))('%s can stand alone in a composed optimizer', (name) => {
    const [ready] = plan({ rules: [name] }).optimizers;
    expect(ready.label).toBe('Composed');
    expect(ready.update.update.length).toBe(2);
    expect(simulate(plan({ rules: [name] }), 0).length).toBe(41);
  });

  test('an unknown name is refused with the known ones', () => {
    expect(() => findOptimizer('adamm', 'optimizers.0.name')).toThrow(/optimizers\.0\.name: "adamm".*known are sgd, /);
  });
});

describe.each(schedules.map((each) => [each.name, each] as const))('schedule %s', (name, schedule) => {
  const steps = Array.from({ length: 600 }, (_, s) => s);
  const rates = (given = {}) => learningRates({ name: 'sgd', lr: 0.1, schedule: { name, ...given } }, steps, 500);

  test('is finite and never negative, to its end and beyond', () => {
    expect(rates().filter((rate) => !(Number.isFinite(rate) && rate >= 0))).toEqual([]);
    expect(Math.max(...rates())).toBeGreaterThan(0);
  });

  test('every default lies within its range', () => {
    for (const [key, { default: value, range, slider }] of Object.entries({
      ...schedule.hyperparameters,
      ...WARM_UP,
    })) {
      const number = value === 'steps' ? 500 : value;
      expect(number >= range[0] && number <= range[1], `${key} = ${value}`).toBe(true);
      expect(range[0] <= slider[0] && slider[0] < slider[1] && slider[1] <= range[1], `slider of ${key}`).toBe(true);
    }
  });

  test('after a warm-up it counts from its own 0', () => {
    const warm = rates({ warmup: 50, warmup_from: 0.01 });
    const cold = rates();
    expect(warm[0]).toBeCloseTo(0.01, 15);
    expect(warm[25]).toBeCloseTo(0.055, 15);
    expect(warm.slice(50, 600)).toEqual(cold.slice(0, 550));
  });

  test('every hyperparameter matters', () => {
    const plain = rates();
    for (const [key, { default: value, range }] of Object.entries(schedule.hyperparameters)) {
      const other = [0.7, 2, 30, 137].find((each) => each !== value && each >= range[0] && each <= range[1]);
      expect(rates({ [key]: other }), key).not.toEqual(plain);
    }
  });
});

import { describe, expect, it, test } from 'vitest';
import type { Edit } from '../../../src/app/edits.ts';
import {
  rulesOf,
  typedFrom,
  withRuleAt,
  withRuleInserted,
  withRuleMoved,
  withRuleRemoved,
} from '../../../src/app/rule-edits.ts';
import { FIRST_RULE } from '../../../src/app/what/typed-rule.ts';
import { optimizers, rules } from '../../../src/catalogue/index.ts';
import { simulate } from '../../../src/engine/oracle.ts';
import { type OptimizerInput, planExperiment } from '../../../src/experiment/index.ts';

const planOf = (...optimizers: OptimizerInput[]) =>
  planExperiment({ objective: 'rosenbrock', optimizers, steps: 20, grid: { x: { vary: 'x', from: -1, count: 1 } } });
const edited = (input: OptimizerInput, edit: (plan: ReturnType<typeof planOf>) => Edit) => {
  const plan = planOf(input);
  return edit(plan)(plan.experiment).optimizers[0];
};

describe('the rules of an optimizer', () => {
  it('make it a composed one that keeps its values, once they are changed', () => {
    const adam = edited({ name: 'adam', lr: 0.05, beta1: 0.5, schedule: { name: 'cosine' } }, (plan) =>
      withRuleInserted(0, 0, 'clip-norm', plan),
    );
    expect(adam).toEqual({
      label: 'Adam variant',
      rules: ['clip-norm', 'ema', 'adam-scale'],
      lr: 0.05,
      beta1: 0.5,
      schedule: { name: 'cosine' },
    });
  });

  it('are exchanged, moved and removed, and what no rule reads is forgotten', () => {
    const adam = { rules: ['ema', 'adam-scale'], lr: 0.1, beta1: 0.5, beta2: 0.9 } as OptimizerInput;
    expect(edited(adam, (plan) => withRuleAt(0, 0, 'sign', plan))).toEqual({
      rules: ['sign', 'adam-scale'],
      lr: 0.1,
      beta2: 0.9,
    });
    expect(edited(adam, (plan) => withRuleMoved(0, 1, 0, plan)).rules).toEqual(['adam-scale', 'ema']);
    expect(edited(adam, (plan) => withRuleMoved(0, 0, 1, plan)).rules).toEqual(['adam-scale', 'ema']);
    expect(edited(adam, (plan) => withRuleRemoved(0, 1, plan))).toEqual({ rules: ['ema'], lr: 0.1, beta1: 0.5 });
    expect(edited({ rules: ['ema'] } as OptimizerInput, (plan) => withRuleRemoved(0, 0, plan)).rules).toEqual([]);
  });

  it('show another default of a typed rule, whatever was set beside it', () => {
    const optimizer = { rules: [FIRST_RULE], lr: 0.1, momentum: 0.5 } as OptimizerInput;
    const next = { ...FIRST_RULE, hyperparameters: { momentum: 0.8 } };
    expect(edited(optimizer, (plan) => withRuleAt(0, 0, next, plan))).toEqual({ rules: [next], lr: 0.1 });
    const longer = { ...FIRST_RULE, formula: `${FIRST_RULE.formula} + g` };
    expect(edited(optimizer, (plan) => withRuleAt(0, 0, longer, plan))).toMatchObject({ momentum: 0.5 });
  });

  it('take an axis over what they have no more with them', () => {
    const plan = planExperiment({
      objective: 'sphere',
      optimizers: [{ name: 'adam' }],
      grid: { x: { vary: 'beta2', from: 0, to: 0.9, count: 10 } },
    });
    expect(planExperiment(withRuleRemoved(0, 1, plan)(plan.experiment)).x.label).toBe('x');
  });
});

test.each(optimizers.map(({ name }) => name))('%s composed of its own rules goes the same way', (name) => {
  const lr = { lr: 0.01 };
  const plan = planOf({ name, ...lr });
  const more = planExperiment(withRuleInserted(0, 0, 'sign', plan)(plan.experiment));
  const again = withRuleRemoved(0, 0, more)(more.experiment);
  expect(again.optimizers[0].rules).toEqual(plan.optimizers[0].rules.map((rule) => rule.name));
  const ends = [plan, planExperiment(again)].map((each) => simulate(each, 0));
  expect(ends[1]).toEqual(ends[0]);
});

test.each(rules.map((rule) => rule.name))(
  "%s as a text of one's own plans, and so does an own rule beside it",
  (name) => {
    const plan = planOf({ rules: [name] } as OptimizerInput);
    const typed = withRuleAt(0, 0, typedFrom(name, plan.experiment.optimizers[0]), plan)(plan.experiment);
    const next = planExperiment(typed);
    expect(rulesOf(next.experiment.optimizers[0], next.experiment)).toHaveLength(1);
    planExperiment(withRuleInserted(0, 1, FIRST_RULE, next)(typed));
  },
);

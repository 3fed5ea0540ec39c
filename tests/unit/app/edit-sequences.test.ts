import { expect, test } from 'vitest';
import { axisChoices } from '../../../src/app/axes.ts';
import { PRESETS, withPreset, withStart, withSwappedAxes, withVaried } from '../../../src/app/axis-edits.ts';
import { type Edit, withAdded, withDuplicated, withOptimizerNamed, withRemoved } from '../../../src/app/edits.ts';
import { withObjective, withSide } from '../../../src/app/grids.ts';
import { rulesOf, withRuleAt, withRuleInserted, withRuleMoved, withRuleRemoved } from '../../../src/app/rule-edits.ts';
import { withScheduleFormula, withScheduleNamed, withWarmUp } from '../../../src/app/schedule-edits.ts';
import { FIRST_RULE } from '../../../src/app/what/typed-rule.ts';
import { objectives, optimizers, rules, schedules } from '../../../src/catalogue/index.ts';
import { LIMITS, type Plan, planExperiment } from '../../../src/experiment/index.ts';
import { pick, randomNumbers } from '../../support/random.ts';

const names = (list: readonly { readonly name: string }[]) => list.map(({ name }) => name);

/** A change that the page offers for what runs, and what it is called. */
function offered(plan: Plan, random: () => number): [string, Edit] {
  const { experiment, objective } = plan;
  const index = Math.floor(random() * experiment.optimizers.length);
  const present = rulesOf(experiment.optimizers[index], experiment);
  const place = Math.floor(random() * present.length);
  const side = pick(random, ['x', 'y'] as const);
  const vary = pick(random, [null, ...axisChoices(experiment, objective).map((each) => each.vary)]);
  const [optimizer, rule, schedule, surface] = [optimizers, rules, schedules, objectives].map((list) =>
    pick(random, names(list)),
  );
  const edits: Record<string, Edit> = {
    [`${side} varies ${vary}`]: withVaried(side, vary, plan),
    'axes swapped': withSwappedAxes(plan),
    [`grid ${pick(random, PRESETS)}`]: withPreset(pick(random, PRESETS), plan),
    'side of 32': withSide(32),
    start: withStart(objective.parameters[0], objective.start[0], plan),
    [`surface ${surface}`]: withObjective(surface, plan),
    [`optimizer ${index} is ${optimizer}`]: withOptimizerNamed(index, optimizer, plan),
    [`schedule ${schedule}`]: withScheduleNamed(index, schedule, plan),
    'own schedule': withScheduleFormula(index, 'lr/(1 + s)', plan),
    'warm-up': withWarmUp(index, random() < 0.5, plan),
  };
  if (experiment.optimizers.length < 4) {
    edits[`added ${optimizer}`] = withAdded(optimizer, plan);
    edits.duplicated = withDuplicated(index);
  }
  if (experiment.optimizers.length > 1) edits[`removed ${index}`] = withRemoved(index, plan);
  if (present.length < Math.min(5, LIMITS.rules)) {
    edits[`rule ${rule} inserted`] = withRuleInserted(index, place, rule, plan);
    edits['own rule inserted'] = withRuleInserted(index, place, FIRST_RULE, plan);
  }
  if (present.length > 0) {
    edits[`rule ${place} is ${rule}`] = withRuleAt(index, place, rule, plan);
    edits[`rule ${place} removed`] = withRuleRemoved(index, place, plan);
    edits[`rule ${place} moved`] = withRuleMoved(index, place, 0, plan);
  }
  return pick(random, Object.entries(edits));
}

test.each([1, 2, 3])('whatever is clicked one after the other, the experiment plans (%d)', (seed) => {
  const random = randomNumbers(seed);
  const done: string[] = [];
  let plan = planExperiment({ objective: 'himmelblau', optimizers: [{ name: 'adam' }], grid: {} });
  for (let i = 0; i < 60; i++) {
    const [what, edit] = offered(plan, random);
    done.push(what);
    try {
      plan = planExperiment(edit(plan.experiment));
    } catch (error) {
      expect.fail(`${error}\nafter ${done.slice(-8).join('; ')}\nfrom ${JSON.stringify(plan.experiment)}`);
    }
  }
});

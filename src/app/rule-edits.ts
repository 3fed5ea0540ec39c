import { msg, str } from '@lit/localize';
import { optimizers } from '../catalogue/index.ts';
import {
  activeRules,
  type Experiment,
  findOptimizer,
  isLayerRate,
  type OptimizerInput,
  type Plan,
  resolveRule,
  type TypedRule,
  variablesOf,
} from '../experiment/index.ts';
import { withFittingAxes } from './axis-edits.ts';
import { type Edit, withOptimizer } from './edits.ts';
import { translated } from './locale/translated.ts';

/** A rule of an experiment: a name of the catalogue's, or one that is typed. */
export type RuleInput = string | TypedRule;

/** Fields of an optimizer that are no hyperparameters. */
const STRUCTURE = new Set(['name', 'label', 'rules', 'schedule']);

/** The rules of an optimizer of an experiment in their order, whether it is named or composed. */
export function rulesOf(input: OptimizerInput, { grid }: Experiment): readonly RuleInput[] {
  if (input.rules) return input.rules;
  const named = optimizers.find(({ name }) => name === input.name);
  // One that nobody knows, as a broken link may bring it, is refused before it runs.
  if (!named) return [];
  const flags = Object.entries(named.flags ?? {}).map(([name, usual]) => [name, (input[name] ?? usual) === true]);
  const isGiven = (name: string) => input[name] !== undefined || grid.x?.vary === name || grid.y?.vary === name;
  return activeRules(named, Object.fromEntries(flags), isGiven).map(({ name }) => name);
}

/** Another rule in the place of one. */
export function withRuleAt(index: number, place: number, rule: RuleInput, plan: Plan): Edit {
  const edit = withRules(index, plan, (rules) => rules.map((each, i) => (i === place ? rule : each)));
  return (experiment) => {
    // Another default is meant to be seen: a value that was set beside it goes.
    const before = experiment.optimizers[index].rules?.[place];
    const changed = Object.entries(defaultsOf(rule)).filter(([name, value]) => {
      return Object.hasOwn(defaultsOf(before), name) && defaultsOf(before)[name] !== value;
    });
    const names = new Set(changed.map(([name]) => name));
    const forget = withOptimizer(index, (input) => {
      return Object.fromEntries(Object.entries(input).filter(([name]) => !names.has(name))) as OptimizerInput;
    });
    return forget(edit(experiment));
  };
}

/** One more rule before the one at a place, or at the end. */
export function withRuleInserted(index: number, place: number, rule: RuleInput, plan: Plan): Edit {
  return withRules(index, plan, (rules) => [...rules.slice(0, place), rule, ...rules.slice(place)]);
}

/** One rule fewer. */
export function withRuleRemoved(index: number, place: number, plan: Plan): Edit {
  return withRules(index, plan, (rules) => rules.filter((_, i) => i !== place));
}

/** A rule in another place, those between closing up. */
export function withRuleMoved(index: number, from: number, to: number, plan: Plan): Edit {
  return withRules(index, plan, (rules) => {
    const rest = rules.filter((_, i) => i !== from);
    return [...rest.slice(0, to), rules[from], ...rest.slice(to)];
  });
}

/** A rule of the catalogue as a text of one's own, with the values that its hyperparameters have in an optimizer. */
export function typedFrom(name: string, input: OptimizerInput): TypedRule {
  const rule = resolveRule(name, 'rule');
  const values = Object.keys(rule.hyperparameters).map((each) => [each, settingOf(each, input)]);
  return {
    formula: rule.formula.replace(/\n\s+/g, '\n'),
    hyperparameters: Object.fromEntries(values),
    state: { ...rule.state },
  };
}

/** The rules changed: a named optimizer becomes a composed one that does the same but for that, and what no rule reads is forgotten. */
function withRules(index: number, plan: Plan, change: (rules: readonly RuleInput[]) => readonly RuleInput[]): Edit {
  return (experiment) => {
    const edit = withOptimizer(index, (input) => {
      const composed = asComposed(input, experiment);
      const rules = [...change(composed.rules ?? [])];
      const known = variablesOf({ rules } as OptimizerInput);
      const kept = Object.entries(composed).filter(
        ([name]) => STRUCTURE.has(name) || known.has(name) || isLayerRate(name),
      );
      return { ...Object.fromEntries(kept), rules } as OptimizerInput;
    });
    return withFittingAxes(edit(experiment), plan.objective);
  };
}

/** Defaults of a typed rule's hyperparameters. */
function defaultsOf(rule: RuleInput | undefined): Readonly<Record<string, number>> {
  return typeof rule === 'object' ? rule.hyperparameters : {};
}

/** An optimizer as a list of rules. */
function asComposed(input: OptimizerInput, experiment: Experiment): OptimizerInput {
  if (input.rules) return input;
  const rules = [...rulesOf(input, experiment)];
  const values = [...variablesOf({ rules } as OptimizerInput)].flatMap(([name, spec]) => {
    const value = settingOf(name, input);
    return !name.startsWith('schedule.') && value !== spec.default ? [[name, value] as const] : [];
  });
  const rates = Object.entries(input).filter(([name]) => isLayerRate(name));
  const { label = msg(str`${translated(findOptimizer(input.name ?? '', 'name').title)} variant`), schedule } = input;
  return {
    label,
    rules,
    ...Object.fromEntries([...values, ...rates]),
    ...(schedule && { schedule }),
  } as OptimizerInput;
}

/** The value of a hyperparameter of an optimizer: the one given, or the default; no rule's depends on the number of steps. */
function settingOf(name: string, input: OptimizerInput): number {
  return Number(input[name] ?? variablesOf(input).get(name)?.default ?? 0);
}

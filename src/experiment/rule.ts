import { rules as catalogue, H, type Hyperparameter, type Rule } from '../catalogue/index.ts';
import { BadExperiment } from './errors.ts';
import type { TypedRule } from './schema.ts';

/** The rule of that name in the catalogue. Throws `BadExperiment` where there is none. */
export function findRule(name: string, field: string): Rule {
  const rule = catalogue.find((each) => each.name === name);
  if (rule) return rule;
  throw new BadExperiment(field, `"${name}" is no rule`, `known are ${catalogue.map((each) => each.name).join(', ')}`);
}

/** A rule as an experiment gives it: a name, or a text with its state and hyperparameters. Throws `BadExperiment`. */
export function resolveRule(input: string | TypedRule, field: string): Rule {
  if (typeof input === 'string') return findRule(input, field);
  const hyperparameters: Record<string, Hyperparameter> = {};
  for (const [name, value] of Object.entries(input.hyperparameters)) {
    const known: Hyperparameter | undefined = (H as Record<string, Hyperparameter>)[name];
    hyperparameters[name] = known
      ? { ...known, default: value }
      : {
          default: value,
          range: [-1e6, 1e6],
          slider: [Math.min(0, value), Math.max(1, 2 * value)],
          log: false,
          what: 'typed',
        };
  }
  const reserved = [...Object.keys(hyperparameters), ...Object.keys(input.state)].find((name) => RESERVED.has(name));
  if (reserved) throw new BadExperiment(field, `"${reserved}" has a meaning in every rule`, 'choose another name');
  const both = Object.keys(input.state).find((name) => Object.hasOwn(hyperparameters, name));
  if (both)
    throw new BadExperiment(field, `"${both}" is a hyperparameter and a state`, 'choose another name for one of them');
  return {
    name: 'typed',
    title: input.formula,
    formula: input.formula,
    state: input.state,
    hyperparameters,
    source: 'typed',
  };
}

const RESERVED = new Set(['u', 'g', 'theta', 't', 'eta', 'eta_next', 'h', 'lr', 'pi', 'e']);

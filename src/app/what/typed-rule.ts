import { H, type Hyperparameter } from '../../catalogue/index.ts';
import type { TypedRule } from '../../experiment/index.ts';
import { CONSTANTS, FormulaError, namesOf } from '../../formula/index.ts';

/** Names that have a meaning in every rule. */
const GIVEN = new Set(['u', 'g', 'theta', 't', 'eta', 'eta_next', 'h', 'lr', ...Object.keys(CONSTANTS)]);

/** What a rule of one's own begins with: momentum, the field's oldest. */
export const FIRST_RULE: TypedRule = {
  formula: 'b = momentum*b + u; u = b',
  hyperparameters: { momentum: 0.9 },
  state: { b: 0 },
};

/** A rule as a text makes it. */
export interface ReadRule {
  readonly rule: TypedRule;
  /** Names that are read and have no meaning yet: hyperparameters, if one wants. */
  readonly unknown: readonly string[];
}

/**
 * A rule of another text. State are the names that it reads before it assigns them: they begin at 0, or with what they began with before. Hyperparameters that
 * it reads stay, others are forgotten. A text that is no formula changes nothing else.
 */
export function readRule(formula: string, before: TypedRule): ReadRule {
  const names = readNames(formula);
  if (!names) return { rule: { ...before, formula }, unknown: [] };
  const { assigned, needed } = names;
  const free = needed.filter((name) => !GIVEN.has(name));
  // What is remembered from the start and never assigned was made so on purpose.
  const state = free.filter((name) => assigned.includes(name) || Object.hasOwn(before.state, name));
  const hyperparameters = free.filter((name) => !state.includes(name) && Object.hasOwn(before.hyperparameters, name));
  return {
    rule: {
      formula,
      hyperparameters: Object.fromEntries(hyperparameters.map((name) => [name, before.hyperparameters[name]])),
      state: Object.fromEntries(state.map((name) => [name, before.state[name] ?? 0])),
    },
    unknown: free.filter((name) => !state.includes(name) && !hyperparameters.includes(name)),
  };
}

/** A rule with one more hyperparameter, at a value that is usual for its name. */
export function withNewHyperparameter(rule: TypedRule, name: string): TypedRule {
  const usual = (H as Readonly<Record<string, Hyperparameter>>)[name]?.default;
  const value = typeof usual === 'number' && usual !== 0 ? usual : name === 'weight_decay' ? 0.01 : 0.9;
  return { ...rule, hyperparameters: { ...rule.hyperparameters, [name]: value } };
}

function readNames(formula: string) {
  try {
    return namesOf(formula);
  } catch (error) {
    if (error instanceof FormulaError) return null;
    throw error;
  }
}

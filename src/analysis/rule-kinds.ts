import { momenta, type Rule, scale } from '../catalogue/index.ts';

/** What a rule is to θ ← θ − η·m/σ: it makes m, it divides by σ, it does both at once from an average `m` and its weight `w`, or something else. */
export type RuleKind = 'momentum' | 'scale' | 'both' | 'other';

const MOMENTA = new Set(momenta.map(({ name }) => name));
const SCALES = new Set(scale.map(({ name }) => name));
/** Rules whose update is m/w over a scale. */
const BOTH = new Set(['adabelief', 'yogi', 'sophia']);

/** The kind of a rule: the catalogue's as it lists them, a typed one by what its states are made of. */
export function kindOf({ name, formula, state }: Pick<Rule, 'name' | 'formula' | 'state'>): RuleKind {
  if (MOMENTA.has(name)) return 'momentum';
  if (SCALES.has(name)) return 'scale';
  if (BOTH.has(name)) return 'both';
  return name === 'typed' ? kindOfText(formula, new Set(Object.keys(state))) : 'other';
}

/** A momentum averages or sums the update; a scale divides it by what is made of gradients alone. */
function kindOfText(formula: string, states: ReadonlySet<string>): RuleKind {
  const assignments = formula.split(/[;\n]/).map((text) => {
    const at = text.indexOf('=');
    return { name: text.slice(0, at).trim(), value: text.slice(at + 1) };
  });
  const last = assignments.findIndex(({ name }) => name === 'u');
  if (last < 0) return 'other';
  const kept = assignments.slice(0, last).filter(({ name }) => states.has(name));
  const mentions = (name: string) => kept.some(({ value }) => new RegExp(`\\b${name}\\b`).test(value));
  if (mentions('u')) return mentions('g') ? 'other' : 'momentum';
  return mentions('g') && /\bu\b/.test(assignments[last].value) ? 'scale' : 'other';
}

import { describe, expect, it, test } from 'vitest';
import { FIRST_RULE, readRule, withNewHyperparameter } from '../../../../src/app/what/typed-rule.ts';
import { rules } from '../../../../src/catalogue/index.ts';
import { namesOf } from '../../../../src/formula/index.ts';

const NOTHING = { formula: '', hyperparameters: {}, state: {} };

test.each([
  ['b = mu*b + u; u = b', ['b', 'u'], ['mu', 'b', 'u']],
  ['m = u; v = m^2; u = v', ['m', 'v', 'u'], ['u']],
  ['u = if(t == 1, pi, sqrt(a)) # not b', ['u'], ['t', 'pi', 'a']],
  ['u = 2w(u) + 1e3x', ['u'], ['u', 'x']],
])('%s assigns and needs its names', (text, assigned, needed) => {
  expect(namesOf(text)).toEqual({ assigned, needed });
});

describe('a typed rule', () => {
  it('keeps as state what it reads before it assigns it', () => {
    const { rule, unknown } = readRule('m = 0.9*m + u; c = 2*m; u = c', NOTHING);
    expect([rule.state, rule.hyperparameters, unknown]).toEqual([{ m: 0 }, {}, []]);
  });

  it('tells names without a meaning, which may become hyperparameters', () => {
    const { rule, unknown } = readRule('b = momentum*b + k*u; u = b', NOTHING);
    expect(unknown).toEqual(['momentum', 'k']);
    const known = unknown.reduce(withNewHyperparameter, rule);
    expect(known.hyperparameters).toEqual({ momentum: 0.9, k: 0.9 });
    expect(readRule(known.formula, known)).toEqual({ rule: known, unknown: [] });
  });

  it('keeps values that are set, and forgets what is read no more', () => {
    const before = { formula: '', hyperparameters: { mu: 0.5, nu: 2 }, state: { b: 1, c: 'theta' } };
    const { rule } = readRule('b = mu*b + u; u = b + theta - c', before);
    expect(rule).toMatchObject({ hyperparameters: { mu: 0.5 }, state: { b: 1, c: 'theta' } });
    expect(readRule('u = 2*u', before).rule).toMatchObject({ hyperparameters: {}, state: {} });
  });

  it('stays what it was, but for the text, while that is no formula', () => {
    expect(readRule('b = momentum*', FIRST_RULE)).toEqual({
      rule: { ...FIRST_RULE, formula: 'b = momentum*' },
      unknown: [],
    });
  });
});

test.each(rules.map((rule) => [rule.name, rule] as const))(
  'the state and the hyperparameters of %s are found in its text',
  (_, rule) => {
    const read = readRule(rule.formula, { formula: '', hyperparameters: {}, state: {} });
    const remembered = Object.keys(rule.state).filter((name) => !read.rule.state || !(name in read.rule.state));
    // What is remembered from the start is never assigned.
    expect(remembered.filter((name) => name !== 'first')).toEqual([]);
    expect(new Set([...read.unknown, 'first'])).toEqual(new Set([...namesRead(rule), 'first']));
  },
);

/** Hyperparameters that a rule's formula reads: some serve its first values only. */
function namesRead({ formula, hyperparameters }: (typeof rules)[number]) {
  return Object.keys(hyperparameters).filter((name) => new RegExp(`\\b${name}\\b`).test(formula));
}

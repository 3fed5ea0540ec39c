import type { Rule } from '../catalogue/index.ts';
import { FormulaError, type Graph, type Lowered, lower, type Node, type Value } from '../formula/index.ts';

/** A rule's results over the trajectory's parameters. */
export interface LoweredRule {
  readonly u: readonly Node[];
  readonly g: readonly Node[];
  readonly states: ReadonlyMap<string, { readonly inputs: Value; readonly next: Value }>;
}

/** A rule's state variable as an input: one for each parameter, or once; a column where one parameter stands for all (`graph.elements`). */
function inputOf(graph: Graph, name: string, parameters: number | null): Value {
  if (parameters === null) return graph.input(name);
  if (graph.elements > 0) return [graph.column(name)];
  return Array.from({ length: parameters }, (_, i) => graph.input(`${name}.${i}`));
}

/** The first value of one of a rule's state variables, made of the names that it may use. Throws `FormulaError`. */
export function firstValue(graph: Graph, name: string, text: string, names: ReadonlyMap<string, Value>): Value {
  const { value } = lower(graph, text, { names, represented: graph.elements > 0, subject: 'a first value may use' });
  if (value === null) {
    throw new FormulaError('no value', text, 0, `end with an expression: the first value of \`${name}\``);
  }
  return Array.isArray(value) ? value.map((node) => graph.number(node)) : graph.number(value as Node);
}

/** Lowers a rule; state is first taken as kept once in all, and once for each parameter where its formula turns out to need that. Throws `FormulaError`. */
export function lowerRule(
  graph: Graph,
  rule: Rule,
  outer: ReadonlyMap<string, Value>,
  place: number,
  parameters: number,
  initials: ReadonlyMap<string, Value>,
): LoweredRule {
  const vectors = new Set([...initials.keys()].filter((name) => Array.isArray(initials.get(name))));
  const slot = (name: string) => inputOf(graph, `state ${place} ${name}`, vectors.has(name) ? parameters : null);
  for (;;) {
    const inputs = new Map(Object.keys(rule.state).map((name) => [name, slot(name)]));
    let lowered: Lowered;
    try {
      lowered = lower(graph, rule.formula, {
        names: new Map([...outer, ...inputs]),
        assignable: new Set(['u', 'g', ...inputs.keys()]),
        represented: graph.elements > 0,
        subject: 'this rule has',
      });
    } catch (error) {
      // The norm of a state, say, that is read before it is assigned: then every state is kept for each parameter.
      if (!(error instanceof FormulaError) || vectors.size === inputs.size) throw error;
      for (const name of inputs.keys()) vectors.add(name);
      continue;
    }
    const { names, value } = lowered;
    if (value !== null) {
      const last = rule.formula.trimEnd().length - 1;
      throw new FormulaError(
        'a value that nothing uses',
        rule.formula,
        last,
        'a rule ends with an assignment: `u = …`',
      );
    }
    if (names.get('u') === outer.get('u') && names.get('g') === outer.get('g')) {
      throw new FormulaError('a rule that changes nothing', rule.formula, 0, 'it must assign `u` or `g`: `u = …`');
    }
    const grown = [...inputs.keys()].filter((name) => Array.isArray(names.get(name)) && !vectors.has(name));
    if (grown.length > 0) {
      for (const name of grown) vectors.add(name);
      continue;
    }
    const numbers = (value: Value): Value =>
      Array.isArray(value) ? value.map((node) => graph.number(node)) : graph.number(value as Node);
    const spread = (value: Value): readonly Node[] =>
      Array.isArray(value) ? value : Array.from({ length: parameters }, () => value as Node);
    for (const [name, input] of inputs) {
      // What begins as a vector may stay as it is: the start, remembered.
      if (names.get(name) === input && !Array.isArray(initials.get(name))) {
        throw new FormulaError(`the state \`${name}\` is never assigned`, rule.formula, 0, `write \`${name} = …\``);
      }
    }
    return {
      u: spread(numbers(names.get('u') as Value)),
      g: spread(numbers(names.get('g') as Value)),
      states: new Map(
        [...inputs].map(([name, input]) => [name, { inputs: input, next: numbers(names.get(name) as Value) }]),
      ),
    };
  }
}

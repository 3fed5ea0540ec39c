import { rules as catalogue, type Rule } from '../catalogue/index.ts';
import {
  FormulaError,
  Graph,
  type InputNode,
  type Lowered,
  lower,
  type Node,
  reachable,
  type Value,
} from '../formula/index.ts';
import { BadExperiment } from './errors.ts';

/** One number of an optimizer's state. */
export interface StateSlot {
  /** The state variable's name in its rule, with the parameter it belongs to: `m.x`; or alone where it is kept once: `w`. */
  readonly name: string;
  /** Its value at the step before. */
  readonly input: InputNode;
  /** Its value before the first step, made of hyperparameters and `theta`. */
  readonly initial: Node;
  /** Its value after the step. */
  readonly next: Node;
}

/**
 * An optimizer's step as one graph over all parameters: θ ← θ − η·u, with u the result of its rules and η of its schedule.
 * What the nodes are computed from: `theta`, `gradient` (noise included), `curvature` (the Hessian's diagonal), `t` (from 1), the hyperparameters
 * and the states' inputs.
 */
export interface UpdateGraph {
  readonly graph: Graph;
  readonly theta: readonly InputNode[];
  readonly gradient: readonly InputNode[];
  readonly curvature: readonly InputNode[];
  /** Whether any rule reads the Hessian's diagonal. */
  readonly usesCurvature: boolean;
  readonly t: InputNode;
  /** Input of each hyperparameter by its name; a schedule's are called `schedule.gamma`, an entry of a list `schedule.milestones.0`. */
  readonly hyperparameters: ReadonlyMap<string, InputNode>;
  readonly states: readonly StateSlot[];
  readonly update: readonly Node[];
  readonly eta: Node;
}

/** What a step is composed of. */
export interface UpdateParts {
  readonly parameters: readonly string[];
  readonly rules: readonly Rule[];
  /** Hyperparameters of the rules, `lr` included. */
  readonly hyperparameters: readonly string[];
  readonly schedule: ScheduleParts;
}

/** A schedule's formula with the names that it may use. */
export interface ScheduleParts {
  readonly formula: string;
  readonly hyperparameters: readonly string[];
  /** Lengths of its lists, by their names. */
  readonly lists: ReadonlyMap<string, number>;
  /** Whether a linear warm-up goes before it. */
  readonly warmup: boolean;
}

/** The rule of that name in the catalogue. Throws `BadExperiment` where there is none. */
export function findRule(name: string, field: string): Rule {
  const rule = catalogue.find((each) => each.name === name);
  if (rule) return rule;
  throw new BadExperiment(field, `"${name}" is no rule`, `known are ${catalogue.map((each) => each.name).join(', ')}`);
}

/** Composes rules and a schedule to one graph. Throws `FormulaError` where a formula is not understood. */
export function composeUpdate(parts: UpdateParts): UpdateGraph {
  const graph = new Graph();
  const vector = (name: string) => parts.parameters.map((_, i) => graph.input(`${name}.${i}`));
  const theta = vector('theta');
  const gradient = vector('gradient');
  const curvature = vector('curvature');
  const t = graph.input('t');
  const hyperparameters = new Map<string, InputNode>();
  const hyper = (name: string) => {
    const input = graph.input(`hyper ${name}`);
    hyperparameters.set(name, input);
    return input;
  };
  for (const name of parts.hyperparameters) hyper(name);
  const eta = composeSchedule(graph, parts.schedule, t, hyper);
  const etaNext = composeSchedule(graph, parts.schedule, graph.add(t, graph.constant(1)), hyper);

  const states: StateSlot[] = [];
  let u: readonly Node[] = gradient;
  let g: readonly Node[] = gradient;
  parts.rules.forEach((rule, place) => {
    const own = new Map<string, Value>([['theta', theta]]);
    for (const name of ['lr', ...Object.keys(rule.hyperparameters)]) own.set(name, hyperparameters.get(name) as Node);
    const names = new Map<string, Value>([
      ['u', u],
      ['g', g],
      ['t', t],
      ['eta', eta],
      ['eta_next', etaNext],
      ['h', curvature],
      ...own,
    ]);
    const initials = firstValues(graph, rule, own);
    const next = lowerRule(graph, rule, names, place, parts.parameters.length, initials);
    for (const [name, value] of next.states) {
      const initial = initials.get(name) as Value;
      each(value.inputs).forEach((input, i) => {
        states.push({
          name: Array.isArray(value.inputs) ? `${name}.${parts.parameters[i]}` : name,
          input: input as InputNode,
          initial: Array.isArray(initial) ? initial[i] : (initial as Node),
          next: Array.isArray(value.next) ? value.next[i] : (value.next as Node),
        });
      });
    }
    u = next.u;
    g = next.g;
  });
  const needed = new Set<Node>(reachableInputs([...u, eta, ...states.map((state) => state.next)]));
  return {
    graph,
    theta,
    gradient,
    curvature,
    usesCurvature: curvature.some((input) => needed.has(input)),
    t,
    hyperparameters,
    states,
    update: u,
    eta,
  };
}

interface LoweredRule {
  readonly u: readonly Node[];
  readonly g: readonly Node[];
  readonly states: ReadonlyMap<string, { readonly inputs: Value; readonly next: Value }>;
}

/** The first value of each of a rule's state variables. */
function firstValues(graph: Graph, rule: Rule, names: ReadonlyMap<string, Value>): Map<string, Value> {
  return new Map(
    Object.entries(rule.state).map(([name, text]) => {
      const { value } = lower(graph, String(text), { names, subject: 'a first value may use' });
      if (value === null)
        throw new FormulaError('no value', String(text), 0, `end with an expression: the first value of \`${name}\``);
      return [name, Array.isArray(value) ? value.map((node) => graph.number(node)) : graph.number(value as Node)];
    }),
  );
}

/** Lowers a rule; state is first taken as kept once in all, and once for each parameter where its formula turns out to need that. */
function lowerRule(
  graph: Graph,
  rule: Rule,
  outer: ReadonlyMap<string, Value>,
  place: number,
  parameters: number,
  initials: ReadonlyMap<string, Value>,
): LoweredRule {
  const vectors = new Set([...initials.keys()].filter((name) => Array.isArray(initials.get(name))));
  const slot = (name: string): Value =>
    vectors.has(name)
      ? Array.from({ length: parameters }, (_, i) => graph.input(`state ${place} ${name}.${i}`))
      : graph.input(`state ${place} ${name}`);
  for (;;) {
    const inputs = new Map(Object.keys(rule.state).map((name) => [name, slot(name)]));
    let lowered: Lowered;
    try {
      lowered = lower(graph, rule.formula, {
        names: new Map([...outer, ...inputs]),
        assignable: new Set(['u', 'g', ...inputs.keys()]),
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

/** η at step t: the schedule's formula of s = t − 1, after its warm-up where it has one. */
function composeSchedule(graph: Graph, parts: ScheduleParts, t: Node, hyper: (name: string) => Node): Node {
  const lr = graph.input('hyper lr');
  const s = graph.sub(t, graph.constant(1));
  const warmup = parts.warmup ? hyper('schedule.warmup') : null;
  const names = new Map<string, Value>([
    ['lr', lr],
    ['s', warmup ? graph.sub(s, warmup) : s],
  ]);
  for (const name of parts.hyperparameters) names.set(name, hyper(`schedule.${name}`));
  for (const [name, length] of parts.lists) {
    names.set(
      name,
      Array.from({ length }, (_, i) => hyper(`schedule.${name}.${i}`)),
    );
  }
  const { value } = lower(graph, parts.formula, { names, subject: 'this schedule has' });
  if (value === null || Array.isArray(value) || (value as Node).truth) {
    throw new FormulaError('no learning rate', parts.formula, 0, 'end with an expression: its value is η');
  }
  if (!warmup) return value as Node;
  const from = hyper('schedule.warmup_from');
  // Without a single step of warm-up the line is never taken, but it must not divide by 0 either.
  const share = graph.div(s, graph.apply('max', warmup, graph.constant(0.5)));
  const line = graph.add(from, graph.mul(graph.sub(lr, from), share));
  return graph.choose(graph.apply('lt', s, warmup), line, value as Node);
}

const each = (value: Value): readonly Node[] => (Array.isArray(value) ? value : [value as Node]);

function reachableInputs(outputs: readonly Node[]): Node[] {
  return reachable(outputs).filter((node) => node.kind === 'input');
}

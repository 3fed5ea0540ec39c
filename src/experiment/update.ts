import type { Rule } from '../catalogue/index.ts';
import {
  type ColumnNode,
  describePosition,
  FormulaError,
  Graph,
  type InputNode,
  type Node,
  reachable,
  type Value,
} from '../formula/index.ts';
import { BadExperiment } from './errors.ts';
import { Latest } from './latest.ts';
import { firstValue, lowerRule } from './lower-rule.ts';
import { madeOf } from './made-of.ts';
import { byReciprocals } from './reciprocals.ts';
import { composeSchedule, type ScheduleParts } from './schedule.ts';

/** One number of an optimizer's state. */
export interface StateSlot {
  /** The state variable's name in its rule, with the parameter it belongs to: `m.x`; or alone where it is kept once: `w`. */
  readonly name: string;
  /** Its value at the step before; a column where it stands for every parameter's. */
  readonly input: InputNode | ColumnNode;
  /** Its value before the first step, made of hyperparameters and `theta`. */
  readonly initial: Node;
  /** Its value after the step. */
  readonly next: Node;
}

/** What one rule makes of the update. */
export interface Stage {
  readonly rule: Rule;
  /** The update before it, for each parameter. */
  readonly before: readonly Node[];
  readonly after: readonly Node[];
  /** Its states after the step, by name: one node, or one for each parameter. */
  readonly states: ReadonlyMap<string, Value>;
}

/**
 * An optimizer's step as one graph over all parameters: θ ← θ − η·u, with u the result of its rules and η of its schedule.
 * What the nodes are computed from: `theta`, `gradient` (noise included), `curvature` (the Hessian's diagonal), `t` (from 1), the hyperparameters
 * and the states' inputs.
 *
 * Of a network too large for that (`graph.elements` is then its number of parameters, else 0) one parameter stands for all: `theta`, `gradient`, `update`, a
 * stage's vectors and a state kept for each parameter have one node, whose value differs from parameter to parameter (`perRow`), and norms are sums over the rows.
 */
export interface UpdateGraph {
  readonly graph: Graph;
  readonly theta: readonly (InputNode | ColumnNode)[];
  readonly gradient: readonly (InputNode | ColumnNode)[];
  readonly curvature: readonly (InputNode | ColumnNode)[];
  /** Number of the layer, from 1, that a parameter belongs to, where one stands for all. */
  readonly layer: ColumnNode | null;
  /** Whether any rule reads the Hessian's diagonal. */
  readonly usesCurvature: boolean;
  readonly t: InputNode;
  /** Input of each hyperparameter by its name; a schedule's are called `schedule.gamma`, an entry of a list `schedule.milestones.0`. */
  readonly hyperparameters: ReadonlyMap<string, InputNode>;
  readonly states: readonly StateSlot[];
  /** What the rules do one after the other; the last one's `after` is the update but for rounding. */
  readonly stages: readonly Stage[];
  readonly update: readonly Node[];
  readonly eta: Node;
  /** Each parameter's own learning rate: `eta`, or that times its layer's rate over `lr`. */
  readonly rates: readonly Node[];
}

/** What stands for a parameter's name where one parameter stands for all. */
const EVERY = '*';
/** The column of the numbers of parameters' layers. */
const LAYER = 'layer';

/** What a step is composed of. */
export interface UpdateParts {
  readonly parameters: readonly string[];
  readonly rules: readonly Rule[];
  /** Hyperparameters of the rules, `lr` and the layers' included. */
  readonly hyperparameters: readonly string[];
  /** For each parameter, the hyperparameter that is its layer's learning rate; null where that is `lr`. */
  readonly layerRates: readonly (string | null)[];
  readonly schedule: ScheduleParts;
  /** The layer of each parameter, from 1, where one parameter is to stand for all; else null. */
  readonly layerOf: readonly number[] | null;
  /** The optimizer's path in its experiment, for messages: `optimizers.0`. */
  readonly field: string;
}

/** Steps that are kept: at most eight optimizers run at once, and an axis or a schedule may come and go. */
const composed = new Latest<UpdateGraph>(32);

/**
 * Composes rules and a schedule to one graph, which is the same object for the same parts as long as it is kept: a slider composes nothing. Throws `BadExperiment`
 * with the field and the place where a formula is not understood.
 */
export function composeUpdate(parts: UpdateParts): UpdateGraph {
  const { parameters, rules, hyperparameters, layerRates, schedule, layerOf } = parts;
  const own = { ...schedule, lists: [...schedule.lists] };
  const text = JSON.stringify([layerOf ?? parameters, rules, hyperparameters, layerRates, own]);
  return composed.get(text, () => compose(parts));
}

function compose(parts: UpdateParts): UpdateGraph {
  const { layerOf } = parts;
  const parameters = layerOf ? [EVERY] : parts.parameters;
  const graph = layerOf ? new Graph({}, parts.parameters.length) : new Graph();
  const vector = (name: string) =>
    layerOf ? [graph.column(name)] : parameters.map((_, i) => graph.input(`${name}.${i}`));
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
  const [eta, etaNext] = locating(`${parts.field}.schedule.formula`, () => [
    composeSchedule(graph, parts.schedule, t, hyper),
    composeSchedule(graph, parts.schedule, graph.add(t, graph.constant(1)), hyper),
  ]);

  const lr = hyperparameters.get('lr') as Node;
  const owned = parts.layerRates.some((name) => name !== null);
  /** For each parameter, what is made of its layer's rate; else another value. */
  const ofLayers = (make: (rate: Node) => Node, otherwise: Node): readonly Node[] => {
    const values = parts.layerRates.map((name) =>
      name === null ? otherwise : make(hyperparameters.get(name) as Node),
    );
    return layerOf ? [chosenByLayer(graph, values, layerOf)] : values;
  };
  // A layer's rate over `lr`: made of hyperparameters alone, so that it is computed once, in float64.
  const rated = (rate: Node) => ofLayers((own) => graph.mul(rate, graph.div(own, lr)), rate);
  const perLayer = (rate: Node): Value => (owned ? rated(rate) : rate);

  const states: StateSlot[] = [];
  const stages: Stage[] = [];
  let u: readonly Node[] = gradient;
  let g: readonly Node[] = gradient;
  parts.rules.forEach((rule, place) => {
    const given = new Map<string, Value>([
      ['theta', theta],
      ['lr', owned ? ofLayers((own) => own, lr) : lr],
    ]);
    for (const name of Object.keys(rule.hyperparameters)) given.set(name, hyperparameters.get(name) as Node);
    const names = new Map<string, Value>([
      ['u', u],
      ['g', g],
      ['t', t],
      ['eta', perLayer(eta)],
      ['eta_next', perLayer(etaNext)],
      ['h', curvature],
      ...given,
    ]);
    const field = `${parts.field}.rules.${place}`;
    const initials = new Map(
      Object.entries(rule.state).map(([name, text]) => [
        name,
        locating(`${field}.state.${name}`, () => firstValue(graph, name, String(text), given)),
      ]),
    );
    const next = locating(`${field}.formula`, () => lowerRule(graph, rule, names, place, parameters.length, initials));
    for (const [name, value] of next.states) {
      const initial = initials.get(name) as Value;
      each(value.inputs).forEach((input, i) => {
        states.push({
          name: Array.isArray(value.inputs) ? `${name}.${parameters[i]}` : name,
          input: input as InputNode | ColumnNode,
          initial: Array.isArray(initial) ? initial[i] : (initial as Node),
          next: Array.isArray(value.next) ? value.next[i] : (value.next as Node),
        });
      });
    }
    const after = new Map([...next.states].map(([name, state]) => [name, state.next]));
    stages.push({ rule, before: u, after: next.u, states: after });
    u = next.u;
    g = next.g;
  });
  if (owned) {
    const ratios = ofLayers((own) => graph.div(own, lr), graph.constant(1));
    u = u.map((value, i) => graph.mul(value, ratios[i]));
  }
  const shared = madeOf([t, ...hyperparameters.values()], [...u, eta], states).nodes;
  const [update, next] = [u, states.map((state) => state.next)].map((nodes) => byReciprocals(graph, nodes, shared));
  const needed = new Set<Node>(reachableInputs([...update, eta, ...next]));
  return {
    graph,
    theta,
    gradient,
    curvature,
    layer: layerOf ? graph.column(LAYER) : null,
    usesCurvature: curvature.some((input) => needed.has(input)),
    t,
    hyperparameters,
    states: states.map((state, i) => ({ ...state, next: next[i] })),
    stages,
    update,
    eta,
    rates: owned ? rated(eta) : parameters.map(() => eta),
  };
}

/** The value of a parameter that stands for all, told for each of them, of which those of a layer have the same: chosen by its layer. */
function chosenByLayer(graph: Graph, values: readonly Node[], layerOf: readonly number[]): Node {
  const byLayer = [...new Map(layerOf.map((layer, i) => [layer, values[i]]))];
  const [[, first], ...rest] = byLayer;
  const layer = graph.column(LAYER);
  return rest.reduce((value, [number, own]) => {
    return own === value ? value : graph.choose(graph.apply('eq', layer, graph.constant(number)), own, value);
  }, first);
}

/** Runs work and tells a formula's error as one of a field of the experiment. */
function locating<T>(field: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof FormulaError)) throw error;
    const where = describePosition(error.position, error.text);
    throw new BadExperiment(field, `${error.problem} at ${where}`, error.possible, error);
  }
}

const each = (value: Value): readonly Node[] => (Array.isArray(value) ? value : [value as Node]);

function reachableInputs(outputs: readonly Node[]): Node[] {
  return reachable(outputs).filter((node) => node.kind === 'input' || node.kind === 'column');
}

import type { UpdateGraph } from '../experiment/index.ts';
import { argumentsOf, interpret, interpretElements, type Node, type Precision, reachable } from '../formula/index.ts';

/** An optimizer's step as the oracle makes it. */
export interface OracleStep {
  /** The update of the last step. */
  readonly u: Float64Array;
  /** The states as they are, changed from outside or not. */
  readonly states: readonly Float64Array[];
  eta(): number;
  /** Sets `eta` and `u`, and keeps the states for the next step. */
  advance(theta: Float64Array, gradient: Float64Array, curvature: Float64Array, step: number): void;
}

/**
 * The step of an optimizer in which one parameter stands for all.
 * @param layerOf the layer of each parameter, from 1
 */
export function elementStepper(
  update: UpdateGraph,
  start: readonly number[],
  layerOf: readonly number[],
  hyperparameters: ReadonlyMap<string, number>,
  precision: Precision,
): OracleStep {
  const { graph, theta, gradient, t, states } = update;
  const layer = update.layer as Node;
  const names = [...update.hyperparameters.keys()];
  const inputs = [...update.hyperparameters.values()];
  const given = names.map((name) => [hyperparameters.get(name) as number]);
  const outputs = [update.eta, ...update.update, ...states.map(({ next }) => next)];
  const fixed = hyperparametersAlone(outputs, new Set(inputs));
  const fixedValues = interpret(graph, fixed, inputs).run(given.flat());
  const firsts = states.map(({ initial }) => initial);
  const initial = interpretElements(graph, firsts, [...inputs, ...theta, layer]).run([...given, start, layerOf]);
  const kept = states.map(({ input }, i) => {
    const values = new Float64Array(input.perRow ? start.length : 1);
    // A first value that all parameters share is one number.
    return values.map((_, k) => initial[i][initial[i].length > 1 ? k : 0]);
  });

  const leaves = [t, layer, ...theta, ...gradient, ...states.map(({ input }) => input), ...fixed];
  const program = interpretElements(graph, outputs, leaves, precision);
  const u = new Float64Array(start.length);
  const constants = Array.from(fixedValues, (value) => [value]);
  let eta = 0;
  return {
    u,
    states: kept,
    eta: () => eta,
    advance(at, g, _, step) {
      const [rate, next, ...rest] = program.run([[step], layerOf, at, g, ...kept, ...constants]);
      eta = rate[0];
      spread(next, u);
      for (const [i, values] of rest.entries()) spread(values, kept[i]);
    },
  };
}

/** Values for all parameters, of which there may be one. */
function spread(values: Float64Array, into: Float64Array): void {
  if (values.length === into.length) into.set(values);
  else into.fill(values[0]);
}

/** The nodes nearest to the outputs that depend on hyperparameters alone: computed once, in float64. */
export function hyperparametersAlone(outputs: readonly Node[], hyperparameters: ReadonlySet<Node>): Node[] {
  const nodes = reachable(outputs);
  const alone = new Set<Node>();
  const varies = new Set<Node>();
  for (const node of nodes) {
    const args = argumentsOf(node);
    const outside = node.kind === 'column' || (node.kind === 'input' && !hyperparameters.has(node));
    if (outside || args.some((arg) => varies.has(arg))) varies.add(node);
    else if (hyperparameters.has(node) || args.some((arg) => alone.has(arg))) alone.add(node);
  }
  const seen = new Set([...outputs, ...nodes.filter((node) => varies.has(node)).flatMap(argumentsOf)]);
  return nodes.filter((node) => alone.has(node) && seen.has(node));
}

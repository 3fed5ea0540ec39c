import type { Plan, ResolvedAxis, UpdateGraph } from '../experiment/index.ts';
import { argumentsOf, interpret, type Node, reachable } from '../formula/index.ts';

/**
 * The largest parts of an optimizer's step that depend on hyperparameters alone (1 − β, log γ, …). They are computed once in float64, rounded, and
 * handed to the engine as data, so that no digit is lost in float32 and no slider recompiles anything.
 */
export function hoist(update: UpdateGraph): Node[] {
  const inputs = new Set<Node>(update.hyperparameters.values());
  const outputs = [...update.update, update.eta, ...update.states.flatMap((state) => [state.next, state.initial])];
  const pure = new Map<Node, boolean>();
  const nodes = reachable(outputs);
  for (const node of nodes) {
    const args = argumentsOf(node);
    pure.set(node, inputs.has(node) || node.kind === 'constant' || (args.length > 0 && args.every((arg) => pure.get(arg))));
  }
  const hoisted = new Set<Node>();
  const demand = (node: Node) => {
    if (node.kind === 'constant' || !pure.get(node)) return;
    if (node.truth) argumentsOf(node).forEach(demand);
    else hoisted.add(node);
  };
  for (const node of nodes) if (!pure.get(node)) argumentsOf(node).forEach(demand);
  outputs.forEach(demand);
  return [...hoisted];
}

/** Words of the table before its values, for each knob: where its value lies, and how far on with each column and each row. */
export const KNOB_HEADER = 3;

/**
 * Everything that tells one cell's trajectory from another's, as float32: the starts, the noise, the hoisted values, in this order. The table begins with
 * `KNOB_HEADER` words for each knob [base, step per column, step per row]; the value of a knob in cell (i, j) is word base + i·column + j·row.
 */
export function knobTable(plan: Plan, optimizer: number, hoisted: readonly Node[]): Uint32Array<ArrayBuffer> {
  const knobs = [...plan.start.map((value, i) => startKnob(plan, value, i)), noiseKnob(plan), ...hoistedKnobs(plan, optimizer, hoisted)];
  const header = KNOB_HEADER * knobs.length;
  const words = new Uint32Array(header + knobs.reduce((sum, knob) => sum + knob.values.length, 0));
  const floats = new Float32Array(words.buffer);
  let base = header;
  knobs.forEach((knob, k) => {
    words.set([base, knob.column, knob.row], KNOB_HEADER * k);
    for (let i = 0; i < knob.values.length; i++) floats[base + i] = single(knob.values[i]);
    base += knob.values.length;
  });
  return words;
}

interface Knob {
  readonly values: ArrayLike<number>;
  readonly column: number;
  readonly row: number;
}

const fixed = (value: number): Knob => ({ values: [value], column: 0, row: 0 });
const alongX = (values: ArrayLike<number>): Knob => ({ values, column: 1, row: 0 });
const alongY = (values: ArrayLike<number>): Knob => ({ values, column: 0, row: 1 });

function startKnob(plan: Plan, value: number, parameter: number): Knob {
  const varies = ({ varied }: ResolvedAxis) => varied.kind === 'start' && varied.parameter === parameter;
  if (varies(plan.x)) return alongX(plan.x.values);
  return varies(plan.y) ? alongY(plan.y.values) : fixed(value);
}

function noiseKnob(plan: Plan): Knob {
  if (plan.x.varied.kind === 'noise') return alongX(plan.x.values);
  return plan.y.varied.kind === 'noise' ? alongY(plan.y.values) : fixed(plan.noise);
}

function hoistedKnobs(plan: Plan, optimizer: number, hoisted: readonly Node[]): Knob[] {
  const { update, hyperparameters } = plan.optimizers[optimizer];
  const names = [...update.hyperparameters.keys()];
  const leaves = [...update.hyperparameters.values()];
  const values = names.map((name) => hyperparameters.get(name)?.value as number);
  const place = ({ varied }: ResolvedAxis) => (varied.kind === 'hyperparameter' ? names.indexOf(varied.name) : -1);
  const [x, y] = [place(plan.x), place(plan.y)];
  const uses = (node: Node, input: number) => input >= 0 && reachable([node]).includes(leaves[input]);

  return hoisted.map((node) => {
    const program = interpret(update.graph, [node], leaves);
    const [overX, overY] = [uses(node, x), uses(node, y)];
    const columns = overX ? plan.x.values : [0];
    const rows = overY ? plan.y.values : [0];
    const results = new Float64Array(columns.length * rows.length);
    for (let j = 0; j < rows.length; j++) {
      if (overY) values[y] = rows[j];
      for (let i = 0; i < columns.length; i++) {
        if (overX) values[x] = columns[i];
        results[j * columns.length + i] = program.run(values)[0];
      }
    }
    for (const input of [x, y]) if (input >= 0) values[input] = hyperparameters.get(names[input])?.value as number;
    if (overX && overY) return { values: results, column: 1, row: columns.length };
    return overX ? alongX(results) : overY ? alongY(results) : fixed(results[0]);
  });
}

/** A float64 as the nearest finite float32: what a formula divides by 0 at an edge of its range becomes huge. */
function single(value: number): number {
  if (Number.isNaN(value)) return 0;
  return Math.fround(Math.min(Math.max(value, -3.4e38), 3.4e38));
}

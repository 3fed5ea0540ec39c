import { type Plan, type ResolvedAxis, startAt, startVaries, type UpdateGraph } from '../experiment/index.ts';
import { argumentsOf, interpret, type Node, reachable } from '../formula/index.ts';
import { batchWeight, isBatched } from './batch.ts';

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
    pure.set(
      node,
      inputs.has(node) || node.kind === 'constant' || (args.length > 0 && args.every((arg) => pure.get(arg))),
    );
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

/** Over what a knob varies: nothing, the grid's columns, its rows, or both. */
export type KnobGroup = 'fixed' | 'column' | 'row' | 'cell';

/** Where one knob lies: in which group, and as which entry of it. */
export interface KnobPlace {
  readonly group: KnobGroup;
  readonly index: number;
}

/**
 * The knobs of an optimizer: everything that tells one cell's trajectory from another's, in the order starts, noise, hoisted values, and where rows are
 * drawn, their number and their sums' weight. The table of their values as float32 holds the fixed ones, then those of each column, of each row, of each cell.
 */
export interface KnobLayout {
  readonly hoisted: readonly Node[];
  readonly places: readonly KnobPlace[];
  /** The knobs that hold the number of rows of a batch and the weight of sums over them; null where updates are made from all rows. */
  readonly batch: { readonly count: number; readonly weight: number } | null;
  /** Number of knobs in each group. */
  readonly counts: Readonly<Record<KnobGroup, number>>;
}

/** Lays out the knobs of one of a plan's optimizers. */
export function layKnobs(plan: Plan, optimizer: number): KnobLayout {
  const hoisted = hoist(plan.optimizers[optimizer].update);
  const counts = { fixed: 0, column: 0, row: 0, cell: 0 };
  const groups = [
    ...plan.start.map((_, i) => startGroup(plan, i)),
    noiseGroup(plan),
    ...hoistedGroups(plan, optimizer, hoisted),
  ];
  const batch = isBatched(plan) ? { count: groups.length, weight: groups.length + 1 } : null;
  if (batch) groups.push(batchGroup(plan), batchGroup(plan));
  return { hoisted, places: groups.map((group) => ({ group, index: counts[group]++ })), batch, counts };
}

/** Where the groups that follow the columns' begin in the table. */
export function knobOffsets(plan: Plan, { counts }: KnobLayout): { readonly row: number; readonly cell: number } {
  const row = counts.fixed + counts.column * plan.x.values.length;
  return { row, cell: row + counts.row * plan.y.values.length };
}

/** The values of all knobs, as `KnobLayout` says. */
export function knobTable(plan: Plan, optimizer: number, layout: KnobLayout): Float32Array<ArrayBuffer> {
  const { counts, places } = layout;
  const offsets = { fixed: 0, column: counts.fixed, ...knobOffsets(plan, layout) };
  const table = new Float32Array(offsets.cell + counts.cell * plan.cells);
  const columns = plan.x.values.length;
  const valueAt = knobValues(plan, optimizer, layout);
  places.forEach(({ group, index }, k) => {
    const entries = { fixed: 1, column: columns, row: plan.y.values.length, cell: plan.cells }[group];
    for (let entry = 0; entry < entries; entry++) {
      const i = group === 'column' ? entry : group === 'cell' ? entry % columns : 0;
      const j = group === 'row' ? entry : group === 'cell' ? Math.floor(entry / columns) : 0;
      table[offsets[group] + entry * counts[group] + index] = single(valueAt(k, i, j));
    }
  });
  return table;
}

/** Tells of each knob whether two tables of one layout differ in it. */
export function differingKnobs(
  plan: Plan,
  layout: KnobLayout,
  a: Float32Array,
  b: Float32Array,
): (knob: number) => boolean {
  const { counts, places } = layout;
  const { row, cell } = knobOffsets(plan, layout);
  const ranges = {
    fixed: [0, counts.fixed],
    column: [counts.fixed, row],
    row: [row, cell],
    cell: [cell, a.length],
  } as const;
  return (knob) => {
    const { group, index } = places[knob];
    const [from, to] = ranges[group];
    for (let i = from + index; i < to; i += counts[group]) if (a[i] !== b[i]) return true;
    return false;
  };
}

const groupOf = (column: boolean, row: boolean): KnobGroup =>
  column ? (row ? 'cell' : 'column') : row ? 'row' : 'fixed';

function startGroup(plan: Plan, parameter: number): KnobGroup {
  const { x, y } = startVaries(plan, parameter);
  return groupOf(x, y);
}

function noiseGroup(plan: Plan): KnobGroup {
  return groupOf(plan.x.varied.kind === 'noise', plan.y.varied.kind === 'noise');
}

function batchGroup(plan: Plan): KnobGroup {
  return groupOf(plan.x.varied.kind === 'batch', plan.y.varied.kind === 'batch');
}

function hoistedGroups(plan: Plan, optimizer: number, hoisted: readonly Node[]): KnobGroup[] {
  const inputs = plan.optimizers[optimizer].update.hyperparameters;
  const input = ({ varied }: ResolvedAxis) => (varied.kind === 'hyperparameter' ? inputs.get(varied.name) : undefined);
  const [x, y] = [input(plan.x), input(plan.y)];
  return hoisted.map((node) => {
    const parts = reachable([node]);
    return groupOf(x !== undefined && parts.includes(x), y !== undefined && parts.includes(y));
  });
}

/** The float64 value of knob `k` in cell (i, j). */
function knobValues(
  plan: Plan,
  optimizer: number,
  { hoisted, batch }: KnobLayout,
): (k: number, i: number, j: number) => number {
  const { update, hyperparameters } = plan.optimizers[optimizer];
  const names = [...update.hyperparameters.keys()];
  const values = names.map((name) => hyperparameters.get(name)?.value as number);
  const programs = hoisted.map((node) => interpret(update.graph, [node], [...update.hyperparameters.values()]));
  const slot = ({ varied }: ResolvedAxis) => (varied.kind === 'hyperparameter' ? names.indexOf(varied.name) : -1);
  const [x, y] = [slot(plan.x), slot(plan.y)];
  const along = (kind: 'noise' | 'batch', i: number, j: number) => {
    if (plan.x.varied.kind === kind) return plan.x.values[i];
    return plan.y.varied.kind === kind ? plan.y.values[j] : (plan[kind] as number);
  };
  const starts = plan.start.length;
  return (k, i, j) => {
    if (k < starts) return startAt(plan, k, i, j);
    if (k === starts) return along('noise', i, j);
    if (k === batch?.count) return along('batch', i, j);
    if (k === batch?.weight) return batchWeight(plan, along('batch', i, j));
    if (x >= 0) values[x] = plan.x.values[i];
    if (y >= 0) values[y] = plan.y.values[j];
    return programs[k - starts - 1].run(values)[0];
  };
}

/** A float64 as the nearest finite float32: what a formula divides by 0 at an edge of its range becomes huge. */
function single(value: number): number {
  if (Number.isNaN(value)) return 0;
  return Math.fround(Math.min(Math.max(value, -3.4e38), 3.4e38));
}

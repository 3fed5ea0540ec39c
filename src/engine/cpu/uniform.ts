import type { UpdateGraph } from '../../experiment/index.ts';
import { argumentsOf, type Node, reachable } from '../../formula/index.ts';
import type { KnobLayout } from '../knobs.ts';

/** What of an optimizer's step is the same for every cell, and so is computed once a step. */
export interface Uniformity {
  /** Indices of the states that are the same for every cell. */
  readonly states: readonly number[];
  /** Knobs that no axis varies, as nodes of the update's graph. */
  readonly fixed: readonly Node[];
  /** The largest values that depend on the step, fixed knobs and such states alone. */
  readonly perStep: readonly Node[];
}

/** Finds what is the same for all cells: schedules, running weights, corrections, unless an axis varies what they are made of. */
export function findUniform(update: UpdateGraph, knobs: KnobLayout): Uniformity {
  const parameters = update.theta.length;
  const fixed = knobs.hoisted.filter((_, i) => knobs.places[parameters + 1 + i].group === 'fixed');
  const given = new Set(knobs.hoisted);
  let states = update.states.map((_, i) => i);
  for (;;) {
    const same = sameForAll(update, given, new Set([...fixed, update.t, ...states.map((i) => update.states[i].input)]));
    const left = states.filter((i) => same.has(update.states[i].next) && same.has(update.states[i].initial));
    if (left.length < states.length) {
      states = left;
      continue;
    }
    const varying = new Set(update.states.map((_, i) => i).filter((i) => !states.includes(i)));
    const outputs = [update.eta, ...update.update, ...[...varying].map((i) => update.states[i].next)];
    const perStep = new Set<Node>();
    const note = (node: Node) => {
      if (same.has(node) && node.kind !== 'constant' && !fixed.includes(node)) perStep.add(node);
    };
    outputs.forEach(note);
    for (const node of reachable(outputs, given)) {
      if (!same.has(node) && !given.has(node)) argumentsOf(node).forEach(note);
    }
    return { states, fixed, perStep: [...perStep].sort((a, b) => a.id - b.id) };
  }
}

/** The nodes of a step that are made of constants and `sources` alone. */
function sameForAll(update: UpdateGraph, given: ReadonlySet<Node>, sources: ReadonlySet<Node>): Set<Node> {
  const same = new Set<Node>(sources);
  const outputs = [...update.update, update.eta, ...update.states.flatMap(({ next, initial }) => [next, initial])];
  for (const node of reachable(outputs, given)) {
    const args = argumentsOf(node);
    if (node.kind === 'constant') same.add(node);
    else if (!given.has(node) && args.length > 0 && args.every((arg) => same.has(arg))) same.add(node);
  }
  return same;
}

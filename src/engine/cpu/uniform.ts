import { madeOf, type UpdateGraph } from '../../experiment/index.ts';
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
export function findUniform(update: UpdateGraph, knobs: KnobLayout, parameters: number): Uniformity {
  const fixed = knobs.hoisted.filter((_, i) => knobs.places[parameters + 1 + i].group === 'fixed');
  const given = new Set(knobs.hoisted);
  const { nodes, states } = madeOf([update.t, ...fixed], [...update.update, update.eta], update.states, given);
  const varying = update.states.filter((_, i) => !states.includes(i));
  const outputs = [update.eta, ...update.update, ...varying.map(({ next }) => next)];
  const perStep = new Set<Node>();
  const note = (node: Node) => {
    if (nodes.has(node) && node.kind !== 'constant' && !fixed.includes(node)) perStep.add(node);
  };
  outputs.forEach(note);
  for (const node of reachable(outputs, given)) {
    if (!nodes.has(node) && !given.has(node)) argumentsOf(node).forEach(note);
  }
  return { states, fixed, perStep: [...perStep].sort((a, b) => a.id - b.id) };
}

import { argumentsOf, type Node, reachable } from '../formula/index.ts';
import type { StateSlot } from './update.ts';

/** Nodes that have one value for all parameters or cells, and the indices of the states that have. */
export interface MadeOf {
  readonly nodes: ReadonlySet<Node>;
  readonly states: readonly number[];
}

/**
 * What of a step is made of constants, of `sources`, and of states that are made so themselves, from their first value on.
 * @param outputs of the step, without the states
 * @param given nodes that are not looked into: they count only if they are sources
 */
export function madeOf(
  sources: readonly Node[],
  outputs: readonly Node[],
  states: readonly StateSlot[],
  given: ReadonlySet<Node> = new Set(),
): MadeOf {
  const all = reachable([...outputs, ...states.flatMap(({ next, initial }) => [next, initial])], given);
  let chosen = states.map((_, i) => i);
  for (;;) {
    const nodes = new Set<Node>([...sources, ...chosen.map((i) => states[i].input)]);
    for (const node of all) {
      const args = argumentsOf(node);
      if (node.kind === 'constant') nodes.add(node);
      else if (!given.has(node) && args.length > 0 && args.every((arg) => nodes.has(arg))) nodes.add(node);
    }
    const left = chosen.filter((i) => nodes.has(states[i].next) && nodes.has(states[i].initial));
    if (left.length === chosen.length) return { nodes, states: chosen };
    chosen = left;
  }
}

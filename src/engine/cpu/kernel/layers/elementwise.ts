import { argumentsOf, type Node, reachable } from '../../../../formula/index.ts';
import { type Lane, type Local, lowerToLanes, type Rows } from '../../../../formula/wasm/index.ts';
import type { Frame } from '../frame.ts';
import { eachParameter } from './look.ts';
import type { PlacedNetwork } from './places.ts';

/** Loads a column's value of the parameter at a place, told in bytes from the first. */
export type LoadColumn = (at: Local) => Lane;

/**
 * Values of a graph whose rows are a network's parameters. What they share (norms above all) is computed where this is made, in loops over the parameters where it must; `at` computes the rest
 * for one parameter after the other.
 */
export class Elementwise {
  private readonly known: ReadonlyMap<Node, Lane>;
  private readonly rows: Rows;

  /**
   * @param outputs what is asked for
   * @param leaves values that all parameters share
   */
  constructor(
    private readonly frame: Frame,
    network: PlacedNetwork,
    private readonly outputs: readonly Node[],
    leaves: ReadonlyMap<Node, Lane>,
    private readonly columns: ReadonlyMap<Node, LoadColumn>,
  ) {
    const named = new Map([...columns].map(([node, load]) => [node.kind === 'column' ? node.name : '', load]));
    this.rows = {
      weight: null,
      each: (body) => {
        eachParameter(frame.code, network, (at) => body((name) => (named.get(name) as LoadColumn)(at), null));
      },
    };
    const shared = sharedBy(outputs, leaves);
    const values = lowerToLanes(frame.lanes, frame.code, shared, leaves, this.rows);
    frame.code.computeAll(values);
    this.known = new Map([...leaves, ...shared.map((node, i) => [node, values[i]] as const)]);
  }

  /** The value of an output that all parameters share. */
  shared(output: Node): Lane {
    return this.known.get(output) as Lane;
  }

  /** The outputs' values for the parameter at a place, in their order: loaded and computed here. */
  at(place: Local): Lane[] {
    const { lanes, code } = this.frame;
    const leaves = new Map(this.known);
    for (const node of reachable(this.outputs, this.known)) {
      const load = this.columns.get(node);
      if (load) leaves.set(node, load(place));
    }
    const values = lowerToLanes(lanes, code, this.outputs, leaves, this.rows);
    code.computeAll(values);
    return values;
  }
}

/** The largest parts of the outputs that all parameters share; constants only where they are outputs themselves. */
function sharedBy(outputs: readonly Node[], leaves: ReadonlyMap<Node, Lane>): Node[] {
  const shared = new Set(outputs.filter((node) => !node.perRow));
  for (const node of reachable(outputs, { has: (each) => !each.perRow })) {
    if (!node.perRow) continue;
    for (const arg of argumentsOf(node)) if (!arg.perRow && arg.kind !== 'constant') shared.add(arg);
  }
  return [...shared].filter((node) => !leaves.has(node));
}

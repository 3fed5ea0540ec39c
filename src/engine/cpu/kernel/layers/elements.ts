import type { Node } from '../../../../formula/index.ts';
import { reachable } from '../../../../formula/index.ts';
import type { Lane, Local } from '../../../../formula/wasm/index.ts';
import { valueSlot } from '../../layout.ts';
import type { Frame } from '../frame.ts';
import { Elementwise, type LoadColumn } from './elementwise.ts';
import type { PlacedNetwork } from './places.ts';

/** What an update makes of one parameter: the states that are kept for each and have a new value by their index. */
export interface Element {
  readonly u: Lane;
  readonly next: ReadonlyMap<number, Lane>;
}

/** An optimizer's step in which one parameter stands for all. */
export class ElementStep {
  readonly eta: Lane;
  /** The states that are kept once for each network and have a new value, by their index. */
  readonly scalars: ReadonlyMap<number, Lane>;
  private readonly vectors: readonly number[];
  private readonly values: Elementwise;

  /**
   * Written where the step begins: the gradient, noise included, and the parameters are in their places.
   * @param shared the values that all cells share at this step
   */
  constructor(frame: Frame, network: PlacedNetwork, shared: readonly Lane[]) {
    const { update, layout } = frame;
    const { uniform, knobs, slots, statePlaces } = layout;
    const varying = update.states.flatMap((_, i) => (uniform.states.includes(i) ? [] : [i]));
    const isVector = (i: number) => update.states[i].input.perRow;
    const scalars = varying.filter((i) => !isVector(i));
    this.vectors = varying.filter(isVector);
    const next = (i: number) => update.states[i].next;
    const outputs = [update.update[0], ...this.vectors.map(next), update.eta, ...scalars.map(next)];

    const given = new Map<Node, () => Lane>();
    uniform.perStep.forEach((node, i) => {
      given.set(node, () => shared[i]);
    });
    knobs.hoisted.forEach((node, i) => {
      if (!given.has(node)) given.set(node, () => frame.knob(layout.parameters + 1 + i));
    });
    for (const i of scalars) {
      given.set(update.states[i].input, () => frame.value(slots.states + statePlaces[i]));
    }
    const leaves = new Map<Node, Lane>();
    for (const node of reachable(outputs, given)) {
      const lane = given.get(node)?.();
      if (lane) leaves.set(node, lane);
    }
    this.values = new Elementwise(frame, network, outputs, leaves, columnsOf(frame, network));
    this.eta = this.values.shared(update.eta);
    this.scalars = new Map(scalars.map((i) => [i, this.values.shared(next(i))]));
  }

  /** The update of the parameter at a place: loaded and computed here. */
  element(at: Local): Element {
    const [u, ...rest] = this.values.at(at);
    return { u, next: new Map(this.vectors.map((i, k) => [i, rest[k]])) };
  }
}

/** How the columns of an update's graph are loaded. */
export function columnsOf(
  { update, layout, code, lanes }: Frame,
  network: PlacedNetwork,
): ReadonlyMap<Node, LoadColumn> {
  const { slots, statePlaces, layerOf } = layout;
  const from = (address: number) => (at: Local) => code.load(lanes.leaf(), at, address);
  const columns = new Map<Node, LoadColumn>([
    [update.theta[0], from(network.theta)],
    [update.gradient[0], from(network.gradient)],
  ]);
  for (const [i, { input }] of update.states.entries()) {
    if (input.perRow) columns.set(input, from(valueSlot(layout, slots.states + statePlaces[i])));
  }
  if (update.layer) {
    const quarter = code.integer();
    columns.set(update.layer, (at) => {
      code.get(at).const(2).scalar('i32.shr_u').set(quarter);
      return code.loadSplat(lanes.leaf(), quarter, layerOf);
    });
  }
  return columns;
}

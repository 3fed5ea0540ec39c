import type { Node } from '../../../../formula/index.ts';
import type { Lane } from '../../../../formula/wasm/index.ts';
import { valueSlot } from '../../layout.ts';
import type { Frame } from '../frame.ts';
import { beginTallies, HUGE } from '../reset.ts';
import { columnsOf } from './elements.ts';
import { Elementwise } from './elementwise.ts';
import { eachParameter } from './look.ts';
import { times } from './loops.ts';
import { type PlacedNetwork, VECTOR } from './places.ts';
import { placeStarts } from './starts.ts';

/** `reset()`: puts the tile's four networks at their starts. */
export function writeReset(frame: Frame, network: PlacedNetwork): void {
  const { code, lanes, layout, update } = frame;
  const { slots, knobs, uniform, statePlaces } = layout;
  const at = code.integer();
  code.const(valueSlot(layout, 0)).set(at);
  times(code, slots.values, () => {
    code.store(at, 0, lanes.f32(0));
    code.step(at, VECTOR);
  });
  placeStarts(frame, network);
  eachParameter(code, network, (place) => {
    const start = code.load(lanes.leaf(), place, network.start);
    code.store(place, network.theta, start);
    code.store(place, valueSlot(layout, slots.origin), start);
  });
  frame.keep(slots.best, lanes.f32(HUGE));
  frame.keep(slots.anchorLoss, lanes.f32(HUGE));

  const varying = update.states.flatMap((state, i) => (uniform.states.includes(i) ? [] : [{ ...state, i }]));
  const leaves = new Map<Node, Lane>(knobs.hoisted.map((node, i) => [node, frame.anyKnob(layout.parameters + 1 + i)]));
  const initial = varying.map((state) => state.initial);
  const values = new Elementwise(frame, network, initial, leaves, columnsOf(frame, network));
  eachParameter(code, network, (place) => {
    const all = values.at(place);
    varying.forEach(({ input, i }, k) => {
      if (input.perRow) code.store(place, valueSlot(layout, slots.states + statePlaces[i]), all[k]);
    });
  });
  for (const state of varying) {
    if (!state.input.perRow) frame.keep(slots.states + statePlaces[state.i], values.shared(state.initial));
  }
  beginTallies(frame);
}

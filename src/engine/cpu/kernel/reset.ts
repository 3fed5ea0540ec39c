import type { Node } from '../../../formula/index.ts';
import { type Lane, lowerToLanes, tableRows } from '../../../formula/wasm/index.ts';
import { TALLY } from '../../slots.ts';
import { OUTCOMES } from '../../types.ts';
import type { Frame } from './frame.ts';

/** Largest losses that are told: what stands for "none yet". */
export const HUGE = 3e38;

/** `reset()`: puts every cell of the tile at its start. */
export function writeReset(frame: Frame): void {
  const { lanes, layout, update } = frame;
  const { slots, parameters, knobs, uniform } = layout;
  const given = new Set<Node>(knobs.hoisted);
  frame.eachVector(() => {
    for (let slot = 0; slot < slots.values; slot++) frame.keep(slot, lanes.f32(0));
    const start = Array.from({ length: parameters }, (_, i) => frame.anyKnob(i));
    start.forEach((value, i) => {
      frame.keep(slots.origin + i, value);
    });
    frame.keep(slots.best, lanes.f32(HUGE));
    frame.keep(slots.anchorLoss, lanes.f32(HUGE));
    const varying = update.states.flatMap((_, i) => (uniform.states.includes(i) ? [] : [i]));
    const initial = varying.map((i) => update.states[i].initial);
    const leaves = new Map<Node, Lane>(update.theta.map((node, i) => [node, start[i]]));
    for (const node of given) leaves.set(node, frame.anyKnob(parameters + 1 + knobs.hoisted.indexOf(node)));
    const values = lowerToLanes(lanes, frame.code, initial, leaves, tableRows(frame.code, lanes, update.graph, 0));
    varying.forEach((i, k) => {
      frame.keep(slots.states + i, values[k]);
    });
    beginTallies(frame);
  });
}

/** The first integers of the cells of the vector at hand. */
export function beginTallies(frame: Frame): void {
  const { lanes } = frame;
  frame.keepTally(TALLY.divergedAt, lanes.i32(-1));
  frame.keepTally(TALLY.arrivedAt, lanes.i32(-1));
  // Until its first window has passed a trajectory counts as descending.
  frame.keepTally(TALLY.motion, lanes.i32(OUTCOMES.indexOf('crawling')));
  frame.keepTally(TALLY.outcome, lanes.i32(0));
}

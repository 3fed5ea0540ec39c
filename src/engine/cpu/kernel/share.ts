import type { Node } from '../../../formula/index.ts';
import { type Lane, lowerToLanes, tableRows } from '../../../formula/wasm/index.ts';
import type { Frame } from './frame.ts';

/** `begin()`: the first values of the states that all cells share. */
export function writeBegin(frame: Frame): void {
  const { code, layout, update, lanes } = frame;
  const initial = layout.uniform.states.map((i) => update.states[i].initial);
  const values = lowerToLanes(lanes, code, initial, fixedLeaves(frame), tableRows(code, lanes, update.graph, 0));
  values.forEach((value, i) => {
    code.store(frame.zero, layout.states + 16 * i, value);
  });
}

/**
 * `share(step, count)`: the values that all cells share for the updates after `step`, a row each, and one row more for a measurement after the
 * last; the states are left as they are before that one.
 */
export function writeShare(frame: Frame): void {
  const { code, layout, update, lanes } = frame;
  const [step, count] = [0, 1];
  const { uniform } = layout;
  const fixed = fixedLeaves(frame);
  const row = code.integer();
  const number = code.integer();
  const states = uniform.states.map((_, i) =>
    code.variable(code.load(lanes.leaf(), frame.zero, layout.states + 16 * i)),
  );
  code.const(layout.steps).set(row);
  code.repeat(() => {
    const inputs = states.map((state) => code.read(lanes.leaf(), state));
    inputs.forEach((value, i) => {
      code.store(frame.zero, layout.states + 16 * i, value);
    });
    code.get(step).const(1).scalar('i32.add').set(number);
    const leaves = new Map<Node, Lane>(fixed);
    leaves.set(update.t, lanes.op('f32x4.convert_i32x4_s', code.splat(lanes.leaf(), number)));
    uniform.states.forEach((i, k) => {
      leaves.set(update.states[i].input, inputs[k]);
    });
    const outputs = [...uniform.perStep, ...uniform.states.map((i) => update.states[i].next)];
    const values = lowerToLanes(lanes, code, outputs, leaves, tableRows(code, lanes, update.graph, 0));
    uniform.perStep.forEach((_, i) => {
      code.store(row, 16 * i, values[i]);
    });
    states.forEach((state, i) => {
      code.assign(state, values[uniform.perStep.length + i]);
    });
    code.step(row, layout.stepBytes).step(step, 1).step(count, -1);
    code.get(count).const(0).scalar('i32.ge_s');
  });
}

function fixedLeaves({ code, layout, lanes, zero }: Frame): Map<Node, Lane> {
  const { knobs, uniform, parameters } = layout;
  return new Map(
    uniform.fixed.map((node) => {
      const knob = parameters + 1 + knobs.hoisted.indexOf(node);
      return [node, code.loadSplat(lanes.leaf(), zero, layout.fixed + 4 * knob)];
    }),
  );
}

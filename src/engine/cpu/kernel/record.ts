import type { Frame } from './frame.ts';

/**
 * `record(row, step, to)`: writes where the tile's first cell stands to an address, 16 bytes a number, in the order that `trace-rows.ts`
 * tells. `row` holds what all cells share for that update.
 */
export function writeRecord(frame: Frame): void {
  const { code, lanes, a, layout } = frame;
  const [row, step, to] = [0, 1, 2];
  const { slots } = layout;
  frame.readFixed();
  const displacement = frame.values(slots.displacement);
  const theta = frame.values(slots.origin).map((from, i) => a.add(from, displacement[i]));
  const at = frame.evaluate(theta, 'gradient');
  const number = lanes.op('i32x4.add', code.splat(lanes.leaf(), step), lanes.i32(1));
  const lesson = frame.lessonBeside(at, theta, number);
  const used = frame.disturbed(lesson.gradient, number);
  const update = frame.step(theta, used, lesson, frame.shared(row));
  [...theta, at.loss, ...at.gradient, ...update.u, update.eta, ...used].forEach((value, i) => {
    code.store(to, 16 * i, value);
  });
}

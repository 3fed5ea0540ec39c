import type { Frame } from './frame.ts';

/** Points that `evaluate` takes at a time, and the bytes from one of their numbers to the next. */
export function evaluateCapacity(
  parameters: number,
  hessian: boolean,
  rowsBytes: number,
): { readonly points: number; readonly stride: number } {
  const numbers = 1 + 2 * parameters + (hessian ? parameters * parameters : 0);
  const points = 4 * Math.floor(rowsBytes / (16 * numbers));
  return { points, stride: 4 * points };
}

/** `evaluate(bytes)`: of the points in the first slots of the rows, whose vectors take so many bytes, loss, gradient and Hessian go to the next ones. */
export function writeEvaluate(frame: Frame): void {
  const { code, lanes, layout, vector } = frame;
  const { parameters } = layout;
  const { stride } = evaluateCapacity(parameters, true, layout.rowsBytes);
  code.repeat(() => {
    const theta = Array.from({ length: parameters }, (_, i) =>
      code.load(lanes.leaf(), vector, layout.rows + i * stride),
    );
    const { loss, gradient, hessian } = frame.evaluate(theta, 'hessian');
    [loss, ...gradient, ...hessian.flat()].forEach((value, i) => {
      code.store(vector, layout.rows + (parameters + i) * stride, value);
    });
    code.step(vector, 16);
    code.get(vector).get(0).scalar('i32.lt_u');
  });
}

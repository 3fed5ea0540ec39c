import type { Learner } from '../experiment/index.ts';

/** How well a network tells its rows. */
export interface Fit {
  /** Rows that are told right, of a network that tells classes; null of one that gives values. */
  readonly right: number | null;
  readonly rows: number;
  /** Root of the mean square of output minus target, of a network that gives values; null of one that tells classes. */
  readonly error: number | null;
}

/** How well a network tells its rows at weights. */
export function fitAt({ given, wanted, task, outputsAt }: Learner, theta: ArrayLike<number>): Fit {
  const rows = given[0].length;
  let right = 0;
  let squares = 0;
  for (let row = 0; row < rows; row++) {
    const outputs = outputsAt(
      theta,
      given.map((column) => column[row]),
    );
    if (task.kind === 'values') {
      for (let k = 0; k < outputs.length; k++) squares += (outputs[k] - wanted[k][row]) ** 2;
    } else if (classOf(task.kind, outputs) === wanted[0][row]) right++;
  }
  const values = task.kind === 'values';
  return { right: values ? null : right, rows, error: values ? Math.sqrt(squares / (rows * wanted.length)) : null };
}

/** The number of the class that outputs stand for. */
export function classOf(kind: 'two classes' | 'classes', outputs: Float64Array): number {
  if (kind === 'two classes') return Number(outputs[0] > 0);
  return outputs.reduce((best, value, k) => (value > outputs[best] ? k : best), 0);
}

/** How sure it is of that class: its share by the logistic function or the softmax, from 0 to 1. */
export function surenessOf(kind: 'two classes' | 'classes', outputs: Float64Array): number {
  if (kind === 'two classes') return 1 / (1 + Math.exp(-Math.abs(outputs[0])));
  const most = Math.max(...outputs);
  return 1 / outputs.reduce((sum, value) => sum + Math.exp(value - most), 0);
}

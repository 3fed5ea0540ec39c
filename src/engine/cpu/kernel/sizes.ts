import type { Lane } from '../../../formula/wasm/index.ts';
import type { Frame } from './frame.ts';

/** No vector counts as smaller where its norm is computed. */
export const LEAST_SIZE = 1e-37;

/** A norm whose squares neither overflow nor vanish. */
export function normOf(frame: Frame, vector: readonly Lane[]): Lane {
  const { size, square } = scaledSquare(frame, vector);
  return frame.a.mul(size, frame.a.sqrt(square));
}

/** The largest size of a vector's components, 1 over it, and the square of the norm of the vector times that. */
export function scaledSquare({ lanes, a }: Frame, vector: readonly Lane[]): { size: Lane; scale: Lane; square: Lane } {
  const size = a.max(a.largest(vector.map(a.abs)), lanes.f32(LEAST_SIZE));
  const scale = a.div(lanes.f32(1), size);
  const scaled = vector.map((value) => a.mul(value, scale));
  return { size, scale, square: a.total(scaled.map((value) => a.mul(value, value))) };
}

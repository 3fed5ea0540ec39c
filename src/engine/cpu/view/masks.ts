import type { Discs } from './messages.ts';

/** Places of a disc's middle within a pixel that are told apart, along each axis, as a power of 2. */
export const PLACE_BITS = 3;
export const PLACES = 1 << PLACE_BITS;

/** What discs of one look let through of the ground. */
export interface Masks {
  /** Pixels along each side of the square that holds a disc, wherever in a pixel its middle is. */
  readonly side: number;
  /** How many of them are left of the middle's pixel; as many are above it. */
  readonly before: number;
  /** Pixels of a row of a mask: whole vectors. */
  readonly stride: number;
  /** For each place of the middle, row by row, the share that each pixel of the square lets through, row by row. */
  readonly shares: Float32Array;
}

/** Discs whose edge is one pixel soft, as `particles.wgsl` draws them. */
export function discMasks({ radius, alpha }: Discs): Masks {
  const before = Math.floor(radius + 1);
  const side = before + 1 + Math.floor(radius + 1 - 1 / PLACES);
  const stride = 4 * Math.ceil(side / 4);
  const shares = new Float32Array(PLACES ** 2 * side * stride).fill(1);
  for (let place = 0; place < PLACES ** 2; place++) {
    const x = before + (place % PLACES) / PLACES - 0.5;
    const y = before + Math.floor(place / PLACES) / PLACES - 0.5;
    for (let row = 0; row < side; row++) {
      for (let column = 0; column < side; column++) {
        const covered = Math.min(1, Math.max(0, radius + 0.5 - Math.hypot(column - x, row - y)));
        shares[(place * side + row) * stride + column] = 1 - alpha * covered;
      }
    }
  }
  return { side, before, stride, shares };
}

/** One round of the PCG output permutation on 32 bits (Jarzynski & Olano 2020, "Hash Functions for GPU Rendering"). */
export function pcg(value: number): number {
  const state = (Math.imul(value, 747796405) + 2891336453) >>> 0;
  const word = Math.imul((state >>> ((state >>> 28) + 4)) ^ state, 277803737) >>> 0;
  return ((word >>> 22) ^ word) >>> 0;
}

/**
 * A standard normal number that is a function of its place alone, so that every engine draws the same, in any order of work: two uniform
 * numbers from a hash, made normal by Box and Muller's formula. All arguments are whole numbers below 2^32.
 * @param cell index of the trajectory in the grid
 * @param step the update that the number belongs to, from 1; 0 for what is drawn before the first
 */
export function normal(seed: number, cell: number, step: number, parameter: number): number {
  const a = hash(seed, cell, step, parameter);
  const b = pcg(a ^ 0x9e3779b9);
  const radius = Math.sqrt(-2 * Math.log(((a >>> 8) + 1) / 2 ** 24));
  return radius * Math.cos((2 * Math.PI * (b >>> 8)) / 2 ** 24);
}

/** A number from [0, 1), as much a function of its place as `normal` is. */
export function uniform(seed: number, cell: number, step: number, parameter: number): number {
  return (hash(seed, cell, step, parameter) >>> 8) / 2 ** 24;
}

/** What tells draws of rows from draws of noise, which count parameters from 0. */
const ROW_DRAWS = 0x80000000;

/**
 * The number of a row drawn from a table of so many rows, each equally likely: a function of its place alone, too.
 * @param step the update whose gradient is made from it, from 1
 * @param draw number of the draw within the update, from 0
 * @param rows below 2^16
 */
export function rowDrawn(seed: number, cell: number, step: number, draw: number, rows: number): number {
  // Every engine has products of 32 bits alone; this is the same number.
  return Math.floor((hash(seed, cell, step, ROW_DRAWS + draw) * rows) / 2 ** 32);
}

function hash(seed: number, cell: number, step: number, parameter: number): number {
  return pcg(pcg(pcg(pcg(seed) + cell) + step) + parameter);
}

import type { Plan } from '../src/experiment/index.ts';

/** Where the trajectories of a grid over the first two parameters begin, one array for each. */
export function startsOf({ x, y, cells }: Plan): readonly Float32Array[] {
  const columns = x.values.length;
  return [
    Float32Array.from({ length: cells }, (_, cell) => x.values[cell % columns]),
    Float32Array.from({ length: cells }, (_, cell) => y.values[Math.floor(cell / columns)]),
  ];
}

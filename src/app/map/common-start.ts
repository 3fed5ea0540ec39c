import type { Plan } from '../../experiment/index.ts';

/** Where all trajectories start, in the plane that the map shows; null where starts vary in it. */
export function commonStart({ x, y, start }: Plan): readonly [number, number] | null {
  const varies = [x, y].some(
    ({ varied, values }) => varied.kind === 'start' && varied.parameter < 2 && values.length > 1,
  );
  if (varies) return null;
  const at = (i: number) => {
    const axis = [x, y].find(({ varied }) => varied.kind === 'start' && varied.parameter === i);
    return axis ? axis.values[0] : (start[i] ?? 0);
  };
  return [at(0), at(1)];
}

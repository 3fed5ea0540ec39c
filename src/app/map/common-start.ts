import { type Plan, startAt, startVaries } from '../../experiment/index.ts';

/** Where all trajectories start, in the plane that the map shows; null where starts vary in it. */
export function commonStart(plan: Plan): readonly [number, number] | null {
  const { x, y, start } = plan;
  const varies = start.slice(0, 2).some((_, i) => {
    const along = startVaries(plan, i);
    return (along.x && x.values.length > 1) || (along.y && y.values.length > 1);
  });
  if (varies) return null;
  const at = (i: number) => (i < start.length ? startAt(plan, i, 0, 0) : 0);
  return [at(0), at(1)];
}

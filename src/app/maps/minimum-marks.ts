import type { Plan } from '../../experiment/index.ts';
import { placeAlong } from './axis-scale.ts';
import type { MapMark } from './map-scene.ts';

/** The known minima, numbered as in the legend, on a grid whose two axes are all the coordinates that its starts have. */
export function minimumMarks({ x, y, objective }: Plan): MapMark[] {
  const [a, b] = [x.varied, y.varied];
  const both = x.values.length > 1 && y.values.length > 1 && objective.parameters.length === 2;
  if (a.kind !== 'start' || b.kind !== 'start' || !both) return [];
  return objective.minima.flatMap(({ at }, i): MapMark[] => {
    const place = [placeAlong(x, at[a.parameter]), placeAlong(y, at[b.parameter])] as const;
    return place.every((share) => share > 0 && share < 1) ? [{ label: String(i + 1), at: place }] : [];
  });
}

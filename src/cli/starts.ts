import type { Plan } from '../experiment/index.ts';

/** Parameters whose start nothing begins at, for an axis of the grid varies them. */
export function unusedStarts({ objective, start, x, y }: Plan): ReadonlySet<string> {
  const unused = new Set<string>();
  for (const { varied, values } of [x, y]) {
    if (varied.kind !== 'start') continue;
    // An axis that stands still at the start itself leaves it in use.
    if (values.some((value) => value !== start[varied.parameter])) unused.add(objective.parameters[varied.parameter]);
  }
  return unused;
}

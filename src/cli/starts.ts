import type { Plan } from '../experiment/index.ts';

/** Parameters that begin elsewhere than a plan's start says, or are not given by it: an axis of the grid varies them, or a network's are drawn. */
export function unusedStarts({ objective, start, initialisation, x, y }: Plan): ReadonlySet<string> {
  const isDrawn = (i: number) => typeof initialisation?.deviations[i] === 'number';
  const unused = new Set(objective.parameters.filter((_, i) => isDrawn(i)));
  for (const { varied, values } of [x, y]) {
    if (varied.kind !== 'start') continue;
    // An axis that stands still at the start itself leaves it in use.
    if (values.some((value) => value !== start[varied.parameter])) unused.add(objective.parameters[varied.parameter]);
  }
  return unused;
}

import type { ResolvedAxis } from './axes.ts';
import { drawn } from './network/initialisation.ts';
import type { Plan } from './plan.ts';

/** What of a plan its starts depend on. */
type Starts = Pick<Plan, 'start' | 'initialisation' | 'x' | 'y'>;

/** A parameter's start in the cell of column `i` and row `j`. */
export function startAt({ start, initialisation, x, y }: Starts, parameter: number, i: number, j: number): number {
  if (places(x, parameter)) return x.values[i];
  if (places(y, parameter)) return y.values[j];
  const deviation = initialisation?.deviations[parameter] ?? null;
  if (!initialisation || deviation === null) return start[parameter];
  const along = (name: 'seed' | 'scale') =>
    draws(x, name) ? x.values[i] : draws(y, name) ? y.values[j] : initialisation[name];
  return drawn(deviation, { seed: along('seed'), scale: along('scale') }, parameter);
}

/** Whether a parameter's start differs along an axis: the axis varies it, or what it is drawn from. */
export function startVaries({ initialisation, x, y }: Starts, parameter: number): { x: boolean; y: boolean } {
  const placed = places(x, parameter) || places(y, parameter);
  const isDrawn = !placed && (initialisation?.deviations[parameter] ?? 0) !== 0;
  const varies = (axis: ResolvedAxis) =>
    places(axis, parameter) || (isDrawn && (draws(axis, 'seed') || draws(axis, 'scale')));
  return { x: varies(x), y: varies(y) };
}

function places({ varied }: ResolvedAxis, parameter: number): boolean {
  return varied.kind === 'start' && varied.parameter === parameter;
}

function draws({ varied }: ResolvedAxis, name: 'seed' | 'scale'): boolean {
  return varied.kind === 'initialisation' && varied.name === name;
}

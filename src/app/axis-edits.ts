import { NETWORK } from '../catalogue/index.ts';
import {
  type Axis,
  type Experiment,
  hasData,
  type Plan,
  type ResolvedObjective,
  usualGrid,
} from '../experiment/index.ts';
import { type Axes, proposedAxis, variablesIn } from './axes.ts';
import type { Edit } from './edits.ts';
import { LONGEST, SIDE } from './grids.ts';

/** A direction of the grid: its columns, its rows. */
export type Side = 'x' | 'y';

/** Grids that are often wanted. */
export const PRESETS = ['starts', 'rate and start', 'two hyperparameters'] as const;
export type Preset = (typeof PRESETS)[number];

/** Most cells along a row that are as many along each side when it becomes a square. */
const SQUARE = 512;

/** The axes of an experiment's grid but those of a single cell; numbers of cells that will be refused are kept until then. */
export function axesOf({ grid }: Experiment, objective: ResolvedObjective): Axes {
  if (!grid.x) {
    const { x, y = null } = usualGrid(objective);
    return [x, y];
  }
  const several = (axis: Axis | undefined) => (axis && axis.count !== 1 ? axis : null);
  return [several(grid.x), several(grid.y)];
}

/**
 * Another thing along an axis, over the range proposed for it; null for nothing. What the other axis varies changes places with it.
 * @param plan of the experiment as it stands
 */
export function withVaried(side: Side, vary: string | null, { objective }: Plan): Edit {
  return (experiment) =>
    withAxes(experiment, objective, ([x, y], unvaried) => {
      const [own, other] = side === 'x' ? [x, y] : [y, x];
      if (vary !== null && other?.vary === vary) return [y, x];
      if (vary === null) return side === 'x' ? [null, y] : [x, null];
      const alone = !own && other !== null;
      const count = alone ? squareSide(other.count) : (own?.count ?? SIDE);
      const next = proposedAxis(vary, count, unvaried, objective);
      const beside = alone ? { ...other, count } : other;
      return side === 'x' ? [next, beside] : [beside, next];
    });
}

/** Ends, number of cells or scale of an axis changed. */
export function withAxisPart(side: Side, part: Partial<Omit<Axis, 'vary'>>, { objective }: Plan): Edit {
  return (experiment) =>
    withAxes(experiment, objective, ([x, y]) => {
      const change = (axis: Axis | null) => axis && { ...axis, ...part };
      return side === 'x' ? [change(x), y] : [x, change(y)];
    });
}

/** The axis along the columns along the rows, and the other way round. */
export function withSwappedAxes({ objective }: Plan): Edit {
  return (experiment) => withAxes(experiment, objective, ([x, y]) => [y, x]);
}

/** One of the grids that are often wanted, of about as many cells as there are. */
export function withPreset(preset: Preset, { objective, cells }: Plan): Edit {
  const side = Math.min(1024, Math.max(2, Math.round(Math.sqrt(cells))));
  const [first, second = null] = objective.parameters;
  return (experiment) =>
    withAxes(experiment, objective, (_, unvaried) => {
      const over = (vary: string | null, count = side) =>
        vary === null ? null : proposedAxis(vary, count, unvaried, objective);
      if (preset === 'rate and start') return [over('lr'), over(first)];
      if (preset === 'two hyperparameters') return [over('lr'), over(secondOf(unvaried, objective))];
      return second === null ? [over(first, Math.min(LONGEST, side * side)), null] : [over(first), over(second)];
    });
}

/** The start of one parameter that no axis varies. */
export function withStart(name: string, value: number, { objective }: Plan): Edit {
  return (experiment) => {
    const { start, ...rest } = withAxes(experiment, objective, (axes) => axes);
    return { ...rest, start: { ...start, [name]: value } };
  };
}

/** The same experiment without axes over what none of its optimizers has any more: starts take their place. */
export function withFittingAxes(experiment: Experiment, objective: ResolvedObjective): Experiment {
  const known = variablesIn(experiment);
  const { parameters } = objective;
  const fits = ({ vary }: Axis) => {
    if (Object.hasOwn(NETWORK, vary)) return objective.initialisation !== null;
    if (vary === 'batch') return hasData(objective);
    return vary === 'noise' || parameters.includes(vary.replace(/^start\./, '')) || known.has(vary);
  };
  const { x, y } = experiment.grid;
  if ([x, y].every((axis) => !axis || fits(axis))) return experiment;
  const taken = new Set([x, y].flatMap((axis) => (axis && fits(axis) ? [axis.vary.replace(/^start\./, '')] : [])));
  const replaced = (axis: Axis | undefined): Axis | null => {
    if (!axis || axis.count === 1) return axis && fits(axis) ? axis : null;
    if (fits(axis)) return axis;
    const free = parameters.findIndex((name) => !taken.has(name));
    if (free < 0) return null;
    taken.add(parameters[free]);
    return overDomain(objective, free, axis.count);
  };
  return { ...experiment, grid: gridOf([replaced(x), replaced(y)], objective, experiment) };
}

/** Changes the axes; what an axis of a single cell held fixed is fixed by the experiment itself from then on. */
function withAxes(
  experiment: Experiment,
  objective: ResolvedObjective,
  change: (axes: Axes, unvaried: Experiment) => Axes,
): Experiment {
  const axes = axesOf(experiment, objective);
  const { x, y } = experiment.grid;
  const unvaried = [x, y].reduce(
    (each, axis) => (axis?.count === 1 ? withFixed(each, axis, objective) : each),
    experiment,
  );
  return { ...unvaried, grid: gridOf(change(axes, unvaried), objective, unvaried) };
}

/** What an axis of a single cell gives to every cell, as a part of the experiment. */
function withFixed(experiment: Experiment, { vary, from }: Axis, { parameters }: ResolvedObjective): Experiment {
  const parameter = vary.replace(/^start\./, '');
  if (parameters.includes(parameter)) return { ...experiment, start: { ...experiment.start, [parameter]: from } };
  if (vary === 'noise') return { ...experiment, noise: from };
  if (vary === 'batch') return { ...experiment, batch: Math.round(from) };
  if (vary.startsWith('network.')) return withNetwork(experiment, { [vary.slice('network.'.length)]: from });
  const [, key, place] = /^schedule\.(\w+)(?:\.(\d+))?$/.exec(vary) ?? [];
  // An entry of a list keeps what the list says of it.
  if (place !== undefined) return experiment;
  const known = (optimizer: Experiment['optimizers'][number]) =>
    variablesIn({ ...experiment, optimizers: [optimizer] }).has(vary);
  const optimizers = experiment.optimizers.map((each) => {
    if (!known(each)) return each;
    return key ? { ...each, schedule: { name: 'constant', ...each.schedule, [key]: from } } : { ...each, [vary]: from };
  });
  return { ...experiment, optimizers: optimizers as Experiment['optimizers'] };
}

/** The same experiment with parts of its network changed; as it is where it has none. */
function withNetwork(experiment: Experiment, part: object): Experiment {
  const { objective } = experiment;
  if (typeof objective === 'string' || !('network' in objective)) return experiment;
  return { ...experiment, objective: { network: { ...objective.network, ...part } } };
}

function gridOf([x, y]: Axes, objective: ResolvedObjective, { start }: Experiment): Experiment['grid'] {
  const [first, second] = x ? [x, y] : [y, null];
  const [parameter] = objective.parameters;
  if (!first) {
    const from = start[parameter] ?? objective.start[0];
    return { x: { vary: parameter, from, count: 1, scale: 'linear' } };
  }
  const usual = axesOf({ grid: {} } as Experiment, objective);
  if (same(first, usual[0]) && same(second, usual[1])) return {};
  return { x: first, ...(second && { y: second }) };
}

/** The hyperparameter that is of most interest beside the learning rate; the noise where there is none. */
function secondOf(experiment: Experiment, { parameters }: ResolvedObjective): string {
  const names = [...variablesIn(experiment).keys()];
  const usable = names.filter((name) => name !== 'lr' && !name.startsWith('schedule.') && !parameters.includes(name));
  return ['momentum', 'beta1', 'alpha', 'rho'].find((name) => usable.includes(name)) ?? usable[0] ?? 'noise';
}

function overDomain({ parameters, domain }: ResolvedObjective, parameter: number, count: number): Axis {
  const [from, to] = domain[parameter];
  return { vary: parameters[parameter], from, to, count, scale: 'linear' };
}

function squareSide(cells: number): number {
  return cells <= SQUARE ? cells : Math.round(Math.sqrt(cells));
}

const same = (a: Axis | null, b: Axis | null) => JSON.stringify(a) === JSON.stringify(b);

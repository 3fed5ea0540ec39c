import { NETWORK } from '../catalogue/index.ts';
import {
  type Experiment,
  hasData,
  isLayerRate,
  layerCount,
  layerRates,
  type OptimizerInput,
  type Plan,
  type ResolvedObjective,
  readExperiment,
  resolveObjective,
} from '../experiment/index.ts';
import type { Edit } from './edits.ts';

type Grid = Experiment['grid'];
type Axis = NonNullable<Grid['x']>;

/** Starts along each side of the grid where the experiment gives no grid. */
export const SIDE = 256;
/** Most cells that one axis may have. */
export const LONGEST = 16384;

/**
 * Another objective. Where its parameters and domain are those of the one before, the grid stays. Else starts are spread over its domain, about `cells` of
 * them; beside an axis that varies something else, as many as before. Throws `BadExperiment` or `FormulaError`.
 */
export function withObjective(objective: Experiment['objective'], plan: Plan, cells = plan.cells): Edit {
  return ({ target: _, batch, ...rest }) => {
    // What is wrong in it is told by the schema, before anything is made of it.
    const next = resolveObjective(readExperiment({ ...rest, objective }).objective);
    const experiment = { ...rest, ...(batch !== undefined && hasData(next) && { batch }) };
    if (placeOf(next) === placeOf(plan.objective)) return { ...experiment, objective };
    const layers = layerCount(objective);
    const optimizers = experiment.optimizers.map((input) => withoutLayers(input, layers));
    const given = gridOf(
      axesOf(experiment.grid).filter(
        ({ vary }) => !isMissingLayer(vary, layers) && (vary !== 'batch' || hasData(next)),
      ),
    );
    const kept = axesOf(given).filter(
      (axis) => startOf(axis, plan.objective) < 0 && (!drawsIn(axis, plan.objective) || next.initialisation !== null),
    );
    const grid = kept.some(varies) ? relaid(given, plan.objective, next) : spread(next, cells);
    return { ...experiment, objective, optimizers, grid, start: {}, outcomes: {} };
  };
}

/** An optimizer without learning rates of layers beyond so many. */
function withoutLayers(input: OptimizerInput, layers: number): OptimizerInput {
  return Object.fromEntries(Object.entries(input).filter(([name]) => !isMissingLayer(name, layers))) as OptimizerInput;
}

/** Whether a name is that of a layer's learning rate where there are fewer layers. */
function isMissingLayer(name: string, layers: number): boolean {
  return isLayerRate(name) && !layerRates(layers).has(name);
}

/** A grid of `side` · `side` cells, or a row of as many: its axes go on varying what they vary. Starts all over the domain where nothing varies. */
export function withSide(side: number): Edit {
  return (experiment) => {
    const { grid } = experiment;
    const varied = axesOf(grid).filter(varies);
    if (varied.length === 0)
      return { ...experiment, grid: spread(resolveObjective(experiment.objective), side * side) };
    const count = varied.length === 2 ? side : Math.min(side * side, LONGEST);
    return { ...experiment, grid: gridOf(axesOf(grid).map((axis) => (varies(axis) ? { ...axis, count } : axis))) };
  };
}

/** Cells along each side of a square grid; of a row, those of a square of as many. Null for another grid. */
export function sideOf({ x, y }: Plan): number | null {
  const [columns, rows] = [x.values.length, y.values.length];
  const side = Math.sqrt(columns * rows);
  const square = columns === rows || Math.min(columns, rows) === 1;
  return square && Number.isInteger(side) ? side : null;
}

/** Whether the cells of a grid lie in one row or column. */
export function isRow({ x, y }: Plan): boolean {
  return Math.min(x.values.length, y.values.length) === 1;
}

/** Whether cells differ in nothing but where they start. */
export function variesStarts({ x, y }: Plan): boolean {
  return [x, y].every(({ varied, values }) => varied.kind === 'start' || values.length === 1);
}

/** Whether starts lie all over the part of the domain that a map shows. */
export function coversDomain({ x, y, objective }: Plan): boolean {
  return objective.domain.slice(0, 2).every(([low, high], i) =>
    [x, y].some(({ varied, values }) => {
      const along = varied.kind === 'start' && varied.parameter === i;
      return along && values[0] === low && values[values.length - 1] === high;
    }),
  );
}

/** Starts all over an objective's domain, about so many; of a network, its usual grid: it has too many parameters to be started all over. */
function spread(objective: ResolvedObjective, cells: number): Grid {
  if (objective.initialisation) return {};
  if (objective.parameters.length === 1) return { x: over(objective, 0, Math.min(cells, LONGEST)) };
  const side = Math.round(Math.sqrt(cells));
  return side === SIDE ? {} : { x: over(objective, 0, side), y: over(objective, 1, side) };
}

/** A grid whose axes over starts lie over another objective's domain, where it has those parameters. */
function relaid(grid: Grid, old: ResolvedObjective, next: ResolvedObjective): Grid {
  const axes = axesOf(grid).flatMap((axis) => {
    const parameter = startOf(axis, old);
    if (parameter < 0) return drawsIn(axis, old) && next.initialisation === null ? [] : [axis];
    return varies(axis) && parameter < next.parameters.length ? [over(next, parameter, axis.count)] : [];
  });
  return gridOf(axes);
}

/** An axis over a parameter's domain; a single cell lies where the objective's usual start does. */
function over({ parameters, domain, start }: ResolvedObjective, parameter: number, count: number): Axis {
  const [from, to] = count === 1 ? [start[parameter], start[parameter]] : domain[parameter];
  return { vary: parameters[parameter], from, to, count, scale: 'linear' };
}

/** Whether an axis varies what an objective's first weights are drawn from. */
function drawsIn({ vary }: Axis, { initialisation }: ResolvedObjective): boolean {
  return initialisation !== null && Object.hasOwn(NETWORK, vary);
}

/** The parameter whose start an axis varies; -1 where it varies something else. */
function startOf({ vary }: Axis, { parameters }: ResolvedObjective): number {
  return parameters.indexOf(vary.replace(/^start\./, ''));
}

const varies = ({ count }: Axis) => count > 1;
const axesOf = ({ x, y }: Grid) => [x, y].flatMap((axis) => axis ?? []);
const gridOf = ([x, y]: Axis[]): Grid => ({ ...(x && { x }), ...(y && { y }) });
const placeOf = ({ parameters, domain }: ResolvedObjective) => JSON.stringify([parameters, domain]);

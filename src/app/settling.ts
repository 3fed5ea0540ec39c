import type { Axis, CellSetting, Experiment, OptimizerInput, Plan, ResolvedOptimizer } from '../experiment/index.ts';
import type { Edit } from './edits.ts';

/** Values of hyperparameters by their names. */
export type Values = ReadonlyMap<string, number>;

/** Starts along each side of a plane that takes the place of settings, at least. */
const SIDE = 64;

/**
 * Gives optimizers values of hyperparameters. Axes over these are left, and starts all over the domain take their place; other axes stay.
 * @param chosen values by the optimizers' places
 */
export function withSettings(chosen: ReadonlyMap<number, Values>, plan: Plan): Edit {
  return (experiment) => ({
    ...experiment,
    optimizers: experiment.optimizers.map((input, i) => {
      const values = chosen.get(i);
      return values ? withValues(input, values, plan.optimizers[i]) : input;
    }),
    grid: settledGrid(experiment.grid, plan, new Set([...chosen.values()].flatMap((values) => [...values.keys()]))),
  });
}

/** One cell as an experiment of its own: its start, its noise, its batch and what its axes vary, for every optimizer. */
export function withCellAlone(
  plan: Plan,
  { start, noise, batch }: CellSetting,
  [i, j]: readonly [number, number],
): Edit {
  const { objective, optimizers } = plan;
  const varied = new Map(
    [
      { axis: plan.x, value: plan.x.values[i] },
      { axis: plan.y, value: plan.y.values[j] },
    ].flatMap(({ axis: { varied }, value }) => (varied.kind === 'hyperparameter' ? [[varied.name, value]] : [])),
  );
  const single = (parameter: number): Axis => {
    return { vary: objective.parameters[parameter], from: start[parameter], count: 1, scale: 'linear' };
  };
  return (experiment) => ({
    ...experiment,
    optimizers: experiment.optimizers.map((input, k) => {
      const own = [...varied].filter(([name]) => optimizers[k].hyperparameters.has(name));
      return withValues(input, new Map(own), optimizers[k]);
    }),
    grid: { x: single(0), ...(start.length > 1 && { y: single(1) }) },
    start: Object.fromEntries(objective.parameters.map((name, k) => [name, start[k]])),
    noise,
    ...(batch !== null && { batch }),
  });
}

/** An optimizer as it is written, with other values; a schedule's are called `schedule.gamma`, an entry of its list `schedule.milestones.0`. */
function withValues(input: OptimizerInput, values: Values, { hyperparameters }: ResolvedOptimizer): OptimizerInput {
  let next = input;
  for (const [name, value] of values) {
    const [, key, place] = /^schedule\.(\w+)(?:\.(\d+))?$/.exec(name) ?? [];
    if (key === undefined) {
      next = { ...next, [name]: value };
      continue;
    }
    const whole = place === undefined ? value : listOf(hyperparameters, key).with(Number(place), value);
    next = { ...next, schedule: { ...(next.schedule ?? { name: 'constant' }), [key]: whole } };
  }
  return next;
}

function listOf(hyperparameters: ResolvedOptimizer['hyperparameters'], key: string): number[] {
  const entries = [...hyperparameters].filter(([name]) => name.startsWith(`schedule.${key}.`));
  return entries.map(([, { value }]) => value);
}

function settledGrid(grid: Experiment['grid'], plan: Plan, settled: ReadonlySet<string>): Experiment['grid'] {
  const axes = [grid.x, grid.y].flatMap((axis) => axis ?? []);
  const kept = axes.filter(({ vary, count }) => count > 1 && !settled.has(vary));
  const left = axes.filter(({ vary, count }) => count > 1 && settled.has(vary));
  if (left.length === 0) return grid;
  const { parameters, domain } = plan.objective;
  const parameterOf = ({ vary }: Axis) => parameters.indexOf(vary.replace(/^start\./, ''));
  const taken = kept.map(parameterOf);
  const free = parameters.map((_, k) => k).filter((k) => !taken.includes(k));
  const count = kept.length === 1 ? left[0].count : Math.max(SIDE, Math.round(Math.sqrt(plan.cells)));
  const added = free.slice(0, 2 - kept.length).map((k): Axis => {
    return { vary: parameters[k], from: domain[k][0], to: domain[k][1], count, scale: 'linear' };
  });
  // Noise, the only other thing that an axis may keep on varying, comes last.
  const place = (axis: Axis) => (parameterOf(axis) < 0 ? parameters.length : parameterOf(axis));
  const [x, y] = [...kept, ...added].sort((a, b) => place(a) - place(b));
  return { x, ...(y && { y }) };
}

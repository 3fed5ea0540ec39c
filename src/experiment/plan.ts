import { axisValues, type ResolvedAxis } from './axes.ts';
import { BadExperiment } from './errors.ts';
import { checkStarts } from './farthest-start.ts';
import { gridOf } from './grid.ts';
import { lossBound } from './loss-bound.ts';
import type { Initialisation } from './network/initialisation.ts';
import { type ResolvedObjective, resolveObjective } from './objective.ts';
import { type ResolvedOptimizer, resolveOptimizer } from './optimizer.ts';
import { type Experiment, readExperiment } from './schema.ts';
import { checkData, checkVaried, checkWhole, variedBy, variesWhole } from './varied.ts';

/** Thresholds by which outcomes are told. */
export interface OutcomeSettings {
  /** A trajectory farther from the origin than this has diverged. */
  readonly escape: number;
  /** A trajectory whose loss exceeds this in size has diverged. */
  readonly bound: number;
  /** A gradient of at most this norm has vanished. */
  readonly gradient: number;
  /** A trajectory within this distance of a stationary point, by the local quadratic model, has arrived there. */
  readonly distance: number;
}

/** An experiment made ready to run: names looked up, formulas compiled, axes laid out, defaults filled in. */
export interface Plan {
  readonly experiment: Experiment;
  readonly objective: ResolvedObjective;
  readonly optimizers: readonly ResolvedOptimizer[];
  readonly x: ResolvedAxis;
  readonly y: ResolvedAxis;
  /** Number of cells of the grid: columns times rows. Cell [i, j] has index j · columns + i. */
  readonly cells: number;
  /** Start of every parameter that no axis varies, in the objective's order. */
  readonly start: readonly number[];
  /** How a network's first weights are drawn where an axis varies their scale or seed: `startAt` tells each cell's. Null where nothing is drawn. */
  readonly initialisation: Initialisation | null;
  readonly steps: number;
  readonly noise: number;
  readonly seed: number;
  /** Number of rows that each update's gradient is made from, drawn anew for each, where no axis varies it; null for all, each once. */
  readonly batch: number | null;
  /** The loss at or below which a trajectory has arrived; null for none. */
  readonly target: number | null;
  readonly outcomes: OutcomeSettings;
}

/** Plans by their own experiments: what a link is checked with is what then runs. */
const plans = new WeakMap<object, Plan>();

/**
 * Reads and resolves an experiment of any origin; that of a plan gives the same plan again. Throws `BadExperiment` or `FormulaError`; nothing else.
 */
export function planExperiment(value: unknown): Plan {
  const known = typeof value === 'object' && value !== null ? plans.get(value) : undefined;
  if (known) return known;
  const plan = makePlan(value);
  plans.set(plan.experiment, plan);
  return plan;
}

function makePlan(value: unknown): Plan {
  const experiment = readExperiment(value);
  const objective = resolveObjective(experiment.objective);
  const start = startOf(experiment, objective);
  const grid = gridOf(experiment, objective, start);
  const [x, y] = (['x', 'y'] as const).map((side) => {
    const axis = grid[side];
    const varied = variedBy(axis, side, objective);
    const values = axisValues(axis, `grid.${side}`);
    if (variesWhole(varied)) checkWhole(axis, `grid.${side}`);
    return {
      label: axis.vary,
      varied,
      scale: axis.scale,
      values: variesWhole(varied) ? values.map(Math.round) : values,
    };
  });
  if (JSON.stringify(x.varied) === JSON.stringify(y.varied) && y.values.length > 1) {
    throw new BadExperiment(
      'grid.y.vary',
      `"${y.label}" is varied by x already`,
      'the two axes must vary different things',
    );
  }
  const varied = new Set([x, y].flatMap(({ varied }) => (varied.kind === 'hyperparameter' ? [varied.name] : [])));
  const optimizers = experiment.optimizers.map((input, i) =>
    resolveOptimizer(input, `optimizers.${i}`, objective, varied, experiment.steps),
  );
  for (const [side, axis] of [
    ['x', x],
    ['y', y],
  ] as const)
    checkVaried(axis, `grid.${side}`, optimizers, objective);

  if (experiment.batch !== undefined) checkData(objective, 'batch');
  const extent = Math.max(...objective.domain.map(([low, high]) => high - low));
  const reach = Math.hypot(...objective.domain.map(([low, high]) => Math.max(Math.abs(low), Math.abs(high))));
  const outcomes = {
    escape: 100 * reach,
    bound: lossBound(objective),
    gradient: 1e-5,
    // A network's weights have no scale in common, and its Hessian is nearly singular: its quadratic model tells no distance.
    distance: objective.initialisation ? 1e-6 : 1e-3 * extent,
    ...defined(experiment.outcomes),
  };
  const initialisation = initialisationOf(experiment, objective);
  checkStarts({ start, initialisation, x, y }, outcomes.escape, experiment.outcomes.escape !== undefined);
  return {
    experiment,
    objective,
    optimizers: distinct(optimizers),
    x,
    y,
    cells: x.values.length * y.values.length,
    start,
    initialisation,
    steps: experiment.steps,
    noise: experiment.noise,
    seed: experiment.seed,
    batch: experiment.batch ?? null,
    target: experiment.target === undefined ? objective.target : experiment.target,
    outcomes,
  };
}

function startOf(experiment: Experiment, objective: ResolvedObjective): number[] {
  for (const name of Object.keys(experiment.start)) {
    if (!objective.parameters.includes(name)) {
      throw new BadExperiment(
        `start.${name}`,
        `"${name}" is no parameter`,
        `the objective has ${objective.parameters.join(', ')}`,
      );
    }
  }
  return objective.parameters.map((name, i) => experiment.start[name] ?? objective.start[i]);
}

/** How first weights are drawn: but for those that the experiment gives. */
function initialisationOf({ start }: Experiment, objective: ResolvedObjective): Initialisation | null {
  const { initialisation, parameters } = objective;
  if (!initialisation) return null;
  const { deviations } = initialisation;
  return { ...initialisation, deviations: deviations.map((each, i) => (parameters[i] in start ? null : each)) };
}

/** Labels made unique by counting: "Adam", "Adam 2". */
function distinct(optimizers: readonly ResolvedOptimizer[]): ResolvedOptimizer[] {
  const taken = new Set<string>();
  return optimizers.map((optimizer) => {
    let { label } = optimizer;
    for (let count = 2; taken.has(label); count++) label = `${optimizer.label} ${count}`;
    taken.add(label);
    return { ...optimizer, label };
  });
}

function defined<T extends object>(value: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(value).filter(([, entry]) => entry !== undefined)) as never;
}

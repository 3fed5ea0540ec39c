import { BATCH, NETWORK, NOISE, WARM_UP } from '../catalogue/index.ts';
import { axisValues, type ResolvedAxis, type Varied } from './axes.ts';
import { BadExperiment } from './errors.ts';
import { within } from './hyperparameter.ts';
import { checkLayer, isLayerRate, layerRates } from './layer-rates.ts';
import type { Initialisation } from './network/initialisation.ts';
import { hasData, type ResolvedObjective, resolveObjective } from './objective.ts';
import { findOptimizer, hyperparametersOf, type ResolvedOptimizer, resolveOptimizer } from './optimizer.ts';
import { type Axis, type Experiment, readExperiment } from './schema.ts';
import { startAt } from './starts.ts';

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

/** Cells along each axis of the usual grid: of starts, and of networks. */
const [POINTS, NETWORKS] = [256, 16];

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
  const grid = gridOf(experiment, objective);
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
  const start = startOf(experiment, objective);
  const extent = Math.max(...objective.domain.map(([low, high]) => high - low));
  const reach = Math.hypot(...objective.domain.map(([low, high]) => Math.max(Math.abs(low), Math.abs(high))));
  const outcomes = {
    escape: 100 * reach,
    bound: 1e15,
    gradient: 1e-5,
    // A network's weights have no scale in common, and its Hessian is nearly singular: its quadratic model tells no distance.
    distance: objective.initialisation ? 1e-6 : 1e-3 * extent,
    ...defined(experiment.outcomes),
  };
  const initialisation = initialisationOf(experiment, objective);
  const starts = farthestStart({ start, initialisation, x, y });
  if (starts > outcomes.escape) {
    const far = starts.toPrecision(3);
    if (experiment.outcomes.escape !== undefined) {
      const problem = `${outcomes.escape} does not hold every start`;
      throw new BadExperiment('outcomes.escape', problem, `it must be above ${far}`);
    }
    throw new BadExperiment(
      startField({ initialisation, x, y }, outcomes.escape),
      `a start ${far} away from 0`,
      `it must be nearer than ${Number(outcomes.escape.toPrecision(3))}, where trajectories count as diverged, or outcomes.escape above ${far}`,
    );
  }
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

/** The grid where the experiment gives none: of a network, learning rates and seeds of its first weights; else starts all over the domain. */
export function usualGrid(objective: ResolvedObjective): { readonly x: Axis; readonly y?: Axis } {
  if (objective.initialisation) {
    const [count, { seed }] = [NETWORKS, objective.initialisation];
    const from = Math.min(seed, NETWORK['network.seed'].range[1] - count);
    return {
      x: { vary: 'lr', from: 1e-3, to: 1, count, scale: 'log' },
      y: { vary: 'network.seed', from, to: from + count - 1, count, scale: 'linear' },
    };
  }
  const [first, second] = objective.parameters.map((vary, i): Axis => {
    const [from, to] = objective.domain[i];
    return { vary, from, to, count: POINTS, scale: 'linear' };
  });
  return second ? { x: first, y: second } : { x: first };
}

/** The grid given, or the usual one. */
function gridOf(experiment: Experiment, objective: ResolvedObjective): { x: Axis; y: Axis } {
  const { x, y } = experiment.grid;
  const over = (i: number): Axis => {
    const [from, to] = objective.domain[i];
    return { vary: objective.parameters[i], from, to, count: POINTS, scale: 'linear' };
  };
  const single: Axis = { vary: 'noise', from: experiment.noise, to: experiment.noise, count: 1, scale: 'linear' };
  if (x)
    return {
      x,
      y: y ?? (x.vary === 'noise' ? { ...over(0), from: startOf(experiment, objective)[0], count: 1 } : single),
    };
  if (y) throw new BadExperiment('grid.y', 'an axis without grid.x', 'give grid.x, or call this one x');
  return { y: single, ...usualGrid(objective) };
}

function variedBy(axis: Axis, side: string, objective: ResolvedObjective): Varied {
  const name = axis.vary.replace(/^start\./, '');
  const parameter = objective.parameters.indexOf(name);
  if (parameter >= 0) return { kind: 'start', parameter };
  if (axis.vary.startsWith('start.')) {
    throw new BadExperiment(
      `grid.${side}.vary`,
      `"${name}" is no parameter`,
      `the objective has ${objective.parameters.join(', ')}`,
    );
  }
  if (objective.initialisation && axis.vary === 'network.scale') return { kind: 'initialisation', name: 'scale' };
  if (objective.initialisation && axis.vary === 'network.seed') return { kind: 'initialisation', name: 'seed' };
  if (axis.vary === 'batch') return { kind: 'batch' };
  return axis.vary === 'noise' ? { kind: 'noise' } : { kind: 'hyperparameter', name: axis.vary };
}

function checkVaried(
  axis: ResolvedAxis,
  field: string,
  optimizers: readonly ResolvedOptimizer[],
  objective: ResolvedObjective,
): void {
  const { varied, values } = axis;
  if (varied.kind === 'batch') checkData(objective, `${field}.vary`);
  if (varied.kind === 'noise' || varied.kind === 'batch') {
    const spec = varied.kind === 'noise' ? NOISE : BATCH;
    within(values[0], spec, `${field}.from`);
    within(values.at(-1) as number, spec, `${field}.to`);
  }
  if (varied.kind === 'initialisation') {
    for (const [end, value] of [
      ['from', values[0]],
      ['to', values.at(-1) as number],
    ] as const)
      within(value, NETWORK[`network.${varied.name}`], `${field}.${end}`);
  }
  if (varied.kind !== 'hyperparameter') return;
  const layers = Math.max(0, ...(objective.layerOf ?? []));
  checkLayer(varied.name, layers, `${field}.vary`);
  const owners = optimizers.filter((optimizer) => optimizer.hyperparameters.has(varied.name));
  if (owners.length === 0) {
    const names = [...new Set(optimizers.flatMap((each) => variables(each, layers)))].join(', ');
    const drawn = objective.initialisation ? `${Object.keys(NETWORK).join(', ')}, ` : '';
    const data = hasData(objective) ? 'batch, ' : '';
    const possible = `it may be a parameter of the objective, ${drawn}${data}noise, or a hyperparameter: ${names}`;
    throw new BadExperiment(`${field}.vary`, `"${varied.name}" cannot be varied`, possible);
  }
  for (const owner of owners) {
    const spec = owner.hyperparameters.get(varied.name);
    if (!spec) continue;
    within(values[0], spec, `${field}.from`);
    within(values.at(-1) as number, spec, `${field}.to`);
    const rates = [...owner.hyperparameters.keys()].filter(isLayerRate);
    const none = values.indexOf(0);
    if (varied.name === 'lr' && rates.length > 0 && none >= 0) {
      const possible = `${rates[0]} has a part in the schedule that lr makes: it must be above 0`;
      throw new BadExperiment(
        `${field}.${none === 0 ? 'from' : 'to'}`,
        'an lr of 0 beside the rate of a layer',
        possible,
      );
    }
  }
}

/** Throws `BadExperiment` where there are no rows to draw. */
function checkData(objective: ResolvedObjective, field: string): void {
  if (hasData(objective)) return;
  throw new BadExperiment(
    field,
    'rows to draw for an objective without data',
    'leave it out, or take a network, a regression, or a formula with "data"',
  );
}

/** What an axis may vary of an optimizer: rules that its defaults leave out come in with their hyperparameters. */
function variables({ name, hyperparameters }: ResolvedOptimizer, layers: number): string[] {
  const named = name === 'composed' ? [] : hyperparametersOf(findOptimizer(name, 'name')).keys();
  const own = layerRates(layers).keys();
  return [
    ...new Set([
      ...hyperparameters.keys(),
      ...named,
      ...own,
      ...Object.keys(WARM_UP).map((each) => `schedule.${each}`),
    ]),
  ];
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

/** Whether what is varied is a whole number. */
export function variesWhole(varied: Varied): boolean {
  return isSeed(varied) || varied.kind === 'batch';
}

/** Throws `BadExperiment` where an axis of whole numbers begins or ends between two. */
function checkWhole(axis: Axis, field: string): void {
  for (const end of ['from', 'to'] as const) {
    const value = axis[end];
    if (value === undefined || Number.isInteger(value)) continue;
    throw new BadExperiment(`${field}.${end}`, `${value} is not whole`, 'it must be a whole number');
  }
}

function isSeed(varied: Varied): boolean {
  return varied.kind === 'initialisation' && varied.name === 'seed';
}

/** How first weights are drawn: but for those that the experiment gives. */
function initialisationOf({ start }: Experiment, objective: ResolvedObjective): Initialisation | null {
  const { initialisation, parameters } = objective;
  if (!initialisation) return null;
  const { deviations } = initialisation;
  return { ...initialisation, deviations: deviations.map((each, i) => (parameters[i] in start ? null : each)) };
}

/** A bound of the distance from the origin at which trajectories start: that of the farthest, where an axis of the grid varies a network's seed alone. */
function farthestStart(plan: Pick<Plan, 'start' | 'initialisation' | 'x' | 'y'>): number {
  const { start, x, y } = plan;
  // All but the seed moves a coordinate in one direction along an axis: ends suffice.
  const [columns, rows] = [x, y].map(({ varied, values }) =>
    isSeed(varied) ? [...values.keys()] : [...new Set([0, values.length - 1])],
  );
  let most = 0;
  for (const i of columns) {
    for (const j of rows) most = Math.max(most, Math.hypot(...start.map((_, k) => startAt(plan, k, i, j))));
  }
  return most;
}

/** The field that makes a start lie beyond the escape radius. */
function startField({ initialisation, x, y }: Pick<Plan, 'initialisation' | 'x' | 'y'>, radius: number): string {
  const side = [x, y].findIndex(({ varied, values }) =>
    varied.kind === 'start'
      ? Math.max(Math.abs(values[0]), Math.abs(values[values.length - 1])) > radius
      : varied.kind === 'initialisation' && varied.name === 'scale',
  );
  if (side >= 0) return `grid.${'xy'[side]}`;
  return initialisation ? 'objective.network.scale' : 'start';
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

import { type Experiment, type OptimizerInput, type Plan, resolveObjective } from '../experiment/index.ts';
import { startingRate } from './starter.ts';

/** A change of the experiment: a new value, the old one untouched. */
export type Edit = (experiment: Experiment) => Experiment;

/** Starts along each side of the grid where the experiment gives no grid. */
const SIDE = 256;
/** Most cells that one axis may have. */
const LONGEST = 16384;

/** Another objective, with starts all over its domain, as many as before. Throws `BadExperiment` or `FormulaError`. */
export function withObjective(objective: Experiment['objective'], plan: Plan): Edit {
  return ({ target: _, ...experiment }) =>
    withSide(sideOf(plan) ?? SIDE)({ ...experiment, objective, start: {}, outcomes: {} });
}

/** So many starts along each side of a square grid over the objective's domain. */
export function withSide(side: number): Edit {
  return (experiment) => {
    const { parameters, domain } = resolveObjective(experiment.objective);
    const along = (i: number, count: number) => {
      const [from, to] = domain[i];
      return { vary: parameters[i], from, to, count, scale: 'linear' as const };
    };
    if (parameters.length === 1) return { ...experiment, grid: { x: along(0, Math.min(side * side, LONGEST)) } };
    return { ...experiment, grid: side === SIDE ? {} : { x: along(0, side), y: along(1, side) } };
  };
}

/** Starts along each side where they are spread squarely over the first two parameters; null for another grid. */
export function sideOf(plan: Plan): number | null {
  const starts = [plan.x, plan.y].every((axis) => axis.varied.kind === 'start' || axis.values.length === 1);
  const [columns, rows] = [plan.x.values.length, plan.y.values.length];
  if (!starts) return null;
  if (rows === 1 && plan.objective.parameters.length === 1) return Math.round(Math.sqrt(columns));
  return columns === rows ? columns : null;
}

/** One field of the experiment set to a value. */
export function withField<K extends 'steps' | 'noise' | 'seed' | 'engine'>(field: K, value: Experiment[K]): Edit {
  return (experiment) => ({ ...experiment, [field]: value });
}

/** A hyperparameter or a flag of one optimizer set; `undefined` brings its default back. */
export function withHyperparameter(index: number, name: string, value: number | boolean | undefined): Edit {
  return withOptimizer(index, ({ [name]: _, ...rest }) => (value === undefined ? rest : { ...rest, [name]: value }));
}

/** Another optimizer in the place of one. */
export function withOptimizerNamed(index: number, name: string, plan: Plan): Edit {
  return withOptimizer(index, () => freshOptimizer(name, plan));
}

/** One more optimizer at the end. */
export function withAdded(name: string, plan: Plan): Edit {
  return (experiment) => ({ ...experiment, optimizers: [...experiment.optimizers, freshOptimizer(name, plan)] });
}

/** One optimizer fewer. */
export function withRemoved(index: number): Edit {
  return (experiment) => ({ ...experiment, optimizers: experiment.optimizers.filter((_, i) => i !== index) });
}

function withOptimizer(index: number, change: (optimizer: OptimizerInput) => OptimizerInput): Edit {
  return (experiment) => ({
    ...experiment,
    optimizers: experiment.optimizers.map((each, i) => (i === index ? change(each) : each)),
  });
}

function freshOptimizer(name: string, plan: Plan): OptimizerInput {
  const lr = startingRate(name, plan.objective.domain);
  return lr === undefined ? { name } : { name, lr };
}

import type { Experiment, OptimizerInput, Plan } from '../experiment/index.ts';
import { startingRate } from './starter.ts';

/** A change of the experiment: a new value, the old one untouched. */
export type Edit = (experiment: Experiment) => Experiment;

/** An edit, and the control that asks for it. */
export interface EditRequest {
  readonly control: string;
  readonly change: Edit;
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

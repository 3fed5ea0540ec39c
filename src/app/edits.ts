import type { Experiment, OptimizerInput, Plan } from '../experiment/index.ts';
import { withFittingAxes } from './axis-edits.ts';
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

/** Number of rows that each update is made from, drawn anew for each; null for all. */
export function withBatch(batch: number | null): Edit {
  return ({ batch: _, ...experiment }) => (batch === null ? experiment : { ...experiment, batch });
}

/** The loss at which a trajectory has arrived; null for none, undefined for the objective's own. */
export function withTarget(target: number | null | undefined): Edit {
  return ({ target: _, ...experiment }) => (target === undefined ? experiment : { ...experiment, target });
}

/** A threshold by which outcomes are told; undefined brings back the one that follows from the objective. */
export function withOutcome(name: keyof Experiment['outcomes'], value: number | undefined): Edit {
  return (experiment) => {
    const { [name]: _, ...rest } = experiment.outcomes;
    return { ...experiment, outcomes: value === undefined ? rest : { ...rest, [name]: value } };
  };
}

/** A hyperparameter or a flag of one optimizer set; `undefined` brings its default back. */
export function withHyperparameter(index: number, name: string, value: number | boolean | undefined): Edit {
  return withOptimizer(index, ({ [name]: _, ...rest }) => (value === undefined ? rest : { ...rest, [name]: value }));
}

/** Another optimizer in the place of one; its schedule stays. */
export function withOptimizerNamed(index: number, name: string, plan: Plan): Edit {
  const exchange = withOptimizer(index, ({ schedule }) => ({
    ...freshOptimizer(name, plan),
    ...(schedule && { schedule }),
  }));
  return (experiment) => withFittingAxes(exchange(experiment), plan.objective);
}

/** Another name for people; the usual one where the text is empty. */
export function withLabel(index: number, label: string): Edit {
  return withOptimizer(index, ({ label: _, ...rest }) => (label === '' ? rest : { ...rest, label }));
}

/** One more optimizer at the end. */
export function withAdded(name: string, plan: Plan): Edit {
  return (experiment) => ({ ...experiment, optimizers: [...experiment.optimizers, freshOptimizer(name, plan)] });
}

/** One optimizer a second time, behind the first. */
export function withDuplicated(index: number): Edit {
  return (experiment) => ({
    ...experiment,
    optimizers: experiment.optimizers.flatMap((each, i) => (i === index ? [each, { ...each }] : [each])),
  });
}

/** One optimizer fewer. */
export function withRemoved(index: number, { objective }: Plan): Edit {
  return (experiment) => {
    const optimizers = experiment.optimizers.filter((_, i) => i !== index);
    return withFittingAxes({ ...experiment, optimizers }, objective);
  };
}

/** One optimizer changed. */
export function withOptimizer(index: number, change: (optimizer: OptimizerInput) => OptimizerInput): Edit {
  return (experiment) => ({
    ...experiment,
    optimizers: experiment.optimizers.map((each, i) => (i === index ? change(each) : each)),
  });
}

function freshOptimizer(name: string, plan: Plan): OptimizerInput {
  const lr = startingRate(name, plan.objective.domain);
  return lr === undefined ? { name } : { name, lr };
}

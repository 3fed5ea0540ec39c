import { optimizers as catalogue } from '../catalogue/index.ts';
import type { Experiment, Plan, ResolvedAxis, ResolvedOptimizer } from '../experiment/index.ts';
import { unusedStarts } from './starts.ts';

type Optimizer = Experiment['optimizers'][number];
type Values = Record<string, number | number[]>;

/**
 * A plan's experiment with every default written out: what a file needs to hold to stay the same when defaults change.
 * Planning it again gives the same plan.
 */
export function completeExperiment(plan: Plan): Experiment {
  const { experiment, objective } = plan;
  const unused = unusedStarts(plan);
  return {
    objective: completeObjective(plan),
    optimizers: plan.optimizers.map((resolved, i) => completeOptimizer(resolved, experiment.optimizers[i])),
    grid: { x: completeAxis(plan.x), y: completeAxis(plan.y) },
    start: Object.fromEntries(
      objective.parameters.flatMap((name, i) => (unused.has(name) ? [] : [[name, plan.start[i]]])),
    ),
    steps: plan.steps,
    noise: plan.noise,
    seed: plan.seed,
    ...(plan.batch !== null && { batch: plan.batch }),
    target: plan.target,
    outcomes: { ...plan.outcomes },
    engine: experiment.engine,
  };
}

function completeObjective({ experiment, objective: { domain } }: Plan): Experiment['objective'] {
  const { objective } = experiment;
  if (typeof objective === 'string' || 'network' in objective) return objective;
  return { ...objective, domain: domain.map(([low, high]) => [low, high]) };
}

function completeAxis({ label, scale, values }: ResolvedAxis) {
  return { vary: label, from: values[0], to: values[values.length - 1], count: values.length, scale };
}

function completeOptimizer(resolved: ResolvedOptimizer, given: Optimizer): Optimizer {
  const flags = catalogue.find(({ name }) => name === given.name)?.flags ?? {};
  const chosen = Object.fromEntries(Object.entries(flags).map(([name, value]) => [name, given[name] ?? value]));
  const own: Values = {};
  const schedule: Values = {};
  for (const [name, { value }] of resolved.hyperparameters) {
    const [first, key, place] = name.split('.');
    if (first !== 'schedule') own[name] = value;
    else if (place === undefined) schedule[key] = value;
    else schedule[key] = [...((schedule[key] as number[] | undefined) ?? []), value];
  }
  const form =
    given.schedule?.formula === undefined
      ? { name: given.schedule?.name ?? 'constant' }
      : { formula: given.schedule.formula };
  return {
    ...(given.name === undefined ? { rules: given.rules } : { name: given.name }),
    label: given.label ?? resolved.label,
    ...chosen,
    ...own,
    schedule: { ...form, ...schedule },
  };
}

import { optimizers } from '../../catalogue/index.ts';
import { type Plan, planExperiment, type ResolvedOptimizer } from '../../experiment/index.ts';
import { translated } from './translated.ts';

const spoken = new WeakMap<Plan, Plan>();

/** Plans an experiment for the page, where optimizers that nobody has named go by their titles in the page's language. Throws as `planExperiment` does, and gives the same plan for the same experiment. */
export function spokenPlan(experiment: unknown): Plan {
  const plan = planExperiment(experiment);
  const known = spoken.get(plan);
  if (known) return known;
  const own = plan.experiment.optimizers;
  const named = plan.optimizers.map((each, i) => (own[i].label === undefined ? inLanguage(each) : each));
  const made = { ...plan, optimizers: named };
  spoken.set(plan, made);
  return made;
}

/** Its label is the title, with a number where there are several; it is asked for anew whenever it is shown, for the language may change. */
function inLanguage(optimizer: ResolvedOptimizer): ResolvedOptimizer {
  const title = optimizers.find(({ name }) => name === optimizer.name)?.title;
  const { label } = optimizer;
  if (title === undefined || !label.startsWith(title)) return optimizer;
  return {
    ...optimizer,
    get label() {
      return translated(title) + label.slice(title.length);
    },
  };
}

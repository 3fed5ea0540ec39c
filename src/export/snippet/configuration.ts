import { layerRateName, learningRateOf, type Plan, type ScheduleInput } from '../../experiment/index.ts';
import { floating } from './python.ts';

/** One optimizer with all its numbers on one objective from one start: what a snippet runs. */
export interface Configuration {
  readonly plan: Plan;
  /** Place in the plan's optimizers. */
  readonly optimizer: number;
  /** All hyperparameters by name, `lr` among them; the schedule's are called `schedule.gamma`. */
  readonly values: ReadonlyMap<string, number>;
  /** A coordinate for each parameter. */
  readonly start: readonly number[];
  /** Standard deviation of the noise on each gradient component. */
  readonly noise: number;
  /** Number of rows that each update is made from; null for all. */
  readonly batch: number | null;
  /** Index of the grid's cell whose rows are drawn. */
  readonly cell: number;
}

/** The names of a configuration's rules, in their order. */
export function ruleNames({ plan, optimizer }: Configuration): readonly string[] {
  return plan.optimizers[optimizer].rules.map(({ name }) => name);
}

/** Neighbouring parameters that share a learning rate: a layer of a network, or all. */
export interface RateGroup {
  /** Their layer's rate over `lr`; null where they have none of their own. */
  readonly share: number | null;
  /** First of the parameters, and the one after the last. */
  readonly from: number;
  readonly to: number;
  /** The rate itself. */
  readonly lr: number;
}

/** The parameters by their learning rates, one group for each layer; null where all have the same one. */
export function rateGroups({ plan, values }: Configuration): readonly RateGroup[] | null {
  const { layerOf } = plan.objective;
  const layers = [...new Set(layerOf ?? [])];
  if (!layerOf || !layers.some((layer) => values.has(layerRateName(layer)))) return null;
  const lr = values.get('lr') ?? 0;
  return layers.map((layer) => {
    const own = values.get(layerRateName(layer)) ?? null;
    const range = { from: layerOf.indexOf(layer), to: layerOf.lastIndexOf(layer) + 1 };
    return { ...range, share: own === null ? null : own / lr, lr: own ?? lr };
  });
}

/** Each parameter's rate over `lr`, as Python writes it. */
export function shares(groups: readonly RateGroup[]): string[] {
  return groups.flatMap(({ from, to, share }) => Array.from({ length: to - from }, () => floating(share ?? 1)));
}

/** Whether a rule itself makes something of the learning rate, so that scaling its update is not the same as another rate. */
export function readsRate({ plan, optimizer }: Configuration): boolean {
  return plan.optimizers[optimizer].rules.some(({ formula }) => /\b(lr|eta|eta_next)\b/.test(formula));
}

/** The learning rate of a configuration's first update. */
export function firstRate({ plan, optimizer, cell }: Configuration): number {
  const columns = plan.x.values.length;
  return learningRateOf(plan, optimizer).at(1, cell % columns, Math.floor(cell / columns));
}

/** The schedule of a configuration as it is written in its experiment. */
export function scheduleOf({ plan, optimizer }: Configuration): ScheduleInput | undefined {
  return plan.experiment.optimizers[optimizer].schedule;
}

import type { Plan, ScheduleInput } from '../../experiment/index.ts';

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
}

/** The names of a configuration's rules, in their order. */
export function ruleNames({ plan, optimizer }: Configuration): readonly string[] {
  return plan.optimizers[optimizer].rules.map(({ name }) => name);
}

/** The schedule of a configuration as it is written in its experiment. */
export function scheduleOf({ plan, optimizer }: Configuration): ScheduleInput | undefined {
  return plan.experiment.optimizers[optimizer].schedule;
}

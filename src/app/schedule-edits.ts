import { type Hyperparameter, schedules } from '../catalogue/index.ts';
import type { OptimizerInput, Plan, ScheduleInput } from '../experiment/index.ts';
import { withFittingAxes } from './axis-edits.ts';
import { type Edit, withOptimizer } from './edits.ts';

/** Share of a run's steps that a new warm-up takes. */
const WARM_UP_SHARE = 0.1;

/** The catalogue's schedule of that name for one optimizer; its warm-up stays. */
export function withScheduleNamed(index: number, name: string, plan: Plan): Edit {
  return fitting(index, plan, (old) => ({ name, ...warmUpOf(old) }));
}

/** A schedule of one's own for one optimizer; its warm-up stays. */
export function withScheduleFormula(index: number, formula: string, plan: Plan): Edit {
  return fitting(index, plan, (old) => ({ formula, ...warmUpOf(old) }));
}

/** A number or a list of an optimizer's schedule; undefined brings its default back. */
export function withScheduleValue(index: number, key: string, value: number | readonly number[] | undefined): Edit {
  return withSchedule(index, ({ [key]: _, ...rest }) => (value === undefined ? rest : { ...rest, [key]: value }));
}

/** A linear warm-up before an optimizer's schedule, over a tenth of the run, or none. */
export function withWarmUp(index: number, on: boolean, plan: Plan): Edit {
  return fitting(index, plan, ({ warmup: _, warmup_from: __, ...rest }) =>
    on ? { ...rest, warmup: Math.max(1, Math.round(WARM_UP_SHARE * plan.steps)) } : rest,
  );
}

/**
 * A schedule as a formula that says the same, in which numbers stand for its hyperparameters: where one of one's own begins. Lists have no
 * text: a schedule with one begins as the bare learning rate.
 * @param steps the experiment's number of steps
 */
export function scheduleText({ schedule }: OptimizerInput, steps: number): string {
  if (schedule?.formula !== undefined) return schedule.formula;
  const known = schedules.find(({ name }) => name === (schedule?.name ?? 'constant'));
  if (!known || known.lists) return 'lr';
  const written = (name: string) => {
    const given = schedule?.[name];
    const usual = known.hyperparameters[name].default;
    const value = given === undefined ? (usual === 'steps' ? steps : usual) : Number(given);
    return value < 0 ? `(${value})` : String(value);
  };
  const names = Object.keys(known.hyperparameters);
  // A name that is called is a function: no hyperparameter is.
  return known.formula
    .replace(/[A-Za-z_]\w*/g, (word) => (names.includes(word) ? written(word) : word))
    .replace(/\n\s+/g, '\n');
}

/** Hyperparameters of an optimizer's schedule, by their names within it; of a typed one none. */
export function scheduleHyperparameters({ schedule }: OptimizerInput): readonly [string, Hyperparameter][] {
  const known = schedules.find(({ name }) => name === schedule?.name);
  return Object.entries(known?.hyperparameters ?? {});
}

function fitting(index: number, { objective }: Plan, change: (schedule: ScheduleInput) => ScheduleInput): Edit {
  const edit = withSchedule(index, change);
  return (experiment) => withFittingAxes(edit(experiment), objective);
}

/** A constant rate without a warm-up needs no word. */
function withSchedule(index: number, change: (schedule: ScheduleInput) => ScheduleInput): Edit {
  return withOptimizer(index, ({ schedule, ...rest }) => {
    const next = change(schedule ?? { name: 'constant' });
    const needless = next.name === 'constant' && Object.keys(next).length === 1;
    return (needless ? rest : { ...rest, schedule: next }) as OptimizerInput;
  });
}

function warmUpOf({ warmup, warmup_from }: ScheduleInput): Partial<ScheduleInput> {
  return { ...(warmup !== undefined && { warmup }), ...(warmup_from !== undefined && { warmup_from }) };
}

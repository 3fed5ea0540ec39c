import { schedules } from '../../catalogue/index.ts';
import type { ScheduleInput } from '../../experiment/index.ts';
import { type Dialect, NUMBERS } from './dialect.ts';
import { PythonNames } from './names.ts';
import { type PythonName, PythonWriter, pythonNumber } from './python.ts';

/** A schedule with the values of its hyperparameters. */
export interface ScheduleValues {
  readonly input: ScheduleInput | undefined;
  readonly lr: number;
  /** All hyperparameters of the optimizer; the schedule's are called `schedule.gamma`. */
  readonly values: ReadonlyMap<string, number>;
}

/** The values of a schedule's hyperparameters by their own names, lists as lists. */
export function scheduleValues(values: ReadonlyMap<string, number>): ReadonlyMap<string, number | number[]> {
  const found = new Map<string, number | number[]>();
  for (const [name, value] of values) {
    const [, key, place] = /^schedule\.(\w+)(?:\.(\d+))?$/.exec(name) ?? [];
    if (key === undefined) continue;
    if (place === undefined) found.set(key, value);
    else found.set(key, [...((found.get(key) as number[] | undefined) ?? []), value]);
  }
  return found;
}

/** Whether the learning rate stays as it is. */
export function isConstant({ input, values }: ScheduleValues): boolean {
  const named = input?.formula === undefined && (input?.name ?? 'constant') === 'constant';
  return named && !values.has('schedule.warmup');
}

/**
 * Lines of Python that define `eta(s)`, the learning rate of update s, counted from 0.
 * @param traced the library whose array s is, as inside a jitted function; null where it is a number of Python's
 */
export function scheduleCode({ input, lr, values }: ScheduleValues, traced: Dialect | null): string[] {
  const formula = input?.formula ?? schedules.find(({ name }) => name === (input?.name ?? 'constant'))?.formula ?? 'lr';
  const taken = new PythonNames(['s', 'each']);
  const names = new Map<string, PythonName>([['s', { text: 's', array: traced !== null, many: false }]]);
  const settings: string[] = [];
  let list = '';
  for (const [name, value] of [['lr', lr] as const, ...scheduleValues(values)]) {
    if (name === 'warmup' || name === 'warmup_from') continue;
    const text = taken.take(name);
    if (typeof value === 'number') {
      settings.push(`${text} = ${pythonNumber(value)}`);
      names.set(name, { text, array: false, many: false });
      continue;
    }
    const entries = `[${value.map(pythonNumber).join(', ')}]`;
    settings.push(`${text} = ${traced ? `jnp.array(${entries})` : entries}`);
    names.set(name, { text: traced ? text : 'each', array: true, many: true });
    list = text;
  }
  const writer = new PythonWriter(traced ?? over(list), names, (name) => taken.take(name));
  const { lines, value } = writer.statements(formula);
  // A count of steps is a whole number of 32 bits there, and so would be what is made of it.
  const first = traced ? ['s = jnp.asarray(s, float)'] : [];
  const define = (name: string) => [
    `def ${name}(s):`,
    ...[...first, ...settings, ...lines, `return ${value}`].map(indented),
  ];
  const warmup = values.get('schedule.warmup');
  if (warmup === undefined) return define('eta');
  const from = values.get('schedule.warmup_from') ?? 0;
  const line = `${pythonNumber(from)} + ${pythonNumber(lr - from)}*s/${pythonNumber(Math.max(warmup, 0.5))}`;
  const after = `after_warmup(s - ${pythonNumber(warmup)})`;
  const condition = `s < ${pythonNumber(warmup)}`;
  const rate = traced ? traced.where(condition, line, after) : `${line} if ${condition} else ${after}`;
  return [...define('after_warmup'), '', '', 'def eta(s):', ...[...first, `return ${rate}`].map(indented)];
}

/** What is computed for each entry of a list of Python's own. */
function over(list: string): Dialect {
  return {
    functions: NUMBERS,
    bound: (name, a, b) => `${name}(${a}, ${b})`,
    where: (condition, a, b) => `(${a} if ${condition} else ${b})`,
    sum: (x) => `sum(${x} for each in ${list})`,
    mean: (x) => `(sum(${x} for each in ${list})/len(${list}))`,
    norm: (x) => `math.sqrt(sum((${x})**2 for each in ${list}))`,
    dot: (a, b) => `sum(${a}*${b} for each in ${list})`,
  };
}

const indented = (line: string) => `    ${line}`;

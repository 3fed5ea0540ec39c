import { type Configuration, rateGroups } from './configuration.ts';
import type { Dialect } from './dialect.ts';
import type { PythonNames } from './names.ts';
import { type PythonName, PythonWriter, pythonNumber } from './python.ts';

/** Rules as Python. */
export interface WrittenRules {
  /** Hyperparameters and the first values of states; `theta` is the start there. */
  readonly before: readonly string[];
  /** One step from the gradient `g` to the update `u`, of step number `t`. */
  readonly step: readonly string[];
  readonly usesCurvature: boolean;
}

/** How a library makes arrays. */
export interface Arrays {
  readonly dialect: Dialect;
  /** An array like another, filled with a number. */
  readonly full: (like: string, value: string) => string;
  readonly scalar: (value: string) => string;
}

/**
 * An optimizer's rules written out, for what no library has.
 * @param names names of the program, `lr` among them, which its rules must not assign to
 * @param rate text of this step's learning rate, and of the next one's; where layers have their own, `share` holds each parameter's over it
 */
export function writtenRules(
  configuration: Configuration,
  { dialect, full, scalar }: Arrays,
  names: PythonNames,
  [rate, nextRate]: readonly [string, string],
): WrittenRules {
  const { plan, optimizer, values } = configuration;
  const layered = rateGroups(configuration) !== null;
  const { rules, update } = plan.optimizers[optimizer];
  const vector = (text: string): PythonName => ({ text, array: true, many: true });
  const plain = (text: string): PythonName => ({ text, array: false, many: false });
  const rateOf = (text: string) => (layered ? vector(`(${text}*share)`) : plain(text));
  const before: string[] = [];
  const own = new Map<string, PythonName>();
  const used = new Set(['lr', ...rules.flatMap((rule) => Object.keys(rule.hyperparameters))]);
  for (const name of used) {
    const text = name === 'lr' ? name : names.take(name);
    own.set(name, name === 'lr' ? rateOf(text) : plain(text));
    before.push(`${text} = ${pythonNumber(values.get(name) ?? 0)}`);
  }
  const step = ['u = g'];
  let slot = 0;
  for (const rule of rules) {
    const states = Object.entries(rule.state).map(([name, initial]) => {
      const many = update.states[slot].name !== name;
      slot += many ? update.theta.length : 1;
      return { name, initial: String(initial), many, text: names.take(name) };
    });
    const write = (arrays: ReadonlySet<string>, free: PythonNames) => {
      const known = new Map<string, PythonName>([
        ...own,
        ...states.map(({ name, many, text }): [string, PythonName] => [
          name,
          { text, array: many || arrays.has(name), many },
        ]),
        ...(['u', 'g', 'theta', 'h'] as const).map((name): [string, PythonName] => [name, vector(name)]),
        ['t', plain('t')],
        ['eta', rateOf(rate)],
        ['eta_next', rateOf(nextRate)],
      ]);
      return new PythonWriter(dialect, known, (name) => free.take(name));
    };
    // A state that is kept once may become an array when it is first assigned: it is one from the start, then.
    const probe = write(new Set(), names.copy());
    probe.statements(rule.formula);
    const arrays = new Set(states.map(({ name }) => name).filter((name) => probe.names.get(name)?.array));
    const { lines } = write(arrays, names).statements(rule.formula);
    for (const { name, initial, many, text } of states) {
      const value = write(new Set(), names).statements(initial).value ?? '0';
      const made =
        initial === 'theta' ? 'theta' : many ? full('theta', value) : arrays.has(name) ? scalar(value) : value;
      before.push(`${text} = ${made}`);
    }
    step.push(`# ${rule.title}`, ...lines);
  }
  return { before, step, usesCurvature: update.usesCurvature };
}

import type { ResolvedObjective } from '../../experiment/index.ts';
import type { Dialect } from './dialect.ts';
import { PythonNames } from './names.ts';
import { networkCode } from './network-code.ts';
import { floating, type PythonName, PythonWriter } from './python.ts';

/**
 * The objective as lines of Python that define `loss_fn(theta)`, its data before it.
 * @param batched whether it is `loss_fn(theta, rows)`, whose sums run over those rows, or over all where none are given
 * @param array what makes an array of a list: `torch.tensor`
 * @param columns names of the program, from which those of the data are taken
 */
export function objectiveCode(
  objective: ResolvedObjective,
  dialect: Dialect,
  array: string,
  batched: boolean,
  columns: PythonNames,
): string[] {
  if (objective.layered) return networkCode(objective, dialect, array, batched, columns);
  const { formula, parameters, data = {}, title } = objective;
  const names = new Map<string, PythonName>();
  const lines = Object.entries(data).map(([name, values]) => {
    const text = columns.take(name);
    names.set(name, { text, array: true, many: true });
    return `${text} = ${array}([${values.map((value) => floating(value)).join(', ')}])`;
  });
  const locals = new PythonNames([...names.values()].map(({ text }) => text));
  const rows = Object.values(data)[0]?.length ?? 0;
  const chosen = batched
    ? [...names].map(([name, column]) => {
        const text = locals.take(name);
        names.set(name, { ...column, text });
        return `${text} = ${column.text}[rows]`;
      })
    : [];
  const inputs = parameters.map((name) => {
    const text = locals.take(name);
    names.set(name, { text, array: true, many: false });
    return text;
  });
  // A sum over a few rows stands for one over all.
  const sum = (x: string) => `(${rows}*${dialect.mean(x)})`;
  const writer = new PythonWriter(batched ? { ...dialect, sum } : dialect, names, (name) => locals.take(name), rows);
  const { lines: body, value } = writer.statements(formula);
  const unpack = inputs.length === 1 ? `(${inputs[0]},) = theta` : `${inputs.join(', ')} = theta`;
  const spaced = lines.length > 0 ? [...lines, '', ''] : [];
  const about = title === formula ? [] : [`    """${title.replaceAll('"', "'").replaceAll('\\', '/')}"""`];
  return [
    ...spaced,
    `def loss_fn(theta${batched ? ', rows=slice(None)' : ''}):`,
    ...about,
    ...[unpack, ...chosen, ...body, `return ${value}`].map((line) => `    ${line}`),
  ];
}

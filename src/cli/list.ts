import type { Arguments } from './arguments.ts';
import type { Host } from './host.ts';
import { type Column, formatTable, rounded } from './table.ts';
import { oneOf } from './values.ts';

/** What a list shows: complete entries for programs, and a few of their words for people. */
interface Listing {
  readonly entries: readonly object[];
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly string[])[];
}

/** Everything that can be listed. Each loads no more than it needs. */
const LISTS = { objectives, optimizers, schedules, rules, data };

/** `scree list`: what the catalogue holds. */
export async function list({ operand, options }: Arguments, host: Host): Promise<void> {
  const what = oneOf(operand, 'list', Object.keys(LISTS) as (keyof typeof LISTS)[]);
  const { entries, columns, rows } = await LISTS[what]();
  await host.out(
    options.has('json') ? `${JSON.stringify(entries, null, 2)}\n` : formatTable(columns, rows, host.columns),
  );
}

async function objectives(): Promise<Listing> {
  const catalogue = await import('../catalogue/index.ts');
  return {
    entries: catalogue.objectives,
    columns: [
      { heading: 'name' },
      { heading: 'parameters' },
      { heading: 'minima', right: true },
      { heading: 'lowest', right: true },
      { heading: 'formula' },
    ],
    rows: catalogue.objectives.map(({ name, parameters, minima, minimum, formula }) => [
      name,
      parameters.join(', '),
      String(minima.length),
      rounded(minimum),
      flat(formula),
    ]),
  };
}

async function optimizers(): Promise<Listing> {
  const catalogue = await import('../catalogue/index.ts');
  const { hyperparametersOf } = await import('../experiment/optimizer.ts');
  const entries = catalogue.optimizers.map((optimizer) => ({
    ...optimizer,
    hyperparameters: Object.fromEntries(hyperparametersOf(optimizer)),
  }));
  return {
    entries,
    columns: [{ heading: 'name' }, { heading: 'title' }, { heading: 'hyperparameters and their defaults' }],
    rows: entries.map(({ name, title, hyperparameters, flags }) => [name, title, defaults(hyperparameters, flags)]),
  };
}

async function schedules(): Promise<Listing> {
  const catalogue = await import('../catalogue/index.ts');
  return {
    entries: catalogue.schedules.map((schedule) => ({ ...schedule, warm_up: catalogue.WARM_UP })),
    columns: [
      { heading: 'name' },
      { heading: 'hyperparameters and their defaults' },
      { heading: 'learning rate at step s' },
    ],
    rows: catalogue.schedules.map(({ name, hyperparameters, lists, formula }) => [
      name,
      defaults(hyperparameters, lists),
      flat(formula),
    ]),
  };
}

async function rules(): Promise<Listing> {
  const catalogue = await import('../catalogue/index.ts');
  return {
    entries: catalogue.rules,
    columns: [{ heading: 'name' }, { heading: 'hyperparameters and their defaults' }, { heading: 'formula' }],
    rows: catalogue.rules.map(({ name, hyperparameters, formula }) => [name, defaults(hyperparameters), flat(formula)]),
  };
}

async function data(): Promise<Listing> {
  const { dataSets } = await import('../catalogue/index.ts');
  return {
    entries: dataSets,
    columns: [
      { heading: 'name' },
      { heading: 'title' },
      { heading: 'inputs', right: true },
      { heading: 'classes', right: true },
      { heading: 'rows', right: true },
      { heading: 'source' },
    ],
    rows: dataSets.map(({ name, title, inputs, classes, rows, source }) => [
      name,
      title,
      inputs === null ? 'any' : String(inputs),
      classes === 0 ? '–' : String(classes),
      String(rows),
      source,
    ]),
  };
}

function defaults(
  hyperparameters: Readonly<Record<string, { readonly default: number | 'steps' }>>,
  others: Readonly<Record<string, boolean | readonly number[]>> = {},
): string {
  const numbers = Object.entries(hyperparameters).map(([name, spec]) => `${name}=${spec.default}`);
  const rest = Object.entries(others).map(([name, value]) => `${name}=${JSON.stringify(value)}`);
  return [...numbers, ...rest].join(' ') || '–';
}

/** A formula of several lines on one. */
const flat = (formula: string) => formula.replace(/\s*\n\s*/g, '; ');

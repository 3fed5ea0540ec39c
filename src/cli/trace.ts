import type { TraceRow } from '../engine/index.ts';
import { LIMITS, type Plan } from '../experiment/index.ts';
import { csvLine, csvNumber } from '../export/csv.ts';
import type { Arguments } from './arguments.ts';
import { BadInput, locating } from './faults.ts';
import { placeOf } from './files.ts';
import type { Host } from './host.ts';
import { readPlan } from './plan.ts';
import { tellingHowFar, unlessStopped } from './stopping.ts';
import { grouped } from './table.ts';
import { wholeNumber } from './values.ts';

/** `scree trace`: one cell of an experiment, step by step, as CSV. */
export async function trace({ operand, options }: Arguments, host: Host): Promise<void> {
  const plan = await readPlan(operand, options, host);
  const optimizer = optimizerOf(plan, options.get('optimizer'));
  const cell = cellOf(plan, options.get('cell'));
  const limit = options.get('steps');
  const steps = limit === undefined ? plan.steps : wholeNumber(limit, '--steps', 1, LIMITS.steps);
  // Lines reach a slow reader while their write is still under way.
  let [given, written] = [-1, -1];
  await tellingHowFar(
    async () => {
      for await (const rows of follow(plan, optimizer, cell, steps, host, placeOf(operand))) {
        const header = given < 0 ? csvLine(csvHeader(plan.objective.parameters)) : '';
        given = rows[rows.length - 1].step;
        await unlessStopped(host, host.out(header + rows.map((row) => csvLine(csvCells(row))).join('')));
        written = given;
      }
    },
    () => {
      if (given < 0) return 'before the first line';
      const step = `of step ${grouped(given)} of ${grouped(steps)}`;
      if (given === written) return `after the line ${step}`;
      return `with the lines up to that ${step} on their way to the reader`;
    },
  );
}

/** The cell's rows in batches; the engine is open for as long as the loop over them runs. */
async function* follow(
  plan: Plan,
  optimizer: number,
  cell: readonly [number, number],
  steps: number,
  host: Host,
  place: string,
): AsyncGenerator<readonly TraceRow[], void> {
  const { engine } = await unlessStopped(host, host.openEngine(plan.experiment.engine));
  try {
    const batches = engine.follow(plan, optimizer, cell, steps);
    for (;;) {
      const next = await unlessStopped(
        host,
        locating(place, () => batches.next()),
      );
      if (next.done) return;
      yield next.value;
    }
  } finally {
    engine.destroy();
  }
}

/** Index of the optimizer that an option names: by its index or its label. */
function optimizerOf(plan: Plan, text: string | undefined): number {
  const labels = plan.optimizers.map(({ label }) => label);
  const known = `known are ${labels.map((label, k) => `${k} (${label})`).join(', ')}`;
  if (text === undefined) {
    if (labels.length === 1) return 0;
    throw new BadInput(`--optimizer is missing; ${known}`);
  }
  const index = /^\d+$/.test(text) ? Number(text) : labels.indexOf(text);
  if (index >= 0 && index < labels.length) return index;
  throw new BadInput(`--optimizer: "${text}" is none of the experiment's; ${known}`);
}

function cellOf({ x, y, cells }: Plan, text: string | undefined): [number, number] {
  const [columns, rows] = [x.values.length, y.values.length];
  const possible = `write I,J: column 0 to ${columns - 1} and row 0 to ${rows - 1}`;
  if (text === undefined) {
    if (cells === 1) return [0, 0];
    throw new BadInput(`--cell is missing; ${possible}`);
  }
  const [, i, j] = /^\s*(\d+)\s*,\s*(\d+)\s*$/.exec(text) ?? [];
  if (Number(i) < columns && Number(j) < rows) return [Number(i), Number(j)];
  throw new BadInput(`--cell: "${text}" is not in the grid; ${possible}`);
}

/** Names of a trace's columns, all different. */
export function csvHeader(parameters: readonly string[]): string[] {
  const of = (what: string) => parameters.map((name) => `${what}_${name}`);
  const names = [
    'step',
    ...of('theta'),
    'loss',
    ...of('gradient'),
    'gradient_norm',
    ...of('u'),
    'eta',
    ...of('effective'),
  ];
  // A parameter called norm would have the gradient norm's name.
  return names.map((name, i) =>
    names.indexOf(name) === names.lastIndexOf(name) || names.indexOf(name) < i ? name : `${name}_`,
  );
}

/** A trace's row in the header's order. Numbers in full, so that they are read back to the bit; empty for NaN. */
export function csvCells({ step, theta, loss, gradient, gradientNorm, u, eta, effective }: TraceRow): string[] {
  const numbers = [step, ...theta, loss, ...gradient, gradientNorm, ...u, eta, ...effective];
  return numbers.map(csvNumber);
}

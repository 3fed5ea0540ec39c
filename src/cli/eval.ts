import { eigenvalues } from '../analysis/eigen.ts';
import { findObjective } from '../catalogue/index.ts';
import type { Evaluation } from '../engine/index.ts';
import { asFormula, ENGINE_CHOICES, type EngineChoice, type Plan, planExperiment } from '../experiment/index.ts';
import { describePosition } from '../formula/errors.ts';
import { compileObjective, FormulaError, interpret } from '../formula/index.ts';
import type { Arguments } from './arguments.ts';
import { readTable } from './data.ts';
import { BadInput, oneLine } from './faults.ts';
import type { Host } from './host.ts';
import { isName, noObjective } from './objective-name.ts';
import { singularities } from './singular.ts';
import { unlessStopped } from './stopping.ts';
import { namedNumbers, oneOf } from './values.ts';

/** What evaluates where no engine is asked for: the formula itself, in double precision. */
const FLOAT64 = 'float64';

/** `scree eval`: value, gradient, Hessian and its eigenvalues of a formula at a point. */
export async function evaluate({ operand, options }: Arguments, host: Host): Promise<void> {
  const machine = oneOf(options.get('engine') ?? FLOAT64, '--engine', [FLOAT64, ...ENGINE_CHOICES]);
  const table = options.has('data') ? await readTable(options.get('data') as string, host) : undefined;
  const at = options.has('at') ? namedNumbers(options.get('at') as string, '--at') : undefined;
  const plan = planOf(operand, at, table);
  const { compiled } = asFormula(plan.objective);
  for (const { message, position } of compiled.notes) {
    host.err(`scree: note: ${oneLine(message)} (${describePosition(position, plan.objective.formula)})\n`);
  }
  const point = compiled.parameters.map((name, i) => (at ? (at.get(name) as number) : plan.objective.start[i]));
  const { engine, evaluation: computed } =
    machine === FLOAT64
      ? { engine: FLOAT64, evaluation: exactly(plan, point) }
      : await onEngine(machine, plan, point, host);
  const evaluation = Number.isNaN(computed.loss) ? withoutValue(computed) : computed;
  if (evaluation !== computed) host.err('scree: note: the formula has no value at this point\n');
  for (const note of singularities(compiled, point)) host.err(`scree: note: ${note}\n`);
  const { formula } = plan.objective;
  const constant = at === undefined && plan.experiment.objective !== operand;
  const result = constant
    ? { formula, engine, parameters: [], at: [], value: evaluation.loss, gradient: [], hessian: [], eigenvalues: [] }
    : {
        formula,
        engine,
        parameters: compiled.parameters,
        at: point,
        value: evaluation.loss,
        gradient: [...evaluation.gradient],
        hessian: evaluation.hessian.map((row) => [...row]),
        eigenvalues: [...eigenvalues(evaluation.hessian)],
      };
  await host.out(options.has('json') ? `${JSON.stringify(result, null, 2)}\n` : format(result));
}

/** Where there is no value there are no derivatives either, though their own formulas may give numbers. */
function withoutValue({ loss, gradient, hessian }: Evaluation): Evaluation {
  return { loss, gradient: gradient.map(() => Number.NaN), hessian: hessian.map((row) => row.map(() => Number.NaN)) };
}

/** A plan around the objective: the catalogue's where the text is a name there, else the formula typed. */
function planOf(
  text: string,
  at: ReadonlyMap<string, number> | undefined,
  data: Record<string, number[]> | undefined,
): Plan {
  if (text.trim() === '') throw new BadInput('the formula is missing; write scree eval "x^2 + y" --at x=1,y=2');
  const known = at?.has(text) ? undefined : findObjective(text);
  if (known && data) throw new BadInput(`--data: "${text}" has its own data; type the formula to use other data`);
  if (known) checkNames(text, known.parameters, at);
  else if (isName(text) && !at?.has(text)) throw noObjective(text, 'nor a parameter in --at', `--at ${text.trim()}=1`);
  else if (!at) checkConstant(text, data);
  const parameters = at ? [...at.keys()] : [unusedName(text, data)];
  const objective = known ? text : { formula: text, parameters, data };
  return planExperiment({ objective, optimizers: [{ name: 'sgd' }], outcomes: { escape: 1e30 } });
}

/** Throws where a formula cannot be evaluated without parameters. */
function checkConstant(formula: string, data: Record<string, number[]> | undefined): void {
  try {
    compileObjective(formula, [], data);
  } catch (error) {
    if (!(error instanceof FormulaError && error.problem.startsWith('unknown name'))) throw error;
    throw new BadInput('--at is missing; name the parameters and their values: --at x=1,y=2');
  }
}

/** Every plan has a parameter: a constant's is one that its formula does not use. */
function unusedName(formula: string, data: Record<string, number[]> = {}): string {
  let name = 'unused';
  while (formula.includes(name) || Object.hasOwn(data, name)) name += '_';
  return name;
}

function checkNames(
  objective: string,
  parameters: readonly string[],
  at: ReadonlyMap<string, number> | undefined,
): void {
  if (!at) return;
  const possible = `${objective} has ${parameters.join(', ')}`;
  for (const name of at.keys()) {
    if (!parameters.includes(name)) throw new BadInput(`--at: "${name}" is no parameter; ${possible}`);
  }
  const missing = parameters.find((name) => !at.has(name));
  if (missing !== undefined) throw new BadInput(`--at: "${missing}" is missing; ${possible}`);
}

function exactly({ objective }: Plan, point: readonly number[]): Evaluation {
  const { graph, inputs, loss, gradient, hessian } = asFormula(objective).compiled;
  const n = inputs.length;
  const values = interpret(graph, [loss, ...gradient, ...hessian.flat()], inputs).run(point);
  return {
    loss: values[0],
    gradient: values.slice(1, 1 + n),
    hessian: inputs.map((_, row) => values.slice(1 + n + row * n, 1 + n + (row + 1) * n)),
  };
}

async function onEngine(choice: EngineChoice, plan: Plan, point: readonly number[], host: Host) {
  const { engine } = await unlessStopped(host, host.openEngine(choice));
  try {
    const [evaluation] = await unlessStopped(host, engine.evaluate(plan, [point]));
    return { engine: engine.device.engine, evaluation };
  } finally {
    engine.destroy();
  }
}

interface Result {
  readonly parameters: readonly string[];
  readonly value: number;
  readonly gradient: readonly number[];
  readonly hessian: readonly (readonly number[])[];
  readonly eigenvalues: readonly number[];
}

function format({ parameters, value, gradient, hessian, eigenvalues: spectrum }: Result): string {
  if (parameters.length === 0) return `value        ${value}\n`;
  const names = parameters.map((name) => `  ${name}  `);
  const width = Math.max(...names.map((name) => name.length));
  const entries = hessian.map((row) => row.map(String));
  const widths = parameters.map((_, j) => Math.max(...entries.map((row) => row[j].length)));
  const lines = [
    `value        ${value}`,
    'gradient',
    ...gradient.map((entry, i) => names[i].padEnd(width) + entry),
    'Hessian',
    ...entries.map((row, i) => names[i].padEnd(width) + row.map((entry, j) => entry.padStart(widths[j])).join('  ')),
    `eigenvalues  ${spectrum.join('  ')}`,
  ];
  return `${lines.join('\n')}\n`;
}

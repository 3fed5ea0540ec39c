import { ConstantError } from './constants.ts';
import { gradient, hessian } from './differentiate.ts';
import { FormulaError, type FormulaNote } from './errors.ts';
import { Graph, type Table } from './graph.ts';
import { lower } from './lower.ts';
import type { InputNode, Node } from './node.ts';
import { tooDeep } from './parse.ts';

/** A formula as a function, as nodes of one graph. */
export interface LossGraph {
  readonly graph: Graph;
  readonly parameters: readonly string[];
  /** The input node of each parameter. */
  readonly inputs: readonly InputNode[];
  readonly loss: Node;
  readonly notes: readonly FormulaNote[];
}

/** A formula as a function to minimise, with its first and second derivatives. */
export interface ObjectiveGraph extends LossGraph {
  /** ∂loss/∂parameter, in the order of `parameters`. */
  readonly gradient: readonly Node[];
  /** Second derivatives, [row][column]. */
  readonly hessian: readonly (readonly Node[])[];
}

/**
 * Compiles an objective's formula without its derivatives.
 * @param drawn whether its sums may run over rows that are drawn from the table
 * Throws `FormulaError` where the text is not understood, or where it gives no single number.
 */
export function compileLoss(
  formula: string,
  parameters: readonly string[],
  table: Table = {},
  drawn = false,
): LossGraph {
  const graph = new Graph(table, 0, drawn);
  const inputs = parameters.map((name) => graph.input(name));
  const names = new Map<string, Node>(parameters.map((name, i) => [name, inputs[i]]));
  for (const name of Object.keys(table)) names.set(name, graph.column(name));
  const { value, notes } = lower(graph, formula, { names, subject: 'this objective has' });
  const end = Math.max(formula.trimEnd().length - 1, 0);
  if (value === null) throw new FormulaError('no value', formula, end, 'end with an expression: its value is the loss');
  const loss = value as Node;
  if (loss.perRow) throw new FormulaError('one value a row', formula, 0, 'wrap it in mean(…) or sum(…)');
  if (loss.truth) throw new FormulaError('a condition where a number belongs', formula, 0, 'write if(condition, a, b)');
  return { graph, parameters, inputs, loss, notes };
}

/**
 * Compiles an objective's formula.
 * @param drawn whether its sums may run over rows that are drawn from the table
 * Throws `FormulaError` where the text is not understood, or where it gives no single number.
 */
export function compileObjective(
  formula: string,
  parameters: readonly string[],
  table: Table = {},
  drawn = false,
): ObjectiveGraph {
  const compiled = compileLoss(formula, parameters, table, drawn);
  const { graph, inputs, loss } = compiled;
  try {
    const second = hessian(graph, loss, inputs);
    return { ...compiled, gradient: gradient(graph, loss, inputs), hessian: second };
  } catch (error) {
    if (error instanceof RangeError) throw tooDeep(formula);
    if (!(error instanceof ConstantError)) throw error;
    throw new FormulaError(`a derivative with ${error.message}`, formula, 0, error.possible);
  }
}

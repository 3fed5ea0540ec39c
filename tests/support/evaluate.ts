import { argumentsOf, compileObjective, interpret, type Node, reachable, type Table } from '../../src/formula/index.ts';

/** Value, gradient and Hessian of a formula at a point. */
export interface Jet {
  readonly value: number;
  readonly gradient: number[];
  readonly hessian: number[][];
}

/** Compiles a formula to a function that gives its value and derivatives. */
export function jetOf(
  formula: string,
  parameters: readonly string[] = ['x', 'y'],
  table: Table = {},
): (at: readonly number[]) => Jet {
  const { graph, inputs, loss, gradient, hessian } = compileObjective(formula, parameters, table);
  const n = inputs.length;
  const program = interpret(graph, [loss, ...gradient, ...hessian.flat()], inputs);
  return (at) => {
    const values = [...program.run(at)];
    const second = values.slice(1 + n);
    return {
      value: values[0],
      gradient: values.slice(1, 1 + n),
      hessian: inputs.map((_, i) => second.slice(i * n, (i + 1) * n)),
    };
  };
}

/** Whether all that a formula's value is made of at a point is finite, branches that are not taken left out. */
export function finiteWay(
  formula: string,
  parameters: readonly string[] = ['x', 'y'],
): (at: readonly number[]) => boolean {
  const { graph, inputs, loss } = compileObjective(formula, parameters);
  const nodes = reachable([loss]);
  const program = interpret(graph, nodes, inputs);
  return (at) => {
    const results = program.run(at);
    const values = new Map(nodes.map((node, i) => [node, results[i]]));
    const taken = (node: Node): readonly Node[] => {
      const args = argumentsOf(node);
      if (node.kind !== 'apply') return args;
      if (node.name === 'choose') return [args[0], values.get(args[0]) ? args[1] : args[2]];
      return node.name === 'min' || node.name === 'max'
        ? args.filter((arg) => values.get(arg) === values.get(node))
        : args;
    };
    const stack: Node[] = [loss];
    for (let node = stack.pop(); node; node = stack.pop()) {
      if (!Number.isFinite(values.get(node))) return false;
      stack.push(...taken(node));
    }
    return true;
  };
}

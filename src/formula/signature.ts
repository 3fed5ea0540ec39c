import { argumentsOf, type Node, reachable } from './node.ts';

/** A text that two lists of nodes share only if they compute the same from inputs and columns of the same names: what a compiled form is kept under. */
export function signature(outputs: readonly Node[]): string {
  const nodes = reachable(outputs);
  const numbers = new Map(nodes.map((node, i) => [node, i]));
  const number = (node: Node) => numbers.get(node);
  const texts = nodes.map((node) => {
    if (node.kind === 'constant') return String(node.value);
    if (node.kind === 'input') return `$${node.name}`;
    if (node.kind === 'column') return `@${node.name}`;
    return `${node.kind === 'sum' ? 'sum' : node.name}(${argumentsOf(node).map(number)})`;
  });
  return `${texts.join(';')}=>${outputs.map(number)}`;
}

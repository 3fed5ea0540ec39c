import { CALLABLE } from './functions.ts';
import { parse } from './parse.ts';
import type { Tree } from './syntax.ts';

/** The names of a formula, in the order in which they first stand there. */
export interface Names {
  /** Names that are assigned. */
  readonly assigned: readonly string[];
  /** Names whose value is needed before the formula assigns them, if it does: what must be given, or remembered. */
  readonly needed: readonly string[];
}

/** The names that a formula assigns and needs, whatever they mean; functions and constants are none. Throws `FormulaError` where the text is not a formula. */
export function namesOf(text: string): Names {
  const assigned = new Set<string>();
  const needed = new Set<string>();
  for (const { name, value } of parse(text)) {
    const names: string[] = [];
    collect(value, names);
    for (const each of names) if (!assigned.has(each)) needed.add(each);
    if (name !== null) assigned.add(name);
  }
  return { assigned: [...assigned], needed: [...needed].filter((name) => !CALLABLE.has(name)) };
}

function collect(tree: Tree, into: string[]): void {
  switch (tree.kind) {
    case 'name':
      into.push(tree.name);
      break;
    case 'unary':
      collect(tree.of, into);
      break;
    case 'binary':
      collect(tree.left, into);
      collect(tree.right, into);
      break;
    case 'call':
      for (const arg of tree.args) collect(arg, into);
  }
}

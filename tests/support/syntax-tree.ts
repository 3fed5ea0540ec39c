import { readFileSync } from 'node:fs';
import { parseAst } from 'vite';

/** A node of a syntax tree (ESTree, with TypeScript's nodes). */
export interface Node {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  // biome-ignore lint/suspicious/noExplicitAny: nodes of all kinds are looked through alike
  readonly [field: string]: any;
}

/** The syntax tree of a TypeScript file. */
export function treeOf(file: string): { readonly text: string; readonly tree: Node } {
  const text = readFileSync(file, 'utf8');
  return { text, tree: parseAst(text, { lang: 'ts' }) as unknown as Node };
}

/** The nodes right below a node, in the order of the text, with the field that each stands in. */
export function childrenOf(node: Node): { readonly field: string; readonly child: Node }[] {
  return Object.entries(node)
    .flatMap(([field, value]) => [value].flat().map((child) => ({ field, child })))
    .filter(({ child }) => typeof child?.type === 'string');
}

/** The line of a place in a text, from 1. */
export const lineAt = (text: string, place: number) => text.slice(0, place).split('\n').length;

import type { Statement } from './syntax.ts';

/** What the grammar's rules report errors to. */
export interface Options {
  /** Throws the error of what stands at an index: `problem` is what was found, `possible` what could stand there. */
  fail(at: number, problem: string, possible: string): never;
}

/** Reads a formula's statements, at least one. Throws `SyntaxError` where the text is not one. */
export function parse(text: string, options: Options): readonly Statement[];

/** Where no rule could go on. */
declare class GrammarError extends Error {
  /** What could have stood there: the names of rules, or the end. */
  readonly expected: readonly ({ readonly type: 'other'; readonly description: string } | { readonly type: 'end' })[];
  readonly location: { readonly start: { readonly offset: number } };
}

export { GrammarError as SyntaxError };

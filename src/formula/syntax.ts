/** The syntax tree of an expression. `at` is the index of its first character in the text, an opening parenthesis included. */
export type Tree = NumberTree | NameTree | UnaryTree | BinaryTree | CallTree;

/** A number as it was written; it may be too large for a float32. */
export interface NumberTree {
  readonly kind: 'number';
  readonly at: number;
  readonly value: number;
}

/** A name that stands for a value. */
export interface NameTree {
  readonly kind: 'name';
  readonly at: number;
  readonly name: string;
}

/** A sign or `not` before an expression. */
export interface UnaryTree {
  readonly kind: 'unary';
  readonly at: number;
  readonly operator: '-' | '+' | 'not';
  readonly of: Tree;
}

/** Two expressions with an operator between them. */
export interface BinaryTree {
  readonly kind: 'binary';
  readonly at: number;
  readonly operator: BinaryOperator;
  readonly left: Tree;
  readonly right: Tree;
}

/** What stands between two expressions; `juxtaposed` is the product that is written without a sign. */
export type BinaryOperator =
  | '+'
  | '-'
  | '*'
  | 'juxtaposed'
  | '/'
  | '^'
  | '<'
  | '<='
  | '>'
  | '>='
  | '=='
  | '!='
  | 'and'
  | 'or';
// biome-ignore format: a list

/** A function's name with its arguments in parentheses; `if` is one too. */
export interface CallTree {
  readonly kind: 'call';
  readonly at: number;
  readonly name: string;
  readonly args: readonly Tree[];
}

/** A line of a formula: an expression, and the name that it is given, if any. */
export interface Statement {
  readonly at: number;
  readonly name: string | null;
  readonly value: Tree;
}

import type { MathNode } from 'mathjs';
import { ConstantError } from './constants.ts';
import { FormulaError, type FormulaNote, positionAt } from './errors.ts';
import { CALLABLE } from './functions.ts';
import type { Graph } from './graph.ts';
import type { FunctionName, Node } from './node.ts';
import { parse, tooDeep } from './parse.ts';
import { plural } from './plural.ts';
import { power } from './power.ts';

/** What a name stands for: a scalar, or a vector (a trajectory's parameters, a list of milestones); functions act element by element. */
export type Value = Node | readonly Node[];

/** The names that a formula may use. */
export interface Scope {
  readonly names: ReadonlyMap<string, Value>;
  /** Names that it may assign besides new ones of its own. */
  readonly assignable?: ReadonlySet<string>;
  /** How messages speak of the formula's owner: "this objective has", "this rule has". */
  readonly subject: string;
}

/** A lowered formula. */
export interface Lowered {
  /** The last expression's value; null where the formula ends in an assignment. */
  readonly value: Value | null;
  /** All names after the last statement. */
  readonly names: ReadonlyMap<string, Value>;
  readonly notes: readonly FormulaNote[];
}

/** The constants that every formula knows. */
export const CONSTANTS: Readonly<Record<string, number>> = { pi: Math.PI, e: Math.E };

/** Functions over a vector or over the rows of the data table. */
export const REDUCTIONS = ['sum', 'mean', 'norm', 'dot'] as const;

const OPERATORS: Readonly<Record<string, FunctionName>> = {
  '+': 'add', '-': 'sub', '*': 'mul', '/': 'div', '<': 'lt', '<=': 'le', '==': 'eq', and: 'and', or: 'or', not: 'not',
}; // biome-ignore format: a table

/**
 * Lowers a formula's text to nodes of `graph`.
 * Throws `FormulaError` with the position where the text is not understood or a constant leaves float32's range.
 */
export function lower(graph: Graph, text: string, scope: Scope): Lowered {
  try {
    return new Lowering(graph, text, scope).run();
  } catch (error) {
    throw error instanceof RangeError ? tooDeep(text) : error;
  }
}

// What mathjs's node classes carry, as far as it is used here.
interface Tree extends MathNode {
  readonly name: string;
  readonly value: unknown;
  readonly op: string;
  readonly args: readonly Tree[];
  readonly fn: Tree;
  readonly content: Tree;
  readonly object: Tree;
  readonly blocks: readonly { readonly node: Tree }[];
}

class Lowering {
  private readonly parsed;
  private readonly names: Map<string, Value>;
  private readonly notes: FormulaNote[] = [];

  constructor(
    private readonly graph: Graph,
    private readonly text: string,
    private readonly scope: Scope,
  ) {
    this.parsed = parse(text);
    this.names = new Map(scope.names);
  }

  run(): Lowered {
    const tree = this.parsed.tree as Tree;
    const statements = tree.type === 'BlockNode' ? tree.blocks.map((block) => block.node) : [tree];
    let value: Value | null = null;
    for (const [i, statement] of statements.entries()) {
      value = null;
      if (statement.type === 'AssignmentNode') this.assign(statement);
      else value = this.value(statement);
      if (value === null || i === statements.length - 1) continue;
      const possible = 'name it: `r = …`; or end the line with the operator that goes on';
      this.fail(statement, 'a value that nothing uses', possible);
    }
    return { value, names: this.names, notes: this.notes };
  }

  private assign(tree: Tree): void {
    const { name, type } = tree.object;
    if (type !== 'SymbolNode') this.fail(tree, 'an assignment to something that is not a name', 'write `r = …`');
    const taken = this.scope.names.has(name) && !this.scope.assignable?.has(name);
    if (taken || Object.hasOwn(CONSTANTS, name)) {
      this.fail(tree.object, `\`${name}\` cannot be assigned`, 'it has a meaning already: choose another name');
    }
    this.names.set(name, this.value(tree.value as Tree));
  }

  private value(tree: Tree): Value {
    try {
      return this.lowerTree(tree);
    } catch (error) {
      if (error instanceof ConstantError) this.fail(tree, error.message, error.possible);
      throw error;
    }
  }

  private lowerTree(tree: Tree): Value {
    switch (tree.type) {
      case 'ConstantNode':
        if (typeof tree.value !== 'number') break;
        return this.graph.constant(tree.value);
      case 'SymbolNode':
        return this.symbol(tree);
      case 'ParenthesisNode':
        return this.value(tree.content);
      case 'OperatorNode':
        return this.operator(tree);
      case 'FunctionNode':
        return this.call(tree);
      case 'RelationalNode':
        this.fail(tree, 'a chain of comparisons', 'write `if(a < b, if(b < c, 1, 0), 0)`');
        break;
      case 'AssignmentNode':
        this.fail(tree, 'an assignment inside an expression', 'put `name = value` before it, with a semicolon');
        break;
      case 'FunctionAssignmentNode':
        this.fail(tree, 'a definition of a function', 'only values can be named: write `r = …`');
    }
    return this.fail(
      tree,
      `\`${tree.toString()}\` is not part of the formula language`,
      'write it with numbers, names, operators and functions',
    );
  }

  private symbol(tree: Tree): Value {
    const known = this.names.get(tree.name);
    if (known) return known;
    if (Object.hasOwn(CONSTANTS, tree.name)) return this.graph.constant(CONSTANTS[tree.name]);
    if (CALLABLE.has(tree.name) || tree.name === 'if' || (REDUCTIONS as readonly string[]).includes(tree.name)) {
      this.fail(tree, `the function \`${tree.name}\` without arguments`, `write \`${tree.name}(…)\``);
    }
    const names = [...this.names.keys()].join(', ') || `no names but ${Object.keys(CONSTANTS).join(' and ')}`;
    return this.fail(tree, `unknown name \`${tree.name}\``, `${this.scope.subject} ${names}`);
  }

  private operator(tree: Tree): Value {
    const args = tree.args.map((arg) => this.value(arg));
    if (tree.op === '^') return this.each(args, ([base, exponent]) => this.power(tree, base, exponent));
    if (tree.op === '+' && args.length === 1) return args[0];
    if (tree.op === '-' && args.length === 1) return this.applied(tree, 'neg', args);
    if (tree.op === '>') return this.applied(tree, 'lt', [args[1], args[0]]);
    if (tree.op === '>=') return this.applied(tree, 'le', [args[1], args[0]]);
    if (tree.op === '!=') return this.applied(tree, 'not', [this.applied(tree, 'eq', args)]);
    if (!Object.hasOwn(OPERATORS, tree.op)) {
      this.fail(tree, `the operator \`${tree.op}\``, 'possible are + - * / ^ < <= > >= == != and, or, not');
    }
    return tree.op === '/' ? this.divided(tree, args) : this.applied(tree, OPERATORS[tree.op], args);
  }

  private call(tree: Tree): Value {
    const { name, type } = tree.fn;
    if (type !== 'SymbolNode')
      this.fail(tree, `\`${tree.fn.toString()}\` called like a function`, 'functions have plain names');
    const args = () => tree.args.map((arg) => this.value(arg));
    if (name === 'if') {
      this.arity(tree, name, 3);
      return this.applied(tree, 'choose', args());
    }
    if (name === 'sum' || name === 'mean') {
      this.arity(tree, name, 1);
      return this.reduce(tree, name, args()[0]);
    }
    if (name === 'norm') {
      this.arity(tree, name, 1);
      const [a] = this.vectors(tree, name, args());
      return this.graph.apply('sqrt', this.graph.total(a.map((x) => this.graph.mul(x, x))));
    }
    if (name === 'dot') {
      this.arity(tree, name, 2);
      const [a, b] = this.vectors(tree, name, args());
      return this.graph.total(a.map((x, i) => this.graph.mul(x, b[i])));
    }
    const callable = CALLABLE.get(name);
    if (!callable) {
      const known = this.names.has(name);
      this.fail(
        tree,
        known ? `\`${name}\` called like a function` : `unknown function \`${name}\``,
        known
          ? `to multiply, write \`${name}*(…)\``
          : `possible are ${[...CALLABLE.keys(), 'if', ...this.reductions()].join(', ')}`,
      );
    }
    if (callable === 'min' || callable === 'max') {
      if (tree.args.length < 2) this.arity(tree, name, 2, 'at least ');
      const [first, ...rest] = args();
      return rest.reduce((sum, arg) => this.applied(tree, callable, [sum, arg]), first);
    }
    this.arity(tree, name, 1);
    return this.applied(tree, callable, args());
  }

  /** A vector by a scalar is a product with one shared reciprocal: one division instead of several. */
  private divided(tree: Tree, args: readonly Value[]): Value {
    const [above, below] = args;
    if (!Array.isArray(above) || Array.isArray(below)) return this.applied(tree, 'div', args);
    return this.applied(tree, 'mul', [above, this.applied(tree, 'div', [this.graph.constant(1), below])]);
  }

  /** Applies a function element by element, after checking that conditions and numbers stand where they belong. */
  private applied(tree: Tree, name: FunctionName, args: readonly Value[]): Value {
    return this.each(args, (nodes) => {
      const logical = name === 'and' || name === 'or' || name === 'not';
      const checked = nodes.map((node, i) =>
        logical || (name === 'choose' && i === 0) ? this.condition(node) : this.graph.number(node),
      );
      if (name === 'div' && checked[1].kind === 'constant' && checked[1].value === 0) {
        this.fail(tree, 'a division by 0', 'a trajectory cannot pass there');
      }
      return this.graph.apply(name, ...checked);
    });
  }

  /** Runs `make` once for scalars, or once for each element where any argument is a vector. */
  private each(args: readonly Value[], make: (nodes: readonly Node[]) => Node): Value {
    const length = args.map((arg) => (Array.isArray(arg) ? arg.length : 0)).reduce((a, b) => Math.max(a, b), 0);
    if (length === 0) return make(args as readonly Node[]);
    return Array.from({ length }, (_, i) => make(args.map((arg) => (Array.isArray(arg) ? arg[i] : arg))));
  }

  private power(tree: Tree, base: Node, exponent: Node): Node {
    const { node, problem } = power(this.graph, this.graph.number(base), this.graph.number(exponent));
    if (problem) this.notes.push({ message: problem, position: positionAt(this.text, this.parsed.indexOf(tree)) });
    return node;
  }

  private reduce(tree: Tree, name: 'sum' | 'mean', value: Value): Node {
    const { graph } = this;
    if (Array.isArray(value)) {
      const sum = graph.total(value.map((node) => this.graph.number(node)));
      return name === 'sum' ? sum : graph.div(sum, graph.constant(value.length));
    }
    if (graph.rows === 0) {
      this.fail(tree, `\`${name}(…)\` without a data table`, 'give the objective `data`: columns of numbers by name');
    }
    const sum = graph.sum(this.graph.number(value as Node));
    return name === 'sum' ? sum : graph.div(sum, graph.constant(graph.rows));
  }

  private vectors(tree: Tree, name: string, args: readonly Value[]): readonly (readonly Node[])[] {
    const length = args.map((arg) => (Array.isArray(arg) ? arg.length : 0)).reduce((a, b) => Math.max(a, b), 0);
    if (length === 0) this.fail(tree, `\`${name}(…)\` of a scalar`, 'it takes a vector such as u, g or theta');
    return args.map((arg) =>
      (Array.isArray(arg) ? arg : Array.from({ length }, () => arg as Node)).map((x) => this.graph.number(x)),
    );
  }

  /** The reductions that have something to run over here. */
  private reductions(): readonly string[] {
    if ([...this.scope.names.values()].some((value) => Array.isArray(value))) return REDUCTIONS;
    return this.graph.rows > 0 ? ['sum', 'mean'] : [];
  }

  private arity(tree: Tree, name: string, count: number, least = ''): void {
    if (tree.args.length === count) return;
    const { length } = tree.args;
    this.fail(tree, `\`${name}\` with ${length} ${plural(length, 'argument')}`, `it takes ${least}${count}`);
  }

  private condition(node: Node): Node {
    return node.truth ? node : this.graph.apply('not', this.graph.apply('eq', node, this.graph.constant(0)));
  }

  private fail(tree: Tree, problem: string, possible: string): never {
    throw new FormulaError(problem, this.text, this.parsed.indexOf(tree), possible);
  }
}

import { applyCall, checkCount, functionNames, isFunction } from './calls.ts';
import { FormulaError, type FormulaNote, PartError, positionAt } from './errors.ts';
import type { Graph } from './graph.ts';
import { applyBinary, applyUnary } from './operators.ts';
import { parse, tooDeep } from './parse.ts';
import { CONSTANTS, type Scope, type Value } from './scope.ts';
import type { BinaryTree, CallTree, Statement, Tree } from './syntax.ts';

/** A lowered formula. */
export interface Lowered {
  /** The last expression's value; null where the formula ends in an assignment. */
  readonly value: Value | null;
  /** All names after the last statement. */
  readonly names: ReadonlyMap<string, Value>;
  readonly notes: readonly FormulaNote[];
}

/**
 * Lowers a formula's text to nodes of `graph`.
 * Throws `FormulaError` with the position where the text is not understood or a constant leaves float32's range.
 */
export function lower(graph: Graph, text: string, scope: Scope): Lowered {
  try {
    return new Lowering(graph, text, scope).run(parse(text));
  } catch (error) {
    throw error instanceof RangeError ? tooDeep(text) : error;
  }
}

/** Operators of other languages that are names here, where nothing has them. */
const FOREIGN_OPERATORS = new Set(['mod', 'xor']);

class Lowering {
  private readonly names: Map<string, Value>;
  private readonly notes: FormulaNote[] = [];

  constructor(
    private readonly graph: Graph,
    private readonly text: string,
    private readonly scope: Scope,
  ) {
    this.names = new Map(scope.names);
  }

  run(statements: readonly Statement[]): Lowered {
    let value: Value | null = null;
    for (const [i, statement] of statements.entries()) {
      value = this.statement(statement);
      if (value === null || i === statements.length - 1) continue;
      const possible = 'name it: `r = …`; or end the line with the operator that goes on';
      this.fail(statement.at, 'a value that nothing uses', possible);
    }
    return { value, names: this.names, notes: this.notes };
  }

  /** The value of a statement; null where it is given a name. */
  private statement({ at, name, value }: Statement): Value | null {
    if (name === null) return this.value(value);
    const taken = this.scope.names.has(name) && !this.scope.assignable?.has(name);
    if (taken || Object.hasOwn(CONSTANTS, name)) {
      this.fail(at, `\`${name}\` cannot be assigned`, 'it has a meaning already: choose another name');
    }
    this.names.set(name, this.value(value));
    return null;
  }

  private value(tree: Tree): Value {
    switch (tree.kind) {
      case 'number':
        return this.placed(tree, () => this.graph.constant(tree.value));
      case 'name':
        return this.placed(tree, () => this.named(tree.name));
      case 'unary': {
        const value = this.value(tree.of);
        return this.placed(tree, () => applyUnary(this.graph, tree.operator, value));
      }
      case 'binary':
        return this.chain(tree);
      case 'call':
        return this.call(tree);
    }
  }

  private named(name: string): Value {
    const known = this.names.get(name);
    if (known) return known;
    if (Object.hasOwn(CONSTANTS, name)) return this.graph.constant(CONSTANTS[name]);
    if (isFunction(name)) throw new PartError(`the function \`${name}\` without arguments`, `write \`${name}(…)\``);
    if (FOREIGN_OPERATORS.has(name)) {
      throw new PartError(`the operator \`${name}\``, 'possible are + - * / ^ < <= > >= == != and, or, not');
    }
    const names = [...this.names.keys()].join(', ') || `no names but ${Object.keys(CONSTANTS).join(' and ')}`;
    throw new PartError(`unknown name \`${name}\``, `${this.scope.subject} ${names}`);
  }

  /** Operators one after another from the left, in a loop: a sum may have any number of terms. */
  private chain(last: BinaryTree): Value {
    const trees = [last];
    for (let { left } = last; left.kind === 'binary'; left = left.left) trees.push(left);
    const outermost = trees.reverse();
    return outermost.reduce<Value>((left, tree) => {
      const right = this.value(tree.right);
      const note = (message: string) => this.notes.push({ message, position: positionAt(this.text, tree.at) });
      return this.placed(tree, () => applyBinary(this.graph, tree.operator, left, right, note));
    }, this.value(outermost[0].left));
  }

  private call(tree: CallTree): Value {
    const { name } = tree;
    return this.placed(tree, () => {
      if (!isFunction(name)) {
        if (this.names.has(name)) {
          throw new PartError(`\`${name}\` called like a function`, `to multiply, write \`${name}*(…)\``);
        }
        const possible = functionNames(this.graph, this.scope.names).join(', ');
        throw new PartError(`unknown function \`${name}\``, `possible are ${possible}`);
      }
      checkCount(name, tree.args.length);
      return applyCall(
        this.graph,
        name,
        tree.args.map((arg) => this.value(arg)),
        this.scope.represented,
      );
    });
  }

  /** What `make` gives; what it finds wrong, it finds at `tree`. */
  private placed(tree: Tree, make: () => Value): Value {
    try {
      return make();
    } catch (error) {
      if (error instanceof PartError) this.fail(tree.at, error.problem, error.possible);
      throw error;
    }
  }

  private fail(at: number, problem: string, possible: string): never {
    throw new FormulaError(problem, this.text, at, possible);
  }
}

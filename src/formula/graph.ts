import { ConstantError, evaluated } from './constants.ts';
import { FUNCTIONS } from './functions.ts';
import { argumentsOf, type ColumnNode, type FunctionName, type InputNode, type Node, reachable } from './node.ts';
import { simplify } from './simplify.ts';

/** Largest magnitude that float32 holds. */
export const FLOAT32_MAX = 3.4028234663852886e38;

/** Columns of equal length, by name. */
export type Table = Readonly<Record<string, readonly number[]>>;

/** Omits a property from each member of a union by itself. */
type Each<T> = T extends unknown ? Omit<T, 'id'> : never;

/**
 * Makes nodes: single assignment, common subexpressions shared, constants folded, identities applied (`simplify`). All nodes of one
 * computation come from one graph; `table` is the data that `sum` runs over. Of a graph whose columns are given only when it is computed (`elements`: an
 * optimizer's step, whose rows are a network's parameters) no sum is known before.
 */
export class Graph {
  private readonly interned = new Map<string, Node>();
  private count = 0;

  /**
   * @param elements rows of columns that are not in the table but given later; 0 for none
   * @param drawn whether sums may run over rows that are drawn anew each time, so that what depends on the table alone is no constant
   */
  constructor(
    readonly table: Table = {},
    readonly elements = 0,
    private readonly drawn = false,
  ) {}

  /** Number of rows that `sum` runs over; 0 without any. */
  get rows(): number {
    return this.elements || (Object.values(this.table)[0]?.length ?? 0);
  }

  /** A number. Throws `ConstantError` where float32 could not hold it. */
  constant(value: number): Node {
    if (!(Math.abs(value) <= FLOAT32_MAX)) {
      throw Number.isNaN(value)
        ? new ConstantError('a constant without a value', 'write a number')
        : new ConstantError("a constant beyond ±3.4e38 (float32's range)", 'use smaller numbers');
    }
    // -0 and 0 are one constant: no formula can tell them apart except by dividing, which is refused.
    const plain = value === 0 ? 0 : value;
    return this.intern(`#${plain}`, { kind: 'constant', value: plain, perRow: false, truth: false });
  }

  /** The scalar input of that name. */
  input(name: string): InputNode {
    return this.intern(`$${name}`, { kind: 'input', name, perRow: false, truth: false }) as InputNode;
  }

  /** The data column of that name, which the table must have, unless columns are given later. */
  column(name: string): ColumnNode {
    return this.intern(`@${name}`, { kind: 'column', name, perRow: true, truth: false }) as ColumnNode;
  }

  /** A function applied to as many arguments as it takes, simplified. */
  apply(name: FunctionName, ...args: readonly Node[]): Node {
    const simpler = simplify(this, name, args);
    if (simpler) return simpler;
    const entry = FUNCTIONS[name];
    const ordered = entry.commutes && args[0].id > args[1].id ? [args[1], args[0]] : args;
    return this.intern(`${name}(${ordered.map((a) => a.id).join()})`, {
      kind: 'apply',
      name,
      args: ordered,
      perRow: args.some((a) => a.perRow),
      truth: entry.truth ?? (name === 'choose' && args[1].truth),
    });
  }

  /** The sum of `body` over the rows of the table; what does not vary by row is taken out of the sum. */
  sum(body: Node): Node {
    if (!body.perRow) return this.mul(this.constant(this.rows), body);
    if (body.kind === 'apply') {
      const { name, args } = body;
      if (name === 'neg') return this.neg(this.sum(args[0]));
      if (name === 'add' || name === 'sub') {
        const free = args.findIndex((a) => !a.perRow);
        if (free >= 0) return this.apply(name, this.sum(args[0]), this.sum(args[1]));
      }
      if (name === 'mul' && !args[0].perRow) return this.mul(args[0], this.sum(args[1]));
      if (name === 'mul' && !args[1].perRow) return this.mul(args[1], this.sum(args[0]));
      if (name === 'div' && !args[1].perRow) return this.div(this.sum(args[0]), args[1]);
    }
    const known = this.elements > 0 || this.drawn ? null : constantSum(body, this.table, this.rows);
    if (known !== null) return this.constant(known);
    return this.intern(`sum(${body.id})`, { kind: 'sum', body, perRow: false, truth: false });
  }

  add(a: Node, b: Node): Node {
    return this.apply('add', a, b);
  }
  sub(a: Node, b: Node): Node {
    return this.apply('sub', a, b);
  }
  mul(a: Node, b: Node): Node {
    return this.apply('mul', a, b);
  }
  div(a: Node, b: Node): Node {
    return this.apply('div', a, b);
  }
  neg(a: Node): Node {
    return this.apply('neg', a);
  }
  /** `a` where the condition holds, else `b`. Both are computed. */
  choose(condition: Node, a: Node, b: Node): Node {
    return this.apply('choose', condition, a, b);
  }

  /** A truth value as 1 or 0; a number as it is. */
  number(node: Node): Node {
    return node.truth ? this.choose(node, this.constant(1), this.constant(0)) : node;
  }

  /** `base` to an integer power as products, by repeated squaring; a negative power divides 1 by them. */
  power(base: Node, exponent: number): Node {
    if (exponent < 0) return this.div(this.constant(1), this.power(base, -exponent));
    let result = this.constant(1);
    let square = base;
    for (let rest = exponent; rest > 0; rest = Math.floor(rest / 2)) {
      if (rest % 2 === 1) result = this.mul(result, square);
      if (rest > 1) square = this.mul(square, square);
    }
    return result;
  }

  /** The sum of all terms; 0 of none. */
  total(terms: readonly Node[]): Node {
    return terms.reduce((sum, term) => this.add(sum, term), this.constant(0));
  }

  private intern(key: string, fields: Each<Node>): Node {
    const known = this.interned.get(key);
    if (known) return known;
    const node = { id: this.count++, ...fields } as Node;
    this.interned.set(key, node);
    return node;
  }
}

/** The sum over the rows of a value made of columns and constants alone, in float64; null where it depends on an input. */
function constantSum(body: Node, table: Table, rows: number): number | null {
  const nodes = reachable([body]);
  if (nodes.some((node) => node.kind === 'input' || node.kind === 'sum')) return null;
  const values = new Map<Node, number>();
  let sum = 0;
  for (let row = 0; row < rows; row++) {
    for (const node of nodes) {
      const [a, b, c] = argumentsOf(node).map((arg) => values.get(arg) as number);
      if (node.kind === 'constant') values.set(node, node.value);
      if (node.kind === 'column') values.set(node, table[node.name][row]);
      if (node.kind === 'apply') values.set(node, evaluated(node.name, a, b, c));
    }
    sum += values.get(body) as number;
  }
  return sum;
}

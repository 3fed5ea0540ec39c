import { parse } from '../../formula/parse.ts';
import type { BinaryOperator, CallTree, Tree } from '../../formula/syntax.ts';
import { type Dialect, NUMBERS } from './dialect.ts';

/** What a name stands for in Python. */
export interface PythonName {
  readonly text: string;
  /** Whether it is an array (of any shape) rather than a number of Python's. */
  readonly array: boolean;
  /** Whether it has several elements, or a value for each row of the data. */
  readonly many: boolean;
  readonly truth?: boolean;
}

/** An expression in Python. */
interface Expression extends PythonName {
  readonly level: number;
}

/** How closely a text holds together, from loosely to closely. */
const LEVEL = {
  choice: 0,
  or: 1,
  and: 2,
  not: 3,
  comparison: 4,
  sum: 5,
  product: 6,
  sign: 7,
  power: 8,
  atom: 9,
} as const;

const LEVELS: Readonly<Record<BinaryOperator, number>> = {
  or: LEVEL.or, and: LEVEL.and,
  '<': LEVEL.comparison, '<=': LEVEL.comparison, '>': LEVEL.comparison, '>=': LEVEL.comparison,
  '==': LEVEL.comparison, '!=': LEVEL.comparison,
  '+': LEVEL.sum, '-': LEVEL.sum, '*': LEVEL.product, juxtaposed: LEVEL.product, '/': LEVEL.product, '^': LEVEL.power,
}; // biome-ignore format: a table

/** Python written from formulas: statements one a line, names as they stand in the formula as far as Python has them free. */
export class PythonWriter {
  readonly names: Map<string, PythonName>;

  /**
   * @param names what names stand for at first
   * @param rename the Python name of something that a formula assigns
   * @param rows rows of the data table that sums run over
   */
  constructor(
    private readonly dialect: Dialect,
    names: ReadonlyMap<string, PythonName>,
    private readonly rename: (name: string) => string,
    private readonly rows = 0,
  ) {
    this.names = new Map(names);
  }

  /** A formula's assignments as lines, and its value's text; null where it ends in an assignment. */
  statements(formula: string): { readonly lines: readonly string[]; readonly value: string | null } {
    const lines: string[] = [];
    let value: string | null = null;
    for (const { name, value: tree } of parse(formula)) {
      const expression = this.write(tree);
      if (name === null) {
        value = this.numeric(expression).text;
        continue;
      }
      const text = this.names.get(name)?.text ?? this.rename(name);
      lines.push(`${text} = ${expression.text}`);
      this.names.set(name, { ...expression, text });
    }
    return { lines, value };
  }

  private write(tree: Tree): Expression {
    switch (tree.kind) {
      case 'number':
        return number(tree.value);
      case 'name':
        return this.named(tree.name);
      case 'unary': {
        const of = this.write(tree.of);
        if (tree.operator === '+') return of;
        if (tree.operator === '-') {
          const plain = this.numeric(of);
          return { ...plain, text: `-${within(plain, LEVEL.sign)}`, level: LEVEL.sign };
        }
        const text = of.array ? `~${within(this.condition(of), LEVEL.atom)}` : `not ${within(of, LEVEL.not)}`;
        return { ...of, text, level: of.array ? LEVEL.sign : LEVEL.not, truth: true };
      }
      case 'binary':
        return this.binary(tree.operator, this.write(tree.left), this.write(tree.right));
      case 'call':
        return this.call(tree);
    }
  }

  private named(name: string): Expression {
    const known = this.names.get(name);
    if (known) return { ...known, level: LEVEL.atom };
    if (name === 'pi' || name === 'e') return { ...number(0), text: `math.${name}` };
    throw new Error(`internal: ${name} stands for nothing here`);
  }

  private binary(operator: BinaryOperator, left: Expression, right: Expression): Expression {
    const shape = { array: left.array || right.array, many: left.many || right.many };
    const level = LEVELS[operator];
    if (operator === 'and' || operator === 'or') {
      if (!shape.array) {
        const text = `${within(left, level)} ${operator} ${within(right, level + 1)}`;
        return { ...shape, text, level, truth: true };
      }
      const sign = operator === 'and' ? '&' : '|';
      const parts = [left, right].map((each) => within(this.condition(each), LEVEL.atom));
      return { ...shape, text: `(${parts.join(` ${sign} `)})`, level: LEVEL.atom, truth: true };
    }
    const [a, b] = [this.numeric(left), this.numeric(right)];
    if (operator === '^') {
      const exponent = /^-?[\w.]+$/.test(b.text) ? b.text : within(b, LEVEL.atom);
      return { ...shape, text: `${within(a, LEVEL.atom)}**${exponent}`, level };
    }
    const product = level === LEVEL.product;
    const sign = operator === 'juxtaposed' ? '*' : operator;
    const texts = [within(a, level === LEVEL.comparison ? level + 1 : level), within(b, level + 1)];
    return { ...shape, text: texts.join(product ? sign : ` ${sign} `), level, truth: level === LEVEL.comparison };
  }

  private call({ name, args: trees }: CallTree): Expression {
    const args = trees.map((tree) => this.write(tree));
    const shape = { array: args.some(({ array }) => array), many: args.some(({ many }) => many), level: LEVEL.atom };
    const { dialect } = this;
    if (name === 'if') return this.choice(args);
    const [first, ...rest] = args.map((arg) => this.numeric(arg));
    if (name === 'sum' || name === 'mean') {
      if (first.many) return { text: dialect[name](first.text), array: true, many: false, level: LEVEL.atom };
      return name === 'mean' ? first : this.binary('*', number(this.rows), first);
    }
    if (name === 'norm') return { ...shape, text: dialect.norm(first.text), many: false };
    if (name === 'dot') return { ...shape, text: dialect.dot(first.text, rest[0].text), many: false };
    if (name === 'min' || name === 'max') return rest.reduce((a, b) => this.bound(name, a, b), first);
    const functions = shape.array ? dialect.functions : NUMBERS;
    return { ...shape, text: functions[name](first.text) };
  }

  private bound(name: 'min' | 'max', left: Expression, right: Expression): Expression {
    const shape = { array: left.array || right.array, many: left.many || right.many, level: LEVEL.atom };
    if (!shape.array) return { ...shape, text: `${name}(${left.text}, ${right.text})` };
    const [a, b] = left.array ? [left, right] : [right, left];
    return { ...shape, text: this.dialect.bound(name, a.text, b.text, !b.array) };
  }

  private choice([test, a, b]: readonly Expression[]): Expression {
    const condition = this.condition(test);
    const truth = Boolean(a.truth && b.truth);
    const [yes, no] = truth ? [a, b] : [this.numeric(a), this.numeric(b)];
    const array = test.array || a.array || b.array;
    const shape = { array, many: test.many || a.many || b.many, truth };
    if (test.array) return { ...shape, text: this.dialect.where(condition.text, yes.text, no.text), level: LEVEL.atom };
    const text = `${within(yes, LEVEL.or)} if ${within(condition, LEVEL.or)} else ${within(no, LEVEL.or)}`;
    return { ...shape, text, level: LEVEL.choice };
  }

  /** A number as the condition that it is not 0. */
  private condition(expression: Expression): Expression {
    return expression.truth ? expression : { ...this.binary('!=', expression, number(0)) };
  }

  /** A condition as 1 or 0. */
  private numeric(expression: Expression): Expression {
    const { truth, array, text } = expression;
    if (!truth) return expression;
    if (array) return { ...expression, text: this.dialect.where(text, '1.0', '0.0'), level: LEVEL.atom, truth: false };
    return { ...expression, text: `float(${text})`, level: LEVEL.atom, truth: false };
  }
}

/** A number as Python writes it. */
export function pythonNumber(value: number): string {
  return String(value);
}

/** A number that Python takes for a float. */
export function floating(value: number): string {
  const text = pythonNumber(value);
  return /[.e]/.test(text) ? text : `${text}.0`;
}

function number(value: number): Expression {
  const level = value < 0 ? LEVEL.sign : LEVEL.atom;
  return { text: pythonNumber(value), array: false, many: false, level };
}

function within({ text, level }: Expression, least: number): string {
  return level < least ? `(${text})` : text;
}

import { pick } from './random.ts';

const UNARY = [
  'sqrt',
  'exp',
  'log',
  'sin',
  'cos',
  'tanh',
  'atan',
  'abs',
  'relu',
  'sigmoid',
  'softplus',
  'sign',
  'floor',
  'tan',
];
/** Those whose result is fixed to the bit, wherever it is computed. */
const EXACT = UNARY.filter((name) => 'sqrt abs relu sign floor'.split(' ').includes(name));
const COMPARISONS = ['<', '<=', '>', '>=', '==', '!='];
const CONSTANTS = ['0', '1', '2', '3', '0.5', '1.7', '0.1', 'pi', 'e'];

/** A random formula of x and y, with named parts, conditions and every function. */
export function randomFormula(random: () => number): string {
  return formulaOf(random, UNARY);
}

/** One whose value every machine that rounds to float32 computes to the same bits. */
export function randomExactFormula(random: () => number): string {
  return formulaOf(random, EXACT);
}

function formulaOf(random: () => number, unary: readonly string[]): string {
  const names: string[] = [];
  const statements: string[] = [];
  for (let count = Math.floor(2 * random()); count > 0; count--) {
    statements.push(`${'pqr'[names.length]} = ${expression(random, 3, names, unary)}`);
    names.push('pqr'[names.length]);
  }
  statements.push(expression(random, 4, names, unary));
  return statements.join('; ');
}

function expression(random: () => number, depth: number, names: readonly string[], unary: readonly string[]): string {
  const inner = () => expression(random, depth - 1, names, unary);
  if (depth === 0 || random() < 0.08)
    return random() < 0.75 ? pick(random, ['x', 'y', ...names]) : pick(random, CONSTANTS);
  const form = random();
  if (form < 0.42) return `(${inner()} ${pick(random, ['+', '-', '*', '/'])} ${inner()})`;
  if (form < 0.52) return `(${inner()})^${pick(random, ['2', '3', '4', '-1', '-2', '0.5', '1'])}`;
  if (form < 0.58) return `(-${inner()})`;
  if (form < 0.64) return `${pick(random, ['min', 'max'])}(${inner()}, ${inner()})`;
  if (form < 0.69) return `if(${condition(random, inner)}, ${inner()}, ${inner()})`;
  if (form < 0.71 && unary === UNARY) return `(abs(${inner()}) + 0.5)^(${inner()})`;
  return `${pick(random, unary)}(${inner()})`;
}

function condition(random: () => number, inner: () => string): string {
  const simple = () => `${inner()} ${pick(random, COMPARISONS)} ${inner()}`;
  if (random() < 0.7) return simple();
  return `(${simple()}) ${pick(random, ['and', 'or'])} not (${simple()})`;
}

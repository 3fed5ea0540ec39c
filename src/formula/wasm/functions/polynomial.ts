import type { Lane } from '../lanes.ts';
import type { Arithmetic } from './arithmetic.ts';

/** The polynomial of x with these coefficients, the highest power's first (Horner). */
export function polynomial({ add, mul, number }: Arithmetic, x: Lane, coefficients: readonly number[]): Lane {
  const [first, ...rest] = coefficients.map(number);
  return rest.reduce((sum, coefficient) => add(mul(sum, x), coefficient), first);
}

/** The same where x² is there already: half as long a chain of operations that wait for each other, and no more of them. */
export function polynomialBySquare(
  arithmetic: Arithmetic,
  x: Lane,
  square: Lane,
  coefficients: readonly number[],
): Lane {
  const { add, mul } = arithmetic;
  const single = coefficients.length % 2;
  const pairs = single ? [arithmetic.number(coefficients[0])] : [];
  for (let i = single; i < coefficients.length; i += 2) {
    pairs.push(polynomial(arithmetic, x, coefficients.slice(i, i + 2)));
  }
  return pairs.reduce((sum, pair) => add(mul(sum, square), pair));
}

import { PartError } from './errors.ts';
import { FUNCTIONS } from './functions.ts';
import type { FunctionName } from './node.ts';

/** A constant expression that has no value, or one beyond float32's range. */
export class ConstantError extends PartError {}

/** Functions that have no value for some numbers: how a call is written, and what they take. */
const DOMAINS: Partial<Record<FunctionName, readonly [call: (a: number, b: number) => string, takes: string]>> = {
  log: [(a) => `log(${a})`, 'log takes numbers above 0'],
  sqrt: [(a) => `sqrt(${a})`, 'sqrt takes numbers from 0 upwards'],
  pow: [(a, b) => `(${a})^${b}`, 'a power whose exponent is no integer takes a base above 0'],
  div: [(a, b) => `${a}/${b}`, 'a trajectory cannot pass a division by 0'],
};

/** A function of constants. Throws `ConstantError` where it has no value, saying what it takes. */
export function evaluated(name: FunctionName, a: number, b: number, c: number): number {
  const value = FUNCTIONS[name].evaluate(a, b, c);
  const domain = DOMAINS[name];
  const outside = Number.isNaN(value) || (!Number.isFinite(value) && (name === 'div' ? b === 0 : a === 0));
  if (domain && outside) throw new ConstantError(`${domain[0](a, b)} without a value`, domain[1]);
  return value;
}

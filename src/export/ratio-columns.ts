import type { NetworkEnd } from '../analysis/minimum-ratio/picture.ts';
import type { Column } from './columns.ts';

type Ends = readonly NetworkEnd[];

/** The columns of a table of networks at the ends of their ways to critical points; for each parameter `theta_<p>`, and its eigenvalues in ascending order. */
export function ratioColumns(parameters: readonly string[]): Column<Ends>[] {
  return [
    integer('network', ({ index }) => index),
    integer('steps', ({ steps }) => steps),
    float('loss', ({ loss }) => loss),
    float('ratio', ({ ratio }) => ratio),
    float('gradient_norm', ({ gradientNorm }) => gradientNorm),
    float('hessian_gradient_norm', ({ push }) => push),
    {
      name: 'end',
      type: 'STRING',
      values: ({ source, from, to }) => source.slice(from, to).map(({ kind }) => kind),
    },
    ...parameters.map((name, k) => float(`theta_${name}`, ({ theta }) => theta[k])),
    ...parameters.map((_, k) => float(`eigenvalue_${k + 1}`, ({ eigenvalues }) => eigenvalues[k])),
  ];
}

function integer(name: string, of: (end: NetworkEnd) => number): Column<Ends> {
  return { name, type: 'INT32', values: ({ source, from, to }) => Int32Array.from(source.slice(from, to), of) };
}

function float(name: string, of: (end: NetworkEnd) => number): Column<Ends> {
  return { name, type: 'FLOAT', values: ({ source, from, to }) => Float32Array.from(source.slice(from, to), of) };
}

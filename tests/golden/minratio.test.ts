import { describe, expect, test } from 'vitest';
import { compileObjective, interpret } from '../../src/formula/index.ts';
import { eigenvalues } from '../support/eigenvalues.ts';
import { LECTURE_TARGETS, lectureNetworks, type NetworkCase } from '../support/lecture-networks.ts';

/** A 1-H-1 network's mean square error as a formula of its 3H + 1 parameters. */
function network({ target, H, n }: NetworkCase) {
  const units = Array.from({ length: H }, (_, k) => k);
  const X = Array.from({ length: n }, (_, i) => 1e-4 + ((1 - 1e-4) * i) / (n - 1));
  const parameters = ['w', 'b', 'v'].flatMap((letter) => units.map((k) => `${letter}${k}`)).concat('c');
  const formula = `mean((c + ${units.map((k) => `v${k}*tanh(w${k}*X + b${k})`).join(' + ')} - Y)^2)`;
  return compileObjective(formula, parameters, { X, Y: X.map(LECTURE_TARGETS[target]) });
}

describe('small networks: loss, gradient and eigenvalues of the Hessian', () => {
  test.each(lectureNetworks.map((each, i) => [`${i}: ${each.target}, ${each.theta.length} parameters`, each] as const))(
    '%s',
    (_, golden) => {
      const { graph, inputs, loss, gradient, hessian } = network(golden);
      const size = inputs.length;
      const values = interpret(graph, [loss, ...gradient, ...hessian.flat()], inputs).run(golden.theta);
      const slope = [...values.slice(1, 1 + size)];
      const rows = inputs.map((_, i) => [...values.slice(1 + size + i * size, 1 + size + (i + 1) * size)]);
      // θ is given to 12 digits, and so are gradient and eigenvalues.
      const close = (what: string, got: number, expected: number, scale: number) =>
        expect.soft(Math.abs(got - expected), `${what}: got ${got}, expected ${expected}`).toBeLessThan(1e-8 * scale);
      close('loss', values[0], golden.loss, 1);
      const steepest = Math.max(...golden.grad.map(Math.abs));
      slope.forEach((got, i) => {
        close(`gradient[${i}]`, got, golden.grad[i], steepest);
      });
      const stiffest = Math.max(...golden.eig.map(Math.abs));
      eigenvalues(rows).forEach((got, i) => {
        close(`eigenvalue ${i}`, got, golden.eig[i], stiffest);
      });
    },
  );
});

import { describe, expect, test } from 'vitest';
import { compileObjective, interpret, tangents } from '../../../src/formula/index.ts';

const TABLE = { X: [-1.5, 0.25, 0.5, 2], Y: [0.3, -1, 2, 0.7] };
const FORMULAS: readonly (readonly [formula: string, parameters: readonly string[]])[] = [
  ['x^2*y + sin(x*y)/(2 + cos(y))', ['x', 'y']],
  ['x^3 + 4', ['x']],
  ['mean((v*tanh(w*X + b) + c - Y)^2) + 0.1*(w^2 + v^2)', ['w', 'b', 'v', 'c']],
  ['h = sigmoid(a*X + b)*c; mean(softplus(h) - Y*h)', ['a', 'b', 'c']],
  ['sqrt(sum((Y - a*relu(b*X + 0.3))^2))*exp(0.1*a)', ['a', 'b']],
];

describe("a gradient's tangents are the Hessian times the direction", () => {
  test.each(FORMULAS)('%s', (formula, parameters) => {
    const { graph, inputs, gradient, hessian } = compileObjective(formula, parameters, TABLE);
    const direction = inputs.map((_, i) => graph.input(`direction ${i}`));
    const program = interpret(graph, tangents(graph, gradient, inputs, direction), [...inputs, ...direction]);
    const matrix = interpret(graph, hessian.flat(), inputs);
    const at = parameters.map((_, i) => 0.7 - 0.4 * i);
    const expected = Float64Array.from(matrix.run(at));
    const unit = parameters.map(() => 0);
    parameters.forEach((_, j) => {
      const got = program.run([...at, ...unit.with(j, 1)]);
      parameters.forEach((_, i) => {
        expect(got[i], `entry ${i}, ${j}`).toBeCloseTo(expected[i * parameters.length + j], 12);
      });
    });
  });
});

import { describe, expect, test } from 'vitest';
import { FUNCTIONS, type FunctionName, Graph, gradient, interpret } from '../../../src/formula/index.ts';
import { derivative, disagreement, replaced } from '../../support/differences.ts';

const EVERYWHERE = [-30, -3.7, -1.2, -0.4, 0.3, 0.9, 1.6, 4.2, 30];
const POSITIVE = [0.03, 0.4, 1, 1.7, 5.2, 40];
const PAIRS = [[-3.1, 2.2], [-1.3, -0.4], [0.6, 1.9], [2.5, 0.7], [4.1, -1.6]]; // biome-ignore format: a table

/** Arguments away from kinks; every function of the graph must stand here. */
const SAMPLES: Readonly<Record<FunctionName, readonly (readonly number[])[]>> = {
  ...Object.fromEntries(
    (['neg', 'exp', 'sin', 'cos', 'tanh', 'atan', 'abs', 'sign', 'relu', 'sigmoid', 'softplus'] as const).map(
      (name) => [name, EVERYWHERE.map((x) => [x])],
    ),
  ),
  ...Object.fromEntries(
    (['add', 'sub', 'mul', 'div', 'min', 'max', 'lt', 'le', 'eq'] as const).map((name) => [name, PAIRS]),
  ),
  tan: [[-1.2], [-0.4], [0.3], [0.9], [2.5]],
  sqrt: POSITIVE.map((x) => [x]),
  reciprocal: POSITIVE.map((x) => [x]),
  log: POSITIVE.map((x) => [x]),
  pow: POSITIVE.flatMap((x) => [-1.7, 0.3, 2.6].map((exponent) => [x, exponent])),
  floor: [[-2.4], [0.5], [3.3]],
  not: [[0], [1]],
  and: [[0, 1], [1, 1]],
  or: [[0, 0], [0, 1]],
  choose: [[1, 2.5, -0.7], [0, 2.5, -0.7]],
} as Record<FunctionName, number[][]>; // biome-ignore format: tables

/** Functions without a slope, and those of truth values. */
const FLAT = new Set<FunctionName>(['sign', 'floor', 'lt', 'le', 'eq', 'not', 'and', 'or']);

describe('derivatives of every function', () => {
  test.each(Object.keys(FUNCTIONS) as FunctionName[])('%s', (name) => {
    const { arity, evaluate, partials } = FUNCTIONS[name];
    expect(partials === undefined).toBe(FLAT.has(name));
    const graph = new Graph();
    const inputs = ['a', 'b', 'c'].slice(0, arity).map((each) => graph.input(each));
    const slopes = interpret(graph, gradient(graph, graph.apply(name, ...inputs), inputs), inputs);
    for (const at of SAMPLES[name]) {
      inputs.forEach((_, k) => {
        // Conditions are no numbers to differentiate by.
        const condition = name === 'choose' && k === 0;
        const expected =
          FLAT.has(name) || condition
            ? { value: 0, error: 0 }
            : derivative(
                (x) => evaluate(...(replaced(at, k, x) as [number, number, number])),
                at[k],
                1e-2 * Math.min(1, Math.abs(at[k])),
              );
        expect(disagreement(slopes.run(at)[k], expected), `${name}(${at}) by argument ${k}`).toBeNull();
      });
    }
  });
});

describe('values where a naive formula overflows', () => {
  test.each([
    ['softplus', 1000, 1000],
    ['softplus', -1000, 0],
    ['sigmoid', 1000, 1],
    ['sigmoid', -1000, 0],
    ['tanh', 1000, 1],
    ['tanh', -1000, -1],
  ] as const)('%s(%s)', (name, x, expected) => {
    expect(FUNCTIONS[name].evaluate(x, 0, 0)).toBe(expected);
  });
});

describe('float32 rounds every operation', () => {
  const graph = new Graph();
  const [a, b] = [graph.input('a'), graph.input('b')];
  test('a sum keeps 24 bits', () => {
    const sum = graph.sub(graph.add(a, b), a);
    expect(interpret(graph, [sum], [a, b], 'float32').run([1, 2 ** -25])[0]).toBe(0);
    expect(interpret(graph, [sum], [a, b], 'float64').run([1, 2 ** -25])[0]).toBe(2 ** -25);
  });
  test('inputs and constants too', () => {
    const product = graph.mul(a, graph.constant(0.1));
    expect(interpret(graph, [product], [a], 'float32').run([0.1])[0]).toBe(
      Math.fround(Math.fround(0.1) * Math.fround(0.1)),
    );
  });
});

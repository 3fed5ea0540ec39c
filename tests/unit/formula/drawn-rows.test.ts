import { describe, expect, test } from 'vitest';
import { rowDrawn } from '../../../src/catalogue/index.ts';
import { compileObjective, interpret } from '../../../src/formula/index.ts';

const X = [0.3, -1.2, 2.5, 0.7];
const TABLE = { X, Y: X.map((x) => x * x - 1) };
const AT = [0.4, -0.9];

/** Value and gradient of a formula over rows that are drawn; over all where none are given. */
function drawn(formula: string, rows?: readonly number[]): number[] {
  const { graph, inputs, loss, gradient } = compileObjective(formula, ['a', 'b'], TABLE, true);
  const sample = rows && { rows, weight: X.length / rows.length };
  return [...interpret(graph, [loss, ...gradient], inputs).run(AT, sample)];
}

/** The same of the formula over a table that holds those rows alone, a sum counted for as many rows as there were. */
function fromRows(formula: string, rows: readonly number[]): number[] {
  const table = { X: rows.map((row) => TABLE.X[row]), Y: rows.map((row) => TABLE.Y[row]) };
  const scaled = formula.replaceAll('sum(', `${X.length / rows.length}*sum(`);
  const { graph, inputs, loss, gradient } = compileObjective(scaled, ['a', 'b'], table);
  return [...interpret(graph, [loss, ...gradient], inputs).run(AT)];
}

describe.each([
  'mean((a*X + b - Y)^2)',
  // What depends on the data alone, and what depends on no row.
  'mean(a*X)^2 + b*sum(Y)',
  'sum(a*b) + mean(b)',
  'm = mean(X); mean((a*(X - m) - Y)^2) + 0.1*b^2',
  'sum(if(X > 0, a, b)*Y)/(1 + sum(abs(X)))',
])('%s', (formula) => {
  test.each([[[0]], [[3, 3]], [[1, 2, 2, 0, 1]]])('over rows %j is that of a table of these', (rows) => {
    const [got, expected] = [drawn(formula, rows), fromRows(formula, rows)];
    got.forEach((value, i) => {
      expect(value).toBeCloseTo(expected[i], 12);
    });
  });

  test('over all is what it is without drawing', () => {
    const all = compileObjective(formula, ['a', 'b'], TABLE);
    const expected = interpret(all.graph, [all.loss, ...all.gradient], all.inputs).run(AT);
    drawn(formula).forEach((value, i) => {
      expect(value).toBeCloseTo(expected[i], 12);
    });
  });
});

test('rows are drawn evenly, and anew for every cell, step and draw', () => {
  const rows = 7;
  const counts = new Float64Array(rows);
  const places: number[] = [];
  for (let cell = 0; cell < 20; cell++) {
    for (let step = 1; step <= 20; step++) {
      for (let draw = 0; draw < 20; draw++) places.push(rowDrawn(3, cell, step, draw, rows));
    }
  }
  for (const row of places) counts[row]++;
  const expected = places.length / rows;
  const chi = counts.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
  // Six degrees of freedom: more than 30 in one of 25,000 tables.
  expect(chi).toBeLessThan(30);
  // Neighbours in each direction agree as often as any two.
  for (const stride of [1, 20, 400]) {
    const pairs = places.length - stride;
    const same = places.slice(stride).filter((row, i) => row === places[i]).length;
    expect(Math.abs(same / pairs - 1 / rows)).toBeLessThan(5 * Math.sqrt(1 / rows / pairs));
  }
});

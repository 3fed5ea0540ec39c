import { expect, test } from 'vitest';
import { objectives } from '../../../src/catalogue/index.ts';
import { packObjective, unpackObjective } from '../../../src/engine/objective-message.ts';
import { searchScale } from '../../../src/engine/scale-search.ts';
import { asFormula, type FormulaObjective, resolveObjective } from '../../../src/experiment/index.ts';

const table = { X: [1, 2, 4], Y: [0.5, -1, 2] };
const typed = [
  { formula: 'mean((Y - a - b*X)^2) + sum(sin(a*X))', parameters: ['a', 'b'], data: table },
  { formula: 'if(x > 0, x^2, sin(x)) - 3', parameters: ['x'] },
  { formula: Array.from({ length: 200 }, (_, i) => `sin(${i}*x)`).join(' + '), parameters: ['x'] },
];

/** What a worker finds for an objective that is sent to it. */
const sent = (objective: FormulaObjective) => searchScale(unpackObjective(structuredClone(packObjective(objective))));

test.each(objectives.map(({ name }) => name))('the scale of %s found in another thread is the same', (name) => {
  const objective = resolveObjective(name);
  expect(sent(objective)).toEqual(searchScale(objective));
});

test.each(typed)('and that of $formula', (input) => {
  const objective = asFormula(resolveObjective(input));
  expect(sent(objective)).toEqual(searchScale(objective));
});

import { afterAll, describe, expect, test } from 'vitest';
import { EVERY_PROBLEM, problems } from '../support/engine-problems.ts';
import { Tap } from '../support/gpu-tap.ts';

/** Deliberate mistakes, and the experiment that must show each. */
const MUTATIONS: readonly (readonly [what: string, shown: string, from: string | RegExp, to: string])[] = [
  ['noise of the step before', 'noise', '(at.gradient, k, cell, number)', '(at.gradient, k, cell, number - 1u)'],
  ['the same noise for both parameters', 'noise', 'normal(cell, step, 1u)', 'normal(cell, step, 0u)'],
  ['the same noise for every cell', 'noise', 'normal_vector(run.first + cell, step)', 'normal_vector(run.first, step)'],
  ['steps counted from 0', 'origin', 'carry.states, k, f32(number)', 'carry.states, k, f32(number - 1u)'],
  ['states that are not kept', 'noise', '  store_states(cell, carry.states);', ''],
  ['columns taken for rows', 'edges', 'let column = number % run.columns', 'let column = number / run.columns'],
  ['divergence a step late', 'edges', 'run.step + count;', 'run.step + count + 1u;'],
  [
    'divergence at a smaller radius',
    'edges',
    'within(square_norm(theta), loss, limits)',
    'within(4.0 * square_norm(theta), loss, limits)',
  ],
  ['arrival a step late', 'edges', 'run.step + track.above', 'run.step + track.above + 1u'],
  [
    'the worst loss for the best',
    'edges',
    'return min(best, loss);',
    'return max(select(best, -HUGE, best == HUGE), loss);',
  ],
  ['the next column of the data', 'data', 'table[row * 2u + 0u]', 'table[row * 2u + 1u]'],
  ['a row of the data left out', 'data', 'var row = 0u;', 'var row = 1u;'],
  [
    'an origin that stays at the start',
    'origin',
    /abs\(origin\[(\d)\] \+ a\[\d\]\) < 0\.5 \* abs\(a\[\d\]\)/g,
    'false',
  ],
  ['positions instead of displacements', 'crawl', /abs\(origin\[(\d)\] \+ a\[\d\]\) < 0\.5 \* abs\(a\[\d\]\)/g, 'true'],
  ['the wrong eigenvalue', 'saddle', 'matrix[3] + t * off', 'abs(matrix[3] + t * off)'],
  ['a bent floor that is not looked at again', 'ring', 'const CLEAR = 0.125', 'const CLEAR = 0.0'],
  ['a look to the wrong side', 'ring', 'scaled(way, far / length)', 'scaled(way, -far / length)'],
  ['a histogram that is shifted', 'saddle', '- 8 * (127 - 64)', '- 8 * (127 - 60)'],
];

describe('the tests find', () => {
  const taps: Tap[] = [];
  afterAll(() => {
    for (const tap of taps) tap.close();
  });

  test('nothing wrong as it is', async () => {
    const tap = new Tap();
    taps.push(tap);
    expect(await problems(await tap.open(), EVERY_PROBLEM)).toEqual([]);
  });

  test.each(MUTATIONS)('%s (%s)', async (_, shown, from, to) => {
    let changed = 0;
    const tap = new Tap((code) => {
      const mutant = code.replace(from, to);
      if (mutant !== code) changed++;
      return mutant;
    });
    taps.push(tap);
    const found = await problems(await tap.open(), [shown]);
    expect(changed, 'no shader has that text').toBeGreaterThan(0);
    expect(found.length).toBeGreaterThan(0);
  });
});

import { describe, expect, it, test } from 'vitest';
import { standingOf } from '../../../../src/analysis/comparison.ts';
import { NONE } from '../../../../src/analysis/differences.ts';
import { wilson } from '../../../../src/analysis/wilson.ts';
import { columnsFor, intervalText, orderBy } from '../../../../src/app/compare/columns.ts';
import { conclusionOf } from '../../../../src/app/compare/conclusion.ts';
import { rangeText } from '../../../../src/app/compare/range-text.ts';
import { planExperiment } from '../../../../src/experiment/index.ts';
import { home, tableOf } from '../../analysis/tables.ts';

const plan = planExperiment({ objective: 'himmelblau', optimizers: [{ name: 'sgd' }] });
/** Of 1,000 cells so many arrive, in so many steps. */
const standing = (arrived: number, steps = 10) =>
  standingOf(
    plan,
    tableOf(Array.from({ length: 1000 }, (_, k) => (k < arrived ? { ...home(), arrivedAt: steps } : {}))),
  );
const named = (...given: [string, number, number?][]) =>
  given.map(([label, arrived, steps]) => ({ label, standing: standing(arrived, steps) }));
/** Without the spaces at which no line may break. */
const concluded = (...given: Parameters<typeof conclusionOf>) => conclusionOf(...given).replaceAll('\u00a0', ' ');

describe('what can be concluded', () => {
  it('names all, the best first, and says that a difference is one', () => {
    expect(
      concluded(named(['Ball', 930], ['Adam', 998]), 'starts', { ...NONE, onlySecond: 70, onlyFirst: 2 }, null),
    ).toBe(
      'Adam arrives from 99.8 % of the starts, Ball from 93 %. Adam arrives where Ball does not: 70 cells; the reverse: 2. Their intervals, told as if the cells were drawn at random, do not overlap.',
    );
  });

  it('is honest about ties, and tells who of those tied is faster', () => {
    const sentence = concluded(named(['A', 900, 40], ['B', 905, 90], ['C', 100]), 'starts', null, null);
    expect(sentence).toContain(
      'By how many arrive, B and A cannot be told apart: their intervals, told as if the cells were drawn at random, overlap.',
    );
    expect(sentence).toContain('A is faster: half of its cells reach the target within 40 steps, of B within 90.');
  });

  it('holds only so far while the run goes on, and where nobody arrives says so', () => {
    expect(concluded(named(['Adam', 500]), 'starts', null, 320)).toBe(
      'So far, at step 320: Adam arrives from 50 % of the starts.',
    );
    expect(concluded(named(['Adam', 0], ['Ball', 0]), 'starts', NONE, null)).toBe('None of them arrives.');
  });
});

test('intervals have as many digits as they are narrow', () => {
  expect(intervalText(wilson(620, 1000), 1000)).toBe('59–65 %');
  expect(intervalText(wilson(40_632, 65_536), 65_536)).toBe('61.6–62.4 %');
  expect(intervalText(wilson(0, 10), 10)).toBe('0–28 %');
});

test('rows are ordered by a column, infinite values last or first, equals as they were', () => {
  const standings = [standing(10), standing(900), standing(900), standing(600, 5)];
  const columns = columnsFor(true, true);
  expect(columns.map(({ key }) => key)).toEqual(['arrives', 'steps', 'loss.0', 'loss.1', 'norm.0', 'norm.1']);
  const by = (key: string, descending: boolean) =>
    orderBy(standings, columns.find((each) => each.key === key) as (typeof columns)[number], descending);
  expect(by('arrives', true)).toEqual([1, 2, 3, 0]);
  expect(by('steps', false)).toEqual([3, 1, 2, 0]);
});

test('a range says where it is open', () => {
  const range = { from: 0.0012, to: 0.1, openBelow: false, openAbove: true, decades: 1.9208 };
  expect(rangeText(range)).toEqual({ ends: '0.0012 to ≥ 0.1', width: '≥ 1.92 decades' });
  expect(rangeText({ ...range, openAbove: false }).width).toBe('1.92 decades');
  expect(rangeText(null)).toEqual({ ends: 'nowhere', width: '–' });
});

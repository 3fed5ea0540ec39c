import { expect, it } from 'vitest';
import { changedFields, FIRST_VIEW, fittedView } from '../../../../src/app/view/page-view.ts';

it('writes no pair of optimizers that a single one leaves, and is as before when there is another', () => {
  const alone = fittedView(FIRST_VIEW, 1, 9, 9);
  expect(alone.pair).toEqual([0, 0]);
  expect(changedFields(alone)).toEqual({});
  expect(fittedView(alone, 2, 9, 9).pair).toEqual([0, 1]);
});

it('writes the pair that was chosen', () => {
  expect(changedFields(fittedView({ ...FIRST_VIEW, pair: [1, 0] }, 2, 9, 9))).toEqual({ pair: [1, 0] });
});

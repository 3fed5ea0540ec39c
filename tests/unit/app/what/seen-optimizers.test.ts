import { expect, test } from 'vitest';
import { viewWith, viewWithout } from '../../../../src/app/what/seen-optimizers.ts';

const view = { hidden: [1, 3], pair: [1, 2], cell: [3, 5, 6] } as {
  hidden: number[];
  pair: [number, number];
  cell: [number, number, number];
};

test('what is looked at follows its optimizers when one before them goes or comes', () => {
  expect(viewWithout(0, view)).toEqual({ hidden: [0, 2], pair: [0, 1], cell: [2, 5, 6] });
  expect(viewWith(2, view)).toEqual({ hidden: [1, 4], pair: [1, 3], cell: [4, 5, 6] });
  expect(viewWithout(3, viewWith(3, view))).toEqual(view);
});

test('nothing points at an optimizer that is gone', () => {
  expect(viewWithout(3, view)).toEqual({ hidden: [1], pair: [1, 2], cell: null });
  expect(viewWithout(1, view)).toEqual({ hidden: [2], pair: [0, 1], cell: [2, 5, 6] });
});

import { expect, it } from 'vitest';
import { levelTexts, untouching } from '../../../../src/app/map/level-texts.ts';

it('write levels with two digits, and with more where neighbours would look alike', () => {
  expect(levelTexts([0, 1.234, 56.78])).toEqual(['0', '1.2', '57']);
  expect(levelTexts([975.2, 982.4, 1100])).toEqual(['975', '982', '1100']);
  expect(levelTexts([1, 1 + 1e-9])).toEqual(['1', '1']);
  expect(levelTexts([-4.8957, -4.8951, -4.7, 0, 31])).toEqual(['−4.896', '−4.895', '−4.7', '0', '31']);
  expect(levelTexts([9100, 54_321, 170_000])).toEqual(['9100', '5.4 × 10⁴', '1.7 × 10⁵']);
});

it('leave out the ticks that would touch others, never the ends', () => {
  expect(untouching(['0', '3', '40', '500'], 42)).toEqual(['0', '3', '40', '500']);
  expect(untouching(['1000001', '1.8 × 10⁶', '4.9 × 10⁷', '10⁹'], 42)).toEqual(['1000001', '', '', '10⁹']);
});

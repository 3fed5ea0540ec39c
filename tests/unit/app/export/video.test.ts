import { expect, test } from 'vitest';
import { nextPicture, stepsEach } from '../../../../src/app/export/video.ts';

test('a video keeps the pace that is chosen, and lasts ten seconds where none is', () => {
  expect(stepsEach(60, 1000)).toBe(2);
  expect(stepsEach(10, 1000)).toBeCloseTo(1 / 3);
  expect(stepsEach(null, 3000)).toBe(10);
  // Fewer steps than pictures: each is seen.
  expect(stepsEach(null, 20)).toBe(1);
});

test('pictures that come late are left out, but not many in a row', () => {
  expect(nextPicture(1, 20)).toBe(2);
  expect(nextPicture(1, 100)).toBe(3);
  expect(nextPicture(1, 60_000)).toBe(5);
});

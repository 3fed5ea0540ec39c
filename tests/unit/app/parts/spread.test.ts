import { expect, test } from 'vitest';
import { rangeOf, signedPowers } from '../../../../src/app/parts/spread.ts';

test('a signed axis has 0 and powers of ten on either side, none on another', () => {
  expect(signedPowers(-150, 20, 0.1, 400)).toEqual([-100, -10, -1, -0.1, 0, 0.1, 1, 10]);
  const crowded = signedPowers(-150, 20, 0.1, 60);
  expect(crowded).toContain(0);
  expect(crowded).toContain(-100);
  const places = crowded.map((value) => Math.asinh(value / 0.1));
  const pixels = 60 / (Math.asinh(200) + Math.asinh(1500));
  places.slice(1).forEach((place, i) => {
    expect((place - places[i]) * pixels, `${crowded[i]} and ${crowded[i + 1]}`).toBeGreaterThanOrEqual(16);
  });
});

test('a logarithmic axis has whole decades, one at least', () => {
  expect(rangeOf(0.03, 7, 'log').map(Math.log10)).toEqual([-2, 1]);
  const [low, high] = rangeOf(10, 10, 'log');
  expect(low).toBeLessThan(high);
});

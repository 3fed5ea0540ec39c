import { expect, test } from 'vitest';
import { shareText } from '../../../src/analysis/share-text.ts';
import { wilson } from '../../../src/analysis/wilson.ts';

test.each([
  [0, 0, '0 %'],
  [0, 100, '0 %'],
  [100, 100, '100 %'],
  [1, 16, '6 %'],
  [255, 256, '99.6 %'],
  [2540, 4096, '62 %'],
  [40_632, 65_536, '62.0 %'],
  [65_514, 65_536, '99.97 %'],
  [65_535, 65_536, '99.998 %'],
  [1, 65_536, '0.002 %'],
  [1, 1 << 20, '0.0001 %'],
])('%d of %d are %s', (part, whole, text) => expect(shareText(part, whole)).toBe(text));

test('what is written lies in the interval, is never 0 % or 100 % unless exactly so, and has no decimal too many', () => {
  for (const whole of [1, 2, 3, 7, 16, 64, 255, 1000, 4096, 65_536, 1 << 20, 1 << 24]) {
    const parts = new Set([0, 1, 2, 3, 5, 9, 22].flatMap((k) => [k, whole - k, Math.round(k * 0.0413 * whole)]));
    for (const part of [...parts].filter((each) => each >= 0 && each <= whole)) {
      const text = shareText(part, whole);
      const written = Number(text.replace(' %', '')) / 100;
      const { low, high } = wilson(part, whole);
      const said = `${part} of ${whole}: ${text}, interval ${low} to ${high}`;
      expect(written >= low - 1e-15 && written <= high + 1e-15, said).toBe(true);
      expect(written === 0, said).toBe(part === 0);
      expect(written === 1, said).toBe(part === whole);
      // One decimal less would be off by more than the interval reaches on its nearer side.
      const decimals = text.split('.')[1]?.length ?? 0;
      const fewer = 0.5 * 10 ** (2 - decimals - 1);
      if (decimals > 0) expect(fewer > Math.min(part / whole - low, high - part / whole), said).toBe(true);
    }
  }
});

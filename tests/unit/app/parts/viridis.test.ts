import { interpolateViridis } from 'd3-scale-chromatic';
import { expect, test } from 'vitest';
import { viridis } from '../../../../src/app/parts/viridis.ts';

const channels = (hex: string) => [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16));

test('the colours are those of the original', () => {
  for (let i = -10; i <= 1010; i++) {
    const [got, expected] = [viridis(i / 1000), interpolateViridis(i / 1000)];
    const apart = channels(got).map((value, channel) => Math.abs(value - channels(expected)[channel]));
    expect(Math.max(...apart), `at ${i / 1000}: got ${got}, expected ${expected}`).toBeLessThanOrEqual(3);
    expect(got).toMatch(/^#[\da-f]{6}$/);
  }
});

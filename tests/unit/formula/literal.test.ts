import { describe, expect, test } from 'vitest';
import { literal } from '../../../src/formula/index.ts';
import { randomNumbers } from '../../support/random.ts';

const MAX = 3.4028234663852886e38;
const read = (text: string) => Number(text.replace(/f$/, ''));

/** What a shader compiler makes of a literal must be the float32 that was meant, and none may be beyond the largest. */
function check(value: number): void {
  const text = literal(value);
  const problem = `${value} became ${text}`;
  expect(text, problem).toMatch(/^-?(\d+\.\d+|\d+(\.\d+)?e[+-]?\d+)f$/);
  expect(Math.fround(read(text)), problem).toBe(Math.fround(value));
  expect(Math.abs(read(text)), problem).toBeLessThanOrEqual(MAX);
}

describe('float32 literals', () => {
  test.each([0, 1, -1, 0.1, 1e-8, 123456789, 2 ** 24, 2 ** -149, 2 ** -126, 1e-40, MAX, -MAX, 3.4e38, 1e21, Math.PI])(
    '%s',
    (value) => {
      check(value);
    },
  );

  test('20,000 random bit patterns', () => {
    const random = randomNumbers(3);
    const float = new Float32Array(1);
    const bits = new Uint32Array(float.buffer);
    let finite = 0;
    for (let i = 0; i < 20_000; i++) {
      bits[0] = Math.floor(random() * 2 ** 32);
      if (!Number.isFinite(float[0])) continue;
      finite++;
      check(float[0]);
    }
    expect(finite).toBeGreaterThan(19_000);
  });

  test('are short where that is enough', () => {
    expect([0.1, 1e-8, 0.999, 2, 1 / 3].map(literal)).toEqual(['0.1f', '1e-8f', '0.999f', '2.0f', '0.33333334f']);
  });

  test.each([Number.NaN, Number.POSITIVE_INFINITY, 1e39])('%s has none', (value) => {
    expect(() => literal(value)).toThrow('internal');
  });
});

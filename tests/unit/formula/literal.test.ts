import { describe, expect, test } from 'vitest';
import { literal } from '../../../src/formula/index.ts';
import { randomNumbers } from '../../support/random.ts';

const MAX = 3.4028234663852886e38;
const read = (text: string) => Number(text.replace(/f$/, ''));

/** What is wrong with a value's literal: a shader compiler must read the float32 that was meant, and none may be beyond the largest. */
function problem(value: number): string[] {
  const text = literal(value);
  const form = /^-?(\d+\.\d+|\d+(\.\d+)?e[+-]?\d+)f$/.test(text);
  const same = Math.fround(read(text)) === Math.fround(value) && Math.abs(read(text)) <= MAX;
  return form && same ? [] : [`${value} became ${text}`];
}

describe('float32 literals', () => {
  test.each([0, 1, -1, 0.1, 1e-8, 123456789, 2 ** 24, 2 ** -149, 2 ** -126, 1e-40, MAX, -MAX, 3.4e38, 1e21, Math.PI])(
    '%s',
    (value) => {
      expect(problem(value)).toEqual([]);
    },
  );

  test('20,000 random bit patterns', () => {
    const random = randomNumbers(3);
    const float = new Float32Array(1);
    const bits = new Uint32Array(float.buffer);
    const values = Array.from({ length: 20_000 }, () => {
      bits[0] = Math.floor(random() * 2 ** 32);
      return float[0];
    }).filter(Number.isFinite);
    expect(values.length).toBeGreaterThan(19_000);
    expect(values.flatMap(problem)).toEqual([]);
  });

  test('are short where that is enough', () => {
    expect([0.1, 1e-8, 0.999, 2, 1 / 3].map(literal)).toEqual(['0.1f', '1e-8f', '0.999f', '2.0f', '0.33333334f']);
  });

  test.each([Number.NaN, Number.POSITIVE_INFINITY, 1e39])('%s has none', (value) => {
    expect(() => literal(value)).toThrow('internal');
  });
});

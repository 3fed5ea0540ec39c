import { describe, expect, test } from 'vitest';
import { pow } from '../../../../src/formula/wasm/functions/index.ts';
import { around, strided, ulpsOff } from '../../../support/float32-sweep.ts';
import { randomNumbers } from '../../../support/random.ts';
import { compileLanes } from '../../../support/wasm-lanes.ts';

/** In ulp; measured over far more pairs than here: 0.54. */
const BOUND = 0.6;

/** The pairs at which a power is off by more. */
async function wrongOf(pairs: Iterable<readonly [xs: Float32Array, ys: Float32Array]>): Promise<string[]> {
  const run = await compileLanes(2, pow);
  const failures: string[] = [];
  let index = 0;
  for (const [xs, ys] of pairs) {
    const got = run(xs, ys);
    for (let i = 0; i < xs.length; i++, index++) {
      const exact = xs[i] ** ys[i];
      const off = ulpsOff(got[i], exact);
      if (off <= BOUND) continue;
      failures.push(`[${index}] ${xs[i]} ^ ${ys[i]}: got ${got[i]}, expected ${exact}: ${off.toFixed(3)} ulp`);
    }
  }
  return failures.slice(0, 10);
}

/** Exponents that take numbers to powers of 2 from −155 to 135. */
function exponentsFor(xs: Float32Array, random: () => number): Float32Array {
  return xs.map((x) => (290 * random() - 155) / Math.log2(Math.abs(x)));
}

describe('powers of four float32 against float64', () => {
  test('everywhere', async () => {
    const random = randomNumbers(1);
    const pairs = Array.from(strided(4099), (xs, chunk) => {
      const ys = exponentsFor(xs, random);
      // Negative numbers have only whole powers.
      return [xs, chunk % 4 === 0 ? ys.map(Math.round) : ys] as const;
    });
    expect(await wrongOf(pairs)).toEqual([]);
  });

  test('near 1, where exponents are large', async () => {
    const random = randomNumbers(2);
    const numbers = around([1, 1 + 2 ** -12, 1 - 2 ** -12, Math.SQRT2, Math.SQRT1_2, 2], 4000);
    expect(await wrongOf(Array.from(numbers, (xs) => [xs, exponentsFor(xs, random)] as const))).toEqual([]);
  });

  test('as Math.pow for every pair of special values', async () => {
    const ordinary = [1e-45, 1e-38, 0.25, 1 / 3, 1 - 2 ** -24, 1.5, 2, 3, 4, 2 ** 23 + 1, 2 ** 24 - 1, 2 ** 24, 3e38];
    const sizes = [0, 1, Infinity, ...ordinary];
    const values = Float32Array.from([...sizes, ...sizes.map((size) => -size), NaN, NaN, NaN, NaN]);
    const pairs = Array.from(values, (x) => [values.map(() => x), values] as const);
    expect(await wrongOf(pairs)).toEqual([]);
  });
});

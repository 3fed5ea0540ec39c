import { describe, expect, test } from 'vitest';
import { UNARY, type Unary } from '../../../support/wasm-functions.ts';
import { compileLanes } from '../../../support/wasm-lanes.ts';

const { fround, PI } = Math;
const [inf, nan] = [Infinity, NaN];
/** The smallest float32 above 0 and the largest one. */
const [LEAST, MOST] = [2 ** -149, 2 ** 128 - 2 ** 104];

// biome-ignore format: a table
/** Arguments whose results are exact, or fixed by IEEE 754. */
const SPECIAL: readonly (readonly [Unary, readonly (readonly [x: number, value: number])[]])[] = [
  ['exp', [[0, 1], [-0, 1], [inf, inf], [-inf, 0], [100, inf], [MOST, inf], [-104, 0], [-150, 0], [-1000, 0], [-MOST, 0], [LEAST, 1]]],
  ['log', [[1, 0], [0, -inf], [-0, -inf], [inf, inf], [-1, nan], [-LEAST, nan], [-inf, nan], [LEAST, -149 * Math.LN2]]],
  ['sin', [[0, 0], [-0, -0], [inf, nan], [-inf, nan], [LEAST, LEAST], [-LEAST, -LEAST]]],
  ['cos', [[0, 1], [-0, 1], [inf, nan], [-inf, nan], [LEAST, 1]]],
  ['tan', [[0, 0], [-0, -0], [inf, nan], [-inf, nan], [LEAST, LEAST], [-LEAST, -LEAST]]],
  ['tanh', [[0, 0], [-0, -0], [inf, 1], [-inf, -1], [MOST, 1], [-MOST, -1], [LEAST, LEAST], [-LEAST, -LEAST]]],
  ['atan', [[0, 0], [-0, -0], [inf, PI / 2], [-inf, -PI / 2], [MOST, PI / 2], [1, PI / 4], [LEAST, LEAST], [-LEAST, -LEAST]]],
  ['sigmoid', [[0, 0.5], [-0, 0.5], [inf, 1], [-inf, 0], [MOST, 1], [-MOST, 0], [-105, 0], [100, 1]]],
  ['softplus', [[0, Math.LN2], [inf, inf], [-inf, 0], [MOST, MOST], [-MOST, 0], [-105, 0], [100, 100]]],
];

describe('special values', () => {
  test.each(SPECIAL)('%s', async (name, cases) => {
    const run = await compileLanes(1, UNARY[name]);
    // All together, and each with ordinary numbers beside it: a rare lane must not disturb the others, nor they it.
    const apart = cases.flatMap(([x]) => [x, 0.5, 0.25, 0.75]);
    const together = [...cases.map(([x]) => x), ...Array((4 - (cases.length % 4)) % 4).fill(0)];
    const alone = Array.from(run(Float32Array.from(apart)));
    const joined = Array.from(run(Float32Array.from(together)));
    const ordinary = Array.from(run(Float32Array.of(0.5, 0.5, 0.25, 0.75))).slice(1);
    cases.forEach(([x, value], i) => {
      const told = `[${i}] ${name} ${x}`;
      expect(joined[i], told).toBe(fround(value));
      expect(alone[4 * i], told).toBe(fround(value));
      expect(alone.slice(4 * i + 1, 4 * i + 4), told).toEqual(ordinary);
    });
  });

  test.each(SPECIAL)('%s of NaN is NaN, whatever its bits', async (name) => {
    const run = await compileLanes(1, UNARY[name]);
    const quiet = [0x7fc00000, 0xffc00000, 0x7fc12345, 0xffc54321];
    const signalling = [0x7f800001, 0xff800001, 0x7fa00000, 0xffbfffff];
    const bits = Uint32Array.of(...quiet, ...signalling);
    expect(Array.from(run(new Float32Array(bits.buffer)))).toEqual(Array(bits.length).fill(nan));
  });
});

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import functionsShader from '../../shaders/functions.wgsl?raw';
import { openDevice } from '../../src/engine/webgpu/device.ts';
import { openNodeGpu } from '../../src/engine/webgpu/node.ts';
import { CLAIMS, divisionUlps, MAX, powerError } from '../support/engine-accuracy.ts';
import { runKernel } from '../support/gpu-compute.ts';
import { randomNumbers } from '../support/random.ts';
import { floatAt, orderOf, TINY, ulpAt } from '../support/ulps.ts';

const SAMPLES = 1 << 17;

let device: GPUDevice;
let division: number;

beforeAll(async () => {
  const opened = await openDevice((await openNodeGpu()).gpu);
  device = opened.device;
  division = divisionUlps(opened.info.software);
});
afterAll(() => device.destroy());

/** Values of a WGSL expression of x and y. */
function apply(
  expression: string,
  xs: Float32Array<ArrayBuffer>,
  ys?: Float32Array<ArrayBuffer>,
): Promise<Float32Array> {
  const count = xs.length;
  const input = new Float32Array(2 * count);
  input.set(xs);
  if (ys) input.set(ys, count);
  const code = `${functionsShader}
@compute @workgroup_size(64)
fn main(@builtin(global_invocation_id) id: vec3u) {
  if (id.x < ${count}u) {
    let x = input[id.x];
    let y = input[id.x + ${count}u];
    output[id.x] = ${expression};
  }
}`;
  return runKernel(device, code, input, count, count);
}

/** Every float32 of the range equally likely, then evenly spread numbers of at most `even` in size. */
function spread([low, high]: readonly [number, number], even: number): Float32Array<ArrayBuffer> {
  const [first, last] = [orderOf(low), orderOf(high)];
  const [from, to] = [Math.max(low, -even), Math.min(high, even)];
  return Float32Array.from({ length: 2 * SAMPLES }, (_, i) => {
    const share = (i % SAMPLES) / (SAMPLES - 1);
    return i < SAMPLES ? floatAt(Math.round(first + (last - first) * share)) : from + (to - from) * share;
  });
}

describe('functions.wgsl against float64', () => {
  test.each(CLAIMS)('$name is right to $ulps ulp', async ({ wgsl, exact, range, ulps, divisions, more, parity }) => {
    for (const even of [1, 100, 1e4]) {
      const xs = spread(range, even);
      const got = await apply(wgsl, xs);
      const opposite = xs.map((x) => -x);
      const mirrored = parity && (await apply(wgsl, opposite));
      const failures: string[] = [];
      xs.forEach((x, i) => {
        const expected = exact(x);
        // Results (and arguments) below the smallest normal number may be flushed to 0.
        const tolerance = (ulps + division * divisions) * ulpAt(expected) + (more?.(x) ?? 0) + 2 * TINY;
        if (!(Math.abs(got[i] - expected) <= tolerance)) {
          const off = Math.abs(got[i] - expected) / ulpAt(expected);
          failures.push(`[${i}] x = ${x}: got ${got[i]}, expected ${expected}: ${off.toFixed(2)} ulp`);
        }
        if (mirrored && mirrored[i] !== (parity as number) * got[i]) {
          failures.push(`[${i}] x = ${-x}: got ${mirrored[i]}, expected ${(parity as number) * got[i]}`);
        }
      });
      expect(failures.slice(0, 10)).toEqual([]);
    }
  });

  test('scree_pow is right to what y · log x magnifies', async () => {
    const random = randomNumbers(1);
    const xs = Float32Array.from({ length: SAMPLES }, () => 2 ** (40 * random() - 20));
    const ys = Float32Array.from({ length: SAMPLES }, () => 12 * random() - 6);
    const got = await apply('scree_pow(x, y)', xs, ys);
    const failures: string[] = [];
    let compared = 0;
    xs.forEach((x, i) => {
      const exponent = ys[i] * Math.log(x);
      if (!(exponent > -87 && exponent < 88)) return;
      compared++;
      const expected = x ** ys[i];
      const relative = powerError(exponent, division);
      if (Math.abs(got[i] / expected - 1) <= relative) return;
      failures.push(`[${i}] ${x} ^ ${ys[i]}: got ${got[i]}, expected ${expected} ± ${relative * expected}`);
    });
    expect(failures.slice(0, 10)).toEqual([]);
    expect(compared).toBeGreaterThan(0.9 * SAMPLES);
  });
});

/** What a call must give: exactly, or between two numbers. */
const SPECIAL: readonly (readonly [call: string, x: number, y: number, from: number, to?: number])[] = [
  ['scree_exp(x)', 0, 0, 1],
  ['scree_exp(x)', -0, 0, 1],
  ['scree_exp(x)', 88.5, 0, 1.6e38, MAX],
  ['scree_exp(x)', 1000, 0, 1.6e38, MAX],
  ['scree_exp(x)', MAX, 0, 1.6e38, MAX],
  ['scree_exp(x)', -88, 0, 0],
  ['scree_exp(x)', -MAX, 0, 0],
  ['scree_log(x)', 1, 0, 0],
  ['scree_log(x)', 0, 0, -MAX, -1e38],
  ['scree_log(x)', -0, 0, -MAX, -1e38],
  ['scree_log(x)', -1, 0, 1e38, MAX],
  ['scree_log(x)', -MAX, 0, 1e38, MAX],
  // A subnormal argument is itself, the smallest normal number, or 0.
  ['scree_log(x)', 1e-40, 0, -MAX, -87.33],
  ['scree_sin(x)', 0, 0, 0],
  ['scree_cos(x)', 0, 0, 1],
  ['scree_tan(x)', 0, 0, 0],
  ...[1e5, 1e6, 1e9, 1e20, MAX].flatMap(
    (x) =>
      [
        ['scree_sin(x)', x, 0, -1, 1],
        ['scree_sin(-x)', x, 0, -1, 1],
        ['scree_cos(x)', x, 0, -1, 1],
      ] as const,
  ),
  ['scree_tanh(x)', 0, 0, 0],
  ['scree_tanh(x)', 20, 0, 1],
  ['scree_tanh(x)', MAX, 0, 1],
  ['scree_tanh(x)', -MAX, 0, -1],
  ['scree_atan(x)', 0, 0, 0],
  ['scree_sigmoid(x)', 0, 0, 0.5],
  ['scree_sigmoid(x)', MAX, 0, 1],
  ['scree_sigmoid(x)', -MAX, 0, 0, 1e-37],
  ['scree_softplus(x)', 100, 0, 100],
  ['scree_softplus(x)', MAX, 0, MAX],
  ['scree_softplus(x)', -MAX, 0, 0],
  ['scree_pow(x, y)', 0, 2.5, 0],
  ['scree_pow(x, y)', 0, 0, 1],
  ['scree_pow(x, y)', 3, 0, 1],
  ['scree_pow(x, y)', 1, MAX, 1],
  ['scree_pow(x, y)', 0, -1, 1e38, MAX],
  ['scree_pow(x, y)', 1e30, 5, 1e38, MAX],
  ['scree_pow(x, y)', 1e30, -5, 0],
  // Without a value: huge, so that a trajectory's bounds catch it.
  ['scree_pow(x, y)', -2, 0.5, 1e38, MAX],
];

describe('special values', () => {
  for (const [call, x, y, from, to = from] of SPECIAL) {
    test(`${call} at ${x}, ${y} gives ${from === to ? from : `${from} to ${to}`}`, async () => {
      const got = (await apply(call, Float32Array.of(x), Float32Array.of(y)))[0];
      expect(got).toBeGreaterThanOrEqual(from);
      expect(got).toBeLessThanOrEqual(to);
    });
  }
});

import { afterAll, beforeAll, test } from 'vitest';
import functionsShader from '../../shaders/functions.wgsl?raw';
import { openTestDevice, runKernel } from '../support/gpu-compute.ts';
import { floatAt, orderOf, ulpAt } from '../support/gpu-ulps.ts';

let device: GPUDevice;
beforeAll(async () => {
  device = await openTestDevice();
});
afterAll(() => device.destroy());
function samples(low: number, high: number, n: number) {
  const [a, b] = [orderOf(low), orderOf(high)];
  return Float32Array.from({ length: n }, (_, i) => floatAt(Math.round(a + ((b - a) * i) / (n - 1))));
}
function uniform(low: number, high: number, n: number) {
  return Float32Array.from({ length: n }, (_, i) => low + ((high - low) * i) / (n - 1));
}
const M = 3.4e38;
const softplus = (x: number) => Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)));
const cases: [string, (x: number) => number, [number, number, boolean?][]][] = [
  [
    'scree_exp',
    Math.exp,
    [
      [-87, 88],
      [-87, 88, true],
      [-1, 1],
      [-1, 1, true],
      [-110, -87],
      [88, 89],
    ],
  ],
  [
    'scree_log',
    Math.log,
    [
      [1.2e-38, M],
      [0.5, 2],
      [0.99, 1.01],
      [0.7, 1.42],
    ],
  ],
  [
    'scree_sin',
    Math.sin,
    [
      [-10, 10],
      [-10, 10, true],
      [-100, 100, true],
      [-1e3, 1e3, true],
      [-1e4, 1e4, true],
      [1e4, 1e5, true],
    ],
  ],
  [
    'scree_cos',
    Math.cos,
    [
      [-10, 10],
      [-10, 10, true],
      [-100, 100, true],
      [-1e3, 1e3, true],
      [-1e4, 1e4, true],
      [1e4, 1e5, true],
    ],
  ],
  [
    'scree_tan',
    Math.tan,
    [
      [-10, 10],
      [-1.5, 1.5, true],
      [-10, 10, true],
      [-100, 100, true],
      [-1e4, 1e4, true],
    ],
  ],
  [
    'scree_tanh',
    Math.tanh,
    [
      [-M, M],
      [-10, 10, true],
      [-1, 1, true],
    ],
  ],
  [
    'scree_atan',
    Math.atan,
    [
      [-M, M],
      [-10, 10, true],
      [-1, 1, true],
    ],
  ],
  [
    'scree_sigmoid',
    (x) => 1 / (1 + Math.exp(-x)),
    [
      [-87, M],
      [-20, 20, true],
      [-87, 0, true],
    ],
  ],
  [
    'scree_softplus',
    softplus,
    [
      [-87, M],
      [-20, 20, true],
      [-1, 1, true],
      [-87, -5, true],
    ],
  ],
  ['sqrt', Math.sqrt, [[0, M]]],
];
test('explore', async () => {
  for (const [name, f, ranges] of cases) {
    for (const [low, high, even] of ranges) {
      const n = 1 << 17;
      const xs = even ? uniform(low, high, n) : samples(low, high, n);
      const out = await runKernel(
        device,
        `${functionsShader}
@compute @workgroup_size(64) fn main(@builtin(global_invocation_id) id: vec3u) { if (id.x < arrayLength(&input)) { output[id.x] = ${name}(input[id.x]); } }`,
        xs,
        n,
        n,
      );
      let worst = 0,
        at = 0,
        abs = 0,
        absAt = 0;
      for (let i = 0; i < n; i++) {
        const want = f(xs[i]);
        const e = Math.abs(out[i] - want);
        const u = e / ulpAt(want);
        if (!(u <= worst)) {
          worst = u;
          at = i;
        }
        if (!(e <= abs)) {
          abs = e;
          absAt = i;
        }
      }
      console.log(
        name.padEnd(16),
        `[${low}, ${high}]${even ? ' even' : ''}`.padEnd(24),
        `ulp ${worst.toPrecision(4)} at ${xs[at]} got ${out[at]} want ${f(xs[at])}`,
        `abs ${abs.toExponential(2)} at ${xs[absAt]}`,
      );
    }
  }
});

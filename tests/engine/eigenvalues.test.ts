import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Engine, LARGEST_MATRIX } from '../../src/engine/index.ts';
import { planExperiment } from '../../src/experiment/index.ts';
import { directions } from '../support/directions.ts';
import { eigenvalues } from '../support/eigenvalues.ts';
import { ENGINE, openTestEngine } from '../support/engine.ts';
import { LECTURE_TARGETS, lectureNetworks } from '../support/lecture-networks.ts';
import { randomNumbers } from '../support/random.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await openTestEngine();
});
afterAll(() => engine.destroy());

type Matrix = readonly (readonly number[])[];

/** Half of the reference's error, in units of the largest eigenvalue. */
const ERROR = 2.5e-6;
const SIZES = [1, 2, 3, 4, 7, 13, 31, 48, 64];

/** Symmetric matrices of float32 numbers, by what is hard about them. */
const KINDS: Readonly<Record<string, (n: number, random: () => number) => Matrix>> = {
  'even entries': (n, random) => symmetric(n, () => 2 * random() - 1),
  zero: (n) => symmetric(n, () => 0),
  diagonal: (n, random) => symmetric(n, (i, j) => (i === j ? random() - 0.5 : 0)),
  'all entries equal': (n) => symmetric(n, () => 1),
  'two eigenvalues, many times': (n, random) => withEigenvalues(n, random, (i) => (i % 3 === 0 ? -2 : 1)),
  'eigenvalues over seven powers of ten': (n, random) => withEigenvalues(n, random, (i) => 10 ** (-7 * (i / n))),
  'huge entries': (n, random) => symmetric(n, () => 1e18 * (random() - 0.5)),
  'tiny entries': (n, random) => symmetric(n, () => 1e-18 * (random() - 0.5)),
};

function symmetric(n: number, entry: (i: number, j: number) => number): Matrix {
  const lower = Array.from({ length: n }, (_, i) => Array.from({ length: i + 1 }, (_, j) => Math.fround(entry(i, j))));
  return lower.map((_, i) => lower.map((_, j) => lower[Math.max(i, j)][Math.min(i, j)]));
}

function withEigenvalues(n: number, random: () => number, value: (i: number) => number): Matrix {
  const axes = directions(n, random);
  return symmetric(n, (i, j) => axes.reduce((sum, axis, k) => sum + value(k) * axis[i] * axis[j], 0));
}

describe.each(SIZES)('%i rows', (n) => {
  test.each(Object.entries(KINDS))('%s', async (_, make) => {
    const random = randomNumbers(n);
    // Five small ones: more than a vector has lanes.
    const matrices = Array.from({ length: n < 16 ? 5 : 2 }, () => make(n, random));
    const got = await engine.eigenvalues(n, Float32Array.from(matrices.flat(2)));
    matrices.forEach((matrix, k) => {
      const expected = eigenvalues(matrix);
      const largest = Math.max(...expected.map(Math.abs));
      const here = [...got.subarray(k * n, (k + 1) * n)];
      const errors = here.map((value, i) => Math.abs(value - expected[i]));
      const worst = errors.indexOf(Math.max(...errors));
      const told = `matrix ${k}, eigenvalue ${worst}: got ${here[worst]}, expected ${expected[worst]}`;
      expect(errors[worst], told).toBeLessThanOrEqual(ERROR * largest);
    });
  });
});

test('hundreds of matrices keep their order', async () => {
  const n = 6;
  const random = randomNumbers(1);
  const shifts = Array.from({ length: 700 }, (_, k) => k + 1);
  const matrices = shifts.flatMap((shift) => symmetric(n, (i, j) => (i === j ? shift : 0.01 * random())).flat());
  const got = await engine.eigenvalues(n, Float32Array.from(matrices));
  expect(got).toHaveLength(n * shifts.length);
  expect(shifts.filter((shift, k) => got.subarray(k * n, (k + 1) * n).some((v) => Math.abs(v - shift) > 0.1))).toEqual(
    [],
  );
});

describe('Hessians of the lecture’s networks, evaluated on the engine too', () => {
  // Adapters compile each width for seconds.
  const cases = lectureNetworks.filter(({ H }) => ENGINE === 'cpu' || H === 4);
  test.each(cases.map((each, i) => [`${i}: ${each.target}, ${each.theta.length} parameters`, each] as const))(
    '%s',
    async (_, { target, H, n, theta, eig }) => {
      const x = Array.from({ length: n }, (_, i) => 1e-4 + ((1 - 1e-4) * i) / (n - 1));
      const columns = { x, y: x.map(LECTURE_TARGETS[target]) };
      const plan = planExperiment({
        objective: { network: { widths: [1, H, 1], data: { columns } } },
        optimizers: [{ name: 'sgd' }],
      });
      const hidden = Array.from({ length: H }, (_, k) => [theta[k], theta[H + k]]).flat();
      const [{ hessian }] = await engine.evaluate(plan, [[...hidden, ...theta.slice(2 * H)]]);
      const size = theta.length;
      const got = await engine.eigenvalues(size, Float32Array.from(hessian.flatMap((row) => [...row])));
      const largest = Math.max(...eig.map(Math.abs));
      eig.forEach((value, i) => {
        // The reference's accuracy.
        expect(Math.abs(got[i] - value), `eigenvalue ${i}: got ${got[i]}, expected ${value}`).toBeLessThanOrEqual(
          5e-6 * largest,
        );
      });
    },
  );
});

test('none', async () => {
  expect(await engine.eigenvalues(3, new Float32Array(0))).toHaveLength(0);
});

test('sizes that are not computed are refused', async () => {
  const refused = `they may have 1 to ${LARGEST_MATRIX}`;
  await expect(engine.eigenvalues(0, new Float32Array(4))).rejects.toThrow(refused);
  await expect(engine.eigenvalues(LARGEST_MATRIX + 1, new Float32Array(4))).rejects.toThrow(refused);
  await expect(engine.eigenvalues(2, new Float32Array(6))).rejects.toThrow('6 numbers are no whole 2 × 2 matrices');
});

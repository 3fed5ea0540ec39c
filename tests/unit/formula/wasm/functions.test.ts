import { describe, expect, test } from 'vitest';
import { type Lane, Lanes } from '../../../../src/formula/wasm/index.ts';
import { around, strided, ulpsOff } from '../../../support/float32-sweep.ts';
import { UNARY, type Unary } from '../../../support/wasm-functions.ts';
import { compileLanes } from '../../../support/wasm-lanes.ts';

type Numbers = Iterable<Float32Array>;

const { PI } = Math;
const softplus = (x: number) => Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)));
const sigmoid = (x: number) => 1 / (1 + Math.exp(-x));

/** Multiples of a quarter turn: all up to where angles become far, and of each power of 2 above it; and the float32 that comes nearest to one. */
const quarters = [
  ...Array.from({ length: 5300 }, (_, k) => (k * PI) / 2),
  ...Array.from({ length: 4000 }, (_, i) => Math.round(2 ** (13 + i / 50)) * (PI / 2)),
  ...Array.from({ length: 32 }, (_, i) => 16367173 * 2 ** (72 + i)),
  8192,
];
const halves = (from: number, to: number) => Array.from({ length: 2 * (to - from) }, (_, i) => from + i / 2);

// biome-ignore format: a table
/**
 * What each function is, how many ulp it may be off, and where it is hard. Measured over far more numbers than here: exp 1.59, log 1.07, sin 1.56,
 * cos 1.55, tan 1.72, tanh 1.34, atan 1.41, sigmoid 1.04, softplus 1.25.
 */
const CLAIMS: readonly (readonly [Unary, exact: (x: number) => number, ulps: number, hard: readonly number[]])[] = [
  ['exp', Math.exp, 1.7, [0, 89, 88.7228, -87.3365, -103.972, -104, -176, ...halves(-128, 128).map((k) => k * Math.LN2)]],
  ['log', Math.log, 1.1, [1, Math.SQRT1_2, Math.SQRT2, 2 ** -126, ...halves(-64, 64).map((k) => 2 ** k)]],
  ['sin', Math.sin, 1.6, quarters],
  ['cos', Math.cos, 1.6, quarters],
  ['tan', Math.tan, 1.8, quarters],
  ['tanh', Math.tanh, 1.4, [0.625, -0.625, ...halves(-44, 44)]],
  ['atan', Math.atan, 1.5, [1, -1, 1.0732, 0.5, 2, -2, 1e10]],
  ['sigmoid', sigmoid, 1.1, halves(-105, 20)],
  ['softplus', softplus, 1.3, halves(-105, 20)],
];

/** The numbers at which a function is off by more than it may be. */
async function wrongOf(name: Unary, exact: (x: number) => number, ulps: number, numbers: Numbers): Promise<string[]> {
  const run = await compileLanes(1, UNARY[name]);
  const failures: string[] = [];
  let index = 0;
  for (const xs of numbers) {
    const got = run(xs);
    for (let i = 0; i < xs.length; i++, index++) {
      const off = ulpsOff(got[i], exact(xs[i]));
      if (off <= ulps) continue;
      failures.push(`[${index}] ${name} ${xs[i]}: got ${got[i]}, expected ${exact(xs[i])}: ${off.toFixed(3)} ulp`);
    }
  }
  return failures;
}

describe('functions of four float32 against float64', () => {
  test.each(CLAIMS)('%s, everywhere', async (name, exact, ulps) => {
    const failures = await wrongOf(name, exact, ulps, strided(4099));
    expect(failures.slice(0, 10)).toEqual([]);
  });

  test.each(CLAIMS)('%s, where it is hard', async (name, exact, ulps, hard) => {
    const reach = Math.ceil(20_000 / hard.length);
    const near0 = [0, 1e-40, -1e-40, 2 ** -126, 2 ** -24, -(2 ** -24), 2 ** -12, -(2 ** -12)];
    const numbers = [...around(hard, reach), ...around(near0, 300)];
    const failures = await wrongOf(name, exact, ulps, numbers);
    expect(failures.slice(0, 10)).toEqual([]);
  });
});

describe('the graph of functions', () => {
  /** How many instructions some functions of one vector take, without their rare parts. */
  const instructions = (...names: Unary[]) => {
    const l = new Lanes();
    const x = l.leaf();
    const seen = new Set<Lane>();
    const stack = names.map((name) => UNARY[name](l, x));
    for (let lane = stack.pop(); lane; lane = stack.pop()) {
      if (seen.has(lane)) continue;
      seen.add(lane);
      stack.push(...(lane.kind === 'rare' ? [lane.args[0], lane.args[2]] : lane.args));
    }
    return [...seen].filter(({ kind }) => kind === 'op' || kind === 'shift' || kind === 'shuffle').length;
  };

  test('sine and cosine of one number share its reduction, and both series', () => {
    expect(instructions('sin', 'cos')).toBeLessThan(1.2 * instructions('sin'));
  });

  test('sigmoid and softplus of one number share its exponential', () => {
    expect(instructions('sigmoid', 'softplus')).toBeLessThan(instructions('sigmoid') + 0.5 * instructions('softplus'));
  });
});

import { afterAll, beforeAll, expect, test } from 'vitest';
import { eigenvalues } from '../../src/analysis/eigen.ts';
import { drawNetworks, picturePlan } from '../../src/analysis/minimum-ratio/networks.ts';
import { minimumRatios, type NetworkEnd } from '../../src/analysis/minimum-ratio/picture.ts';
import { ratioStatistics } from '../../src/analysis/minimum-ratio/statistics.ts';
import type { Engine } from '../../src/engine/index.ts';
import { asFormula } from '../../src/experiment/index.ts';
import { interpret } from '../../src/formula/index.ts';
import { ENGINE, openTestEngine } from '../support/engine.ts';
import { randomNumbers } from '../support/random.ts';

/** A software adapter takes minutes for as many as the processor does in a second. */
const drawing = { target: 'sinc', networks: ENGINE === 'cpu' ? 300 : 32, seed: 0 } as const;
const ends: NetworkEnd[] = [];
const batches: number[] = [];
let engine: Engine;
beforeAll(async () => {
  engine = await openTestEngine();
  for await (const batch of minimumRatios(engine, drawing)) {
    batches.push(batch.length);
    ends.push(...batch);
  }
});
afterAll(() => engine.destroy());

/** The networks at their ends, with the share of eigenvalues above so much of the largest, in float64. */
function exactly(share: number) {
  const { graph, inputs, hessian } = asFormula(picturePlan(drawing).objective).compiled;
  const program = interpret(graph, hessian.flat(), inputs);
  const n = inputs.length;
  return ends.map((end) => {
    const entries = program.run(end.theta);
    const exact = eigenvalues(inputs.map((_, i) => entries.slice(n * i, n * (i + 1))));
    const least = share * Math.max(...exact.map(Math.abs));
    return { ...end, ratio: exact.filter((value) => value > least).length / n };
  });
}

/** What a statistic lies between in all but one of a thousand samples of such networks, by the bootstrap. */
function interval(all: readonly NetworkEnd[], statistic: (ends: readonly NetworkEnd[]) => number): [number, number] {
  const random = randomNumbers(1);
  const found = Float64Array.from({ length: 2000 }, () =>
    statistic(all.map(() => all[Math.floor(random() * all.length)])),
  ).sort();
  return [found[0], found[found.length - 1]];
}

function expectWithin(what: string, value: number, [low, high]: readonly [number, number]): void {
  expect(value, `${what}: ${value}, sampling error from ${low} to ${high}`).toBeGreaterThanOrEqual(low);
  expect(value, `${what}: ${value}, sampling error from ${low} to ${high}`).toBeLessThanOrEqual(high);
}

test('every network comes once, those trained least first, in batches', () => {
  expect(ends.map(({ index }) => index).sort((a, b) => a - b)).toEqual([...Array(drawing.networks).keys()]);
  const steps = ends.map((end) => end.steps);
  expect(steps).toEqual([...steps].sort((a, b) => a - b));
  const drawn = drawNetworks(drawing);
  expect(ends.filter((end) => end.steps !== drawn[end.index].steps)).toEqual([]);
  expect(Math.max(...batches)).toBeLessThanOrEqual(64);
  expect(batches).toHaveLength(Math.ceil(drawing.networks / 64));
});

test('the reference’s statistics, within the sampling error', () => {
  const all = exactly(0);
  const { medianGradientNorm, correlation } = ratioStatistics(all);
  expect(medianGradientNorm).toBeGreaterThan(0);
  expectWithin(
    'median gradient norm in float32',
    3.1e-5,
    interval(all, (some) => ratioStatistics(some).medianGradientNorm),
  );
  expect(correlation).toBeLessThan(0);
  expectWithin(
    'correlation of loss and ratio',
    -0.65,
    interval(all, (some) => ratioStatistics(some).correlation),
  );
});

test('the lesson’s correlations: as the page counts, and of all above 0 in float64', () => {
  for (const [said, all] of [
    [-0.75, ends],
    [-0.6, exactly(0)],
  ] as const) {
    const sampled = interval(all, (some) => ratioStatistics(some).correlation);
    expectWithin(`the lesson's ${said}`, said, sampled);
  }
});

test('float32 counts the positive eigenvalues as float64 does, in 99.2 % of networks', () => {
  const exact = exactly(1e-6);
  const others = ends.filter((end, i) => end.ratio !== exact[i].ratio);
  const expected = 0.008 * ends.length;
  expect(others.length).toBeLessThanOrEqual(expected + 3 * Math.sqrt(expected));
});

test('what ends are called holds in their own numbers', () => {
  for (const { kind, gradientNorm, push, eigenvalues: spectrum } of ends) {
    const largest = Math.max(...spectrum.map(Math.abs));
    const critical = gradientNorm <= 1e-6 * largest;
    const flat = push <= 0.01 * largest * gradientNorm;
    expect(kind).toBe(critical ? 'critical' : flat ? 'gradient-flat' : 'unfinished');
  }
  expect(ends.some(({ kind }) => kind === 'critical')).toBe(true);
  expect(ends.some(({ kind }) => kind === 'gradient-flat')).toBe(true);
});

import { expect, test } from 'vitest';
import { Run } from '../../../src/engine/index.ts';
import { Keyframes } from '../../../src/engine/keyframes.ts';
import { planExperiment } from '../../../src/experiment/index.ts';
import { FakeEngine, type FakePopulation } from '../../support/fake-engine.ts';

const planned = (noise: number) =>
  planExperiment({ objective: 'sphere', optimizers: [{ name: 'sgd' }], noise, steps: 640 });
const weightOf = (run: Run) => (run.population as FakePopulation).weight;
const stepsOf = (run: Run) => run.history.map((measurement) => measurement.step);
const start = () => Run.start(async () => new FakeEngine('GPU'), planned(1));

test('a run goes to a step and back, measured there, with the history up to there', async () => {
  const run = await start();
  await run.seek(37);
  expect([run.step, weightOf(run), stepsOf(run)]).toEqual([37, 37, [0, 10, 20, 30, 37]]);
  await run.seek(640);
  expect([run.done, weightOf(run)]).toEqual([true, 640]);
  await run.seek(25);
  expect([run.step, weightOf(run), stepsOf(run)]).toEqual([25, 25, [0, 10, 20, 25]]);
  await run.seek(-5);
  expect([run.step, stepsOf(run)]).toEqual([0, [0]]);
  await run.seek(1e9);
  expect(run.step).toBe(640);
});

test('of several steps that are asked for, the last one is where it stands', async () => {
  const run = await start();
  const seeks = [600, 20, 400, 55].map((step) => run.seek(step));
  await Promise.all(seeks);
  expect([run.step, weightOf(run)]).toEqual([55, 55]);
});

test('a reset calls it off', async () => {
  const run = await start();
  const seeking = run.seek(600);
  run.reset();
  await seeking;
  expect([run.step, weightOf(run)]).toEqual([0, 0]);
});

test('a run that was retuned on its way goes back by its present numbers', async () => {
  const run = await start();
  await run.seek(100);
  expect(run.retune(planned(3))).toBe(true);
  await run.seek(200);
  expect(weightOf(run)).toBe(400);
  await run.seek(150);
  expect([run.step, weightOf(run)]).toEqual([150, 450]);
  expect(stepsOf(run)[0]).toBe(0);
  await run.seek(50);
  expect(weightOf(run)).toBe(150);
});

test('a step that is behind is reached after the device was lost', async () => {
  const engines = [new FakeEngine('first'), new FakeEngine('second')];
  let opened = -1;
  const run = await Run.start(async () => engines[Math.min(++opened, 1)], planned(1));
  await run.seek(300);
  engines[0].lose();
  await Promise.resolve();
  await run.seek(120);
  expect([run.engine.device.name, run.step, weightOf(run)]).toEqual(['second', 120, 120]);
});

const frame = (step: number, floats = 1) => ({
  step,
  states: [{ values: new Float32Array(floats), tallies: new Uint32Array() }],
});

test('checkpoints are thinned as they grow many, the newest always kept', () => {
  const frames = new Keyframes();
  for (let step = 1; step <= 1000; step++) {
    frames.add(frame(step));
    expect(frames.newest?.step).toBe(step);
  }
  expect(frames.count).toBeLessThanOrEqual(12);
  // None of the ways between two of them is much longer than the others.
  const gaps = [];
  for (let step = 999, at = 1000; step > 0 && at > 0; step = at - 1) {
    const before = frames.before(step)?.step ?? 0;
    gaps.push(at - before);
    at = before;
  }
  expect(Math.max(...gaps)).toBeLessThanOrEqual(300);
});

test('checkpoints stay within their room; one that is large stands alone', () => {
  const frames = new Keyframes(4000);
  for (let step = 1; step <= 100; step++) frames.add(frame(step, 100));
  expect(frames.count).toBeLessThanOrEqual(10);
  expect(frames.count).toBeGreaterThan(3);
  frames.add(frame(101, 900));
  expect([frames.count, frames.newest?.step]).toEqual([1, 101]);
  frames.cut(100);
  expect(frames.before(1000)).toBeNull();
});

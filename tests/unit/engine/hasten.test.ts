import { expect, test } from 'vitest';
import { Run } from '../../../src/engine/index.ts';
import { planExperiment } from '../../../src/experiment/index.ts';
import { FakeEngine, type FakePopulation, Gate } from '../../support/fake-engine.ts';

const planned = (steps: number) =>
  planExperiment({ objective: 'sphere', optimizers: [{ name: 'sgd' }], noise: 1, steps });
const weightOf = (run: Run) => (run.population as FakePopulation).weight;

test('a step is made at once while a tick is under way, and measured where it is a record', async () => {
  const engine = new FakeEngine('GPU');
  const run = await Run.start(async () => engine, planned(64));
  const gate = new Gate();
  run.population.settled = () => gate.passed;
  const tick = run.tick(1000, 3);
  await Promise.resolve();
  expect(run.step).toBe(3);
  expect([run.hasten(), run.hasten(), run.step, weightOf(run)]).toEqual([true, true, 5, 5]);
  gate.open();
  await tick;
  await run.finished();
  expect(run.history.map(({ step }) => step)).toEqual([0, 1, 2, 3, 4, 5]);
});

test('it waits for nothing: at the end, and while the population must stay as it is, no step is made', async () => {
  const engine = new FakeEngine('GPU');
  const run = await Run.start(async () => engine, planned(4));
  await run.tick(1000, 1);
  const seeking = run.seek(3);
  expect(run.hasten()).toBe(false);
  await seeking;
  expect([run.hasten(), run.step]).toEqual([true, 4]);
  expect(run.hasten()).toBe(false);
});

test('a run on its way to another engine takes no step that would be lost there', async () => {
  const [old, next] = [new FakeEngine('GPU'), new FakeEngine('CPU', 'cpu')];
  const run = await Run.start(async () => old, planned(64));
  await run.tick(1000, 3);
  const gate = new Gate();
  old.reading = gate.passed;
  const moving = run.move(async () => next);
  await new Promise((resolve) => setTimeout(resolve));
  expect(run.hasten()).toBe(false);
  gate.open();
  expect(await moving).toBe(true);
  expect([run.hasten(), run.engine.device.name, run.step, weightOf(run)]).toEqual([true, 'CPU', 4, 4]);
});

test('nor does one whose device is lost', async () => {
  const engine = new FakeEngine('GPU');
  const run = await Run.start(async () => engine, planned(64));
  engine.lose();
  await Promise.resolve();
  expect([run.hasten(), run.step]).toEqual([false, 0]);
});

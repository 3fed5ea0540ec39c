import { expect, test } from 'vitest';
import { Run } from '../../../src/engine/index.ts';
import { planExperiment } from '../../../src/experiment/index.ts';
import { FakeEngine, type FakePopulation, Gate } from '../../support/fake-engine.ts';

const planned = (noise: number) => planExperiment({ objective: 'sphere', optimizers: [{ name: 'sgd' }], noise });
const plan = planned(1);

/** A run on one engine, at a step, and another engine to move to. */
async function runAt(step: number, events = {}) {
  const [from, to] = [new FakeEngine('from'), new FakeEngine('to', 'cpu')];
  const run = await Run.start(async () => from, plan, events);
  while (run.step < step) await run.tick(1000, step - run.step);
  await run.finished();
  return { run, from, to, toTo: async () => to };
}
const weightOf = (run: Run) => (run.population as FakePopulation).weight;
const stepsOf = (run: Run) => run.history.map((measurement) => measurement.step);
const macrotask = () => new Promise((resolve) => setTimeout(resolve));

test('a move goes on from the same step, with its history, on the other engine', async () => {
  const { run, from, to, toTo } = await runAt(37);
  const before = stepsOf(run);
  await run.move(toTo);
  expect(run.engine).toBe(to);
  expect([run.step, weightOf(run)]).toEqual([37, 37]);
  expect(stepsOf(run)).toEqual(before);
  expect(from.populations.map(({ destroyed }) => destroyed)).toEqual([true]);
  while (!run.done) await run.tick(1000);
  await run.finished();
  expect(weightOf(run)).toBe(plan.steps);
  const { run: still } = await runAt(plan.steps);
  expect(stepsOf(run)).toEqual(stepsOf(still));
});

test('a move at the end stays at the end', async () => {
  const { run, to, toTo } = await runAt(plan.steps);
  const before = stepsOf(run);
  await run.move(toTo);
  expect(run.engine).toBe(to);
  expect(run.done).toBe(true);
  expect(stepsOf(run)).toEqual(before);
});

test('a move to the engine that runs changes nothing', async () => {
  const { run, from } = await runAt(5);
  const { population } = run;
  await run.move(async () => from);
  expect(run.population).toBe(population);
});

test('steps, edits and resets go on while the other engine is built', async () => {
  const { run, to, toTo } = await runAt(10);
  const building = new Gate();
  to.building = building.passed;
  const moving = run.move(toTo);
  await macrotask();
  await run.tick(1000, 2);
  expect(run.retune(planned(3))).toBe(true);
  await run.tick(1000, 1);
  const { step } = run;
  expect(step).toBeGreaterThan(10);
  building.open();
  await moving;
  expect(run.engine).toBe(to);
  expect(run.plan.noise).toBe(3);
  expect(run.step).toBe(step);
  expect(weightOf(run)).toBe(12 + 3 * (step - 12));
});

test('an edit while the state is read is kept, also where the new population must be built for it', async () => {
  for (const retunes of [true, false]) {
    const { run, from, to, toTo } = await runAt(10);
    const reading = new Gate();
    from.reading = reading.passed;
    to.retunes = retunes;
    const moving = run.move(toTo);
    await macrotask();
    expect(run.retune(planned(3))).toBe(true);
    reading.open();
    await moving;
    expect([run.plan.noise, run.step, weightOf(run)]).toEqual([3, 10, 10]);
    expect(to.populations.map(({ destroyed }) => destroyed)).toEqual(retunes ? [false] : [true, false]);
  }
});

test('a reset while the state is read is kept', async () => {
  const { run, from, to, toTo } = await runAt(10);
  const reading = new Gate();
  from.reading = reading.passed;
  const moving = run.move(toTo);
  await macrotask();
  run.reset();
  reading.open();
  await moving;
  expect(run.engine).toBe(to);
  expect([run.step, weightOf(run), stepsOf(run)]).toEqual([0, 0, [0]]);
});

test('a tick asked for while the state is read is made on the new engine', async () => {
  const { run, from, to, toTo } = await runAt(10);
  const reading = new Gate();
  from.reading = reading.passed;
  const moving = run.move(toTo);
  await macrotask();
  const tick = run.tick(1000, 1);
  reading.open();
  await Promise.all([moving, tick]);
  expect([run.engine, run.step, weightOf(run)]).toEqual([to, 11, 11]);
  expect(from.populations[0].step).toBe(10);
});

test.each([
  ['cannot be opened', () => Promise.reject(new Error('no such engine'))],
  [
    'does not hold the plan',
    async () => {
      const engine = new FakeEngine('small');
      engine.refusal = new Error('no such engine');
      return engine;
    },
  ],
])('where the other engine %s, the run stays where it is', async (_, open) => {
  const { run, from } = await runAt(10);
  await expect(run.move(open)).rejects.toThrow('no such engine');
  expect(run.engine).toBe(from);
  await run.tick(1000, 1);
  expect([run.step, weightOf(run)]).toEqual([11, 11]);
});

test('of several moves the last is made, and the one before ends quietly', async () => {
  const { run, from, to, toTo } = await runAt(10);
  const building = new Gate();
  to.building = building.passed;
  const first = run.move(toTo);
  await macrotask();
  const back = run.move(async () => from);
  building.open();
  await Promise.all([first, back]);
  expect(run.engine).toBe(from);
  expect(to.populations.map(({ destroyed }) => destroyed)).toEqual([true]);
  const failing = run.move(async () => {
    await macrotask();
    throw new Error('too late to matter');
  });
  await Promise.all([failing, run.move(toTo)]);
  expect(run.engine).toBe(to);
});

test('a run that is destroyed meanwhile leaves nothing behind', async () => {
  const { run, from, to, toTo } = await runAt(10);
  const reading = new Gate();
  from.reading = reading.passed;
  const moving = run.move(toTo);
  await macrotask();
  run.destroy();
  reading.open();
  await moving;
  expect([...from.populations, ...to.populations].every(({ destroyed }) => destroyed)).toBe(true);
});

test('a device lost before the move, or in it, is overcome by the move', async () => {
  for (const when of ['before', 'meanwhile']) {
    const resumed: unknown[] = [];
    const { run, from, to, toTo } = await runAt(10, { resumed: (...told: unknown[]) => resumed.push(told) });
    const reading = new Gate();
    from.reading = reading.passed;
    if (when === 'before') from.lose();
    const moving = run.move(toTo);
    await macrotask();
    if (when === 'meanwhile') from.lose();
    reading.open();
    await moving;
    expect([run.engine, run.step, weightOf(run)]).toEqual([to, 0, 0]);
    expect(resumed).toEqual([[0, 'pulled out', from.device]]);
    expect(stepsOf(run)).toEqual([0]);
  }
});

test('after a loss the run reopens the way that the last move opened', async () => {
  const { run, to } = await runAt(10);
  const another = new FakeEngine('another');
  const engines = [to, another];
  await run.move(async () => engines.shift() as FakeEngine);
  to.lose();
  await macrotask();
  await run.tick(1000, 1);
  expect(run.engine).toBe(another);
  expect([run.step, weightOf(run)]).toEqual([11, 11]);
});

test('an edit while a lost device is replaced is kept', async () => {
  const { run, from } = await runAt(10);
  const next = new FakeEngine('next');
  const building = new Gate();
  next.building = building.passed;
  await run.move(async () => (from.isLost ? next : from));
  from.lose();
  await macrotask();
  const tick = run.tick(1000, 1);
  await macrotask();
  expect(run.retune(planned(3))).toBe(true);
  building.open();
  await tick;
  expect([run.engine, run.plan.noise, run.step, weightOf(run)]).toEqual([next, 3, 1, 3]);
});

import { afterEach, describe, expect, test } from 'vitest';
import { traceOf } from '../../src/engine/index.ts';
import { planExperiment } from '../../src/experiment/index.ts';
import { Tap } from '../support/gpu-tap.ts';

const plan = planExperiment({
  objective: 'himmelblau',
  optimizers: [{ name: 'momentum', lr: 1e-3 }],
  grid: { x: { vary: 'x', from: -5, to: 5, count: 9 } },
});

const taps: Tap[] = [];
afterEach(() => {
  for (const tap of taps.splice(0)) tap.close();
});

describe('an engine whose device is lost', () => {
  test('tells why', async () => {
    const tap = new Tap();
    taps.push(tap);
    const engine = await tap.open();
    tap.lose();
    expect((await engine.lost).length).toBeGreaterThan(0);
  });

  test('tells nothing when it is destroyed on purpose', async () => {
    const tap = new Tap();
    const engine = await tap.open();
    engine.destroy();
    const told = await Promise.race([engine.lost, new Promise((resolve) => setTimeout(resolve, 200, null))]);
    expect(told).toBeNull();
  });

  test('refuses work instead of hanging', async () => {
    const tap = new Tap();
    taps.push(tap);
    const engine = await tap.open();
    const population = await engine.populate(plan);
    tap.lose();
    await expect(population.measure()).rejects.toThrow();
    await expect(population.cells(0)).rejects.toThrow();
    await expect(population.checkpoint()).rejects.toThrow();
    await expect(traceOf(engine, plan, 0, [0, 0], 3)).rejects.toThrow();
    await expect(engine.evaluate(plan, [[1, 2]])).rejects.toThrow();
    // Waiting for work that will never be done must end too, either way.
    await population.settled().catch(() => {});
    const populating = await engine.populate(plan).then(
      (late) =>
        late.measure().then(
          () => 'measured',
          () => 'refused',
        ),
      () => 'refused',
    );
    expect(populating).toBe('refused');
  });
});

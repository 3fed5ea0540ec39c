import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { trainabilityPlane } from '../../src/analysis/trainability/plane.ts';
import { PlaneImage } from '../../src/analysis/trainability/plane-image.ts';
import { planePlan } from '../../src/analysis/trainability/plane-plan.ts';
import type { Engine } from '../../src/engine/index.ts';
import { simulate } from '../../src/engine/oracle.ts';
import { MOST_RATIO, TAIL } from '../../src/engine/slots.ts';
import { planExperiment } from '../../src/experiment/index.ts';
import { openTestEngine } from '../support/engine.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await openTestEngine();
});
afterAll(() => engine.destroy());

const STEPS = 60;
const SIDE = 20;
/** Losses of float32 and float64 differ by so much, relatively, where training is not chaotic; where it is, whether it converged says most. */
const CLOSE = 1e-3;
const CALM = 0.8;

const rate = (vary: string) => ({ vary, from: 1e-2, to: 1e4, count: 4, scale: 'log' as const });
const given = planExperiment({
  objective: {
    network: { widths: [3, 4, 1], parametrisation: 'mean-field', biases: false, data: { name: 'random', rows: 16 } },
  },
  optimizers: [
    { name: 'sgd', lr: 1 },
    { name: 'momentum', lr: 1, momentum: 0.5 },
  ],
  grid: { x: rate('lr.1'), y: rate('lr.2') },
  steps: STEPS,
});

/** The measure by its definition, from all losses before updates. */
function measure(losses: readonly number[]): number {
  const ratios = Array.from({ length: STEPS }, (_, t) => {
    const ratio = losses[t] / losses[0];
    return ratio <= MOST_RATIO ? ratio : MOST_RATIO;
  });
  const tail = ratios.slice(-TAIL).reduce((sum, ratio) => sum + ratio, 0) / TAIL;
  return tail < 1 ? -ratios.reduce((sum, ratio) => sum + ratio, 0) : ratios.reduce((sum, ratio) => sum + 1 / ratio, 0);
}

describe.each(given.optimizers.map(({ label }, k) => [label, k] as const))('a plane of %s', (_, optimizer) => {
  const plan = planePlan(given, SIDE);

  test('holds the measure of each network’s own losses', async () => {
    const image = new PlaneImage(SIDE, SIDE);
    for await (const part of trainabilityPlane(engine, plan, optimizer, new AbortController().signal)) image.add(part);
    expect(image.complete).toBe(true);
    let [close, trained, told] = [0, 0, 0];
    for (let j = 0; j < SIDE; j += 3) {
      for (let i = 0; i < SIDE; i += 3) {
        const expected = measure(simulate(plan, optimizer, [i, j]).map(({ loss }) => loss));
        const got = image.values[j * SIDE + i];
        if (Math.abs(got - expected) <= CLOSE * Math.abs(expected)) close++;
        if (got <= 0) trained++;
        told++;
      }
    }
    expect(close / told, `${close} of ${told} as in float64`).toBeGreaterThan(CALM);
    // Both kinds are there: a plane of one colour would show little.
    expect(Math.min(trained, told - trained)).toBeGreaterThan(told / 8);
  });
});

test('a plane that is no longer wanted ends', async () => {
  const stop = new AbortController();
  let parts = 0;
  for await (const _ of trainabilityPlane(engine, planePlan(given, 512), 0, stop.signal)) {
    parts++;
    stop.abort();
  }
  expect(parts).toBe(1);
});

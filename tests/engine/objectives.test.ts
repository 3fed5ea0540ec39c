import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { objectives } from '../../src/catalogue/index.ts';
import type { Engine } from '../../src/engine/index.ts';
import { asFormula, planExperiment } from '../../src/experiment/index.ts';
import { interpret } from '../../src/formula/index.ts';
import { openTestEngine } from '../support/engine.ts';
import { divisionUlps } from '../support/engine-accuracy.ts';
import { noisyProgram } from '../support/engine-noise.ts';
import { randomNumbers } from '../support/random.ts';
import { ulpAt } from '../support/ulps.ts';

const POINTS = 24;
const TRIALS = 8;

let engine: Engine;
beforeAll(async () => {
  engine = await openTestEngine();
});
afterAll(() => engine.destroy());

describe('loss, gradient and Hessian of every objective', () => {
  const count = { compared: 0, loose: 0, skipped: 0 };

  test.each(objectives.map(({ name }) => name))('%s', async (name) => {
    const plan = planExperiment({ objective: name, optimizers: [{ name: 'sgd' }] });
    const { compiled, domain, start, minima } = asFormula(plan.objective);
    const { graph, inputs, loss, gradient, hessian } = compiled;
    const outputs = [loss, ...gradient, ...hessian.flat()];
    const random = randomNumbers(5);
    const anywhere = Array.from({ length: POINTS }, () => domain.map(([low, high]) => low + (high - low) * random()));
    const points = [...anywhere, start, ...minima.slice(0, 2).map(({ at }) => at)].map((at) => at.map(Math.fround));
    const results = await engine.evaluate(plan, points);

    const exact = interpret(graph, outputs, inputs);
    const noisy = noisyProgram(graph, outputs, inputs, divisionUlps(engine.device.software));
    const failures: string[] = [];
    points.forEach((at, p) => {
      const got = [results[p].loss, ...results[p].gradient, ...results[p].hessian.flatMap((row) => [...row])];
      const trials = Array.from({ length: TRIALS }, (_, trial) => noisy(at, trial === 0 ? undefined : random));
      [...exact.run(at)].forEach((expected, k) => {
        const spread = Math.max(...trials.map((trial) => Math.abs(trial[k] - expected)));
        const tolerance = 8 * spread + 8 * ulpAt(expected);
        // A kink or a pole where float32 cannot tell its side.
        if (!Number.isFinite(tolerance)) count.skipped++;
        else if (tolerance > 1e-3 * (1 + Math.abs(expected))) count.loose++;
        else count.compared++;
        if (!Number.isFinite(tolerance) || Math.abs(got[k] - expected) <= tolerance) return;
        failures.push(`[${k}] at (${at}): got ${got[k]}, expected ${expected} ± ${tolerance}`);
      });
    });
    expect(failures.slice(0, 10)).toEqual([]);
  });

  test('hardly anything is beyond comparison', () => {
    const all = count.compared + count.loose + count.skipped;
    expect(count.compared / all).toBeGreaterThan(0.97);
  });
});

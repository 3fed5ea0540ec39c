import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Engine } from '../../src/engine/index.ts';
import { ENGINE, openTestEngine } from '../support/engine.ts';
import { networkForms, torchNetworks, torchRecords } from '../support/torch-networks.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await openTestEngine();
});
afterAll(() => engine.destroy());

/** On WebGPU, where pipelines take long to compile, one network, of layers and in batches. */
const cases = torchNetworks
  .flatMap((golden) => networkForms(golden.experiment).map((form) => ({ ...golden, ...form })))
  .filter(({ title, form }) => ENGINE === 'cpu' || (title.includes('NAdam') && form === 'as layers'));

test.each(cases)('$title: the engine trains as PyTorch does, $form', async ({ plan, theta, eg, hg }) => {
  const population = await engine.populate(plan);
  const wrong: string[] = [];
  let compared = 0;
  for (const [i, step] of torchRecords.entries()) {
    if (step > hg) break;
    population.advance(step - population.step);
    const { theta: got } = await population.cells(0);
    // As of golden trajectories: ten times what noise in the gradients' last bits has made of PyTorch's own float32 run.
    const scale = 1 + Math.max(...theta[i].map(Math.abs));
    const tolerance = 10 * Math.max(...eg.slice(0, i + 1)) + 2e-6 * scale;
    theta[i].forEach((value, k) => {
      if (Math.abs(got[k][0] - value) <= tolerance) return;
      wrong.push(`step ${step}, ${plan.objective.parameters[k]}: got ${got[k][0]}, expected ${value} ± ${tolerance}`);
    });
    compared++;
  }
  population.destroy();
  expect(wrong.slice(0, 5)).toEqual([]);
  expect(compared, 'steps compared').toBeGreaterThan(6);
});

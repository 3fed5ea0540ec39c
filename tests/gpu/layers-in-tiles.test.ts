import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Engine } from '../../src/engine/index.ts';
import { openWebGpuEngine } from '../../src/engine/webgpu/index.ts';
import { openNodeGpu } from '../../src/engine/webgpu/node.ts';
import { compareWithOracle } from '../support/engine-oracle.ts';
import { LAYERED_FORMS, layeredFailures } from '../support/layered-forms.ts';
import { layeredPlan } from '../support/layered-plan.ts';

/** An engine on an adapter that does not say that it is a program: it works as on a graphics processor. */
let engine: Engine;
beforeAll(async () => {
  const { gpu } = await openNodeGpu();
  const requestAdapter = async (options?: GPURequestAdapterOptions) => {
    const adapter = (await gpu.requestAdapter(options)) as GPUAdapter;
    const requestDevice = (descriptor?: GPUDeviceDescriptor) => adapter.requestDevice(descriptor);
    return { limits: adapter.limits, info: { description: 'as a graphics processor' }, requestDevice };
  };
  engine = await openWebGpuEngine({ requestAdapter } as unknown as GPU);
});
afterAll(() => engine?.destroy());

describe('layered networks as graphics processors have them, in tiles of their rows', () => {
  test('are not those of a program', () => {
    expect(engine.device.software).toBe(false);
  });

  test.each(LAYERED_FORMS)('loss and gradient of $widths are those of float64', async (form) => {
    expect(await layeredFailures(engine, form)).toEqual([]);
  });

  // Batches of up to 90 of 70 rows: of one tile and of several.
  test('go where the float64 oracle goes, in batches and with noise', async () => {
    const plan = layeredPlan({
      objective: { network: { widths: [2, 6, 3, 1], l2: 0.01, data: { name: 'circles', rows: 70 } } },
      optimizers: [{ name: 'adam', lr: 0.02, 'lr.2': 0.05 }],
      grid: { x: { vary: 'batch', from: 2, to: 90, count: 2 } },
      noise: 0.01,
      seed: 3,
      steps: 6,
    });
    for (const { failures, compared } of await compareWithOracle(engine, plan, [1, 6])) {
      expect(failures).toEqual([]);
      expect(compared).toBeGreaterThan(plan.cells);
    }
  });
});

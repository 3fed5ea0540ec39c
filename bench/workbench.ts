import { openDevice } from '../src/engine/webgpu/device.ts';
import { openNodeGpu } from '../src/engine/webgpu/node.ts';
import { Trajectories } from '../src/engine/webgpu/trajectories.ts';
import { makeWorkshop, type Workshop } from '../src/engine/webgpu/workshop.ts';
import type { Plan } from '../src/experiment/index.ts';
import type { Contender } from './sampling.ts';

/** A device for kernels that are not the engine's. */
export interface Workbench {
  readonly workshop: Workshop;
  readonly software: boolean;
  /** Submits one compute pass and waits until it is done. */
  submit(record: (pass: GPUComputePassEncoder) => void): Promise<void>;
}

/** Opens a device of its own on the adapter that the engine uses. */
export async function openWorkbench(): Promise<Workbench> {
  const { gpu } = await openNodeGpu();
  const { device, info } = await openDevice(gpu);
  return {
    workshop: makeWorkshop(device, info.software),
    software: info.software,
    async submit(record) {
      const encoder = device.createCommandEncoder({ label: 'bench' });
      const pass = encoder.beginComputePass({ label: 'bench' });
      record(pass);
      pass.end();
      device.queue.submit([encoder.finish()]);
      await device.queue.onSubmittedWorkDone();
    },
  };
}

/** The engine's trajectories of a plan's first optimizer, advanced from their starts in one submission. */
export async function generated(
  bench: Workbench,
  plan: Plan,
  steps: number,
): Promise<{ trajectories: Trajectories; contender: Contender }> {
  const trajectories = await Trajectories.create(bench.workshop, plan, 0, { cells: plan.cells, first: 0 });
  const contender = {
    name: 'generated (the engine’s)',
    prepare: () => reset(bench, trajectories),
    async run() {
      trajectories.prepare({ step: 0, count: steps, flags: 0, interval: 0 });
      await bench.submit((pass) => trajectories.advance(pass));
      return plan.cells * steps;
    },
  };
  return { trajectories, contender };
}

/** Puts trajectories at their starts. */
export async function reset(bench: Workbench, trajectories: Trajectories): Promise<void> {
  trajectories.prepare({ step: 0, count: 0, flags: 0, interval: 0 });
  await bench.submit((pass) => trajectories.reset(pass));
}

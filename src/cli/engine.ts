import type { Engine } from '../engine/index.ts';
import { openWebGpuEngine } from '../engine/webgpu/index.ts';
import { openNodeGpu } from '../engine/webgpu/node.ts';

/** Opens the WebGPU engine in Node: on the system's GPU, else on a software one. */
export async function openEngine(): Promise<Engine> {
  const { gpu } = await openNodeGpu();
  return openWebGpuEngine(gpu);
}

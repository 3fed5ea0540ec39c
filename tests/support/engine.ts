import type { Engine } from '../../src/engine/index.ts';

/** Engines that tests run on. */
export type EngineName = 'webgpu' | 'cpu';

/** The engine of the vitest project that runs: see vitest.config.ts. */
export const ENGINE: EngineName = process.env.SCREE_TEST_ENGINE === 'cpu' ? 'cpu' : 'webgpu';

/** An engine in Node. Throws where there is none. */
export async function openTestEngine(name = ENGINE): Promise<Engine> {
  // Each project loads its own: the binary of WebGPU is no thing of the CPU's tests.
  if (name === 'cpu') {
    const { openNodeCpuEngine } = await import('../../src/engine/cpu/node.ts');
    return openNodeCpuEngine();
  }
  const { openNodeGpu } = await import('../../src/engine/webgpu/node.ts');
  const { openWebGpuEngine } = await import('../../src/engine/webgpu/index.ts');
  return openWebGpuEngine((await openNodeGpu()).gpu);
}

import type { Engine } from '../engine/index.ts';
import type { EngineChoice } from '../experiment/index.ts';

/** An engine, and why it is this one where nobody asked for it by name. */
export interface Opened {
  readonly engine: Engine;
  /** A sentence; null where there is nothing to tell. */
  readonly reason: string | null;
}

/** Ways to open the engines. */
export interface Openers {
  /** WebGPU on any adapter, be it a program. Throws where there is none. */
  webgpu(): Promise<Engine>;
  /** WebGPU on a graphics processor; null where there is none. */
  graphics(): Promise<Engine | null>;
  cpu(): Promise<Engine>;
}

/** Each loads the modules that it needs, and no others. */
const NODE: Openers = {
  async webgpu() {
    const { openNodeGpu } = await import('../engine/webgpu/node.ts');
    return webGpuEngine((await openNodeGpu()).gpu);
  },
  async graphics() {
    const { openSystemGpu } = await import('../engine/webgpu/node.ts');
    const gpu = await openSystemGpu();
    return gpu && webGpuEngine(gpu);
  },
  async cpu() {
    const { openNodeCpuEngine } = await import('../engine/cpu/node.ts');
    return openNodeCpuEngine();
  },
};

/** Opens the engine of a choice in Node. Throws an Error that says why it cannot be. */
export async function openEngine(choice: EngineChoice, openers: Openers = NODE): Promise<Opened> {
  if (choice === 'webgpu') return { engine: await openers.webgpu(), reason: null };
  if (choice === 'cpu') return { engine: await openers.cpu(), reason: null };
  let reason = 'No graphics processor was found that WebGPU can use.';
  try {
    const engine = await openers.graphics();
    if (engine) return { engine, reason: null };
  } catch (error) {
    reason = `The graphics processor cannot be used: ${messageOf(error)}`;
  }
  try {
    return { engine: await openers.cpu(), reason };
  } catch (error) {
    throw new Error(`${reason} ${messageOf(error)}`);
  }
}

async function webGpuEngine(gpu: GPU): Promise<Engine> {
  const { openWebGpuEngine } = await import('../engine/webgpu/index.ts');
  return openWebGpuEngine(gpu);
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

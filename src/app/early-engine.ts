import { startAhead } from '../engine/cpu/threads.ts';
import { type Adapter, askAdapter } from './adapter.ts';

/** Loads the WebGPU engine's code. */
export const loadWebGpu = () => import('../engine/webgpu/index.ts');

/** Loads the CPU engine's code. */
export const loadCpu = () => import('../engine/cpu/browser.ts');

/** What WebGPU computes on, asked before anything else runs: the engine that will most likely be chosen comes while the page is put together. */
export const firstAdapter: Promise<Adapter> = askAdapter(navigator.gpu);

/** Brings the code of the engine that `auto` takes, and its threads. */
async function prepare(): Promise<void> {
  if ((await firstAdapter).kind === 'hardware') await loadWebGpu();
  else {
    startAhead();
    await loadCpu();
  }
}

// What cannot be loaded is told when it is opened.
prepare().catch(() => {});

import type { Engine } from '../engine/index.ts';
import { openWebGpuEngine } from '../engine/webgpu/index.ts';
import type { EngineChoice } from '../experiment/index.ts';
import { askAdapter, missingWebGpu } from './adapter.ts';
import { type Chosen, chooseEngine, type Machines } from './choose-engine.ts';

const machines: Machines = {
  adapter: () => askAdapter(navigator.gpu),
  webgpu: shared(async () => {
    if (!navigator.gpu) throw new Error(missingWebGpu(isSecureContext));
    return openWebGpuEngine(navigator.gpu);
  }),
  cpu: shared(async () => (await import('../engine/cpu/browser.ts')).openBrowserCpuEngine()),
};

/** The page's engine of a choice. Each engine is opened once, and anew after it was lost. Throws `NoEngine`, or why the one named cannot be opened. */
export function openEngine(choice: EngineChoice): Promise<Chosen> {
  return chooseEngine(choice, machines);
}

function shared(open: () => Promise<Engine>): () => Promise<Engine> {
  let current: Promise<Engine> | null = null;
  return () => {
    if (current) return current;
    const opening = open();
    current = opening;
    const forget = () => {
      if (current === opening) current = null;
    };
    opening.then((engine) => engine.lost.then(forget), forget);
    return opening;
  };
}

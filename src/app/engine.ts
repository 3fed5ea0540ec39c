import type { Engine } from '../engine/index.ts';
import type { EngineChoice } from '../experiment/index.ts';
import { type Adapter, askAdapter, missingWebGpu } from './adapter.ts';
import { type Chosen, chooseEngine, type Machines } from './choose-engine.ts';
import { firstAdapter, loadCpu, loadWebGpu } from './early-engine.ts';

/** The page's first answer, until someone has had it: later, another adapter may be there. */
let asked: Promise<Adapter> | null = firstAdapter;

const machines: Machines = {
  adapter: () => {
    const first = asked;
    asked = null;
    return first ?? askAdapter(navigator.gpu);
  },
  webgpu: shared(async () => {
    if (!navigator.gpu) throw new Error(missingWebGpu(isSecureContext));
    return (await loadWebGpu()).openWebGpuEngine(navigator.gpu);
  }),
  cpu: shared(async () => (await loadCpu()).openBrowserCpuEngine()),
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

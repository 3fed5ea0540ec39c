import type { Engine } from '../engine/index.ts';
import { openWebGpuEngine } from '../engine/webgpu/index.ts';

/** A way to get an engine; `open` throws an Error that says why there is none. */
interface Candidate {
  readonly name: string;
  open(): Promise<Engine>;
}

/** Engines in the order in which they are tried: the fastest first. The CPU engine will be the second. */
const CANDIDATES: readonly Candidate[] = [
  {
    name: 'WebGPU',
    open: () => {
      if (!navigator.gpu) throw new Error('This browser does not offer WebGPU.');
      return openWebGpuEngine(navigator.gpu);
    },
  },
];

/** No engine runs here; the message says why. */
export class NoEngine extends Error {
  constructor(readonly reasons: readonly string[]) {
    super(reasons.join(' '));
    this.name = 'NoEngine';
  }
}

let shared: Promise<Engine> | null = null;

/** The page's engine: opened once, and anew after its device was lost. Throws `NoEngine`. */
export function openEngine(): Promise<Engine> {
  if (shared) return shared;
  const opening = openFirst();
  shared = opening;
  const forget = () => {
    if (shared === opening) shared = null;
  };
  opening.then((engine) => engine.lost.then(forget), forget);
  return opening;
}

async function openFirst(): Promise<Engine> {
  const reasons: string[] = [];
  for (const candidate of CANDIDATES) {
    try {
      return await candidate.open();
    } catch (error) {
      reasons.push(error instanceof Error ? error.message : String(error));
    }
  }
  throw new NoEngine(reasons);
}

import { msg, str } from '@lit/localize';
import type { Engine } from '../engine/index.ts';
import type { EngineChoice } from '../experiment/index.ts';
import type { Adapter } from './adapter.ts';
import { translated } from './locale/translated.ts';
import { inRow, sentenceOf } from './parts/sentences.ts';

/** An engine, and a sentence that says why it is this one. */
export interface Chosen {
  readonly engine: Engine;
  readonly reason: () => string;
}

/** What there is to choose from. The openers throw an Error that says why they cannot. */
export interface Machines {
  adapter(): Promise<Adapter>;
  webgpu(): Promise<Engine>;
  cpu(): Promise<Engine>;
}

/** No engine runs here; the message says why, in the language of the moment. */
export class NoEngine extends Error {
  constructor(private readonly reasons: readonly (() => string)[]) {
    super();
    this.name = 'NoEngine';
  }

  override get message(): string {
    return inRow(this.reasons.map((reason) => reason()));
  }
}

/**
 * Opens the engine of a choice. `auto` is WebGPU on a graphics processor, else the CPU engine, which is faster than WebGPU on a program; where nothing
 * else runs, that serves too. Throws `NoEngine`, or what the engine that was named throws.
 */
export async function chooseEngine(choice: EngineChoice, machines: Machines): Promise<Chosen> {
  if (choice === 'webgpu') return { engine: await machines.webgpu(), reason: () => msg('WebGPU was asked for.') };
  if (choice === 'cpu') return { engine: await machines.cpu(), reason: () => msg('The CPU engine was asked for.') };
  const adapter = await machines.adapter();
  let reason = () => withoutGraphics(adapter);
  if (adapter.kind === 'hardware') {
    try {
      return { engine: await machines.webgpu(), reason: () => msg('A graphics processor is here: nothing is faster.') };
    } catch (error) {
      reason = () => msg(str`The graphics processor cannot be used. ${sentenceOf(error)}`);
    }
  }
  try {
    return { engine: await machines.cpu(), reason };
  } catch (error) {
    const problem = () => sentenceOf(error);
    if (adapter.kind !== 'software') throw new NoEngine([reason, problem]);
    return {
      engine: await lastResort(machines, problem),
      reason: () => msg(str`${problem()} WebGPU runs on a program instead.`),
    };
  }
}

async function lastResort(machines: Machines, problem: () => string): Promise<Engine> {
  try {
    return await machines.webgpu();
  } catch (error) {
    throw new NoEngine([problem, () => sentenceOf(error)]);
  }
}

/** Why the CPU engine is the choice. */
function withoutGraphics(adapter: Adapter): string {
  if (adapter.kind === 'none') return translated(adapter.reason);
  const name = adapter.kind === 'software' && adapter.name ? ` (${adapter.name})` : '';
  return msg(str`The only WebGPU adapter here is a program${name}; the CPU engine is faster.`);
}

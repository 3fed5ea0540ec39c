import { expect, it } from 'vitest';
import type { Adapter } from '../../../src/app/adapter.ts';
import { chooseEngine, type Machines, NoEngine } from '../../../src/app/choose-engine.ts';
import { FakeEngine } from '../../support/fake-engine.ts';

const webgpu = new FakeEngine('webgpu');
const cpu = new FakeEngine('cpu', 'cpu');
const refuse = (why: string) => () => Promise.reject(new Error(why));

/** Machines that all open, but for what is given. */
function machines(kind: Adapter['kind'], given: Partial<Machines> = {}): Machines {
  const adapters = {
    hardware: { kind: 'hardware' },
    software: { kind: 'software', name: 'SwiftShader' },
    none: { kind: 'none', reason: 'This browser does not offer WebGPU.' },
  } as const;
  return { adapter: async () => adapters[kind], webgpu: async () => webgpu, cpu: async () => cpu, ...given };
}

it.each(['hardware', 'software', 'none'] as const)('an engine that is named is taken, %s or not', async (kind) => {
  const told = async (choice: 'webgpu' | 'cpu') => {
    const { engine, reason } = await chooseEngine(choice, machines(kind));
    return [engine, reason()];
  };
  expect(await told('webgpu')).toEqual([webgpu, 'WebGPU was asked for.']);
  expect(await told('cpu')).toEqual([cpu, 'The CPU engine was asked for.']);
});

it('an engine that is named and cannot be opened is not replaced', async () => {
  const without = machines('none', { webgpu: refuse('no adapter'), cpu: refuse('no SIMD') });
  await expect(chooseEngine('webgpu', without)).rejects.toThrow('no adapter');
  await expect(chooseEngine('cpu', without)).rejects.toThrow('no SIMD');
});

it.each([
  ['hardware', {}, webgpu, 'A graphics processor is here: nothing is faster.'],
  ['hardware', { webgpu: refuse('no device') }, cpu, 'The graphics processor cannot be used. No device.'],
  ['software', {}, cpu, 'The only WebGPU adapter here is a program (SwiftShader); the CPU engine is faster.'],
  ['software', { cpu: refuse('no SIMD') }, webgpu, 'No SIMD. WebGPU runs on a program instead.'],
  ['none', {}, cpu, 'This browser does not offer WebGPU.'],
] as const)('auto: %s, %j', async (kind, given, engine, reason) => {
  const chosen = await chooseEngine('auto', machines(kind, given));
  expect(chosen.engine).toBe(engine);
  expect(chosen.reason()).toBe(reason);
});

it('a program without a name is told without one', async () => {
  const adapter = async () => ({ kind: 'software', name: '' }) as const;
  const { reason } = await chooseEngine('auto', machines('none', { adapter }));
  expect(reason()).toBe('The only WebGPU adapter here is a program; the CPU engine is faster.');
});

it.each([
  ['hardware', 'The graphics processor cannot be used. No adapter. No SIMD.'],
  ['software', 'No SIMD. No adapter.'],
  ['none', 'This browser does not offer WebGPU. No SIMD.'],
] as const)('where nothing opens, all reasons are told: %s', async (kind, message) => {
  const nothing = machines(kind, { webgpu: refuse('no adapter'), cpu: refuse('no SIMD') });
  const error = await chooseEngine('auto', nothing).catch((thrown) => thrown);
  expect(error).toBeInstanceOf(NoEngine);
  expect(error.message).toBe(message);
});

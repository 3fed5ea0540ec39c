import { expect, test } from 'vitest';
import { type Openers, openEngine } from '../../../src/cli/engine.ts';
import { FakeEngine } from '../../support/fake-engine.ts';

const [graphics, software, cpu] = ['graphics', 'software', 'cpu'].map((name) => new FakeEngine(name));
const refuse = (why: string) => () => Promise.reject(new Error(why));

const ALL: Openers = {
  graphics: async () => graphics,
  webgpu: async () => software,
  cpu: async () => cpu,
};
const NO_GRAPHICS: Openers = { ...ALL, graphics: async () => null };

test('an engine that is named is taken, whatever else there is', async () => {
  expect(await openEngine('webgpu', ALL)).toEqual({ engine: software, reason: null });
  expect(await openEngine('cpu', ALL)).toEqual({ engine: cpu, reason: null });
  await expect(openEngine('webgpu', { ...ALL, webgpu: refuse('No GPU found.') })).rejects.toThrow('No GPU found.');
  await expect(openEngine('cpu', { ...ALL, cpu: refuse('No SIMD here.') })).rejects.toThrow('No SIMD here.');
});

test('auto takes the graphics processor', async () => {
  expect(await openEngine('auto', ALL)).toEqual({ engine: graphics, reason: null });
});

test('auto takes the CPU where there is no graphics processor, and says so', async () => {
  const reason = 'No graphics processor was found that WebGPU can use.';
  expect(await openEngine('auto', NO_GRAPHICS)).toEqual({ engine: cpu, reason });
});

test('auto takes the CPU where the graphics processor cannot be opened, and says why', async () => {
  const reason = 'The graphics processor cannot be used: its driver is too old.';
  const openers = { ...ALL, graphics: refuse('its driver is too old.') };
  expect(await openEngine('auto', openers)).toEqual({ engine: cpu, reason });
});

test('where nothing can be opened, both reasons are told', async () => {
  const message = 'No graphics processor was found that WebGPU can use. No SIMD here.';
  await expect(openEngine('auto', { ...NO_GRAPHICS, cpu: refuse('No SIMD here.') })).rejects.toThrow(message);
});

import { expect, it } from 'vitest';
import { openDevice } from '../../../src/engine/webgpu/device.ts';

const nothing = { vendor: '', architecture: '', device: '', description: '', isFallbackAdapter: false };

/** What browsers and Dawn say of adapters, and what a device is then called and held to be. */
const ADAPTERS = [
  ['Chromium, SwiftShader', { vendor: 'google', architecture: 'swiftshader' }, 'SwiftShader', true],
  ['Dawn, SwiftShader', { description: 'SwiftShader Device (Subzero)' }, 'SwiftShader', true],
  ['Dawn, llvmpipe', { device: 'llvmpipe (LLVM 15.0.6, 256 bits)' }, 'llvmpipe (LLVM 15.0.6, 256 bits)', true],
  ['Firefox, llvmpipe', { isFallbackAdapter: true }, 'unnamed adapter', true],
  ['Firefox, a graphics processor', {}, 'unnamed adapter', false],
  ['Chromium, a graphics processor', { vendor: 'nvidia', architecture: 'hopper' }, 'nvidia hopper', false],
] as const;

it.each(ADAPTERS)('%s', async (_, told, name, software) => {
  const adapter = { info: { ...nothing, ...told }, limits: {}, requestDevice: async () => ({}) };
  const gpu = { requestAdapter: async () => adapter } as unknown as GPU;
  expect((await openDevice(gpu)).info).toMatchObject({ name, software });
});

import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { askAdapter } from '../../../src/app/adapter.ts';

beforeEach(() => {
  vi.stubGlobal('isSecureContext', true);
});
afterEach(() => {
  vi.unstubAllGlobals();
});

const offering = (adapter: object | null) => ({ requestAdapter: async () => adapter }) as unknown as GPU;

it.each([
  [{ info: { vendor: 'nvidia', architecture: 'hopper', isFallbackAdapter: false } }, { kind: 'hardware' }],
  [{ info: { vendor: 'apple', architecture: '' } }, { kind: 'hardware' }],
  [{ isFallbackAdapter: false }, { kind: 'hardware' }],
  [
    { info: { vendor: 'google', architecture: 'swiftshader', isFallbackAdapter: true } },
    { kind: 'software', name: 'SwiftShader' },
  ],
  [
    { info: { vendor: 'google', architecture: 'swiftshader' }, isFallbackAdapter: true },
    { kind: 'software', name: 'SwiftShader' },
  ],
  [
    { info: { vendor: 'microsoft', description: 'Microsoft Basic Render Driver', isFallbackAdapter: true } },
    { kind: 'software', name: 'Microsoft Basic Render Driver' },
  ],
  [{ isFallbackAdapter: true }, { kind: 'software', name: '' }],
  [null, { kind: 'none', reason: 'WebGPU is here, but no graphics adapter answers.' }],
])('%j', async (adapter, expected) => {
  expect(await askAdapter(offering(adapter))).toEqual(expected);
});

it('tells why there is no WebGPU', async () => {
  expect(await askAdapter(undefined)).toEqual({ kind: 'none', reason: 'This browser does not offer WebGPU.' });
  vi.stubGlobal('isSecureContext', false);
  expect(await askAdapter(undefined)).toMatchObject({ reason: expect.stringContaining('over https') });
});

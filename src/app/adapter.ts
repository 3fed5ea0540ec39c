/** What a browser's WebGPU computes on. */
export type Adapter =
  | { readonly kind: 'hardware' }
  /** A program on the CPU. `name` may be empty: browsers need not tell it. */
  | { readonly kind: 'software'; readonly name: string }
  | { readonly kind: 'none'; readonly reason: string };

/** Why there is no WebGPU where the browser has no `navigator.gpu`. */
export function missingWebGpu(secure: boolean): string {
  return secure
    ? 'This browser does not offer WebGPU.'
    : 'Browsers offer WebGPU only to pages that come over https or from this machine.';
}

/**
 * Asks which adapter WebGPU would compute on; opens no device.
 * @param gpu the browser's `navigator.gpu`, which not every browser has
 */
export async function askAdapter(gpu: GPU | undefined): Promise<Adapter> {
  if (!gpu) return { kind: 'none', reason: missingWebGpu(isSecureContext) };
  const adapter = await gpu.requestAdapter({ powerPreference: 'high-performance' }).catch(() => null);
  if (!adapter) return { kind: 'none', reason: 'WebGPU is here, but no graphics adapter answers.' };
  return isProgram(adapter) ? { kind: 'software', name: nameOf(adapter.info) } : { kind: 'hardware' };
}

/** The flag has moved from the adapter to its info; browsers of 2023 and 2024 have only the first. */
function isProgram(adapter: GPUAdapter & { readonly isFallbackAdapter?: boolean }): boolean {
  const info: Partial<GPUAdapterInfo> = adapter.info ?? {};
  return info.isFallbackAdapter ?? adapter.isFallbackAdapter ?? false;
}

function nameOf(info: GPUAdapterInfo | undefined): string {
  const name = info?.description || info?.device || info?.architecture || info?.vendor || '';
  return /swiftshader/i.test(`${name} ${info?.architecture}`) ? 'SwiftShader' : name;
}

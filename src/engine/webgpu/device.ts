import type { DeviceInfo } from '../types.ts';

/** An open device with what is told of its adapter. */
export interface OpenDevice {
  readonly device: GPUDevice;
  readonly info: DeviceInfo;
}

/**
 * Opens the fastest adapter with the largest buffers that it has. Throws where there is no adapter.
 * @param gpu the browser's `navigator.gpu`, or Dawn's in Node
 */
export async function openDevice(gpu: GPU): Promise<OpenDevice> {
  const adapter = await gpu.requestAdapter({ powerPreference: 'high-performance' });
  if (!adapter) throw new Error('WebGPU is here, but no graphics adapter answers; check the graphics driver');
  const { maxBufferSize, maxStorageBufferBindingSize } = adapter.limits;
  const device = await adapter.requestDevice({
    label: 'scree',
    requiredLimits: { maxBufferSize, maxStorageBufferBindingSize },
  });
  return { device, info: describe(adapter.info) };
}

function describe(info: GPUAdapterInfo): DeviceInfo {
  // Firefox names no adapter; Dawn in Node counts none as a fallback.
  const named = /swiftshader|llvmpipe|lavapipe|warp/i.test(`${info.architecture} ${info.description} ${info.device}`);
  const software = info.isFallbackAdapter || named;
  const plain =
    info.description || info.device || [info.vendor, info.architecture].filter(Boolean).join(' ') || 'unnamed adapter';
  const name = /swiftshader/i.test(`${info.architecture} ${plain}`) ? 'SwiftShader' : plain;
  return { engine: 'webgpu', name, vendor: info.vendor, architecture: info.architecture, software, graphics: true };
}

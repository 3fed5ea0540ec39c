import eigenvaluesShader from '../../../shaders/eigenvalues.wgsl?raw';
import { countMatrices, sortRuns } from '../spectra.ts';
import type { Workshop } from './workshop.ts';

/** Where matrices lie in a buffer, in numbers. */
interface Matrices {
  readonly buffer: GPUBuffer;
  readonly size: number;
  readonly count: number;
  /** From one matrix to the next, and before the first. */
  readonly stride: number;
  readonly first: number;
}

/** A pass that computes eigenvalues of matrices on the device. */
export interface EigenvaluePass {
  /** Each matrix's, in no order. */
  readonly eigenvalues: GPUBuffer;
  record(encoder: GPUCommandEncoder): void;
  destroy(): void;
}

/** Makes ready to compute the eigenvalues of matrices that lie, or will lie, in a buffer. */
export async function eigenvaluePass(
  { device, layouts, pipelines }: Workshop,
  { buffer, size, count, stride, first }: Matrices,
): Promise<EigenvaluePass> {
  const layout = device.createPipelineLayout({ bindGroupLayouts: [layouts.matrices] });
  const pipeline = await pipelines.computePipeline('eigenvalues', [eigenvaluesShader], layout);
  const { STORAGE, COPY_DST, COPY_SRC, UNIFORM } = GPUBufferUsage;
  const shape = device.createBuffer({ label: 'eigenvalues.shape', size: 16, usage: UNIFORM | COPY_DST });
  const eigenvalues = device.createBuffer({ label: 'eigenvalues', size: 4 * size * count, usage: STORAGE | COPY_SRC });
  device.queue.writeBuffer(shape, 0, Uint32Array.of(size, count, stride, first));
  const bindGroup = device.createBindGroup({
    label: 'eigenvalues',
    layout: layouts.matrices,
    entries: [shape, buffer, eigenvalues].map((resource, binding) => ({ binding, resource: { buffer: resource } })),
  });
  const columns = Math.min(count, device.limits.maxComputeWorkgroupsPerDimension);
  return {
    eigenvalues,
    record(encoder) {
      const pass = encoder.beginComputePass({ label: 'eigenvalues' });
      pass.setPipeline(pipeline);
      pass.setBindGroup(0, bindGroup);
      pass.dispatchWorkgroups(columns, Math.ceil(count / columns));
      pass.end();
    },
    destroy() {
      shape.destroy();
      eigenvalues.destroy();
    },
  };
}

/** See `Engine.eigenvalues`. */
export async function computeEigenvalues(
  workshop: Workshop,
  size: number,
  matrices: Float32Array,
): Promise<Float32Array> {
  const count = countMatrices(size, matrices);
  const { device } = workshop;
  const entries = size * size;
  const most = Math.floor(
    Math.min(device.limits.maxStorageBufferBindingSize, device.limits.maxBufferSize) / 4 / entries,
  );
  const spectra = new Float32Array(size * count);
  for (let from = 0; from < count; from += most) {
    const part = matrices.subarray(from * entries, Math.min(from + most, count) * entries);
    spectra.set(await onDevice(workshop, size, part), from * size);
  }
  return sortRuns(size, spectra);
}

async function onDevice(workshop: Workshop, size: number, matrices: Float32Array): Promise<Float32Array> {
  const { device, readback } = workshop;
  const { STORAGE, COPY_DST } = GPUBufferUsage;
  const buffer = device.createBuffer({ label: 'matrices', size: matrices.byteLength, usage: STORAGE | COPY_DST });
  device.queue.writeBuffer(buffer, 0, Float32Array.from(matrices));
  const count = matrices.length / size ** 2;
  const pass = await eigenvaluePass(workshop, { buffer, size, count, stride: size * size, first: 0 });
  const encoder = device.createCommandEncoder({ label: 'eigenvalues' });
  pass.record(encoder);
  const bytes = readback.record(encoder, [{ buffer: pass.eigenvalues, offset: 0, size: pass.eigenvalues.size }]);
  device.queue.submit([encoder.finish()]);
  const spectra = new Float32Array(await bytes());
  pass.destroy();
  buffer.destroy();
  return spectra;
}

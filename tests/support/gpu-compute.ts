import { openDevice } from '../../src/engine/webgpu/device.ts';
import { openNodeGpu } from '../../src/engine/webgpu/node.ts';

/** Fills buffers before a kernel runs, so that a slot that it leaves out shows. */
export const SENTINEL = 7.7777e33;

/** A bare device for kernels of a test's own. Throws where there is no adapter. */
export async function openTestDevice(): Promise<GPUDevice> {
  const { gpu } = await openNodeGpu();
  return (await openDevice(gpu)).device;
}

/** Threads of a workgroup of a test's kernel. */
export const GROUP = 64;

const BINDINGS = `
@group(0) @binding(0) var<storage, read> input: array<f32>;
@group(0) @binding(1) var<storage, read_write> output: array<f32>;
`;

/**
 * Runs a kernel of one's own: WGSL text with `@compute @workgroup_size(64) fn main`, which reads `input` and fills `output`.
 * What it leaves unwritten comes back as `SENTINEL`.
 * @param outputs number of floats in `output`
 * @param threads number of threads; the last workgroup may have more
 */
export async function runKernel(
  device: GPUDevice,
  code: string,
  input: Float32Array<ArrayBuffer>,
  outputs: number,
  threads: number,
): Promise<Float32Array> {
  const { STORAGE, COPY_DST, COPY_SRC, MAP_READ } = GPUBufferUsage;
  const whole = `${BINDINGS}${code}`;
  const module = device.createShaderModule({ label: 'test', code: whole });
  const { messages } = await module.getCompilationInfo();
  const error = messages.find(({ type }) => type === 'error');
  if (error) throw new Error(`${error.message}: ${whole.split('\n')[error.lineNum - 1]}`);
  const pipeline = await device.createComputePipelineAsync({ label: 'test', layout: 'auto', compute: { module } });
  const make = (size: number, usage: number) => device.createBuffer({ label: 'test', size, usage });
  const source = make(Math.max(input.byteLength, 16), STORAGE | COPY_DST);
  const result = make(4 * outputs, STORAGE | COPY_DST | COPY_SRC);
  const staging = make(4 * outputs, MAP_READ | COPY_DST);
  device.queue.writeBuffer(source, 0, input);
  device.queue.writeBuffer(result, 0, new Float32Array(outputs).fill(SENTINEL));
  const encoder = device.createCommandEncoder({ label: 'test' });
  const pass = encoder.beginComputePass({ label: 'test' });
  pass.setPipeline(pipeline);
  const entries = [source, result].map((buffer, binding) => ({ binding, resource: { buffer } }));
  pass.setBindGroup(0, device.createBindGroup({ layout: pipeline.getBindGroupLayout(0), entries }));
  pass.dispatchWorkgroups(Math.ceil(threads / GROUP));
  pass.end();
  encoder.copyBufferToBuffer(result, 0, staging, 0, 4 * outputs);
  device.queue.submit([encoder.finish()]);
  await staging.mapAsync(GPUMapMode.READ);
  const values = new Float32Array(staging.getMappedRange().slice(0));
  for (const buffer of [source, result, staging]) buffer.destroy();
  return values;
}

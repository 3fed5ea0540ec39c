import dampedStepShader from '../../../shaders/damped-step.wgsl?raw';
import functionsShader from '../../../shaders/functions.wgsl?raw';
import settleShader from '../../../shaders/settle.wgsl?raw';
import { asFormula, type Plan } from '../../experiment/index.ts';
import { operationsOf } from '../operations.ts';
import type { Settled, SettleOptions } from '../types.ts';
import { eigenvaluePass } from './eigenvalues.ts';
import { generateObjective } from './generate.ts';
import { tableBuffer } from './table.ts';
import type { Workshop } from './workshop.ts';

/** Slots of a run beside three for each parameter: see `settle.wgsl`. */
const NUMBERS = { loss: 0, square: 1, push: 5, count: 6 } as const;
/** What the square of the gradient is where a run could not begin. */
const NONE = Math.fround(1e38);
/** Runs made at a time at most. */
const MOST_RUNS = 4096;
/** Operations of a pass for each run: it takes some ten milliseconds at most on a graphics processor. */
const OPERATIONS = 1e6;

/** See `Engine.settle`. */
export async function settleRuns(
  workshop: Workshop,
  plan: Plan,
  starts: readonly ArrayLike<number>[],
  options: SettleOptions,
): Promise<Settled[]> {
  const settled: Settled[] = [];
  for (let from = 0; from < starts.length; from += MOST_RUNS) {
    settled.push(...(await settleSome(workshop, plan, starts.slice(from, from + MOST_RUNS), options)));
  }
  return settled;
}

async function settleSome(
  workshop: Workshop,
  plan: Plan,
  starts: readonly ArrayLike<number>[],
  { iterations, longest, units }: SettleOptions,
): Promise<Settled[]> {
  const { device, layouts, pipelines, readback } = workshop;
  const { compiled, parameters } = asFormula(plan.objective);
  const size = parameters.length;
  const count = starts.length;
  const texts = [functionsShader, generateObjective(plan.objective), dampedStepShader, settleShader];
  const layout = device.createPipelineLayout({ bindGroupLayouts: [layouts.settle] });
  const pipeline = await pipelines.computePipeline('settle', texts, layout);

  const { STORAGE, COPY_DST, COPY_SRC, UNIFORM } = GPUBufferUsage;
  const made: GPUBuffer[] = [];
  const buffer = (label: string, usage: number, content: Float32Array<ArrayBuffer> | number) => {
    const bytes = typeof content === 'number' ? content : content.byteLength;
    const created = device.createBuffer({ label: `settle.${label}`, size: Math.max(bytes, 16), usage });
    if (typeof content !== 'number') device.queue.writeBuffer(created, 0, content);
    made.push(created);
    return created;
  };
  const first = new Float32Array((3 * size + NUMBERS.count) * count);
  starts.forEach((start, k) => {
    for (let i = 0; i < size; i++) first[i * count + k] = start[i];
  });
  const states = buffer('states', STORAGE | COPY_DST | COPY_SRC, first);
  const matrices = buffer('matrices', STORAGE, 4 * size * size * count);
  const unit = buffer('units', STORAGE | COPY_DST, Float32Array.from(units));
  const table = tableBuffer(device, plan.objective);
  made.push(table);

  const rounds = iterations + 1;
  const operations = operationsOf(compiled.graph, [...compiled.gradient, ...compiled.hessian.flat()]) + 4 * size ** 3;
  const each = Math.max(1, Math.floor(OPERATIONS / operations));
  for (let from = 0; from < rounds; from += each) {
    const here = Math.min(each, rounds - from);
    const numbers = new DataView(new ArrayBuffer(32));
    for (const [i, value] of [count, here, Number(from + here === rounds)].entries())
      numbers.setUint32(4 * i, value, true);
    numbers.setFloat32(12, longest, true);
    numbers.setUint32(16, Number(from === 0), true);
    const run = buffer('run', UNIFORM | COPY_DST, new Float32Array(numbers.buffer));
    const encoder = device.createCommandEncoder({ label: 'settle' });
    const pass = encoder.beginComputePass({ label: 'settle' });
    pass.setPipeline(pipeline);
    pass.setBindGroup(
      0,
      device.createBindGroup({
        label: 'settle',
        layout: layouts.settle,
        entries: [run, states, matrices, table, unit].map((resource, binding) => ({
          binding,
          resource: { buffer: resource },
        })),
      }),
    );
    pass.dispatchWorkgroups(Math.ceil(count / 64));
    pass.end();
    device.queue.submit([encoder.finish()]);
  }

  const spectra = await eigenvaluePass(workshop, { buffer: matrices, size, count, stride: size * size, first: 0 });
  const encoder = device.createCommandEncoder({ label: 'settle.eigenvalues' });
  spectra.record(encoder);
  const bytes = readback.record(encoder, [
    { buffer: states, offset: 0, size: states.size },
    { buffer: spectra.eigenvalues, offset: 0, size: spectra.eigenvalues.size },
  ]);
  device.queue.submit([encoder.finish()]);
  const numbers = new Float32Array(await bytes());
  for (const each of made) each.destroy();
  spectra.destroy();
  const eigenvalues = numbers.subarray(states.size / 4);
  return starts.map((_, k) => {
    const square = numbers[(3 * size + NUMBERS.square) * count + k];
    return {
      theta: Float32Array.from({ length: size }, (_, i) => numbers[i * count + k]),
      loss: numbers[(3 * size + NUMBERS.loss) * count + k],
      gradientNorm: square < NONE ? Math.sqrt(square) : Number.POSITIVE_INFINITY,
      push: numbers[(3 * size + NUMBERS.push) * count + k],
      eigenvalues: eigenvalues.slice(k * size, (k + 1) * size).sort(),
    };
  });
}

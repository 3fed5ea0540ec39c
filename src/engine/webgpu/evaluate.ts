import evaluateShader from '../../../shaders/evaluate.wgsl?raw';
import functionsShader from '../../../shaders/functions.wgsl?raw';
import layersEvaluateShader from '../../../shaders/layers/evaluate.wgsl?raw';
import type { Plan } from '../../experiment/index.ts';
import type { Evaluation } from '../types.ts';
import { generateObjective } from './generate.ts';
import { networkTexts } from './layered/form.ts';
import { tableBuffer } from './table.ts';
import type { Workshop } from './workshop.ts';

/** The objective, its gradient and its Hessian at points, in float32. */
export async function evaluatePoints(
  workshop: Workshop,
  plan: Plan,
  points: readonly (readonly number[])[],
): Promise<Evaluation[]> {
  const { device, layouts, pipelines, readback } = workshop;
  const count = plan.objective.parameters.length;
  const { layered } = plan.objective;
  // Of a layered network there is no Hessian, and a workgroup takes a point.
  const width = 1 + count + (layered ? 0 : count * count);
  const texts = layered
    ? [...networkTexts(layered, workshop.software), layersEvaluateShader]
    : [functionsShader, generateObjective(plan.objective), evaluateShader];
  const layout = device.createPipelineLayout({ bindGroupLayouts: [layouts.points] });
  const pipeline = await pipelines.computePipeline('evaluate', texts, layout);
  const { STORAGE, COPY_DST, COPY_SRC } = GPUBufferUsage;
  const rows = new Float32Array(width * points.length);
  for (const [i, point] of points.entries()) rows.set(point, i * width);
  const buffer = device.createBuffer({
    label: 'evaluate.rows',
    size: rows.byteLength,
    usage: STORAGE | COPY_DST | COPY_SRC,
  });
  const table = tableBuffer(device, plan.objective);
  device.queue.writeBuffer(buffer, 0, rows);
  const encoder = device.createCommandEncoder({ label: 'evaluate' });
  const pass = encoder.beginComputePass({ label: 'evaluate' });
  pass.setPipeline(pipeline);
  pass.setBindGroup(
    0,
    device.createBindGroup({
      label: 'evaluate',
      layout: layouts.points,
      entries: [buffer, table].map((resource, binding) => ({ binding, resource: { buffer: resource } })),
    }),
  );
  pass.dispatchWorkgroups(layered ? points.length : Math.ceil(points.length / 64));
  pass.end();
  const bytes = readback.record(encoder, [{ buffer, offset: 0, size: rows.byteLength }]);
  device.queue.submit([encoder.finish()]);
  const results = new Float32Array(await bytes());
  buffer.destroy();
  table.destroy();
  return points.map((_, i) => {
    const row = Float64Array.from(results.subarray(i * width, (i + 1) * width));
    const part = (from: number) => row.slice(from, from + count);
    return {
      loss: row[0],
      gradient: part(1),
      hessian: Array.from({ length: layered ? 0 : count }, (_, p) => part(1 + count + p * count)),
    };
  });
}

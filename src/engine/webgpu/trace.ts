import type { Plan } from '../../experiment/index.ts';
import { NEVER, TALLY } from '../slots.ts';
import { readRow, rowWidth } from '../trace-rows.ts';
import type { TraceRow } from '../types.ts';
import { Trajectories } from './trajectories.ts';
import type { Workshop } from './workshop.ts';

/** Rows recorded between two readings. */
const CHUNK = 1024;

/**
 * Runs one cell again, alone, and records every step. The pipeline that advances it is the population's own, a step at a time, so the states are
 * equal to the bit; what is recorded beside them is computed from those states. Each row has the update that is made next.
 */
export async function* followCell(
  workshop: Workshop,
  plan: Plan,
  optimizer: number,
  [i, j]: readonly [number, number],
  steps: number,
): AsyncGenerator<readonly TraceRow[], void> {
  const { device, layouts, pipelines, readback } = workshop;
  const first = j * plan.x.values.length + i;
  const trajectories = await Trajectories.create(workshop, plan, optimizer, { cells: 1, first });
  const layout = device.createPipelineLayout({ bindGroupLayouts: [layouts.run, layouts.results] });
  const record = await pipelines.computePipeline(
    'record',
    [...trajectories.form.texts, ...trajectories.form.record],
    layout,
  );
  const { parameters } = plan.objective;
  const width = rowWidth(parameters.length);
  const { STORAGE, COPY_SRC } = GPUBufferUsage;
  const buffer = device.createBuffer({ label: 'trace.rows', size: 4 * width * CHUNK, usage: STORAGE | COPY_SRC });
  const bindGroup = device.createBindGroup({
    label: 'trace.rows',
    layout: layouts.results,
    entries: [{ binding: 0, resource: { buffer } }],
  });
  const submit = (label: string, run: (pass: GPUComputePassEncoder) => void) => {
    const encoder = device.createCommandEncoder({ label });
    const pass = encoder.beginComputePass({ label });
    run(pass);
    pass.end();
    device.queue.submit([encoder.finish()]);
  };

  try {
    trajectories.prepare({ step: 0, count: 0, flags: 0, interval: 0 });
    submit('trace.reset', (pass) => trajectories.reset(pass));
    let divergedAt = NEVER;
    for (let from = 0; from <= steps && divergedAt === NEVER; from += CHUNK) {
      const count = Math.min(CHUNK, steps + 1 - from);
      for (let row = 0; row < count; row++) {
        const step = from + row;
        trajectories.prepare({ step, count: 1, flags: row, interval: 0 });
        submit('trace.step', (pass) => {
          pass.setBindGroup(1, bindGroup);
          trajectories.dispatch(pass, record);
          if (step < steps) trajectories.advance(pass);
        });
      }
      const bytes = await readback.read([
        { buffer, offset: 0, size: 4 * width * count },
        { buffer: trajectories.tallies, offset: 4 * TALLY.divergedAt, size: 4 },
      ]);
      divergedAt = new Uint32Array(bytes, 4 * width * count)[0];
      const floats = new Float32Array(bytes, 0, width * count);
      yield Array.from({ length: Math.min(count, divergedAt + 1 - from) }, (_, row) =>
        readRow(floats.subarray(row * width, (row + 1) * width), from + row, parameters.length),
      );
    }
  } finally {
    trajectories.destroy();
    buffer.destroy();
  }
}

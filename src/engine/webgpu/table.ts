import type { Plan } from '../../experiment/index.ts';

/** The objective's data table on the device, row by row; four unused numbers where there is none. */
export function tableBuffer(device: GPUDevice, plan: Plan): GPUBuffer {
  const columns = Object.values(plan.objective.table);
  const rows = columns[0]?.length ?? 0;
  const numbers = Float32Array.from(
    { length: rows * columns.length },
    (_, i) => columns[i % columns.length][Math.floor(i / columns.length)],
  );
  const { STORAGE, COPY_DST } = GPUBufferUsage;
  const buffer = device.createBuffer({
    label: 'table',
    size: Math.max(numbers.byteLength, 16),
    usage: STORAGE | COPY_DST,
  });
  device.queue.writeBuffer(buffer, 0, numbers);
  return buffer;
}

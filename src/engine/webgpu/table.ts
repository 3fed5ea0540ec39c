import { type ResolvedObjective, rowByRow } from '../../experiment/index.ts';
import type { KnobGroup, KnobLayout } from '../knobs.ts';

/** Codes of the groups of knobs in `layers/cell.wgsl`. */
const GROUPS: Readonly<Record<KnobGroup, number>> = { fixed: 0, column: 1, row: 2, cell: 3 };

/**
 * The objective's data table on the device, row by row; four unused numbers where there is none. That of a layered network column by column, and after it, for each knob, where it is
 * among them.
 * @param layout of the knobs, where they are read
 */
export function tableBuffer(device: GPUDevice, objective: ResolvedObjective, layout?: KnobLayout): GPUBuffer {
  const { table, layered } = objective;
  const numbers = Float32Array.from(layered ? [...Object.values(table).flat(), ...knobCodes(layout)] : rowByRow(table));
  const { STORAGE, COPY_DST } = GPUBufferUsage;
  const buffer = device.createBuffer({
    label: 'table',
    size: Math.max(numbers.byteLength, 16),
    usage: STORAGE | COPY_DST,
  });
  device.queue.writeBuffer(buffer, 0, numbers);
  return buffer;
}

function knobCodes(layout: KnobLayout | undefined): number[] {
  return layout?.places.map(({ group, index }) => 4 * index + GROUPS[group]) ?? [];
}

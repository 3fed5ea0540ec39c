import { type Layouts, makeLayouts } from './layouts.ts';
import { Pipelines } from './pipelines.ts';
import { Readback } from './readback.ts';

/** What everything on one device shares. */
export interface Workshop {
  readonly device: GPUDevice;
  readonly layouts: Layouts;
  readonly pipelines: Pipelines;
  readonly readback: Readback;
}

/** Makes the shared tools of a device. */
export function makeWorkshop(device: GPUDevice): Workshop {
  return { device, layouts: makeLayouts(device), pipelines: new Pipelines(device), readback: new Readback(device) };
}

import { type Layouts, makeLayouts } from './layouts.ts';
import { Pipelines } from './pipelines.ts';
import { Readback } from './readback.ts';

/** What everything on one device shares. */
export interface Workshop {
  readonly device: GPUDevice;
  readonly layouts: Layouts;
  readonly pipelines: Pipelines;
  readonly readback: Readback;
  /** Whether the device is a program on the CPU. */
  readonly software: boolean;
}

/**
 * Makes the shared tools of a device.
 * @param software whether it is a program on the CPU
 */
export function makeWorkshop(device: GPUDevice, software: boolean): Workshop {
  return {
    device,
    layouts: makeLayouts(device),
    pipelines: new Pipelines(device),
    readback: new Readback(device),
    software,
  };
}

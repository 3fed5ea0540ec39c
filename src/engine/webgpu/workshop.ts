import { type Layouts, makeLayouts } from './layouts.ts';
import { Pipelines } from './pipelines.ts';
import { Readback } from './readback.ts';

/** What everything on one device shares. */
export interface Workshop {
  readonly device: GPUDevice;
  readonly layouts: Layouts;
  readonly pipelines: Pipelines;
  readonly readback: Readback;
  /** Threads of a workgroup that works on one thing together. */
  readonly threads: number;
}

/** A program runs the threads of a workgroup four at a time, and changes from one four to the next at every barrier: there are none to change to. */
const THREADS = { hardware: 64, software: 4 };

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
    threads: software ? THREADS.software : THREADS.hardware,
  };
}

/** Threads of a workgroup; the shaders' `WORKGROUP` has the same default. */
export const WORKGROUP = 64;

/** Bind group layouts that the passes share; each binding is described in the shader that declares it. */
export interface Layouts {
  /** Group 0 of every pass over a population: `run.wgsl`. */
  readonly run: GPUBindGroupLayout;
  /** Group 1 of passes that write results: the counters of `measure.wgsl`, the rows of `record.wgsl`. */
  readonly results: GPUBindGroupLayout;
  /** The group of evaluating points: `evaluate.wgsl`. */
  readonly points: GPUBindGroupLayout;
  /** The group of eigenvalues: `eigenvalues.wgsl`. */
  readonly matrices: GPUBindGroupLayout;
  /** The group of runs to critical points: `settle.wgsl`. */
  readonly settle: GPUBindGroupLayout;
}

/** Makes the shared layouts. */
export function makeLayouts(device: GPUDevice): Layouts {
  const make = (label: string, types: readonly GPUBufferBindingType[]) =>
    device.createBindGroupLayout({
      label,
      entries: types.map((type, binding) => ({ binding, visibility: GPUShaderStage.COMPUTE, buffer: { type } })),
    });
  return {
    run: make('run', ['uniform', 'read-only-storage', 'storage', 'storage', 'read-only-storage']),
    results: make('results', ['storage']),
    points: make('points', ['storage', 'read-only-storage']),
    settle: make('settle', ['uniform', 'storage', 'storage', 'read-only-storage', 'read-only-storage']),
    matrices: make('matrices', ['uniform', 'read-only-storage', 'storage']),
  };
}

/** The numbers of `Run` in `run.wgsl`. */
export interface RunNumbers {
  readonly cells: number;
  readonly first: number;
  readonly columns: number;
  readonly flags: number;
  readonly seed: number;
  readonly step: number;
  readonly count: number;
  readonly rowKnobs: number;
  readonly cellKnobs: number;
  readonly begin: number;
  readonly tail: number;
  readonly escape: number;
  readonly bound: number;
  readonly target: number;
  readonly from: number;
  readonly gradient: number;
  readonly distance: number;
  readonly interval: number;
  readonly steep: number;
  readonly perStep: number;
}

/** Bytes of the uniform that holds `RunNumbers`. */
export const RUN_BYTES = 80;

/** `RunNumbers` as the shader reads them, in one array that is used again and again. */
export function runWriter(): (numbers: RunNumbers) => ArrayBuffer {
  const bytes = new ArrayBuffer(RUN_BYTES);
  const integers = new Uint32Array(bytes);
  const floats = new Float32Array(bytes);
  return (n) => {
    integers.set([
      n.cells,
      n.first,
      n.columns,
      n.flags,
      n.seed,
      n.step,
      n.count,
      n.rowKnobs,
      n.cellKnobs,
      n.begin,
      n.tail,
    ]);
    floats.set([n.escape, n.bound, n.target, n.from, n.gradient, n.distance, n.interval, n.steep, n.perStep], 11);
    return bytes;
  };
}

/** So many workgroups or a few more, in two dimensions where one is too short. */
export function workgroups(count: number, device: GPUDevice): [number, number] {
  const groups = Math.ceil(count);
  const columns = Math.min(groups, device.limits.maxComputeWorkgroupsPerDimension);
  return [columns, Math.ceil(groups / columns)];
}

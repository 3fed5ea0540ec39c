import type { Plan } from '../src/experiment/index.ts';
import jobText from './kernels/job.wgsl?raw';
import type { Contender } from './sampling.ts';
import type { Workbench } from './workbench.ts';

/** Floats and integers of a cell in `job.wgsl`. */
const VALUES = 7;
const TALLIES = 2;

/** A kernel written by hand: `job.wgsl`, then the texts given, the last with the entry point `advance`. */
export class HandKernel {
  private constructor(
    private readonly bench: Workbench,
    private readonly plan: Plan,
    private readonly steps: number,
    private readonly pipeline: GPUComputePipeline,
    private readonly values: GPUBuffer,
    private readonly group: GPUBindGroup,
  ) {}

  static async create(bench: Workbench, texts: readonly string[], plan: Plan, steps: number): Promise<HandKernel> {
    const { device, pipelines } = bench.workshop;
    const layout = device.createBindGroupLayout({
      label: 'HandKernel',
      entries: (['uniform', 'storage', 'storage'] as const).map((type, binding) => ({
        binding,
        visibility: GPUShaderStage.COMPUTE,
        buffer: { type },
      })),
    });
    const pipelineLayout = device.createPipelineLayout({ bindGroupLayouts: [layout] });
    const pipeline = await pipelines.computePipeline('advance', [jobText, ...texts], pipelineLayout);
    const { STORAGE, UNIFORM, COPY_DST, COPY_SRC } = GPUBufferUsage;
    const job = jobBytes(plan, steps);
    const uniform = device.createBuffer({ label: 'HandKernel.job', size: job.byteLength, usage: UNIFORM | COPY_DST });
    device.queue.writeBuffer(uniform, 0, job);
    const storage = (name: string, slots: number) =>
      device.createBuffer({ label: `HandKernel.${name}`, size: 4 * slots * plan.cells, usage: STORAGE | COPY_SRC });
    const values = storage('values', VALUES);
    const entries = [uniform, values, storage('tallies', TALLIES)];
    const group = device.createBindGroup({
      label: 'HandKernel',
      layout,
      entries: entries.map((buffer, binding) => ({ binding, resource: { buffer } })),
    });
    return new HandKernel(bench, plan, steps, pipeline, values, group);
  }

  /** The kernel as a contender: all steps from the starts in one submission. */
  contender(name: string): Contender {
    const { plan, steps } = this;
    return {
      name,
      run: async () => {
        await this.bench.submit((pass) => {
          pass.setPipeline(this.pipeline);
          pass.setBindGroup(0, this.group);
          pass.dispatchWorkgroups(Math.ceil(plan.cells / 64));
        });
        return plan.cells * steps;
      },
    };
  }

  /** Where every trajectory stands, one array for each parameter. */
  async ends(): Promise<Float32Array[]> {
    const { cells } = this.plan;
    const bytes = await this.bench.workshop.readback.read([{ buffer: this.values, offset: 0, size: 8 * cells }]);
    return [0, 1].map((parameter) => new Float32Array(bytes, 4 * parameter * cells, cells));
  }
}

/** `Job` of `job.wgsl`. */
function jobBytes(plan: Plan, steps: number): ArrayBuffer {
  const [x, y] = [plan.x.values, plan.y.values];
  const value = (name: string) => plan.optimizers[0].hyperparameters.get(name)?.value as number;
  const { outcomes } = plan;
  const bytes = new ArrayBuffer(64);
  new Uint32Array(bytes).set([plan.cells, x.length, steps]);
  const numbers = [plan.target ?? -3.4e38, x[0], y[0], x[1] - x[0], y[1] - y[0]];
  const rates = [value('lr'), value('beta1'), value('beta2'), value('eps'), outcomes.escape ** 2, outcomes.bound];
  new Float32Array(bytes).set([...numbers, ...rates], 3);
  return bytes;
}

import eigenShader from '../../../shaders/eigen.wgsl?raw';
import measureShader from '../../../shaders/measure.wgsl?raw';
import type { Plan } from '../../experiment/index.ts';
import { BINS, readHistogram } from '../histogram.ts';
import { OUTCOMES, type PopulationMeasure } from '../types.ts';
import type { Trajectories } from './trajectories.ts';
import type { Workshop } from './workshop.ts';

/** Counters of `measure.wgsl`: two histograms, the outcomes, the arrived. */
const COUNTERS = 2 * BINS + OUTCOMES.length + 1;

/** Measures one optimizer's trajectories: every cell's loss, gradient norm and outcome in place, and their counts read back. */
export class Meter {
  private readonly counters: GPUBuffer;
  private readonly landmarks: GPUBuffer;
  private readonly bindGroup: GPUBindGroup;

  private constructor(
    private readonly workshop: Workshop,
    private readonly trajectories: Trajectories,
    private readonly plan: Plan,
    private readonly pipeline: GPUComputePipeline,
  ) {
    const { device, layouts } = workshop;
    const { STORAGE, COPY_DST, COPY_SRC } = GPUBufferUsage;
    const minima = Float32Array.from(plan.objective.minima.flatMap(({ at }) => at));
    this.counters = device.createBuffer({ label: 'Meter.counters', size: 4 * COUNTERS, usage: STORAGE | COPY_DST | COPY_SRC });
    this.landmarks = device.createBuffer({ label: 'Meter.landmarks', size: Math.max(minima.byteLength, 16), usage: STORAGE | COPY_DST });
    device.queue.writeBuffer(this.landmarks, 0, minima);
    this.bindGroup = device.createBindGroup({
      label: 'Meter',
      layout: layouts.measure,
      entries: [this.counters, this.landmarks].map((buffer, binding) => ({ binding, resource: { buffer } })),
    });
  }

  static async create(workshop: Workshop, trajectories: Trajectories, plan: Plan): Promise<Meter> {
    const { run, measure } = workshop.layouts;
    const layout = workshop.device.createPipelineLayout({ bindGroupLayouts: [run, measure] });
    const texts = [...trajectories.texts, eigenShader, measureShader];
    return new Meter(workshop, trajectories, plan, await workshop.pipelines.computePipeline('measure', texts, layout));
  }

  /** Records the measurement; the function that comes back is called after the submission and resolves with the counts told as quantiles. */
  record(encoder: GPUCommandEncoder): () => Promise<PopulationMeasure> {
    encoder.clearBuffer(this.counters);
    const pass = encoder.beginComputePass({ label: 'Meter' });
    pass.setBindGroup(1, this.bindGroup);
    this.trajectories.dispatch(pass, this.pipeline);
    pass.end();
    const bytes = this.workshop.readback.record(encoder, [{ buffer: this.counters, offset: 0, size: this.counters.size }]);
    const signed = this.plan.objective.minimum === null;
    return async () => {
      const counters = new Uint32Array(await bytes());
      return {
        loss: readHistogram(counters.subarray(0, BINS), signed),
        gradientNorm: readHistogram(counters.subarray(BINS, 2 * BINS), false),
        outcomes: counters.slice(2 * BINS, 2 * BINS + OUTCOMES.length),
        arrived: counters[2 * BINS + OUTCOMES.length],
      };
    };
  }

  destroy(): void {
    this.counters.destroy();
    this.landmarks.destroy();
  }
}

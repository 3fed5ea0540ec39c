import { BadExperiment, type Plan } from '../../experiment/index.ts';
import { type FindScale, findScaleHere, learnLossScale } from '../loss-scale.ts';
import { checkCell } from '../requested-cell.ts';
import { withLeadingUpdates } from '../trace-rows.ts';
import type {
  DeviceInfo,
  Engine,
  Evaluation,
  Population,
  Settled,
  SettleOptions,
  SurfaceView,
  TraceRow,
} from '../types.ts';
import { openDevice } from './device.ts';
import { computeEigenvalues } from './eigenvalues.ts';
import { evaluatePoints } from './evaluate.ts';
import { GpuPopulation } from './population.ts';
import { settleRuns } from './settle.ts';
import { followCell } from './trace.ts';
import { GpuSurfaceView } from './view.ts';
import { makeWorkshop, type Workshop } from './workshop.ts';

/** The engine on WebGPU: a browser's, or Dawn's in Node. */
class WebGpuEngine implements Engine {
  readonly lost: Promise<string>;
  private readonly workshop: Workshop;

  constructor(
    private readonly gpu: GPU,
    private readonly deviceHandle: GPUDevice,
    readonly device: DeviceInfo,
    private readonly findScale: FindScale,
  ) {
    this.workshop = makeWorkshop(deviceHandle, device.software);
    this.lost = new Promise((resolve) => {
      deviceHandle.lost.then(({ reason, message }) => {
        // A device that was destroyed on purpose is not lost.
        if (!this.destroyed) resolve(message || reason);
      });
    });
  }

  private destroyed = false;

  get pipelinesBuilt(): number {
    return this.workshop.pipelines.built;
  }

  async populate(plan: Plan): Promise<Population> {
    await learnLossScale(plan.objective, this.findScale);
    this.deviceHandle.pushErrorScope('out-of-memory');
    const population = await GpuPopulation.create(this.workshop, plan).catch((error: unknown) => error);
    const tooLarge = await this.deviceHandle.popErrorScope();
    if (population instanceof GpuPopulation && !tooLarge) return population;
    if (!tooLarge) throw population;
    if (population instanceof GpuPopulation) population.destroy();
    const problem = 'the device has too little free memory for it';
    throw new BadExperiment('grid', problem, 'use fewer cells or optimizers');
  }

  async *follow(
    plan: Plan,
    optimizer: number,
    cell: readonly [number, number],
    steps: number,
  ): AsyncGenerator<readonly TraceRow[], void> {
    checkCell(plan, optimizer, cell);
    await learnLossScale(plan.objective, this.findScale);
    yield* withLeadingUpdates(followCell(this.workshop, plan, optimizer, cell, steps));
  }

  evaluate(plan: Plan, points: readonly (readonly number[])[]): Promise<Evaluation[]> {
    return evaluatePoints(this.workshop, plan, points);
  }

  async settle(plan: Plan, starts: readonly ArrayLike<number>[], options: SettleOptions): Promise<Settled[]> {
    return settleRuns(this.workshop, plan, starts, options);
  }

  async eigenvalues(size: number, matrices: Float32Array): Promise<Float32Array> {
    return computeEigenvalues(this.workshop, size, matrices);
  }

  view(canvas: HTMLCanvasElement, plan: Plan): Promise<SurfaceView> {
    return GpuSurfaceView.create(this.workshop, this.gpu, canvas, plan, this.device.software);
  }

  destroy(): void {
    this.destroyed = true;
    this.deviceHandle.destroy();
  }
}

/**
 * Opens the engine on an adapter of `gpu`. Throws where there is none.
 * @param findScale what finds objectives' scales
 */
export async function openWebGpuEngine(gpu: GPU, findScale: FindScale = findScaleHere): Promise<Engine> {
  const { device, info } = await openDevice(gpu);
  return new WebGpuEngine(gpu, device, info, findScale);
}

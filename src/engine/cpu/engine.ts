import type { Plan } from '../../experiment/index.ts';
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
import { Buffers } from './buffers.ts';
import { computeEigenvalues } from './eigenvalues.ts';
import { evaluatePoints } from './evaluate.ts';
import type { Pool } from './jobs.ts';
import { Kernels } from './kernels.ts';
import { Member } from './member.ts';
import { CpuPopulation } from './population.ts';
import { settleRuns } from './settle.ts';
import { followCell } from './trace.ts';
import type { Workplace } from './workplace.ts';

/** Draws on a canvas; where there is none, in Node, nothing does. */
export type MakeView = (pool: Pool, kernels: Kernels, canvas: HTMLCanvasElement, plan: Plan) => Promise<SurfaceView>;

/** The engine on the processor: WebAssembly with vectors of 128 bits, in workers. */
export class CpuEngine implements Engine {
  readonly device: DeviceInfo;
  /** A processor is not lost. */
  readonly lost = new Promise<string>(() => {});
  private readonly kernels = new Kernels();
  private readonly workplace: Workplace;

  /** @param findScale what finds objectives' scales */
  constructor(
    private readonly pool: Pool,
    private readonly makeView: MakeView,
    private readonly findScale: FindScale = findScaleHere,
  ) {
    this.workplace = { pool, kernels: this.kernels, buffers: new Buffers(pool.shared) };
    const workers = pool.workers === 1 ? '1 worker' : `${pool.workers} workers`;
    this.device = {
      engine: 'cpu',
      name: `CPU, ${workers}`,
      vendor: '',
      architecture: 'WebAssembly SIMD',
      software: true,
      graphics: false,
    };
  }

  get pipelinesBuilt(): number {
    return this.kernels.built;
  }

  async populate(plan: Plan): Promise<Population> {
    await learnLossScale(plan.objective, this.findScale);
    const extent = { cells: plan.cells, first: 0 };
    const members = await Promise.all(plan.optimizers.map((_, i) => Member.create(this.workplace, plan, i, extent)));
    return new CpuPopulation(plan, members);
  }

  async *follow(
    plan: Plan,
    optimizer: number,
    cell: readonly [number, number],
    steps: number,
  ): AsyncGenerator<readonly TraceRow[], void> {
    checkCell(plan, optimizer, cell);
    await learnLossScale(plan.objective, this.findScale);
    yield* withLeadingUpdates(followCell(this.workplace, plan, optimizer, cell, steps));
  }

  async evaluate(plan: Plan, points: readonly (readonly number[])[]): Promise<Evaluation[]> {
    await learnLossScale(plan.objective, this.findScale);
    return evaluatePoints(this.pool, this.kernels, plan, points);
  }

  async settle(plan: Plan, starts: readonly ArrayLike<number>[], options: SettleOptions): Promise<Settled[]> {
    await learnLossScale(plan.objective, this.findScale);
    return settleRuns(this.pool, this.kernels, plan, starts, options);
  }

  async eigenvalues(size: number, matrices: Float32Array): Promise<Float32Array> {
    return computeEigenvalues(this.pool, this.kernels, size, matrices);
  }

  async view(canvas: HTMLCanvasElement, plan: Plan): Promise<SurfaceView> {
    await learnLossScale(plan.objective, this.findScale);
    return this.makeView(this.pool, this.kernels, canvas, plan);
  }

  destroy(): void {
    this.pool.destroy();
  }
}

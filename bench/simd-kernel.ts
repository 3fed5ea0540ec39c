import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { Plan } from '../src/experiment/index.ts';
import type { Ends } from './reference.ts';
import type { Contender } from './sampling.ts';
import { scalesOf } from './scales.ts';
import workerText from './simd/worker.js?raw';
import { startsOf } from './starts.ts';

/** A hand-written kernel in worker threads, each with an instance of it and its share of the cells. */
export class SimdKernel {
  private constructor(
    private readonly plan: Plan,
    private readonly workers: readonly Worker[],
  ) {}

  static async open(module: WebAssembly.Module, plan: Plan, threads: number): Promise<SimdKernel> {
    const { beta1, beta2, unscaled, rate, eps } = scalesOf(plan);
    const { outcomes, target } = plan;
    const scales = Float32Array.from({ length: 2 * plan.steps }, (_, i) => (i % 2 === 0 ? rate : eps)[i >> 1]);
    const job = {
      module,
      whole: [plan.steps, unscaled],
      numbers: [beta1, beta2, target ?? -3.4e38, outcomes.escape ** 2, outcomes.bound],
      scales,
    };
    const starts = startsOf(plan);
    const script = new URL(`data:text/javascript,${encodeURIComponent(workerText)}`);
    const kernel = new SimdKernel(
      plan,
      Array.from({ length: threads }, () => new Worker(script)),
    );
    // Shares are whole groups of every kernel.
    const share = Math.ceil(plan.cells / threads / 64) * 64;
    await kernel.ask('open', (i) => ({ ...job, starts: starts.map((all) => all.slice(i * share, (i + 1) * share)) }));
    return kernel;
  }

  /** The kernel as a contender: all steps from the starts. */
  contender(name: string): Contender {
    return {
      name,
      prepare: async () => {
        await this.ask('reset');
      },
      run: async () => {
        await this.ask('advance');
        return this.plan.cells * this.plan.steps;
      },
    };
  }

  /** Makes all steps from the starts. What became of every trajectory: a kernel that does not track tells where they stand alone. */
  async run(): Promise<Ends> {
    await this.ask('reset');
    await this.ask('advance');
    const parts = (await this.ask('read')) as Ends[];
    const all = (pick: (ends: Ends) => ArrayLike<number>) => parts.flatMap((part) => Array.from(pick(part)));
    return {
      theta: [0, 1].map((parameter) => all(({ theta }) => theta[parameter])),
      best: all(({ best }) => best),
      arrivedAt: all(({ arrivedAt }) => arrivedAt),
      divergedAt: all(({ divergedAt }) => divergedAt),
    };
  }

  async close(): Promise<void> {
    await Promise.all(this.workers.map((worker) => worker.terminate()));
  }

  /** One message to every worker, and their answers. */
  private ask(task: 'open' | 'reset' | 'advance' | 'read', share?: (i: number) => object): Promise<unknown[]> {
    return Promise.all(
      this.workers.map(async (worker, i) => {
        const answer = once(worker, 'message');
        worker.postMessage({ task, share: share?.(i) });
        return (await answer)[0];
      }),
    );
  }
}

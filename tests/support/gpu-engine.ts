import type { Engine } from '../../src/engine/index.ts';
import { openWebGpuEngine } from '../../src/engine/webgpu/index.ts';
import { openNodeGpu } from '../../src/engine/webgpu/node.ts';
import type { Plan } from '../../src/experiment/index.ts';

/** The WebGPU engine in Node. Throws where there is no adapter. */
export async function openTestEngine(): Promise<Engine> {
  const { gpu } = await openNodeGpu();
  return openWebGpuEngine(gpu);
}

/** A plan whose axes take these values, which need not be evenly spaced. */
export function withAxes(plan: Plan, xs: readonly number[], ys: readonly number[] = [...plan.y.values]): Plan {
  const x = { ...plan.x, values: Float64Array.from(xs) };
  const y = { ...plan.y, values: Float64Array.from(ys) };
  return { ...plan, x, y, cells: xs.length * ys.length };
}

/** Parts of at most `size` entries. */
export function chunks<T>(entries: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(entries.length / size) }, (_, i) => entries.slice(i * size, (i + 1) * size));
}

/**
 * Starts tasks in their order, two at a time, and gives a promise for each: while one waits for its pipelines, which threads of the adapter
 * compile, the other computes what it compares with.
 */
export function inPairs<T>(tasks: readonly (() => Promise<T>)[]): Promise<T>[] {
  const running = new Set<Promise<unknown>>();
  let last: Promise<unknown> = Promise.resolve();
  return tasks.map((task) => {
    const start = last.then(async () => {
      while (running.size >= 2) await Promise.race(running);
    });
    const result = start.then(task);
    const ended = result.catch(() => {}).finally(() => running.delete(ended));
    last = start.then(() => running.add(ended));
    return result;
  });
}

import type { FormulaObjective } from '../experiment/index.ts';
import { packObjective } from './objective-message.ts';
import { type LossScale, searchScale } from './scale-search.ts';

/** Finds an objective's scale in a Web Worker of its own, so that a page goes on meanwhile; where the worker does not start, here. */
export async function findScaleInWorker(objective: FormulaObjective): Promise<LossScale> {
  const worker = new Worker(new URL('./scale-worker.ts', import.meta.url), { type: 'module' });
  try {
    return await new Promise<LossScale>((resolve, reject) => {
      worker.onmessage = ({ data }: MessageEvent<LossScale>) => resolve(data);
      worker.onerror = reject;
      worker.onmessageerror = reject;
      worker.postMessage(packObjective(objective));
    });
  } catch {
    return searchScale(objective);
  } finally {
    worker.terminate();
  }
}

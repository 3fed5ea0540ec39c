import { packObjective } from '../../engine/objective-message.ts';
import type { Searched } from '../../engine/scale-search.ts';
import type { CriticalPoints } from './critical-point.ts';
import type { SearchMessage } from './search-worker.ts';
import type { Wave } from './wave.ts';

/** Finds critical points in a Web Worker, so that a page goes on meanwhile: those that were asked for last. */
export class SearchThread {
  private worker: Worker | null = null;
  /** Ends the waiting for what is under way; null while nothing is. */
  private giveUp: (() => void) | null = null;

  /**
   * The critical points of an objective in its domain; null where another search was asked for meanwhile, or none any more. Rejects
   * with an Error where the worker does not start or fails.
   * @param wave where an engine's runs ended: the search begins there
   */
  async search(objective: Searched, wave: Wave): Promise<CriticalPoints | null> {
    // A search cannot be interrupted, but its worker can be left; one that rests is used again.
    this.stop();
    this.worker ??= new Worker(new URL('./search-worker.ts', import.meta.url), { type: 'module' });
    const { worker } = this;
    const message: SearchMessage = { objective: packObjective(objective), wave };
    try {
      return await new Promise<CriticalPoints | null>((resolve, reject) => {
        this.giveUp = () => resolve(null);
        worker.onmessage = ({ data }: MessageEvent<CriticalPoints>) => {
          this.giveUp = null;
          resolve(data);
        };
        worker.onerror = ({ message: why }) => reject(new Error(why || 'The code of the search could not be loaded.'));
        worker.postMessage(message);
      });
    } catch (error) {
      this.giveUp = null;
      this.leave();
      throw error;
    }
  }

  /** Ends the search under way. */
  stop(): void {
    if (!this.giveUp) return;
    this.giveUp();
    this.giveUp = null;
    this.leave();
  }

  /** Ends the worker too. */
  close(): void {
    this.stop();
    this.leave();
  }

  private leave(): void {
    this.worker?.terminate();
    this.worker = null;
  }
}

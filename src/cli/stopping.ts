import { Interrupted } from './faults.ts';
import type { Host } from './host.ts';

/** What `work` comes to; where the user asks to stop first, that is thrown at once, and what `work` comes to is forgotten. */
export function unlessStopped<T>({ interruption }: Host, work: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const stop = () => reject(interruption.reason);
    if (interruption.aborted) stop();
    interruption.addEventListener('abort', stop, { once: true });
    void work.then(resolve, reject).finally(() => interruption.removeEventListener('abort', stop));
  });
}

/** Does work; where the user stops it, the message says how far it came. */
export async function tellingHowFar<T>(work: () => Promise<T>, howFar: () => string): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw error instanceof Interrupted ? new Interrupted(error.exitCode, `stopped ${howFar()}`) : error;
  }
}

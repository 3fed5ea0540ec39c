/** A Web Worker of the CPU engine, and when it runs; `ready` rejects with an Error where it does not. */
export interface Thread {
  readonly worker: Worker;
  readonly ready: Promise<void>;
}

/** Most workers that compute: each reserves memory, and a machine with more cores is no desk's. */
const MOST = 64;

/** Threads that were started before anyone had work for them. */
const ahead: { readonly tiles: Thread[]; readonly painters: Thread[] } = { tiles: [], painters: [] };

/** Workers that compute: as many as the machine has cores. */
export const tileThreads = (): number => Math.min(Math.max(navigator.hardwareConcurrency || 1, 1), MOST);

/** Starts what a page's first run takes: threads start while the page is put together. */
export function startAhead(): void {
  while (ahead.tiles.length < tileThreads()) ahead.tiles.push(startTile());
  ahead.painters.push(startPainter());
}

/** A thread that runs tile-worker.js. */
export const tileThread = (): Thread => ahead.tiles.pop() ?? startTile();

/** A thread that runs painter.ts. */
export const painterThread = (): Thread => ahead.painters.pop() ?? startPainter();

const startTile = () => running(new Worker(new URL('./tile-worker.js', import.meta.url), { type: 'module' }));

const startPainter = () => running(new Worker(new URL('./view/painter.ts', import.meta.url), { type: 'module' }));

/** Both say a first word when they are there. */
function running(worker: Worker): Thread {
  const ready = new Promise<void>((resolve, reject) => {
    worker.onmessage = () => resolve();
    // A script that does not load gives an event without a message.
    worker.onerror = ({ message }) => reject(new Error(message || 'its script does not load'));
  });
  // Who takes the thread is told.
  ready.catch(() => {});
  return { worker, ready };
}

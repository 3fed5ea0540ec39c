import { painterThread } from '../threads.ts';
import type { Answered, Told } from './messages.ts';

/** The worker that paints, as the page knows it. */
export interface PainterWorker {
  tell(told: Told, transfer: Transferable[]): void;
  end(): void;
}

/** Who hears a painter. */
export interface PainterEvents {
  /** A frame is painted. */
  painted(picture: ImageBitmap | null): void;
  /** It ended by itself. */
  failed(error: Error): void;
}

/** Starts a painter. Throws an Error with a sentence where there can be none. */
export async function openPainter(module: WebAssembly.Module, events: PainterEvents): Promise<PainterWorker> {
  if (!globalThis.OffscreenCanvas) {
    throw new Error('This browser does not let a worker draw pictures (OffscreenCanvas).');
  }
  const { worker, ready } = painterThread();
  try {
    await ready;
    worker.onmessage = ({ data }: MessageEvent<Answered>) => {
      if (data !== 'ready') events.painted(data.picture);
    };
    worker.onerror = ({ message }) => events.failed(failure(message));
    const painter: PainterWorker = {
      tell: (told, transfer) => worker.postMessage(told, transfer),
      end: () => worker.terminate(),
    };
    painter.tell({ kind: 'open', module }, []);
    return painter;
  } catch (error) {
    worker.terminate();
    throw failure(error instanceof Error ? error.message : String(error));
  }
}

const failure = (message: string) => new Error(`The worker that paints the map ended: ${message}.`);

import { painterThread } from '../threads.ts';
import type { Answered, Told } from './messages.ts';

/** The worker that paints a canvas, as the page knows it. */
export interface PainterWorker {
  tell(told: Told, transfer: Transferable[]): void;
  end(): void;
}

/** Who hears a painter. */
export interface PainterEvents {
  /** A frame is painted. */
  painted(): void;
  /** It ended by itself. */
  failed(error: Error): void;
}

/** Starts a painter for a canvas, which nothing else draws on any more. Throws an Error with a sentence where there can be none. */
export async function openPainter(
  canvas: HTMLCanvasElement,
  module: WebAssembly.Module,
  events: PainterEvents,
): Promise<PainterWorker> {
  if (!('transferControlToOffscreen' in canvas)) {
    throw new Error('This browser does not let a worker draw on a canvas (OffscreenCanvas).');
  }
  const { worker, ready } = painterThread();
  try {
    await ready;
    const offscreen = canvas.transferControlToOffscreen();
    worker.onmessage = ({ data }: MessageEvent<Answered>) => {
      if (data === 'painted') events.painted();
    };
    worker.onerror = ({ message }) => events.failed(failure(message));
    const painter: PainterWorker = {
      tell: (told, transfer) => worker.postMessage(told, transfer),
      end: () => worker.terminate(),
    };
    painter.tell({ kind: 'open', canvas: offscreen, module }, [offscreen]);
    return painter;
  } catch (error) {
    worker.terminate();
    throw failure(error instanceof Error ? error.message : String(error));
  }
}

const failure = (message: string) => new Error(`The worker that paints the map ended: ${message}.`);

/** Time in ms for which a thread works without a pause: a page draws and listens between two pieces. */
const PIECE = 8;

/** Long work on a thread that others need too, cut into pieces. */
export class Pieces {
  private until = performance.now() + PIECE;
  private pause: Promise<void> | null = null;

  /** Whether the piece under way is long enough: what comes next is to wait for `next`. */
  get isFull(): boolean {
    return performance.now() > this.until;
  }

  /** Resolves when the thread has looked after all else, the same for all that wait. */
  next(): Promise<void> {
    this.pause ??= turn().then(() => {
      this.pause = null;
      this.until = performance.now() + PIECE;
    });
    return this.pause;
  }
}

/** A message to oneself: timers of pages out of sight come once a second. */
function turn(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}

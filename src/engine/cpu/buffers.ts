/** Bytes of free buffers that are kept at most. */
const KEPT = 2 ** 30;
/** Bytes of the smallest buffer. */
const LEAST = 2 ** 20;

/**
 * Memory for tiles, used again and again: a browser frees shared memory only when every worker that ever saw it has collected its garbage, which idle
 * workers never do. A small population takes a large buffer where one is free (pages that nobody touches cost nothing), so what is allocated is soon
 * enough for all that follows.
 */
export class Buffers {
  /** The smallest first. */
  private readonly free: (SharedArrayBuffer | ArrayBuffer)[] = [];

  constructor(private readonly shared: boolean) {}

  /** A buffer of at least so many bytes, with anything in it. Throws `RangeError` where there is too little memory. */
  take(bytes: number): SharedArrayBuffer | ArrayBuffer {
    const found = this.free.findIndex(({ byteLength }) => byteLength >= bytes);
    if (found >= 0) return this.free.splice(found, 1)[0];
    const size = Math.max(LEAST, 2 ** Math.ceil(Math.log2(bytes)));
    return this.shared ? new SharedArrayBuffer(size) : new ArrayBuffer(size);
  }

  /** Takes a buffer back that nothing reads or writes any more. */
  give(buffer: SharedArrayBuffer | ArrayBuffer): void {
    this.free.push(buffer);
    this.free.sort((a, b) => a.byteLength - b.byteLength);
    let total = this.free.reduce((sum, { byteLength }) => sum + byteLength, 0);
    while (total > KEPT) total -= this.free.pop()?.byteLength ?? 0;
  }
}

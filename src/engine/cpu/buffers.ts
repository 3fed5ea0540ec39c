/** Free buffers that are kept: those of two full experiments. */
const KEPT = 16;

/**
 * Memory for tiles, used again: a browser frees shared memory only when every worker that ever saw it has collected its garbage, which idle workers
 * never do.
 */
export class Buffers {
  private readonly free: (SharedArrayBuffer | ArrayBuffer)[] = [];

  constructor(private readonly shared: boolean) {}

  /** A buffer of at least so many bytes, with anything in it. Throws `RangeError` where there is too little memory. */
  take(bytes: number): SharedArrayBuffer | ArrayBuffer {
    const fitting = this.free.filter(({ byteLength }) => byteLength >= bytes && byteLength <= 2 * bytes);
    const least = Math.min(...fitting.map(({ byteLength }) => byteLength));
    const found = fitting.find(({ byteLength }) => byteLength === least);
    if (found) {
      this.free.splice(this.free.indexOf(found), 1);
      return found;
    }
    const size = rounded(bytes);
    return this.shared ? new SharedArrayBuffer(size) : new ArrayBuffer(size);
  }

  /** Takes a buffer back that nothing reads or writes any more. */
  give(buffer: SharedArrayBuffer | ArrayBuffer): void {
    this.free.push(buffer);
    if (this.free.length > KEPT) this.free.shift();
  }
}

/** A little more, so that populations of nearly one size share their memory: the next eighth of a power of two. */
function rounded(bytes: number): number {
  const step = 2 ** Math.max(16, Math.floor(Math.log2(bytes)) - 3);
  return Math.ceil(bytes / step) * step;
}

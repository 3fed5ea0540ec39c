/** A part of a buffer, in bytes. */
export interface Piece {
  readonly buffer: GPUBuffer;
  readonly offset: number;
  readonly size: number;
}

/** Reads device memory back. Staging buffers of a size are used again, so that regular readings allocate nothing. */
export class Readback {
  private readonly idle = new Map<number, GPUBuffer[]>();

  constructor(private readonly device: GPUDevice) {}

  /**
   * Records the copy of the pieces, one after another, into `encoder`; the function that comes back is called after the submission and resolves with
   * their bytes.
   */
  record(encoder: GPUCommandEncoder, pieces: readonly Piece[]): () => Promise<ArrayBuffer> {
    const size = pieces.reduce((sum, piece) => sum + piece.size, 0);
    const staging = this.take(size);
    let at = 0;
    for (const piece of pieces) {
      encoder.copyBufferToBuffer(piece.buffer, piece.offset, staging, at, piece.size);
      at += piece.size;
    }
    return async () => {
      await staging.mapAsync(GPUMapMode.READ);
      const bytes = staging.getMappedRange().slice(0);
      staging.unmap();
      this.giveBack(size, staging);
      return bytes;
    };
  }

  /** Reads pieces at once, in a submission of their own. */
  read(pieces: readonly Piece[]): Promise<ArrayBuffer> {
    const encoder = this.device.createCommandEncoder({ label: 'readback' });
    const bytes = this.record(encoder, pieces);
    this.device.queue.submit([encoder.finish()]);
    return bytes();
  }

  private take(size: number): GPUBuffer {
    const usage = GPUBufferUsage.MAP_READ | GPUBufferUsage.COPY_DST;
    return this.idle.get(size)?.pop() ?? this.device.createBuffer({ label: 'readback', size, usage });
  }

  private giveBack(size: number, staging: GPUBuffer): void {
    // Small buffers are counters that come every record; a large one is a whole population, read once.
    if (size > 1 << 20) staging.destroy();
    else this.idle.set(size, [...(this.idle.get(size) ?? []), staging]);
  }
}

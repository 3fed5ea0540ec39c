const floats = new DataView(new ArrayBuffer(4));

/** A whole number from 0 to 2^32 − 1 as WebAssembly writes it (LEB128). */
export function unsigned(value: number): number[] {
  const bytes: number[] = [];
  let rest = value;
  for (; rest > 0x7f; rest = Math.floor(rest / 128)) bytes.push((rest & 0x7f) | 0x80);
  bytes.push(rest);
  return bytes;
}

/** A whole number from −2^31 to 2^31 − 1 as WebAssembly writes a constant (signed LEB128). */
export function signed(value: number): number[] {
  const bytes: number[] = [];
  for (let rest = value; ; rest >>= 7) {
    const byte = rest & 0x7f;
    if (rest >> 6 === 0 || rest >> 6 === -1) return [...bytes, byte];
    bytes.push(byte | 0x80);
  }
}

/** The four bytes of a float32, lowest first. */
export function float32(value: number): number[] {
  floats.setFloat32(0, value, true);
  return [0, 1, 2, 3].map((i) => floats.getUint8(i));
}

/** The eight bytes of a float64, lowest first. */
export function float64(value: number): number[] {
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, value, true);
  return Array.from(new Uint8Array(view.buffer));
}

/** The four bytes of a 32-bit integer, lowest first. */
export function integer32(value: number): number[] {
  return [0, 8, 16, 24].map((shift) => (value >>> shift) & 0xff);
}

/** A text or a list with its length before it. */
export function counted(bytes: readonly number[]): number[] {
  return [...unsigned(bytes.length), ...bytes];
}

/** Bytes that are written one after another. */
export class ByteWriter {
  private bytes = new Uint8Array(1024);
  private length = 0;

  write(more: ArrayLike<number>): void {
    const end = this.length + more.length;
    if (end > this.bytes.length) {
      const larger = new Uint8Array(Math.max(2 * this.bytes.length, end));
      larger.set(this.bytes);
      this.bytes = larger;
    }
    for (let i = 0; i < more.length; i++) this.bytes[this.length + i] = more[i];
    this.length = end;
  }

  /** What was written. */
  finish(): Uint8Array<ArrayBuffer> {
    return this.bytes.slice(0, this.length);
  }
}

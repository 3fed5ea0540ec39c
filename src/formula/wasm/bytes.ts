/** The bytes of four 32-bit integers, lowest first. */
export function bytesOfIntegers(integers: readonly number[]): Uint8Array {
  const bytes = new DataView(new ArrayBuffer(4 * integers.length));
  integers.forEach((value, i) => {
    bytes.setInt32(4 * i, value, true);
  });
  return new Uint8Array(bytes.buffer);
}

/** The bytes of float64, lowest first. */
export function bytesOfDoubles(values: readonly number[]): Uint8Array {
  const bytes = new DataView(new ArrayBuffer(8 * values.length));
  values.forEach((value, i) => {
    bytes.setFloat64(8 * i, value, true);
  });
  return new Uint8Array(bytes.buffer);
}

/** Bytes that are written one after another. */
export class ByteWriter {
  private bytes = new Uint8Array(1024);
  private length = 0;

  byte(value: number): this {
    if (this.length === this.bytes.length) this.grow(1);
    this.bytes[this.length++] = value;
    return this;
  }

  write(more: ArrayLike<number>): this {
    if (this.length + more.length > this.bytes.length) this.grow(more.length);
    this.bytes.set(more, this.length);
    this.length += more.length;
    return this;
  }

  /** A whole number from 0 to 2^32 − 1 as WebAssembly writes it (LEB128). */
  unsigned(value: number): this {
    let rest = value;
    for (; rest > 0x7f; rest >>>= 7) this.byte((rest & 0x7f) | 0x80);
    return this.byte(rest);
  }

  /** A whole number from −2^31 to 2^31 − 1 as WebAssembly writes a constant (signed LEB128). */
  signed(value: number): this {
    let rest = value;
    for (; rest < -64 || rest > 63; rest >>= 7) this.byte((rest & 0x7f) | 0x80);
    return this.byte(rest & 0x7f);
  }

  /** A list of bytes with its length before it. */
  counted(bytes: ArrayLike<number>): this {
    return this.unsigned(bytes.length).write(bytes);
  }

  /** A text with its length before it. */
  text(text: string): this {
    return this.counted(new TextEncoder().encode(text));
  }

  /** What was written. */
  finish(): Uint8Array<ArrayBuffer> {
    return this.bytes.slice(0, this.length);
  }

  private grow(by: number): void {
    const larger = new Uint8Array(Math.max(2 * this.bytes.length, this.length + by));
    larger.set(this.bytes);
    this.bytes = larger;
  }
}

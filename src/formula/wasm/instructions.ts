import { ByteWriter, signed, unsigned } from './bytes.ts';
import { SCALAR, type ScalarOp, VECTOR, type VectorOp } from './opcodes.ts';

export const I32 = 0x7f;
export const V128 = 0x7b;
type ValueType = typeof I32 | typeof V128;

/** A local variable of a function. */
export type Local = number;

/** What begins a vector's instruction, and what loads one. */
export const SIMD = 0xfd;
export const LOAD = 0x00;
const SELECT = 0x1b;
const [END, GET, SET, I32_CONST, I32_LOAD, I32_STORE] = [0x0b, 0x20, 0x21, 0x41, 0x28, 0x36];

/** A function's instructions in order, and its local variables. */
export class Instructions {
  private readonly bytes = new ByteWriter();
  private readonly locals: ValueType[] = [];

  /** @param parameters number of i32 parameters, locals 0, 1, … */
  constructor(readonly parameters: number) {}

  /** A new local variable that holds an integer. */
  integer(): Local {
    return this.local(I32);
  }

  // Integers, on the stack.

  const(value: number): this {
    return this.write(I32_CONST, ...signed(value));
  }
  get(local: Local): this {
    return this.write(GET, ...unsigned(local));
  }
  set(local: Local): this {
    return this.write(SET, ...unsigned(local));
  }
  scalar(op: ScalarOp): this {
    return this.write(SCALAR[op]);
  }
  /** Leaves the first of two numbers where the one above them is not 0, else the second. */
  select(): this {
    return this.write(SELECT);
  }
  /** Adds a number to a local variable. */
  step(local: Local, by: number): this {
    return this.get(local).const(by).scalar('i32.add').set(local);
  }
  loadInteger(address: Local, offset: number): this {
    return this.get(address).write(I32_LOAD, 2, ...unsigned(offset));
  }
  /** Stores the integer on the stack, above which nothing lies but the address. */
  storeInteger(offset: number): this {
    return this.write(I32_STORE, 2, ...unsigned(offset));
  }

  /** The function as a module holds it: its locals, vectors that are loaded first, its instructions, its end. */
  protected body(loads: Iterable<readonly [local: Local, address: number]>): Uint8Array {
    const runs: [count: number, type: ValueType][] = [];
    for (const type of this.locals) {
      const last = runs.at(-1);
      if (last?.[1] === type) last[0]++;
      else runs.push([1, type]);
    }
    const body = new ByteWriter();
    body.write(unsigned(runs.length));
    for (const [count, type] of runs) body.write([...unsigned(count), type]);
    for (const [local, address] of loads) {
      body.write([I32_CONST, 0, SIMD, LOAD, 2, ...unsigned(address), SET, ...unsigned(local)]);
    }
    body.write(this.bytes.finish());
    body.write([END]);
    return body.finish();
  }

  protected vector(op: VectorOp): this {
    return this.write(SIMD, ...unsigned(VECTOR[op][0]));
  }

  protected local(type: ValueType): Local {
    this.locals.push(type);
    return this.parameters + this.locals.length - 1;
  }

  protected write(...bytes: readonly number[]): this {
    this.bytes.write(bytes);
    return this;
  }
}

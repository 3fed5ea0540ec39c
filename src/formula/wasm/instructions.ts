import { ByteWriter } from './bytes.ts';
import { SCALAR, type ScalarOp, VECTOR, type VectorOp } from './opcodes.ts';

export const I32 = 0x7f;
export const V128 = 0x7b;
type ValueType = typeof I32 | typeof V128;

/** A local variable of a function. */
export type Local = number;

/** A function of the same module. */
export type Callee = number;

/** What begins a vector's instruction, and which of them loads one. */
const SIMD = 0xfd;
const LOAD = 0x00;
const SELECT = 0x1b;
const CALL = 0x10;
export const [END, I32_CONST] = [0x0b, 0x41];
const [GET, SET, I32_LOAD, I32_STORE] = [0x20, 0x21, 0x28, 0x36];

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
    this.bytes.byte(I32_CONST).signed(value);
    return this;
  }
  get(local: Local): this {
    this.bytes.byte(GET).unsigned(local);
    return this;
  }
  set(local: Local): this {
    this.bytes.byte(SET).unsigned(local);
    return this;
  }
  scalar(op: ScalarOp): this {
    this.bytes.byte(SCALAR[op]);
    return this;
  }
  /** Leaves the first of two numbers where the one above them is not 0, else the second. */
  select(): this {
    this.bytes.byte(SELECT);
    return this;
  }
  /** Calls a function with the integers on the stack. */
  call(callee: Callee): this {
    this.bytes.byte(CALL).unsigned(callee);
    return this;
  }
  /** Adds a number to a local variable. */
  step(local: Local, by: number): this {
    return this.get(local).const(by).scalar('i32.add').set(local);
  }
  loadInteger(address: Local, offset: number): this {
    this.get(address).bytes.byte(I32_LOAD).byte(2).unsigned(offset);
    return this;
  }
  /** Stores the integer on the stack, above which nothing lies but the address. */
  storeInteger(offset: number): this {
    this.bytes.byte(I32_STORE).byte(2).unsigned(offset);
    return this;
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
    body.unsigned(runs.length);
    for (const [count, type] of runs) body.unsigned(count).byte(type);
    for (const [local, address] of loads) {
      body.byte(I32_CONST).byte(0).byte(SIMD).byte(LOAD).byte(2).unsigned(address).byte(SET).unsigned(local);
    }
    return body.write(this.bytes.finish()).byte(END).finish();
  }

  protected local(type: ValueType): Local {
    this.locals.push(type);
    return this.parameters + this.locals.length - 1;
  }

  /** An instruction that has no vectors. */
  protected control(...bytes: number[]): this {
    this.bytes.write(bytes);
    return this;
  }

  /** A vector's instruction. */
  protected vector(op: VectorOp): this {
    return this.simd(VECTOR[op]);
  }

  /** A vector's instruction by its number; the bytes that belong to it follow. */
  protected simd(code: number, operands?: ArrayLike<number>): this {
    this.bytes.byte(SIMD).unsigned(code);
    if (operands) this.bytes.write(operands);
    return this;
  }

  /** A vector's instruction with a place in the memory, whose address is a multiple of 2^align, and a lane if it has one. */
  protected memory(code: number, align: number, offset: number, lane?: number): this {
    this.bytes.byte(SIMD).unsigned(code).byte(align).unsigned(offset);
    if (lane !== undefined) this.bytes.byte(lane);
    return this;
  }

  protected loadVector(address: Local, offset: number): this {
    return this.get(address).memory(LOAD, 2, offset);
  }
}

import { unsigned } from './bytes.ts';
import { Instructions, LOAD, type Local, SIMD, V128 } from './instructions.ts';
import type { ConstantLane, Lane, LeafLane, LoadLane, RareLane, Table } from './lanes.ts';

const EMPTY_BLOCK = 0x40;
const [LOOP, IF, ELSE, END, BR_IF] = [0x03, 0x04, 0x05, 0x0b, 0x0d];
const [LOAD32_SPLAT, STORE, LOAD64_LANE, LOAD64_ZERO] = [0x09, 0x0b, 0x57, 0x5d];
const [V128_CONST, SHUFFLE, I32X4_SPLAT, I32X4_EXTRACT, BITMASK] = [0x0c, 0x0d, 0x11, 0x1b, 0xa4];

/** Gives the addresses of constants in a module's memory. */
export interface Places {
  table(table: Table): number;
  constant(bytes: readonly number[]): number;
}

/** The body of a function as it is written: instructions in order, and vector expressions computed where they are first asked for. */
export class Code extends Instructions {
  /** Local variables that hold expressions here. */
  private known = new Map<Lane, Local>();
  /** Vectors to be loaded in this block. */
  private late: LoadLane[] = [];
  private readonly constants = new Map<ConstantLane, Local>();

  /** @param place gives addresses of what the function reads */
  constructor(
    parameters: number,
    private readonly place: Places,
  ) {
    super(parameters);
  }

  /** The function as a module holds it. */
  finish(): Uint8Array {
    return this.body([...this.constants].map(([lane, local]) => [local, this.place.constant(lane.bytes)] as const));
  }

  // Control. What is computed inside a block is not known after it.

  /** Repeats `body` while an integer that it leaves on the stack is not 0. */
  repeat(body: () => void): this {
    this.write(LOOP, EMPTY_BLOCK);
    this.scoped(body);
    return this.write(BR_IF, 0, END);
  }

  /** Runs `body` if the integer on the stack is not 0. */
  when(body: () => void, otherwise?: () => void): this {
    this.write(IF, EMPTY_BLOCK);
    this.scoped(body);
    if (otherwise) {
      this.write(ELSE);
      this.scoped(otherwise);
    }
    return this.write(END);
  }

  /** The vector at an address. */
  load(leaf: LeafLane, address: Local, offset: number): Lane {
    this.get(address).write(SIMD, LOAD, 2, ...unsigned(offset));
    return this.bind(leaf);
  }

  /** The float32 at an address, four times. */
  loadSplat(leaf: LeafLane, address: Local, offset: number): Lane {
    this.get(address).write(SIMD, LOAD32_SPLAT, 2, ...unsigned(offset));
    return this.bind(leaf);
  }

  /** The vector at an address, loaded where it is first needed, or before something else is stored there; that may not be in a block within this one. */
  loadLate(load: LoadLane): Lane {
    this.late.push(load);
    return load;
  }

  store(address: Local, offset: number, value: Lane): this {
    const local = this.compute(value);
    for (const load of this.late) {
      if (load.address === address && load.offset === offset) this.compute(load);
    }
    return this.get(address)
      .get(local)
      .write(SIMD, STORE, 2, ...unsigned(offset));
  }

  /** An integer four times. */
  splat(leaf: LeafLane, integer: Local): Lane {
    this.get(integer).write(SIMD, I32X4_SPLAT);
    return this.bind(leaf);
  }

  /** A new variable with a first value; `variable` and `assign` read and change it. */
  variable(first: Lane): Local {
    const local = this.local(V128);
    this.assign(local, first);
    return local;
  }
  assign(variable: Local, value: Lane): this {
    this.push(value);
    return this.set(variable);
  }
  /** What a variable holds now, under a new name. */
  read(leaf: LeafLane, variable: Local): Lane {
    this.get(variable);
    return this.bind(leaf);
  }

  /** Leaves the highest bits of a vector's four lanes on the stack, lane 0's the lowest. */
  bits(value: Lane): this {
    this.push(value);
    return this.write(SIMD, ...unsigned(BITMASK));
  }

  /** Leaves an integer lane of a vector on the stack. */
  extract(value: Lane, lane: number): this {
    this.push(value);
    return this.write(SIMD, I32X4_EXTRACT, lane);
  }

  /** Computes a vector here, so that blocks that follow share it. */
  compute(value: Lane): Local {
    this.computeAll([value]);
    return this.known.get(value) as Local;
  }

  /** Computes several vectors here, which is shorter than one after the other where they share rare parts. */
  computeAll(values: readonly Lane[]): void {
    this.prepare(values);
    for (const value of values) {
      if (this.known.has(value)) continue;
      this.expression(value);
      this.bindTo(value);
    }
  }

  private push(value: Lane): void {
    this.prepare([value]);
    this.expression(value);
  }

  /** Computes what expressions use more than once, and their rare parts. */
  private prepare(values: readonly Lane[]): void {
    const unknown = this.unknown(values);
    for (const lane of unknown) {
      if (this.known.has(lane)) continue;
      if (lane.kind === 'rare') this.rare(lane, unknown);
      else if (lane.kind === 'load' || (lane.uses > 1 && lane.kind !== 'constant')) {
        this.expression(lane);
        this.bindTo(lane);
      }
    }
  }

  /** Everything that the values need in any case (or rarely, too) and that is not known, arguments first. */
  private unknown(values: readonly Lane[], rarely = false): Lane[] {
    const seen = new Set<Lane>();
    const stack = [...values];
    for (let lane = stack.pop(); lane; lane = stack.pop()) {
      if (seen.has(lane) || this.known.has(lane)) continue;
      seen.add(lane);
      stack.push(...(rarely ? lane.args : usualArgs(lane)));
    }
    return [...seen].sort((a, b) => a.id - b.id);
  }

  /** Leaves the value of an expression on the stack. */
  private expression(lane: Lane): void {
    const known = this.known.get(lane);
    if (known !== undefined) {
      this.get(known);
      return;
    }
    if (lane.kind === 'constant') this.constant(lane);
    else if (lane.kind === 'load') this.get(lane.address).write(SIMD, LOAD, 2, ...unsigned(lane.offset));
    else if (lane.kind === 'lookup') this.lookUp(lane.args[0], lane.from, this.place.table(lane.table));
    else if (lane.kind === 'op' || lane.kind === 'shuffle') {
      for (const arg of lane.args) this.expression(arg);
      if (lane.kind === 'shuffle') this.write(SIMD, SHUFFLE, ...lane.order);
      else {
        if (lane.shift !== null) this.const(lane.shift);
        this.vector(lane.op);
      }
    } else throw new Error(`internal: a vector of kind ${lane.kind} is not known here`);
  }

  /** Compilers make a constant anew, in three instructions, wherever it is used; one that was loaded at the beginning is kept, or loaded again. */
  private constant(lane: ConstantLane): void {
    if (lane.bytes.every((byte) => byte === lane.bytes[0] && (byte === 0 || byte === 0xff))) {
      this.write(SIMD, V128_CONST, ...lane.bytes);
      return;
    }
    const local = this.constants.get(lane) ?? this.local(V128);
    this.constants.set(lane, local);
    this.get(local);
  }

  /** Computes a rare value, and with it all others that do not build on one: side by side, and behind one branch. */
  private rare(first: RareLane, unknown: readonly Lane[]): void {
    const group = unknown.filter((lane): lane is RareLane => {
      if (lane === first) return true;
      if (lane.kind !== 'rare' || this.known.has(lane)) return false;
      return !this.unknown(lane.args, true).some((need) => need.kind === 'rare');
    });
    const masks = group.map((lane) => this.compute(lane.args[0]));
    const results = group.map((lane) => this.variable(lane.args[2]));
    const different = [...new Set(masks)];
    this.get(different[0]);
    for (const mask of different.slice(1)) this.get(mask).vector('v128.or');
    this.write(SIMD, ...unsigned(BITMASK));
    this.when(() => {
      group.forEach((lane, i) => {
        this.push(lane.args[1]);
        this.get(results[i]).get(masks[i]).vector('v128.bitselect').set(results[i]);
      });
    });
    group.forEach((lane, i) => {
      this.known.set(lane, results[i]);
    });
  }

  private lookUp(indices: Lane, from: number, address: number): void {
    const at = this.compute(indices);
    const push = (lane: number) => this.get(at).write(SIMD, I32X4_EXTRACT, lane).const(3).scalar('i32.shl');
    const low = this.local(V128);
    push(from)
      .write(SIMD, LOAD64_ZERO, 3, ...unsigned(address))
      .set(low);
    push(from + 1)
      .get(low)
      .write(SIMD, LOAD64_LANE, 3, ...unsigned(address), 1);
  }

  private bind(leaf: Lane): Lane {
    this.bindTo(leaf);
    return leaf;
  }

  private bindTo(lane: Lane): void {
    const local = this.local(V128);
    this.set(local);
    this.known.set(lane, local);
  }

  private scoped(body: () => void): void {
    const { known, late } = this;
    this.known = new Map(known);
    this.late = [];
    body();
    this.known = known;
    this.late = late;
  }
}

/** What an expression needs in any case. */
function usualArgs(lane: Lane): readonly Lane[] {
  return lane.kind === 'rare' ? [lane.args[0], lane.args[2]] : lane.args;
}

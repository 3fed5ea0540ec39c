import { Instructions, type Local, V128 } from './instructions.ts';
import { LaneLocals } from './lane-locals.ts';
import type { ConstantLane, Lane, Lanes, LeafLane, LoadLane, RareLane, Table } from './lanes.ts';

const EMPTY_BLOCK = 0x40;
const [LOOP, IF, ELSE, END, BR_IF] = [0x03, 0x04, 0x05, 0x0b, 0x0d];
const [LOAD32_SPLAT, STORE, LOAD32_LANE, LOAD64_LANE, LOAD32_ZERO, LOAD64_ZERO] = [0x09, 0x0b, 0x56, 0x57, 0x5c, 0x5d];
const [V128_CONST, SHUFFLE, I32X4_SPLAT, I32X4_EXTRACT, BITMASK] = [0x0c, 0x0d, 0x11, 0x1b, 0xa4];

/** Which argument of a rare value is needed rarely. */
const RARE = 1;

/** Gives the addresses of constants in a module's memory. */
export interface Places {
  table(table: Table): number;
  constant(constant: ConstantLane): number;
}

/** The body of a function as it is written: instructions in order, and vector expressions computed where they are first asked for. */
export class Code extends Instructions {
  /** Local variables that hold expressions here. */
  private readonly known = new LaneLocals();
  /** Vectors to be loaded in this block. */
  private late: LoadLane[] = [];
  private readonly constants = new Map<ConstantLane, Local>();

  /**
   * @param lanes where its expressions come from
   * @param place gives addresses of what the function reads
   */
  constructor(
    parameters: number,
    private readonly lanes: Lanes,
    private readonly place: Places,
  ) {
    super(parameters);
  }

  /** The function as a module holds it. */
  finish(): Uint8Array {
    return this.body([...this.constants].map(([lane, local]) => [local, this.place.constant(lane)] as const));
  }

  // Control. What is computed inside a block is not known after it.

  /** Repeats `body` while an integer that it leaves on the stack is not 0. */
  repeat(body: () => void): this {
    this.control(LOOP, EMPTY_BLOCK);
    this.scoped(body);
    return this.control(BR_IF, 0, END);
  }

  /** Runs `body` if the integer on the stack is not 0. */
  when(body: () => void, otherwise?: () => void): this {
    this.control(IF, EMPTY_BLOCK);
    this.scoped(body);
    if (otherwise) {
      this.control(ELSE);
      this.scoped(otherwise);
    }
    return this.control(END);
  }

  /** The vector at an address. */
  load(leaf: LeafLane, address: Local, offset: number): Lane {
    this.loadVector(address, offset);
    return this.bind(leaf);
  }

  /** The float32 at an address, four times. */
  loadSplat(leaf: LeafLane, address: Local, offset: number): Lane {
    this.get(address).memory(LOAD32_SPLAT, 2, offset);
    return this.bind(leaf);
  }

  /** The float32 at four addresses, one for each lane. */
  gather(leaf: LeafLane, addresses: readonly Local[], offset: number): Lane {
    const [first, ...others] = addresses;
    this.get(first).memory(LOAD32_ZERO, 2, offset);
    const value = this.bind(leaf);
    const local = this.known.of(value) as Local;
    others.forEach((address, i) => {
      this.get(address)
        .get(local)
        .memory(LOAD32_LANE, 2, offset, i + 1)
        .set(local);
    });
    return value;
  }

  /** The vector at an address, loaded where it is first needed, or before something else is stored there; that may not be in a block within this one. */
  loadLate(load: LoadLane): Lane {
    this.late.push(load);
    return load;
  }

  store(address: Local, offset: number, value: Lane): this {
    const local = this.compute(value);
    for (const load of this.late) {
      if (load.what === address && load.number === offset) this.compute(load);
    }
    return this.get(address).get(local).memory(STORE, 2, offset);
  }

  /** An integer four times. */
  splat(leaf: LeafLane, integer: Local): Lane {
    this.get(integer).simd(I32X4_SPLAT);
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
  /** Adds four float32 to a variable. */
  increase(variable: Local, by: Lane): this {
    this.get(variable);
    this.push(by);
    return this.vector('f32x4.add').set(variable);
  }
  /** What a variable holds now, under a new name. */
  read(leaf: LeafLane, variable: Local): Lane {
    this.get(variable);
    return this.bind(leaf);
  }

  /** Leaves the highest bits of a vector's four lanes on the stack, lane 0's the lowest. */
  bits(value: Lane): this {
    this.push(value);
    return this.simd(BITMASK);
  }

  /** Leaves an integer lane of a vector on the stack. */
  extract(value: Lane, lane: number): this {
    this.push(value);
    return this.simd(I32X4_EXTRACT, [lane]);
  }

  /** Computes a vector here, so that blocks that follow share it. */
  compute(value: Lane): Local {
    this.computeAll([value]);
    return this.known.of(value) as Local;
  }

  /** Computes several vectors here, which is shorter than one after the other where they share rare parts. */
  computeAll(values: readonly Lane[]): void {
    this.prepare(values);
    for (const value of values) {
      if (this.known.has(value)) continue;
      this.expression(value);
      this.bind(value);
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
      else if (lane.kind === 'load' || lane.uses > 1) {
        this.expression(lane);
        this.bind(lane);
      }
    }
  }

  /** Everything but constants that the values need in any case (or rarely, too) and that is not known, arguments first. */
  private unknown(values: readonly Lane[], rarely = false): Lane[] {
    const { known } = this;
    const found: Lane[] = [];
    const mark = known.newMark();
    const need = (lane: Lane) => {
      if (lane.kind !== 'constant' && !known.has(lane) && known.mark(lane, mark)) found.push(lane);
    };
    for (const value of values) need(value);
    for (let k = 0; k < found.length; k++) {
      const { args, kind } = found[k];
      for (let i = 0; i < args.length; i++) if (i !== RARE || rarely || kind !== 'rare') need(args[i]);
    }
    return this.lanes.inOrder(found);
  }

  /** Leaves the value of an expression on the stack. */
  private expression(lane: Lane): void {
    const known = this.known.of(lane);
    if (known !== undefined) {
      this.get(known);
      return;
    }
    const { kind, args } = lane;
    if (kind === 'constant') this.constant(lane);
    else if (kind === 'load') this.loadVector(lane.what, lane.number);
    else if (kind === 'lookup') this.lookUp(args[0], lane.number, this.place.table(lane.what));
    else if (kind === 'op' || kind === 'shift' || kind === 'shuffle') {
      for (let i = 0; i < args.length; i++) this.expression(args[i]);
      if (kind === 'shuffle') this.simd(SHUFFLE, lane.what);
      else if (kind === 'op') this.vector(lane.what);
      else this.const(lane.number).vector(lane.what);
    } else throw new Error(`internal: a vector of kind ${kind} is not known here`);
  }

  /** Compilers make a constant anew, in three instructions, wherever it is used; one that was loaded at the beginning is kept, or loaded again. */
  private constant(lane: ConstantLane): void {
    const [first] = lane.what;
    if ((first === 0 || first === 0xff) && lane.what.every((byte) => byte === first)) {
      this.simd(V128_CONST, lane.what);
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
    this.simd(BITMASK);
    this.when(() => {
      group.forEach((lane, i) => {
        this.push(lane.args[RARE]);
        this.get(results[i]).get(masks[i]).vector('v128.bitselect').set(results[i]);
      });
    });
    group.forEach((lane, i) => {
      this.known.set(lane, results[i]);
    });
  }

  private lookUp(indices: Lane, from: number, address: number): void {
    const at = this.compute(indices);
    const push = (lane: number) => this.get(at).simd(I32X4_EXTRACT, [lane]).const(3).scalar('i32.shl');
    const low = this.local(V128);
    push(from).memory(LOAD64_ZERO, 3, address).set(low);
    push(from + 1)
      .get(low)
      .memory(LOAD64_LANE, 3, address, 1);
  }

  /** Takes the vector on the stack as the value of an expression. */
  private bind(lane: Lane): Lane {
    const local = this.local(V128);
    this.set(local);
    this.known.set(lane, local);
    return lane;
  }

  private scoped(body: () => void): void {
    const { late } = this;
    const before = this.known.count;
    this.late = [];
    body();
    this.known.forget(before);
    this.late = late;
  }
}

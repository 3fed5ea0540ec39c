import { bytesOfDoubles, bytesOfIntegers } from './bytes.ts';
import type { Local } from './instructions.ts';
import type { VectorOp } from './opcodes.ts';

/**
 * A vector of 128 bits that a program computes: four float32 or 32-bit integers, or two float64. Immutable, made only by `Lanes`, and shared: equal
 * expressions are the same object.
 */
export type Lane = OpLane | ShiftLane | ConstantLane | ShuffleLane | LookupLane | RareLane | LeafLane | LoadLane;

interface Common {
  /** Larger than those of the arguments. */
  readonly id: number;
  readonly args: readonly Lane[];
  /** A number that tells lanes of one kind apart; 0 where there is none. */
  readonly number: number;
  /** Number of expressions that this one is an argument of. */
  uses: number;
  /** The last of those of which this is the newest argument, and the one before this one among those of the same newest argument. */
  lastUser: Lane | null;
  before: Lane | null;
}

/** An instruction applied to vectors. */
export interface OpLane extends Common {
  readonly kind: 'op';
  readonly what: VectorOp;
}

/** Integers shifted by `number` bits. */
export interface ShiftLane extends Common {
  readonly kind: 'shift';
  readonly what: VectorOp;
}

/** Sixteen fixed bytes. */
export interface ConstantLane extends Common {
  readonly kind: 'constant';
  readonly what: Uint8Array;
}

/** Bytes of two vectors in another order: 0–15 are the first one's, 16–31 the second one's. */
export interface ShuffleLane extends Common {
  readonly kind: 'shuffle';
  readonly what: readonly number[];
}

/** A value that some other code leaves in a local variable. */
export interface LeafLane extends Common {
  readonly kind: 'leaf';
  readonly what: null;
}

/** What lies in memory, loaded where it is first needed: the local variable that holds the address is `what`, and `number` is added to it. */
export interface LoadLane extends Common {
  readonly kind: 'load';
  readonly what: Local;
}

/** Two float64 from a table in the module's memory, at the indices that two lanes of a vector of integers hold: 0 and 1, or 2 and 3, as `number` is 0 or 2. */
export interface LookupLane extends Common {
  readonly kind: 'lookup';
  readonly what: Table;
}

/** `usual`, but `rare` in the lanes that `mask` names; what only `rare` needs is computed only where some lane needs it. */
export interface RareLane extends Common {
  readonly kind: 'rare';
  readonly what: null;
  readonly args: readonly [mask: Lane, rare: Lane, usual: Lane];
}

/** Numbers that a module carries with it. */
export interface Table {
  readonly values: readonly number[];
}

/** Makes vector expressions, each only once. */
export class Lanes {
  private readonly all: Lane[] = [];
  /** Constants of four equal integers, by these, and others, by their integers. */
  private readonly constants = new Map<number | string, Lane>();
  private readonly float = new DataView(new ArrayBuffer(4));

  op(op: VectorOp, ...args: Lane[]): Lane {
    return this.once('op', op, 0, args);
  }

  /** A shift of 32-bit or 64-bit integers by a fixed number of bits. */
  shift(op: VectorOp, value: Lane, bits: number): Lane {
    return this.once('shift', op, bits, [value]);
  }

  /** The bytes of two vectors that `order` names. Two shuffles are the same only where their orders are one object. */
  shuffle(a: Lane, b: Lane, order: readonly number[]): Lane {
    return this.once('shuffle', order, 0, [a, b]);
  }

  /** The same float32 four times. */
  f32(value: number): Lane {
    this.float.setFloat32(0, value);
    return this.i32(this.float.getInt32(0));
  }

  /** The same float64 twice. */
  f64(value: number): Lane {
    const key = Object.is(value, -0) ? 'd-0' : `d${value}`;
    return this.constants.get(key) ?? this.constant(key, bytesOfDoubles([value, value]));
  }

  /** The same 32-bit integer four times. */
  i32(value: number): Lane {
    const key = value | 0;
    return this.constants.get(key) ?? this.constant(key, bytesOfIntegers([key, key, key, key]));
  }

  /** Four 32-bit integers. */
  i32s(values: readonly number[]): Lane {
    const key = values.join();
    return this.constants.get(key) ?? this.constant(key, bytesOfIntegers(values));
  }

  /** A new value from outside: whoever makes it tells the code in which local variable it is. */
  leaf(): LeafLane {
    return this.make('leaf', null, 0, []) as LeafLane;
  }

  /** The vector at an address: see `Code.loadLate` for when it is loaded. */
  load(address: Local, offset: number): LoadLane {
    return this.make('load', address, offset, []) as LoadLane;
  }

  /** What a table holds at the indices in lanes 0 and 1, or 2 and 3, of a vector of integers. */
  lookup(table: Table, indices: Lane, from: 0 | 2): Lane {
    return this.once('lookup', table, from, [indices]);
  }

  /** `usual`, but `rare` in the lanes of `mask`. */
  rarely(mask: Lane, rare: Lane, usual: Lane): Lane {
    return this.once('rare', null, 0, [mask, rare, usual]);
  }

  /** Expressions in the order in which they were made: arguments first. */
  inOrder(lanes: Lane[]): Lane[] {
    return lanes.length < 2 ? lanes : Array.from(Uint32Array.from(lanes, ({ id }) => id).sort(), (id) => this.all[id]);
  }

  private constant(key: number | string, bytes: Uint8Array): Lane {
    const lane = this.make('constant', bytes, 0, []);
    this.constants.set(key, lane);
    return lane;
  }

  /** The lane of this kind, or the one like it that is there: among the users of its newest argument, which are few. */
  private once(kind: Lane['kind'], what: Lane['what'], number: number, args: readonly Lane[]): Lane {
    let newest = args[0];
    for (const arg of args) if (arg.id > newest.id) newest = arg;
    for (let lane = newest.lastUser; lane; lane = lane.before) {
      if (lane.what !== what || lane.number !== number || lane.kind !== kind) continue;
      if (same(lane.args, args)) return lane;
    }
    const lane = this.make(kind, what, number, args);
    for (const arg of args) arg.uses++;
    lane.before = newest.lastUser;
    newest.lastUser = lane;
    return lane;
  }

  /** All lanes are made here, and with the same properties: engines read such objects fastest. */
  private make(kind: Lane['kind'], what: Lane['what'], number: number, args: readonly Lane[]): Lane {
    const id = this.all.length;
    const lane = { id, kind, what, number, args, uses: 0, lastUser: null, before: null } as Lane;
    this.all.push(lane);
    return lane;
  }
}

function same(one: readonly Lane[], other: readonly Lane[]): boolean {
  for (let i = 0; i < one.length; i++) if (one[i] !== other[i]) return false;
  return true;
}

import { float32, float64, integer32 } from './bytes.ts';
import type { VectorOp } from './opcodes.ts';

/**
 * A vector of 128 bits that a program computes: four float32 or 32-bit integers, or two float64. Immutable, made only by `Lanes`, and shared: equal
 * expressions are the same object.
 */
export type Lane = OpLane | ConstantLane | ShuffleLane | LookupLane | RareLane | LeafLane | LoadLane;

interface Common {
  readonly id: number;
  readonly args: readonly Lane[];
  /** Number of expressions that this one is an argument of. */
  uses: number;
}

/** An instruction applied to vectors. */
export interface OpLane extends Common {
  readonly kind: 'op';
  readonly op: VectorOp;
  /** By how many bits a shift shifts; null for other instructions. */
  readonly shift: number | null;
}

/** Sixteen fixed bytes. */
export interface ConstantLane extends Common {
  readonly kind: 'constant';
  readonly bytes: readonly number[];
}

/** Bytes of two vectors in another order: 0–15 are the first one's, 16–31 the second one's. */
export interface ShuffleLane extends Common {
  readonly kind: 'shuffle';
  readonly order: readonly number[];
}

/** A value that some other code leaves in a local variable. */
export interface LeafLane extends Common {
  readonly kind: 'leaf';
}

/** What lies in memory, loaded where it is first needed. */
export interface LoadLane extends Common {
  readonly kind: 'load';
  /** The local variable that holds the address, and what is added to it. */
  readonly address: number;
  readonly offset: number;
}

/** Two float64 from a table in the module's memory, at the indices that two lanes of a vector of integers hold. */
export interface LookupLane extends Common {
  readonly kind: 'lookup';
  readonly table: Table;
  /** 0 for lanes 0 and 1, 2 for lanes 2 and 3. */
  readonly from: 0 | 2;
}

/** `usual`, but `rare` in the lanes that `mask` names; what only `rare` needs is computed only where some lane needs it. */
export interface RareLane extends Common {
  readonly kind: 'rare';
  readonly args: readonly [mask: Lane, rare: Lane, usual: Lane];
}

/** Numbers that a module carries with it. */
export interface Table {
  readonly values: readonly number[];
}

type Fields<T> = T extends unknown ? Omit<T, 'id' | 'uses'> : never;

/** Makes vector expressions, each only once. */
export class Lanes {
  private readonly operations = new Map<VectorOp, Map<number | string, Lane>>();
  private readonly constants = new Map<string, Lane>();
  private readonly others = new Map<string, Lane>();
  private readonly tables: Table[] = [];
  private count = 0;

  op(op: VectorOp, ...args: Lane[]): Lane {
    const known = this.operations.get(op) ?? new Map<number | string, Lane>();
    this.operations.set(op, known);
    return this.intern(known, keyOf(args), { kind: 'op', op, args, shift: null });
  }

  /** A shift of 32-bit or 64-bit integers by a fixed number of bits. */
  shift(op: VectorOp, value: Lane, bits: number): Lane {
    return this.intern(this.others, `${op} ${bits} ${value.id}`, { kind: 'op', op, args: [value], shift: bits });
  }

  /** The bytes of two vectors that `order` names. */
  shuffle(a: Lane, b: Lane, order: readonly number[]): Lane {
    return this.intern(this.others, `${order} ${a.id} ${b.id}`, { kind: 'shuffle', args: [a, b], order });
  }

  /** The same float32 four times. */
  f32(value: number): Lane {
    return this.constant(`s${Object.is(value, -0) ? '-0' : value}`, () => repeated(float32(value), 4));
  }

  /** The same float64 twice. */
  f64(value: number): Lane {
    return this.constant(`d${Object.is(value, -0) ? '-0' : value}`, () => repeated(float64(value), 2));
  }

  /** The same 32-bit integer four times. */
  i32(value: number): Lane {
    return this.constant(`i${value}`, () => repeated(integer32(value), 4));
  }

  /** Four 32-bit integers. */
  i32s(values: readonly number[]): Lane {
    return this.constant(`i${values}`, () => values.flatMap(integer32));
  }

  /** A new value from outside: whoever makes it tells the code in which local variable it is. */
  leaf(): LeafLane {
    return { id: this.count++, kind: 'leaf', args: [], uses: 0 };
  }

  /** The vector at an address: see `Code.store` for when it is loaded. */
  load(address: number, offset: number): LoadLane {
    return { id: this.count++, kind: 'load', args: [], uses: 0, address, offset };
  }

  /** What a table holds at the indices in lanes 0 and 1, or 2 and 3, of a vector of integers. */
  lookup(table: Table, indices: Lane, from: 0 | 2): Lane {
    if (!this.tables.includes(table)) this.tables.push(table);
    const key = `lookup ${this.tables.indexOf(table)} ${from} ${indices.id}`;
    return this.intern(this.others, key, { kind: 'lookup', args: [indices], table, from });
  }

  /** `usual`, but `rare` in the lanes of `mask`. */
  rarely(mask: Lane, rare: Lane, usual: Lane): Lane {
    const key = `rare ${mask.id} ${rare.id} ${usual.id}`;
    return this.intern(this.others, key, { kind: 'rare', args: [mask, rare, usual] });
  }

  private constant(key: string, bytes: () => number[]): Lane {
    return this.constants.get(key) ?? this.intern(this.constants, key, { kind: 'constant', args: [], bytes: bytes() });
  }

  private intern<K>(known: Map<K, Lane>, key: K, fields: Fields<Lane>): Lane {
    const same = known.get(key);
    if (same) return same;
    const lane = { ...fields, id: this.count++, uses: 0 } as Lane;
    for (const arg of lane.args) arg.uses++;
    known.set(key, lane);
    return lane;
  }
}

/** One number for up to two arguments: ids stay far below 2^26. */
function keyOf(args: readonly Lane[]): number | string {
  if (args.length > 2) return `${args[0].id} ${args[1].id} ${args[2].id}`;
  return args.length === 2 ? args[0].id * 2 ** 26 + args[1].id : args[0].id;
}

function repeated(bytes: readonly number[], times: number): number[] {
  return Array.from({ length: times }, () => bytes).flat();
}

import type { Lane, Local } from '../../../formula/wasm/index.ts';
import { COUNTERS, HISTOGRAMS, isSigned } from '../../counters.ts';
import { BINS, FIRST_EDGE } from '../../histogram.ts';
import { OUTCOMES } from '../../types.ts';
import { HEADER } from '../layout.ts';
import type { Frame } from './frame.ts';

/** What is counted of four cells. */
interface Counted {
  readonly alive: Lane;
  readonly outcome: Lane;
  readonly arrived: Lane;
  readonly loss: Lane;
  readonly norm: Lane;
  /** Effective step over what it is counted against. */
  readonly effective: Lane;
  /** Whether there is one. */
  readonly moving: Lane;
}

/** Counts the cells of a tile into the counters at an address: histograms of loss, gradient norm and effective step, outcomes, the arrived. */
export class CellCounter {
  /** Minus the number of cells of each outcome, then of those that have arrived, lane by lane. */
  private readonly totals: readonly Local[];
  private readonly cells: Local;

  constructor(
    private readonly frame: Frame,
    private readonly counters: Local,
  ) {
    const { code, lanes, layout, zero } = frame;
    this.totals = Array.from({ length: OUTCOMES.length + 1 }, () => code.variable(lanes.i32(0)));
    this.cells = code.integer();
    code.loadInteger(zero, layout.tile + HEADER.cells).set(this.cells);
  }

  /** Adds the vector at hand. Lanes beyond the tile's cells do not count. */
  add({ alive, outcome, arrived, loss, norm, effective, moving }: Counted): void {
    const { code, lanes: l, a, vector } = this.frame;
    const cell = code.integer();
    code.get(vector).const(2).scalar('i32.shr_u').set(cell);
    const number = l.op('i32x4.add', code.splat(l.leaf(), cell), l.i32s([0, 1, 2, 3]));
    const valid = l.op('i32x4.lt_s', number, code.splat(l.leaf(), this.cells));
    const ofOutcome = OUTCOMES.map((_, i) => l.op('i32x4.eq', outcome, l.i32(i)));
    [...ofOutcome, arrived].forEach((mask, i) => {
      const total = this.totals[i];
      code.assign(total, l.op('i32x4.add', code.read(l.leaf(), total), a.and(valid, mask)));
    });
    const counted = a.and(valid, alive);
    this.increment(a.choose(counted, this.lossBin(loss), l.i32(COUNTERS)));
    this.increment(a.choose(counted, l.op('i32x4.add', this.bin(norm), l.i32(BINS)), l.i32(COUNTERS)));
    const step = l.op('i32x4.add', this.bin(effective), l.i32(2 * BINS));
    this.increment(a.choose(a.and(counted, moving), step, l.i32(COUNTERS)));
  }

  /** Adds what was counted outside of the histograms. */
  finish(): void {
    const { code, lanes } = this.frame;
    const sum = code.integer();
    this.totals.forEach((total, i) => {
      const lanesOf = code.read(lanes.leaf(), total);
      const at = 4 * (HISTOGRAMS + i);
      code.loadInteger(this.counters, at);
      for (let lane = 0; lane < 4; lane++) code.extract(lanesOf, lane).scalar('i32.sub');
      code.set(sum).get(this.counters).get(sum).storeInteger(at);
    });
  }

  /** Adds 1 to the counters of four indices. */
  private increment(indices: Lane): void {
    const { code, lanes } = this.frame;
    const address = code.integer();
    const base = code.splat(lanes.leaf(), this.counters);
    const addresses = lanes.op('i32x4.add', base, lanes.shift('i32x4.shl', indices, 2));
    code.compute(addresses);
    for (let lane = 0; lane < 4; lane++) {
      code.extract(addresses, lane).set(address);
      code.get(address).loadInteger(address, 0).const(1).scalar('i32.add').storeInteger(0);
    }
  }

  /** Where no minimum is known a loss may lie below the least one found: half of the bins, half as fine, for each side. */
  private lossBin(loss: Lane): Lane {
    const { frame } = this;
    const { lanes: l, a } = frame;
    const above = a.sub(loss, frame.run('from'));
    if (!isSigned(frame.plan.objective)) return this.bin(above);
    const half = l.shift('i32x4.shr_s', this.bin(a.abs(above)), 1);
    const below = l.op('i32x4.sub', l.i32(BINS / 2 - 1), half);
    return a.choose(a.less(above, l.f32(0)), below, l.op('i32x4.add', l.i32(BINS / 2), half));
  }

  /** Eight bins for each power of two from 2^-64 up to 2^64; the first also holds zero and below, the last everything above. */
  private bin(value: Lane): Lane {
    const { lanes: l, a } = this.frame;
    const octave = l.op('i32x4.sub', l.shift('i32x4.shr_u', a.max(l.f32(0), value), 20), l.i32(FIRST_EDGE));
    return l.op('i32x4.min_s', l.op('i32x4.max_s', octave, l.i32(0)), l.i32(BINS - 1));
  }
}

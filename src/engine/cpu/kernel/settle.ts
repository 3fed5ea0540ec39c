import type { Lane, Local } from '../../../formula/wasm/index.ts';
import type { Frame } from './frame.ts';
import { writeRotations } from './spectrum.ts';

/** Places of a call's numbers before the runs: the longest step, then each parameter's unit. */
export const SETTLE_NUMBERS = { longest: 0, units: 4 } as const;

/** What a run begins at, and what is told of it at the end. */
export interface SettleSlots {
  readonly theta: number;
  readonly loss: number;
  readonly norm: number;
  /** The norm of the Hessian times the gradient. */
  readonly push: number;
  readonly eigenvalues: number;
  readonly count: number;
}

/** Slots of a run in the rows: vectors of four runs, slot by slot. */
export function settleSlots(parameters: number): SettleSlots {
  const [loss, norm, push, eigenvalues] = [0, 1, 2, 3].map((k) => parameters + k);
  return { theta: 0, loss, norm, push, eigenvalues, count: 2 * parameters + 3 };
}

/** Where the runs begin in the rows, how many fit, and the bytes from one of their slots to the next. */
export function settleCapacity(parameters: number, rowsBytes: number) {
  const runsAt = 64 * Math.ceil((SETTLE_NUMBERS.units + 4 * parameters) / 64);
  const vectors = Math.floor((rowsBytes - runsAt) / (16 * settleSlots(parameters).count));
  return { runsAt, runs: 4 * vectors, stride: 16 * vectors };
}

/** More than any loss, size of a Hessian, or square of a gradient that a run may begin at. */
const NONE = 1e38;
/** Bounds of the damping beside the Hessian's size: below the least it does nothing, above the largest a step does nothing. */
const [LEAST, MOST] = [1e-12, 1e12];
/** The damping at first, beside the largest square of the Hessian's rows. */
const FIRST = 1e-3;
/** The damping, and the Hessian's size, that numbers may have. */
const [HUGE, TINY] = [1e15, 1e-18];

/**
 * `settle(bytes, rounds)`: of the runs whose vectors take so many bytes, so many rounds of Levenberg's and Marquardt's method down |gradient|², then what was
 * found. The meaning of all this is that of `settle.wgsl`.
 */
export function writeSettle(frame: Frame): void {
  new SettleWriter(frame).write();
}

class SettleWriter {
  private readonly n: number;
  private readonly rows: number;
  private readonly stride: number;
  /** Places in the memory: the Hessian and the gradient lie where rotations turn them at the end. */
  private readonly at: Readonly<Record<'hessian' | 'gradient' | 'triangle' | 'row' | 'step' | 'next', number>>;
  private readonly counters: readonly Local[];

  constructor(private readonly frame: Frame) {
    const { layout, code } = frame;
    const n = layout.parameters;
    const hessian = layout.scratch + layout.rotationsAt;
    const triangle = layout.scratch + layout.settleAt;
    const row = triangle + 16 * n * (n + 1);
    const step = row + 16 * (n + 1);
    this.n = n;
    this.at = { hessian, gradient: hessian + 16 * n * n, triangle, row, step, next: step + 16 * (n + 1) };
    const { runsAt, stride } = settleCapacity(n, layout.rowsBytes);
    this.rows = layout.rows + runsAt;
    this.stride = stride;
    this.counters = Array.from({ length: 6 }, () => code.integer());
  }

  write(): void {
    const { frame, n, at } = this;
    const { code, lanes, a, zero } = frame;
    const [bytes, rounds] = [0, 1];
    const round = code.integer();
    const slots = settleSlots(n);
    const parameters = Array.from({ length: n }, (_, i) => i);
    const none = lanes.f32(NONE);
    code.repeat(() => {
      this.clear();
      for (const i of parameters) code.store(zero, at.next + 16 * i, this.run(slots.theta + i));
      const loss = code.variable(lanes.f32(Number.NaN));
      const square = code.variable(none);
      const expected = code.variable(lanes.f32(2 * NONE));
      const damping = code.variable(lanes.f32(0));
      const growth = code.variable(lanes.f32(2));
      const size = code.variable(lanes.f32(0));
      const now = (variable: Local) => code.read(lanes.leaf(), variable);
      code.get(rounds).set(round);
      code.repeat(() => {
        const next = parameters.map((i) => this.load(zero, at.next + 16 * i));
        const found = frame.evaluate(next, 'hessian');
        const gradient = found.gradient.map((g, i) => a.mul(g, this.unit(i)));
        const hessian = found.hessian.map((row, i) =>
          row.slice(0, i + 1).map((h, j) => a.mul(a.mul(h, this.unit(i)), this.unit(j))),
        );
        const after = a.total(gradient.map((g) => a.mul(g, g)));
        const sizes = hessian.flatMap((row, i) =>
          row.map((h, j) => (i === j ? a.abs(h) : a.mul(lanes.f32(2), a.abs(h)))),
        );
        const sizeAfter = a.total(sizes);
        const before = now(square);
        const finite = a.and(a.less(a.abs(found.loss), none), a.less(sizeAfter, none));
        const better = a.and(a.less(after, before), finite);
        code.compute(better);
        const gain = a.sub(a.div(a.mul(lanes.f32(2), a.sub(before, after)), now(expected)), lanes.f32(1));
        const eased = a.max(lanes.f32(1 / 3), a.sub(lanes.f32(1), a.mul(a.mul(gain, gain), gain)));
        const grown = now(growth);
        const factor = a.sqrt(a.choose(better, eased, grown));
        code.assign(damping, a.min(a.mul(now(damping), factor), lanes.f32(HUGE)));
        code.assign(growth, a.choose(better, lanes.f32(2), a.min(a.mul(lanes.f32(2), grown), lanes.f32(HUGE))));
        code.assign(square, a.choose(better, after, before));
        code.assign(loss, a.choose(better, found.loss, now(loss)));
        code.assign(size, a.choose(better, sizeAfter, now(size)));
        const keep = (place: number, value: Lane) => {
          code.store(zero, place, a.choose(better, value, this.load(zero, place)));
        };
        for (const i of parameters) {
          const theta = this.run(slots.theta + i);
          this.keepRun(slots.theta + i, a.choose(better, next[i], theta));
          keep(at.gradient + 16 * i, gradient[i]);
          for (let j = 0; j <= i; j++) {
            keep(at.hessian + 16 * (n * i + j), hessian[i][j]);
            if (j < i) code.store(zero, at.hessian + 16 * (n * j + i), this.load(zero, at.hessian + 16 * (n * i + j)));
          }
        }
        code.get(round).get(rounds).scalar('i32.ne');
        code.when(
          () => {},
          () => code.assign(damping, a.sqrt(a.mul(lanes.f32(FIRST), this.steepest()))),
        );
        this.solve(now(damping), now(size));
        code.assign(expected, this.expected());
        const moves = parameters.map((i) => {
          const theta = this.run(slots.theta + i);
          const place = a.add(theta, a.mul(this.load(zero, at.step + 16 * i), this.unit(i)));
          code.store(zero, at.next + 16 * i, place);
          return a.not(lanes.op('f32x4.eq', place, theta));
        });
        // The runs are over where none of the four moves.
        code.step(round, -1);
        code.get(round).const(0).scalar('i32.ne');
        code.bits(moves.reduce(a.or)).const(0).scalar('i32.ne').scalar('i32.and');
      });
      this.keepRun(slots.loss, now(loss));
      this.keepRun(slots.norm, a.sqrt(now(square)));
      this.tell();
      code.step(frame.vector, 16);
      code.get(frame.vector).get(bytes).scalar('i32.lt_u');
    });
  }

  /** Gradient and Hessian are 0 until a place is found that has some: no step is made from there. */
  private clear(): void {
    const { frame, n, at } = this;
    const { code, lanes } = frame;
    const [i] = this.counters;
    this.count(i, n * (n + 1), () => code.store(i, at.hessian, lanes.f32(0)));
  }

  /** The largest square of the Hessian's rows. */
  private steepest(): Lane {
    const { frame, n, at } = this;
    const { code, lanes, a } = frame;
    const [i, , j, , , of] = this.counters;
    const most = code.variable(lanes.f32(0));
    code.const(0).set(of);
    this.count(i, n, () => {
      const square = code.variable(lanes.f32(0));
      this.count(j, n, () => {
        const entry = this.load(of, at.hessian);
        code.assign(square, a.add(code.read(lanes.leaf(), square), a.mul(entry, entry)));
        code.step(of, 16);
      });
      code.assign(most, a.max(code.read(lanes.leaf(), most), code.read(lanes.leaf(), square)));
    });
    return code.read(lanes.leaf(), most);
  }

  /** Makes the triangle from the damping and the Hessian's rows, and the step from it. */
  private solve(damping: Lane, size: Lane): void {
    const { frame, n, at } = this;
    const { code, lanes, a } = frame;
    const [i, k, j, diagonal, entry, of] = this.counters;
    const scale = a.div(lanes.f32(1), a.max(size, lanes.f32(TINY)));
    const first = a.min(a.max(a.mul(damping, scale), lanes.f32(LEAST)), lanes.f32(MOST));
    code.computeAll([scale, first]);
    this.count(i, n * (n + 1), () => code.store(i, at.triangle, lanes.f32(0)));
    this.count(i, n, () => code.store(i, at.triangle, first), n + 2);
    code.const(0).set(of);
    this.count(i, n, () => {
      this.count(j, n, () => {
        code.store(j, at.row, a.mul(this.load(of, at.hessian), scale));
        code.step(of, 16);
      });
      code.store(j, at.row, a.neg(a.mul(this.load(i, at.gradient), scale)));
      code.const(0).set(diagonal);
      this.count(k, n, () => {
        const [x, y] = [this.load(diagonal, at.triangle), this.load(k, at.row)];
        const inverse = a.div(lanes.f32(1), a.sqrt(a.add(a.mul(x, x), a.mul(y, y))));
        const [c, s] = [a.mul(x, inverse), a.mul(y, inverse)];
        code.computeAll([c, s]);
        code.get(k).set(j).get(diagonal).set(entry);
        code.repeat(() => {
          const [above, here] = [this.load(entry, at.triangle), this.load(j, at.row)];
          const turned = [a.add(a.mul(c, above), a.mul(s, here)), a.sub(a.mul(c, here), a.mul(s, above))];
          code.computeAll(turned);
          code.store(entry, at.triangle, turned[0]).store(j, at.row, turned[1]);
          code.step(entry, 16).step(j, 16);
          code
            .get(j)
            .const(16 * (n + 1))
            .scalar('i32.lt_u');
        });
        code.step(diagonal, 16 * (n + 2));
      });
    });
    this.stepBack();
  }

  /** Solves for the step from its last component on, and shortens it. */
  private stepBack(): void {
    const { frame, n, at } = this;
    const { code, lanes, a, zero } = frame;
    const [, k, j, diagonal, entry] = this.counters;
    // The right side is one more column: the step goes on with −1.
    code.store(zero, at.step + 16 * n, lanes.f32(-1));
    code.const(16 * (n - 1) * (n + 2)).set(diagonal);
    code.const(16 * (n - 1)).set(k);
    const square = code.variable(lanes.f32(0));
    code.repeat(() => {
      const rest = code.variable(lanes.f32(0));
      code.get(diagonal).const(16).scalar('i32.add').set(entry);
      code.get(k).const(16).scalar('i32.add').set(j);
      code.repeat(() => {
        const term = a.mul(this.load(entry, at.triangle), this.load(j, at.step));
        code.assign(rest, a.sub(code.read(lanes.leaf(), rest), term));
        code.step(entry, 16).step(j, 16);
        code
          .get(j)
          .const(16 * (n + 1))
          .scalar('i32.lt_u');
      });
      const step = a.div(code.read(lanes.leaf(), rest), this.load(diagonal, at.triangle));
      code.store(k, at.step, step);
      code.assign(square, a.add(code.read(lanes.leaf(), square), a.mul(step, step)));
      code.step(diagonal, -16 * (n + 2)).step(k, -16);
      code.get(k).const(0).scalar('i32.ge_s');
    });
    const length = a.max(a.sqrt(code.read(lanes.leaf(), square)), lanes.f32(1e-37));
    const shorter = a.min(lanes.f32(1), a.div(this.number(SETTLE_NUMBERS.longest), length));
    code.compute(shorter);
    this.count(k, n, () => code.store(k, at.step, a.mul(this.load(k, at.step), shorter)));
  }

  /** By how much the step should lower |gradient|², as the Hessian has it. */
  private expected(): Lane {
    const { frame, n, at } = this;
    const { code, lanes, a } = frame;
    const [i, , j, , , of] = this.counters;
    const sum = code.variable(lanes.f32(0));
    code.const(0).set(of);
    this.count(i, n, () => {
      const change = code.variable(lanes.f32(0));
      this.count(j, n, () => {
        const term = a.mul(this.load(of, at.hessian), this.load(j, at.step));
        code.assign(change, a.add(code.read(lanes.leaf(), change), term));
        code.step(of, 16);
      });
      const by = code.read(lanes.leaf(), change);
      const longer = a.mul(by, a.add(a.mul(lanes.f32(2), this.load(i, at.gradient)), by));
      code.assign(sum, a.sub(code.read(lanes.leaf(), sum), longer));
    });
    return code.read(lanes.leaf(), sum);
  }

  /** Turns the Hessian diagonal, and the gradient with it: that gives the norm of their product, too. */
  private tell(): void {
    const { frame, n, at } = this;
    const { code, lanes, a, zero } = frame;
    const slots = settleSlots(n);
    const [i] = this.counters;
    if (n > 1) writeRotations(frame, n, { base: zero, matrix: at.hessian, vector: at.gradient });
    const square = code.variable(lanes.f32(0));
    for (let k = 0; k < n; k++) {
      const value = this.load(zero, at.hessian + 16 * k * (n + 1));
      this.keepRun(slots.eigenvalues + k, value);
    }
    code.const(0).set(this.counters[1]);
    this.count(i, n, () => {
      const part = a.mul(this.load(this.counters[1], at.hessian), this.load(i, at.gradient));
      code.assign(square, a.add(code.read(lanes.leaf(), square), a.mul(part, part)));
      code.step(this.counters[1], 16 * (n + 1));
    });
    this.keepRun(slots.push, a.sqrt(code.read(lanes.leaf(), square)));
  }

  /** Repeats something while a variable counts bytes up from 0: of so many vectors, `apart` of them from one to the next. */
  private count(variable: Local, times: number, body: () => void, apart = 1): void {
    const { code } = this.frame;
    code.const(0).set(variable);
    code.repeat(() => {
      body();
      code.step(variable, 16 * apart);
      code
        .get(variable)
        .const(16 * apart * times)
        .scalar('i32.lt_u');
    });
  }

  private load(address: Local, offset: number): Lane {
    return this.frame.code.load(this.frame.lanes.leaf(), address, offset);
  }

  /** A slot of the runs at hand. */
  private run(slot: number): Lane {
    return this.load(this.frame.vector, this.rows + slot * this.stride);
  }
  private keepRun(slot: number, value: Lane): void {
    this.frame.code.store(this.frame.vector, this.rows + slot * this.stride, value);
  }

  /** A number of the call. */
  private number(place: number): Lane {
    const { code, lanes, zero, layout } = this.frame;
    return code.loadSplat(lanes.leaf(), zero, layout.rows + place);
  }
  private unit(parameter: number): Lane {
    return this.number(SETTLE_NUMBERS.units + 4 * parameter);
  }
}

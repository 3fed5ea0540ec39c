import type { Lane, Local } from '../../../formula/wasm/index.ts';
import { DampedStep } from './damped-step.ts';
import type { Frame } from './frame.ts';
import { SETTLE_NUMBERS, settleCapacity, settleSlots } from './settle-places.ts';
import { writeRotations } from './spectrum.ts';
import { countBytes, loadAt } from './vectors.ts';

/** More than any loss, size of a Hessian, or square of a gradient that a run may begin at. */
const NONE = 1e38;
/** The damping at first, beside the largest square of the Hessian's rows, and the largest that numbers may have. */
const [FIRST, HUGE] = [1e-3, 1e15];

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
  private readonly step: DampedStep;
  private readonly counters: readonly Local[];

  constructor(private readonly frame: Frame) {
    const { layout, code } = frame;
    this.n = layout.parameters;
    this.step = new DampedStep(frame);
    const { runsAt, stride } = settleCapacity(this.n, layout.rowsBytes);
    this.rows = layout.rows + runsAt;
    this.stride = stride;
    this.counters = [code.integer(), code.integer()];
  }

  write(): void {
    const { frame, n, step } = this;
    const { at } = step;
    const { code, lanes, a, zero } = frame;
    const [bytes, rounds] = [0, 1];
    const round = code.integer();
    const slots = settleSlots(n);
    const parameters = Array.from({ length: n }, (_, i) => i);
    const none = lanes.f32(NONE);
    const [units, longest] = [
      parameters.map((i) => this.number(SETTLE_NUMBERS.units + 4 * i)),
      this.number(SETTLE_NUMBERS.longest),
    ];
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
        const next = parameters.map((i) => loadAt(frame, zero, at.next + 16 * i));
        const found = frame.evaluate(next, 'hessian');
        const gradient = found.gradient.map((g, i) => a.mul(g, units[i]));
        const hessian = found.hessian.map((row, i) =>
          row.slice(0, i + 1).map((h, j) => a.mul(a.mul(h, units[i]), units[j])),
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
          code.store(zero, place, a.choose(better, value, loadAt(frame, zero, place)));
        };
        for (const i of parameters) {
          const theta = this.run(slots.theta + i);
          this.keepRun(slots.theta + i, a.choose(better, next[i], theta));
          keep(at.gradient + 16 * i, gradient[i]);
          for (let j = 0; j <= i; j++) {
            keep(at.hessian + 16 * (n * i + j), hessian[i][j]);
            if (j < i)
              code.store(zero, at.hessian + 16 * (n * j + i), loadAt(frame, zero, at.hessian + 16 * (n * i + j)));
          }
        }
        code.get(round).get(rounds).scalar('i32.ne');
        code.when(
          () => {},
          () => code.assign(damping, a.sqrt(a.mul(lanes.f32(FIRST), step.steepest()))),
        );
        step.solve(now(damping), now(size), longest);
        code.assign(expected, step.expected());
        const moves = parameters.map((i) => {
          const theta = this.run(slots.theta + i);
          const place = a.add(theta, a.mul(loadAt(frame, zero, at.step + 16 * i), units[i]));
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
    const { frame, n, step, counters } = this;
    const { code, lanes } = frame;
    const [i] = counters;
    countBytes(frame, i, n * (n + 1), () => code.store(i, step.at.hessian, lanes.f32(0)));
  }

  /** Turns the Hessian diagonal, and the gradient with it: that gives the norm of their product, too. */
  private tell(): void {
    const { frame, n, counters } = this;
    const { at } = this.step;
    const { code, lanes, a, zero } = frame;
    const slots = settleSlots(n);
    const [i, diagonal] = counters;
    if (n > 1) writeRotations(frame, n, { base: zero, matrix: at.hessian, vector: at.gradient });
    const square = code.variable(lanes.f32(0));
    for (let k = 0; k < n; k++) {
      const value = loadAt(frame, zero, at.hessian + 16 * k * (n + 1));
      this.keepRun(slots.eigenvalues + k, value);
    }
    code.const(0).set(diagonal);
    countBytes(frame, i, n, () => {
      const part = a.mul(loadAt(frame, diagonal, at.hessian), loadAt(frame, i, at.gradient));
      code.assign(square, a.add(code.read(lanes.leaf(), square), a.mul(part, part)));
      code.step(diagonal, 16 * (n + 1));
    });
    this.keepRun(slots.push, a.sqrt(code.read(lanes.leaf(), square)));
  }

  /** A slot of the runs at hand. */
  private run(slot: number): Lane {
    return loadAt(this.frame, this.frame.vector, this.rows + slot * this.stride);
  }
  private keepRun(slot: number, value: Lane): void {
    this.frame.code.store(this.frame.vector, this.rows + slot * this.stride, value);
  }

  /** A number of the call. */
  private number(place: number): Lane {
    const { code, lanes, zero, layout } = this.frame;
    return code.loadSplat(lanes.leaf(), zero, layout.rows + place);
  }
}

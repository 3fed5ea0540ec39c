import type { Lane, Local } from '../../../formula/wasm/index.ts';
import type { Frame } from './frame.ts';
import { countBytes, loadAt } from './vectors.ts';

/** Bounds of the damping beside the Hessian's size: below the least it does nothing, above the largest a step does nothing. */
const [LEAST, MOST] = [1e-12, 1e12];
/** The least size of a Hessian that numbers are divided by. */
const TINY = 1e-18;

/** Writes Levenberg's and Marquardt's step of four runs; the meaning of all this is that of `damped-step.wgsl`. */
export class DampedStep {
  private readonly n: number;
  /** Places in the memory: the Hessian and the gradient lie where rotations turn them. */
  readonly at: Readonly<Record<'hessian' | 'gradient' | 'triangle' | 'row' | 'step' | 'next', number>>;
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
    this.counters = Array.from({ length: 6 }, () => code.integer());
  }

  /** The largest square of the Hessian's rows. */
  steepest(): Lane {
    const { frame, n, at } = this;
    const { code, lanes, a } = frame;
    const [i, , j, , , of] = this.counters;
    const most = code.variable(lanes.f32(0));
    code.const(0).set(of);
    countBytes(frame, i, n, () => {
      const square = code.variable(lanes.f32(0));
      countBytes(frame, j, n, () => {
        const entry = loadAt(frame, of, at.hessian);
        code.assign(square, a.add(code.read(lanes.leaf(), square), a.mul(entry, entry)));
        code.step(of, 16);
      });
      code.assign(most, a.max(code.read(lanes.leaf(), most), code.read(lanes.leaf(), square)));
    });
    return code.read(lanes.leaf(), most);
  }

  /** Makes the triangle from the damping and the Hessian's rows, and the step from it. */
  solve(damping: Lane, size: Lane, longest: Lane): void {
    const { frame, n, at } = this;
    const { code, lanes, a } = frame;
    const [i, k, j, diagonal, entry, of] = this.counters;
    const scale = a.div(lanes.f32(1), a.max(size, lanes.f32(TINY)));
    const first = a.min(a.max(a.mul(damping, scale), lanes.f32(LEAST)), lanes.f32(MOST));
    code.computeAll([scale, first]);
    countBytes(frame, i, n * (n + 1), () => code.store(i, at.triangle, lanes.f32(0)));
    countBytes(frame, i, n, () => code.store(i, at.triangle, first), n + 2);
    code.const(0).set(of);
    countBytes(frame, i, n, () => {
      countBytes(frame, j, n, () => {
        code.store(j, at.row, a.mul(loadAt(frame, of, at.hessian), scale));
        code.step(of, 16);
      });
      code.store(j, at.row, a.neg(a.mul(loadAt(frame, i, at.gradient), scale)));
      code.const(0).set(diagonal);
      countBytes(frame, k, n, () => {
        const [x, y] = [loadAt(frame, diagonal, at.triangle), loadAt(frame, k, at.row)];
        const inverse = a.div(lanes.f32(1), a.sqrt(a.add(a.mul(x, x), a.mul(y, y))));
        const [c, s] = [a.mul(x, inverse), a.mul(y, inverse)];
        code.computeAll([c, s]);
        code.get(k).set(j).get(diagonal).set(entry);
        code.repeat(() => {
          const [above, here] = [loadAt(frame, entry, at.triangle), loadAt(frame, j, at.row)];
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
    this.stepBack(longest);
  }

  /** Solves for the step from its last component on, and shortens it. */
  private stepBack(longest: Lane): void {
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
        const term = a.mul(loadAt(frame, entry, at.triangle), loadAt(frame, j, at.step));
        code.assign(rest, a.sub(code.read(lanes.leaf(), rest), term));
        code.step(entry, 16).step(j, 16);
        code
          .get(j)
          .const(16 * (n + 1))
          .scalar('i32.lt_u');
      });
      const step = a.div(code.read(lanes.leaf(), rest), loadAt(frame, diagonal, at.triangle));
      code.store(k, at.step, step);
      code.assign(square, a.add(code.read(lanes.leaf(), square), a.mul(step, step)));
      code.step(diagonal, -16 * (n + 2)).step(k, -16);
      code.get(k).const(0).scalar('i32.ge_s');
    });
    const length = a.max(a.sqrt(code.read(lanes.leaf(), square)), lanes.f32(1e-37));
    const shorter = a.min(lanes.f32(1), a.div(longest, length));
    code.compute(shorter);
    countBytes(frame, k, n, () => code.store(k, at.step, a.mul(loadAt(frame, k, at.step), shorter)));
  }

  /** By how much the step should lower |gradient|², as the Hessian has it. */
  expected(): Lane {
    const { frame, n, at } = this;
    const { code, lanes, a } = frame;
    const [i, , j, , , of] = this.counters;
    const sum = code.variable(lanes.f32(0));
    code.const(0).set(of);
    countBytes(frame, i, n, () => {
      const change = code.variable(lanes.f32(0));
      countBytes(frame, j, n, () => {
        const term = a.mul(loadAt(frame, of, at.hessian), loadAt(frame, j, at.step));
        code.assign(change, a.add(code.read(lanes.leaf(), change), term));
        code.step(of, 16);
      });
      const by = code.read(lanes.leaf(), change);
      const longer = a.mul(by, a.add(a.mul(lanes.f32(2), loadAt(frame, i, at.gradient)), by));
      code.assign(sum, a.sub(code.read(lanes.leaf(), sum), longer));
    });
    return code.read(lanes.leaf(), sum);
  }
}

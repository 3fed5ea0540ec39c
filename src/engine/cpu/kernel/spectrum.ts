import type { Lane, Local } from '../../../formula/wasm/index.ts';
import type { Frame } from './frame.ts';

/** Sweeps of Jacobi rotations: seven reach float32's last digits for sixteen parameters. */
const SWEEPS = 7;

/** Eigenvalues of a symmetric matrix, and a vector's components along the eigenvectors. */
export interface Spectrum {
  readonly eigenvalues: readonly Lane[];
  readonly components: readonly Lane[];
}

/** The spectrum of each lane's matrix. */
export function writeSpectrum(frame: Frame, matrix: readonly (readonly Lane[])[], vector: readonly Lane[]): Spectrum {
  if (matrix.length === 1) return { eigenvalues: [matrix[0][0]], components: vector };
  if (matrix.length > 2) return rotations(frame, matrix, vector);
  const { a } = frame;
  const [[first, off], [, second]] = matrix;
  const { t, c, s } = rotation(frame, off, a.sub(second, first));
  const turn = a.mul(t, off);
  return {
    eigenvalues: [a.sub(first, turn), a.add(second, turn)],
    components: [a.sub(a.mul(c, vector[0]), a.mul(s, vector[1])), a.add(a.mul(s, vector[0]), a.mul(c, vector[1]))],
  };
}

/** The rotation that makes an entry off the diagonal 0, given the difference of the two on it: tangent, cosine, sine. */
function rotation({ lanes, a }: Frame, off: Lane, difference: Lane): { t: Lane; c: Lane; s: Lane } {
  const one = lanes.f32(1);
  // Below this the rotation would change nothing.
  const nothing = a.or(
    a.atMost(a.abs(off), a.mul(lanes.f32(1e-9), a.abs(difference))),
    lanes.op('f32x4.eq', off, lanes.f32(0)),
  );
  const ratio = a.div(a.mul(lanes.f32(0.5), difference), a.choose(nothing, one, off));
  const size = a.div(one, a.add(a.abs(ratio), a.sqrt(a.add(one, a.mul(ratio, ratio)))));
  const t = a.without(a.choose(a.atMost(lanes.f32(0), ratio), size, a.neg(size)), nothing);
  const c = a.div(one, a.sqrt(a.add(one, a.mul(t, t))));
  return { t, c, s: a.mul(t, c) };
}

/** Cyclic Jacobi rotations (Golub & Van Loan, Matrix Computations, section 8.5) on four matrices at once, in the scratch memory. */
function rotations(frame: Frame, matrix: readonly (readonly Lane[])[], vector: readonly Lane[]): Spectrum {
  const { code, lanes, a, layout, zero } = frame;
  const n = matrix.length;
  const memory = layout.scratch + layout.rotationsAt;
  const vectorAt = memory + 16 * n * n;
  matrix.flat().forEach((value, i) => {
    code.store(zero, memory + 16 * i, value);
  });
  vector.forEach((value, i) => {
    code.store(zero, vectorAt + 16 * i, value);
  });
  const load = (address: Local, offset: number) => code.load(lanes.leaf(), address, offset);
  const [sweep, p, q, i, pq, pp, qq, x, y] = Array.from({ length: 9 }, () => code.integer());
  /** Turns the two vectors at addresses `x` and `y`. */
  const turn = (base: number, c: Lane, s: Lane) => {
    const [first, second] = [load(x, base), load(y, base)];
    const one = a.sub(a.mul(c, first), a.mul(s, second));
    const two = a.add(a.mul(s, first), a.mul(c, second));
    code.compute(one);
    code.compute(two);
    code.store(x, base, one).store(y, base, two);
  };
  const product = (to: Local, row: Local, column: Local) =>
    code.get(row).const(n).scalar('i32.mul').get(column).scalar('i32.add').const(4).scalar('i32.shl').set(to);
  code.const(SWEEPS).set(sweep);
  code.repeat(() => {
    code.const(0).set(p);
    code.repeat(() => {
      code.get(p).const(1).scalar('i32.add').set(q);
      code.repeat(() => {
        product(pq, p, q);
        product(pp, p, p);
        product(qq, q, q);
        const { c, s } = rotation(frame, load(pq, memory), a.sub(load(qq, memory), load(pp, memory)));
        code.compute(c);
        code.compute(s);
        for (const columns of [true, false]) {
          code.const(0).set(i);
          code.repeat(() => {
            product(x, columns ? i : p, columns ? p : i);
            product(y, columns ? i : q, columns ? q : i);
            turn(memory, c, s);
            code.step(i, 1);
            code.get(i).const(n).scalar('i32.lt_u');
          });
        }
        code.get(p).const(4).scalar('i32.shl').set(x);
        code.get(q).const(4).scalar('i32.shl').set(y);
        turn(vectorAt, c, s);
        code.step(q, 1);
        code.get(q).const(n).scalar('i32.lt_u');
      });
      code.step(p, 1);
      code
        .get(p)
        .const(n - 1)
        .scalar('i32.lt_u');
    });
    code.step(sweep, -1);
    code.get(sweep);
  });
  return {
    eigenvalues: matrix.map((_, k) => load(zero, memory + 16 * k * (n + 1))),
    components: vector.map((_, k) => load(zero, vectorAt + 16 * k)),
  };
}

import type { Lane, Local } from '../../../formula/wasm/index.ts';
import type { Frame } from './frame.ts';

/** Sweeps of Jacobi rotations that reach float32's last digits. */
const sweepsOf = (n: number) => (n > 16 ? 8 : 7);

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
  const rotation = rotationOf(frame, first, off, second);
  const turn = a.mul(rotation.t, off);
  return {
    eigenvalues: [a.sub(first, turn), a.add(second, turn)],
    components: turned(frame, rotation, vector[0], vector[1]),
  };
}

/** A rotation: its tangent, its sine, and the sine over 1 + cosine. */
interface Rotation {
  readonly t: Lane;
  readonly s: Lane;
  readonly half: Lane;
}

/** The rotation that makes an entry off the diagonal 0, given the two on it. */
function rotationOf({ lanes, a }: Workshop, first: Lane, off: Lane, second: Lane): Rotation {
  const one = lanes.f32(1);
  // Below this the rotation would change nothing.
  const nothing = a.atMost(a.abs(off), a.mul(lanes.f32(1e-9), a.add(a.abs(first), a.abs(second))));
  const ratio = a.div(a.mul(lanes.f32(0.5), a.sub(second, first)), a.choose(nothing, one, off));
  const size = a.div(one, a.add(a.abs(ratio), a.sqrt(a.add(one, a.mul(ratio, ratio)))));
  const t = a.without(a.choose(a.atMost(lanes.f32(0), ratio), size, a.neg(size)), nothing);
  const c = a.div(one, a.sqrt(a.add(one, a.mul(t, t))));
  const s = a.mul(t, c);
  return { t, s, half: a.div(s, a.add(one, c)) };
}

/** Two components turned. Written as small changes of them: with products of the cosine, rounding errors would make vectors longer with every rotation. */
function turned({ a }: Workshop, { s, half }: Rotation, x: Lane, y: Lane): [Lane, Lane] {
  return [a.sub(x, a.mul(s, a.add(y, a.mul(half, x)))), a.add(y, a.mul(s, a.sub(x, a.mul(half, y))))];
}

/** What Jacobi's rotations are written with. */
export type Workshop = Pick<Frame, 'code' | 'lanes' | 'a'>;

/** The spectrum in the scratch memory. */
function rotations(frame: Frame, matrix: readonly (readonly Lane[])[], vector: readonly Lane[]): Spectrum {
  const { code, lanes, layout, zero } = frame;
  const n = matrix.length;
  const memory = layout.scratch + layout.rotationsAt;
  const vectorAt = memory + 16 * n * n;
  matrix.flat().forEach((value, i) => {
    code.store(zero, memory + 16 * i, value);
  });
  vector.forEach((value, i) => {
    code.store(zero, vectorAt + 16 * i, value);
  });
  writeRotations(frame, n, { base: zero, matrix: memory, vector: vectorAt });
  const load = (offset: number) => code.load(lanes.leaf(), zero, offset);
  return {
    eigenvalues: matrix.map((_, k) => load(memory + 16 * k * (n + 1))),
    components: vector.map((_, k) => load(vectorAt + 16 * k)),
  };
}

/**
 * Cyclic Jacobi rotations (Golub & Van Loan, Matrix Computations, section 8.5) on four matrices at once, where they lie in the memory: afterwards they
 * are diagonal.
 * @param n rows of a matrix
 * @param at where the matrices lie, row after row, and vectors that turn with them, or none: from an address on
 */
export function writeRotations(
  { code, lanes, a }: Workshop,
  n: number,
  at: { readonly base: Local; readonly matrix: number; readonly vector: number | null },
): void {
  const load = (address: Local, offset: number) => code.load(lanes.leaf(), address, offset);
  const [sweep, p, q, i, pq, pp, qq, x, y] = Array.from({ length: 9 }, () => code.integer());
  /** Turns the two vectors at addresses `x` and `y`. */
  const turn = (offset: number, rotation: Rotation) => {
    const [one, two] = turned({ code, lanes, a }, rotation, load(x, offset), load(y, offset));
    code.computeAll([one, two]);
    code.store(x, offset, one).store(y, offset, two);
  };
  const address = (to: Local, index: () => void) => {
    index();
    code.const(4).scalar('i32.shl').get(at.base).scalar('i32.add').set(to);
  };
  const entry = (to: Local, row: Local, column: Local) =>
    address(to, () => code.get(row).const(n).scalar('i32.mul').get(column).scalar('i32.add'));
  code.const(sweepsOf(n)).set(sweep);
  code.repeat(() => {
    code.const(0).set(p);
    code.repeat(() => {
      code.get(p).const(1).scalar('i32.add').set(q);
      code.repeat(() => {
        entry(pq, p, q);
        entry(pp, p, p);
        entry(qq, q, q);
        const rotation = rotationOf({ code, lanes, a }, load(pp, at.matrix), load(pq, at.matrix), load(qq, at.matrix));
        code.computeAll([rotation.s, rotation.half]);
        for (const columns of [true, false]) {
          code.const(0).set(i);
          code.repeat(() => {
            entry(x, columns ? i : p, columns ? p : i);
            entry(y, columns ? i : q, columns ? q : i);
            turn(at.matrix, rotation);
            code.step(i, 1);
            code.get(i).const(n).scalar('i32.lt_u');
          });
        }
        if (at.vector !== null) {
          address(x, () => code.get(p));
          address(y, () => code.get(q));
          turn(at.vector, rotation);
        }
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
}

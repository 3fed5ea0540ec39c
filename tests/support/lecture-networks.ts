import { readGolden } from './golden.ts';

/** A network of the lecture's figure 4, at a place where its loss, gradient and Hessian were measured. */
export interface NetworkCase {
  readonly target: string;
  /** Hidden neurons; points. */
  readonly H: number;
  readonly n: number;
  /** Weights of the hidden layer, its biases, weights of the output, its bias. */
  readonly theta: readonly number[];
  readonly loss: number;
  readonly grad: readonly number[];
  readonly eig: readonly number[];
}

/** All that were measured. */
export const lectureNetworks = readGolden<{ cases: readonly NetworkCase[] }>('minratio').cases;

/** What they learn, by its name. */
export const LECTURE_TARGETS: Readonly<Record<string, (x: number) => number>> = {
  sinc5: (x) => Math.sin(5 * Math.PI * x) / (5 * Math.PI * x),
  sin4: (x) => Math.sin(4 * Math.PI * x),
  expcos: (x) => Math.exp(-x) * Math.cos(2 * Math.PI * x),
  sgn: (x) => Math.sign(Math.sin(5 * Math.PI * x)),
};

import { interpret, type Program } from '../../formula/interpret.ts';
import { type Node, reachable } from '../../formula/node.ts';
import type { ObjectiveGraph } from '../../formula/objective.ts';

/** What of an objective its critical points are found from. */
export interface Searchable {
  readonly domain: readonly (readonly [low: number, high: number])[];
  readonly compiled: Pick<ObjectiveGraph, 'graph' | 'inputs' | 'loss' | 'gradient' | 'hessian'>;
}

/** Numbers smaller than this have lost digits, or are about to: they count as 0. */
export const NOTHING = 1e-290;

/** Float64's last digit in units of float32's. */
const COARSER = 2 ** -29;
/** Operations that a look costs besides its own. */
const OVERHEAD = 20;

/**
 * An objective in units of its domain, which is 1 wide in every parameter: so that one length is right for all of them, and the
 * search does not depend on the parameters' units. 0 stays 0, so that places near it are as fine as float64's numbers are there.
 */
export class UnitObjective {
  /** Number of parameters. */
  readonly size: number;
  /** Length of what `look` writes: the value, the gradient, then the Hessian row by row. */
  readonly length: number;
  /** Number of looks so far. */
  looks = 0;
  /** Operations of a look. */
  readonly cost: number;
  /** Whether the gradient is the same everywhere. */
  readonly isConstant: boolean;
  private readonly program: Program;
  /** The gradient alone, every operation of it rounded to float32. */
  private readonly coarse: Program;
  /** The domain in its own units. */
  readonly box: readonly (readonly [low: number, high: number])[];
  private readonly place: Float64Array;
  private readonly looked: Float64Array;
  /** The domain's, in every parameter's own units. */
  readonly widths: readonly number[];
  private readonly units: Float64Array;

  constructor(readonly objective: Searchable) {
    const { graph, inputs, loss, gradient, hessian } = objective.compiled;
    const outputs: readonly Node[] = [loss, ...gradient, ...hessian.flat()];
    const widths = objective.domain.map(([low, high]) => high - low);
    this.widths = widths;
    this.box = objective.domain.map(([low, high], k) => [low / widths[k], high / widths[k]]);
    this.size = inputs.length;
    this.length = outputs.length;
    this.cost = OVERHEAD + reachable(outputs).length * Math.max(graph.rows, 1);
    this.isConstant = gradient.every((node) => node.kind === 'constant');
    this.program = interpret(graph, outputs, inputs);
    this.coarse = interpret(graph, gradient, inputs, 'float32');
    this.place = new Float64Array(this.size);
    this.looked = new Float64Array(this.length);
    this.units = Float64Array.from([1, ...widths, ...widths.flatMap((row) => widths.map((column) => row * column))]);
  }

  /** The parameters at a place given in units of the domain. */
  parametersAt(at: ArrayLike<number>): Float64Array {
    for (let k = 0; k < this.size; k++) this.place[k] = at[k] * this.widths[k];
    return this.place;
  }

  /** The place, in units of the domain, that parameters give. */
  placeAt(parameters: ArrayLike<number>): Float64Array {
    return Float64Array.from(this.widths, (width, k) => parameters[k] / width);
  }

  /** Whether a place lies in the domain, or no farther outside than a margin and rounding errors. */
  isInside(at: Float64Array, margin: number): boolean {
    return at.every((value, k) => {
      const [low, high] = this.box[k];
      const digits = margin + 4 * Number.EPSILON * Math.max(-low, high);
      return value >= low - digits && value <= high + digits;
    });
  }

  /** Whether there is a value at a place, which may be without derivatives. */
  hasValueAt(at: ArrayLike<number>): boolean {
    return Number.isFinite(this.program.run(this.parametersAt(at))[0]);
  }

  /** Writes value, gradient and Hessian at a place, and gives the gradient's norm: infinite where one of the numbers is not finite. */
  look(at: ArrayLike<number>, into: Float64Array): number {
    return this.lookAt(this.parametersAt(at), into);
  }

  /** The same at a place that is given by its parameters. */
  lookAt(parameters: ArrayLike<number>, into: Float64Array): number {
    const values = this.program.run(parameters);
    this.looks++;
    let finite = true;
    for (let i = 0; i < this.length; i++) {
      into[i] = values[i] * this.units[i];
      finite &&= Number.isFinite(into[i]);
    }
    return finite ? this.norm(into) : Number.POSITIVE_INFINITY;
  }

  /**
   * How far off the gradient is by rounding errors at the number of float32 that is nearest to a place: 2^-29 of what float32 makes
   * of it there. (Neighbours in float64 may all be off by the same error.)
   * @returns false where the objective has no value there
   */
  roundingAt(at: ArrayLike<number>, into: Float64Array): boolean {
    const near = this.parametersAt(at).map(Math.fround);
    if (this.lookAt(near, this.looked) === Number.POSITIVE_INFINITY) return false;
    const coarse = this.coarse.run(near);
    for (let k = 0; k < this.size; k++) into[k] = COARSER * (coarse[k] * this.units[1 + k] - this.looked[1 + k]);
    return into.every(Number.isFinite);
  }

  private norm(looked: Float64Array): number {
    let most = 0;
    for (let k = 1; k <= this.size; k++) most = Math.max(most, Math.abs(looked[k]));
    if (most < NOTHING) return 0;
    // In units of the largest, squares neither overflow nor vanish.
    let sum = 0;
    for (let k = 1; k <= this.size; k++) sum += (looked[k] / most) ** 2;
    return most * Math.sqrt(sum);
  }
}

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
/** Distances of neighbouring places, in units of the domain: far enough for their digits to differ from a place's own. */
const NEIGHBOURS = [1e-4, -2.7e-4, 3.3e-4, -5.1e-4];

/**
 * An objective in units of its domain, which is from 0 to 1 in every parameter: so that one length is right for all of them,
 * and the search does not depend on the parameters' units.
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
  private readonly program: Program;
  /** The gradient alone, every operation of it rounded to float32. */
  private readonly coarse: Program;
  private readonly place: Float64Array;
  private readonly units: Float64Array;

  constructor(readonly objective: Searchable) {
    const { graph, inputs, loss, gradient, hessian } = objective.compiled;
    const outputs: readonly Node[] = [loss, ...gradient, ...hessian.flat()];
    const widths = objective.domain.map(([low, high]) => high - low);
    this.size = inputs.length;
    this.length = outputs.length;
    this.cost = reachable(outputs).length * Math.max(graph.rows, 1);
    this.program = interpret(graph, outputs, inputs);
    this.coarse = interpret(graph, gradient, inputs, 'float32');
    this.place = new Float64Array(this.size);
    this.units = Float64Array.from([1, ...widths, ...widths.flatMap((row) => widths.map((column) => row * column))]);
  }

  /** The parameters at a place given in units of the domain. */
  parametersAt(at: ArrayLike<number>): Float64Array {
    const { domain } = this.objective;
    for (let k = 0; k < this.size; k++) this.place[k] = domain[k][0] + at[k] * (domain[k][1] - domain[k][0]);
    return this.place;
  }

  /** The place, in units of the domain, that parameters give. */
  placeAt(parameters: ArrayLike<number>): Float64Array {
    return Float64Array.from(this.objective.domain, ([low, high], k) => (parameters[k] - low) / (high - low));
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
   * How far off the gradient's norm is by rounding errors at a place: 2^-29 of what float32 makes of it at neighbouring
   * places that it holds exactly. (Neighbours in float64 may all be off by the same error.)
   */
  roundingAt(at: ArrayLike<number>): number {
    const looked = new Float64Array(this.length);
    let most = 0;
    for (const distance of NEIGHBOURS) {
      const place = Array.from(at, (value, k) => value + (k % 2 === 0 ? distance : -distance));
      const near = this.parametersAt(place).map(Math.fround);
      if (this.lookAt(near, looked) === Number.POSITIVE_INFINITY) continue;
      const coarse = this.coarse.run(near);
      let square = 0;
      for (let k = 0; k < this.size; k++) square += (coarse[k] * this.units[1 + k] - looked[1 + k]) ** 2;
      if (Number.isFinite(square)) most = Math.max(most, square);
    }
    return Math.sqrt(most) * COARSER;
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

import type { Plan } from '../experiment/index.ts';

/** What a trajectory can come to; the index in this list is its code. */
export const OUTCOMES = ['converged', 'saddle', 'flat', 'oscillating', 'crawling', 'diverged'] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** The probabilities of the quantiles that a measurement gives. */
export const PROBABILITIES = [0.05, 0.25, 0.5, 0.75, 0.95] as const;

/** The machine that an engine runs on. */
export interface DeviceInfo {
  readonly engine: 'webgpu' | 'cpu';
  /** For people: "NVIDIA H200", "SwiftShader (software)". */
  readonly name: string;
  readonly vendor: string;
  readonly architecture: string;
  /** Whether the adapter is a program on the CPU. */
  readonly software: boolean;
  /** Whether it is what draws, too: frames must leave time for that, and it can be lost. */
  readonly graphics: boolean;
}

/** One optimizer's population at one step. Diverged trajectories are left out of the quantiles. */
export interface PopulationMeasure {
  /**
   * Loss above the objective's known minimum (or the loss itself where none is known), at `PROBABILITIES`; NaN where none is left. Read from bins
   * (`readHistogram`): off by up to an eighth, mostly by a percent or less, of the distance from the minimum, or, where none is known, by up to a quarter of that from the
   * least loss found, or from 0.
   */
  readonly loss: Float64Array;
  /** The same losses, counted. */
  readonly lossCounts: LossCounts;
  /** Gradient norm at `PROBABILITIES`. */
  readonly gradientNorm: Float64Array;
  /**
   * Effective step size at `PROBABILITIES`: the length of the update that is made next, over the norm of the gradient (of its batch, noise included) that
   * it is made from; plain descent's is η. Trajectories without gradient are left out.
   */
  readonly effectiveStep: Float64Array;
  /** Number of cells of each outcome, in the order of `OUTCOMES`. */
  readonly outcomes: Uint32Array;
  /** Number of cells whose loss has reached the target. */
  readonly arrived: number;
}

/** A histogram of losses: how many cells each bin holds, without the empty bins at its ends. `binEdges` tells where bins lie. */
export interface LossCounts {
  /** Number of the first bin. */
  readonly first: number;
  readonly counts: Uint32Array;
  /** Whether there are bins below `from`. */
  readonly signed: boolean;
  /** What a bin's edges are counted from: 0 where losses are told above the known minimum. */
  readonly from: number;
}

/** All populations at one step. */
export interface Measurement {
  readonly step: number;
  /** In the order of the plan's optimizers. */
  readonly optimizers: readonly PopulationMeasure[];
}

/** All cells of one optimizer; index j · columns + i is column i, row j. */
export interface CellTable {
  /** Step at which the cells were read. */
  readonly step: number;
  /** One array for each parameter. */
  readonly start: readonly Float32Array[];
  readonly theta: readonly Float32Array[];
  /** Codes of `OUTCOMES`. */
  readonly outcome: Uint8Array;
  /** Index in the objective's `minima`; -1 where the trajectory has not converged to a known one. */
  readonly minimum: Int16Array;
  /** Step of divergence; -1 for none. */
  readonly divergedAt: Int32Array;
  /** First step at which the loss was at or below the target, with mini-batches the first such record; -1 for none. */
  readonly arrivedAt: Int32Array;
  readonly loss: Float32Array;
  readonly best: Float32Array;
  readonly gradientNorm: Float32Array;
  /** How training went as a whole, of a network whose layers are data; null for other objectives. */
  readonly ratios: LossRatios | null;
}

/** For each cell, of its loss before each update over its first loss, at most `MOST_RATIO`: sums over the updates made. */
export interface LossRatios {
  readonly first: Float32Array;
  /** Of the ratio, of its inverse, and of the ratio over the run's last `TAIL` updates. */
  readonly sum: Float32Array;
  readonly inverse: Float32Array;
  readonly tail: Float32Array;
}

/** One trajectory with every step recorded; `rows[k]` belongs to step k, from 0. */
export interface Trace {
  readonly parameters: readonly string[];
  readonly rows: readonly TraceRow[];
}

/** State after `step` updates, with the loss and gradient of all data there, and the update that led there (NaN at step 0). */
export interface TraceRow {
  readonly step: number;
  readonly theta: Float32Array;
  readonly loss: number;
  readonly gradient: Float32Array;
  readonly gradientNorm: number;
  readonly u: Float32Array;
  readonly eta: number;
  /** η·u over the gradient (of its batch, noise included) that the update was made from: the rate at which plain descent makes the same step; NaN where that is 0. */
  readonly effective: Float32Array;
}

/** A running population of all optimizers of a plan. */
export interface Population {
  readonly plan: Plan;
  /** Updates made so far. */
  readonly step: number;
  /** Makes up to `count` more updates of every optimizer; resolves when they are submitted to the device, not when they are done. */
  advance(count: number): void;
  /** Resolves when everything submitted so far is done. */
  settled(): Promise<void>;
  /** Measures the populations as they stand after all updates made so far. */
  measure(): Promise<Measurement>;
  /** Takes over another plan's numbers (hyperparameters, noise, target): no compilation, the step goes on. False where anything else differs. */
  retune(plan: Plan): boolean;
  /** Takes over a plan that differs in nothing but the minima that are known of its objective: nothing is computed otherwise. */
  know(plan: Plan): void;
  /** Goes back to step 0, keeping everything that was built. */
  reset(): void;
  cells(optimizer: number): Promise<CellTable>;
  checkpoint(): Promise<Checkpoint>;
  /** Continues from a checkpoint of the same plan, of this device or another. */
  restore(checkpoint: Checkpoint): void;
  destroy(): void;
}

/** Everything that a population needs to go on, in plain memory. */
export interface Checkpoint {
  readonly step: number;
  /** The optimizers' buffers, in the plan's order. */
  readonly states: readonly { readonly values: Float32Array; readonly tallies: Uint32Array }[];
}

/** Value, gradient and Hessian at one point; of a layered network no Hessian. */
export interface Evaluation {
  readonly loss: number;
  readonly gradient: Float64Array;
  readonly hessian: readonly Float64Array[];
}

/** How runs to critical points are made. */
export interface SettleOptions {
  /** Steps that are tried, those that are refused included. */
  readonly iterations: number;
  /** The longest step, in `units`. */
  readonly longest: number;
  /** What each parameter is measured in: gradients, Hessians and steps are told in these units. */
  readonly units: readonly number[];
}

/** Where a run to a critical point ended. */
export interface Settled {
  readonly theta: Float32Array;
  readonly loss: number;
  /** Infinite where the objective has no finite gradient at the run's start. */
  readonly gradientNorm: number;
  /** The norm of the Hessian times the gradient: half the slope of |gradient|². */
  readonly push: number;
  /** Of the Hessian, in ascending order. */
  readonly eigenvalues: Float32Array;
}

/** Rows of the largest matrix whose eigenvalues engines compute. */
export const LARGEST_MATRIX = 64;

/** Red, green and blue of sRGB, from 0 to 1. */
export type Rgb = readonly [number, number, number];

/** Colours that tell what became of a trajectory, as of the last measurement. */
export interface OutcomePaint {
  /** In the order of `OUTCOMES`; the colour of "converged" is that of a minimum which is not listed here. */
  readonly outcomes: readonly Rgb[];
  /** Minima that have colours of their own, `PAINTED_MINIMA` at most. */
  readonly minima: readonly { readonly at: readonly number[]; readonly color: Rgb }[];
}

/** How many minima can be told apart on a picture. */
export const PAINTED_MINIMA = 8;

/** Places at which a curve is given to a picture: neighbours are less than a pixel apart on most screens. */
export const CURVE_PLACES = 2049;

/** What part of the surface is seen, and how. */
export interface ViewFrame {
  /** Centre of the view in parameter coordinates. */
  readonly center: readonly [number, number];
  /** Parameter units for one CSS pixel, horizontally and vertically. */
  readonly scale: readonly [number, number];
  readonly theme: 'light' | 'dark';
  /** How many contour lines there are for each that the whole domain has: more where little of it is in sight. */
  readonly finer: number;
  /** Colour of each optimizer's particles; null hides them. */
  readonly colors: readonly (Rgb | null)[];
  /** Colours by outcome, in place of the optimizers'; null for those. */
  readonly paint: OutcomePaint | null;
  /** Whether an even sample of the particles leaves trails, which fade while the run goes on. */
  readonly trails: boolean;
  /**
   * Loss at `CURVE_PLACES` evenly spaced places of the first parameter, from the picture's left edge to its right one, both included: particles then lie on that curve, the
   * second axis is the loss, and the ground is bare. Null where the surface is seen from above.
   */
  readonly curve: Float32Array<ArrayBuffer> | null;
  /** Diameter of a particle in CSS pixels. */
  readonly size: number;
  /** Pixels of the picture for one CSS pixel. */
  readonly ratio: number;
  /** Size of the picture in device pixels: the view gives its canvas this size. */
  readonly pixels: readonly [number, number];
}

/** A canvas on which the surface and the particles are drawn straight from the population's memory. */
export interface SurfaceView {
  draw(population: Population, frame: ViewFrame): void;
  /** Resolves when the picture asked for last is drawn in full; at once where `draw` itself draws it. */
  completed(): Promise<void>;
  destroy(): void;
}

/** A machine that runs experiments. Layers above use nothing else and do not know which one it is. */
export interface Engine {
  readonly device: DeviceInfo;
  /** Resolves with the reason when the device is lost other than by `destroy`. */
  readonly lost: Promise<string>;
  /** Number of shader pipelines built so far. */
  readonly pipelinesBuilt: number;
  /** Builds a population at step 0. Throws `BadExperiment` where it does not fit the device, saying what does. */
  populate(plan: Plan): Promise<Population>;
  /**
   * Re-runs cell [i, j] of one optimizer with every step recorded, equal to the bit to what it did in the population: rows in batches, each as soon as
   * it is computed, so that memory holds one at a time. Whoever leaves the loop ends the computation; `traceOf` collects all.
   */
  follow(
    plan: Plan,
    optimizer: number,
    cell: readonly [number, number],
    steps: number,
  ): AsyncGenerator<readonly TraceRow[], void>;
  /** The plan's objective at points; `points[k]` has a coordinate for each parameter. */
  evaluate(plan: Plan, points: readonly (readonly number[])[]): Promise<Evaluation[]>;
  /**
   * Runs of Levenberg's and Marquardt's method down |gradient|² of the plan's objective, in float32: each step is the s for which |H s + g|² + μ·|s|² is
   * least, with Nielsen's damping μ. Throws `BadExperiment` of a network that is no formula.
   * @param starts each has a coordinate for each parameter
   * @returns where each run ended, in the order of the starts
   */
  settle(plan: Plan, starts: readonly ArrayLike<number>[], options: SettleOptions): Promise<Settled[]>;
  /**
   * Eigenvalues of symmetric matrices in float32, each off by at most some 1.5e-6 of its matrix's largest.
   * @param size rows of each matrix, at most `LARGEST_MATRIX`
   * @param matrices finite numbers: all of a matrix's entries, then the next one's
   * @returns each matrix's in ascending order, then the next one's
   */
  eigenvalues(size: number, matrices: Float32Array): Promise<Float32Array>;
  /** A view of the first two parameters (the second axis is flat for an objective of one). */
  view(canvas: HTMLCanvasElement, plan: Plan): Promise<SurfaceView>;
  destroy(): void;
}

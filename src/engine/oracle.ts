import { normal } from '../catalogue/index.ts';
import { drawnObjective, layeredFunction, type Plan, settingOf, type UpdateGraph } from '../experiment/index.ts';
import { interpret, type Node, type Precision, type RowSample } from '../formula/index.ts';
import { rowsOf } from './batch.ts';
import { elementStepper, hyperparametersAlone, type OracleStep } from './oracle-elements.ts';
import { FLUSH, SMALLEST_NORMAL } from './subnormals.ts';

/** A row of a reference trajectory: what `TraceRow` holds, in float64. */
export interface OracleRow {
  readonly step: number;
  readonly theta: Float64Array;
  readonly loss: number;
  /** The gradient at `theta` of all data, without noise. */
  readonly gradient: Float64Array;
  readonly gradientNorm: number;
  /** The update that led to `theta`; NaN at step 0. */
  readonly u: Float64Array;
  readonly eta: number;
  /** η·u over the gradient (of the batch, noise included) that the update was made from; NaN where that is 0. */
  readonly effective: Float64Array;
  /** Whether the trajectory has left the bounds here: no row follows. */
  readonly diverged: boolean;
}

export interface OracleOptions {
  /** `float32` rounds as an engine does: every operation on its own, what depends on hyperparameters alone only once. */
  readonly precision?: Precision;
  /** Number of updates; the plan's by default. */
  readonly steps?: number;
  /** Changes a gradient component, of the batch and noise included, before the update is made from it. */
  readonly perturb?: (value: number, step: number, parameter: number) => number;
}

/** Every row of one cell's trajectory from step 0: the reference that engines are compared with. */
export function simulate(
  plan: Plan,
  optimizer: number,
  cell: readonly [number, number] = [0, 0],
  options: OracleOptions = {},
): OracleRow[] {
  return [...walk(plan, optimizer, cell, options)];
}

/** The same row by row: for long trajectories of which little is kept. */
export function* walk(
  plan: Plan,
  optimizer: number,
  cell: readonly [number, number] = [0, 0],
  { precision = 'float64', steps = plan.steps, perturb }: OracleOptions = {},
): Generator<OracleRow> {
  const round = precision === 'float32' ? Math.fround : (x: number) => x;
  const { start, noise, batch, hyperparameters } = settingOf(plan, optimizer, cell);
  const { update } = plan.optimizers[optimizer];
  const index = cell[1] * plan.x.values.length + cell[0];
  const parameters = start.length;
  const look = surface(plan, update, precision, false);
  const lookAtRows = batch === null ? null : surface(plan, update, precision, true);
  const { layered, layerOf } = plan.objective;
  const { advance, eta, u, states } = layered
    ? elementStepper(update, start, layerOf ?? [], hyperparameters, precision)
    : stepper(update, start, hyperparameters, precision);

  const place = new Place(start, round);
  const used = new Float64Array(parameters).fill(Number.NaN);
  for (let step = 0; ; step++) {
    const theta = place.theta();
    const whole = look(theta);
    const { loss, gradient } = whole;
    // What the update is made from: the bounds hold of its loss, too, for no step looks at all rows.
    const lesson = lookAtRows && batch !== null ? lookAtRows(theta, rowsOf(plan, index, step + 1, batch)) : whole;
    const inside = Math.hypot(...theta) <= plan.outcomes.escape && Math.abs(lesson.loss) <= plan.outcomes.bound;
    yield {
      step,
      theta,
      loss,
      gradient,
      gradientNorm: Math.hypot(...gradient),
      u: step === 0 ? used.slice() : u.slice(),
      eta: step === 0 ? Number.NaN : eta(),
      effective: used.map((g, k) => (g === 0 ? Number.NaN : (eta() * u[k]) / g)),
      diverged: !inside,
    };
    if (!inside || step === steps) return;
    for (let k = 0; k < parameters; k++) {
      const shift = noise === 0 ? 0 : round(noise * round(normal(plan.seed, index, step + 1, k)));
      used[k] = round(lesson.gradient[k] + shift);
      if (perturb) used[k] = round(perturb(used[k], step + 1, k));
    }
    advance(theta, used, lesson.curvature, step + 1);
    place.move(eta(), u);
    if ((step + 1) % RENEWAL === 0) place.renew();
    if (precision === 'float32' && (step + 1) % FLUSH === 0)
      for (const values of [...place.numbers, ...states]) flush(values);
  }
}

/** Number of updates after which origins are looked at. */
const RENEWAL = 2;
function flush(values: Float64Array): void {
  for (let k = 0; k < values.length; k++) if (Math.abs(values[k]) < SMALLEST_NORMAL) values[k] = 0;
}

/**
 * A trajectory's parameters, kept as displacements from an origin, at first the start: steps too small for θ's last digit are not lost.
 * Where θ has come close to 0 at a step that `RENEWAL` divides, the sum of origin and displacement is exact (Sterbenz), and becomes the new
 * origin: there the displacement's last digit would be far coarser than θ's.
 */
class Place {
  private readonly origin: Float64Array;
  private readonly displacement: Float64Array;

  constructor(
    start: readonly number[],
    private readonly round: (x: number) => number,
  ) {
    this.origin = Float64Array.from(start, round);
    this.displacement = new Float64Array(start.length);
  }

  theta(): Float64Array {
    return this.origin.map((from, k) => this.round(from + this.displacement[k]));
  }

  move(eta: number, u: Float64Array): void {
    const { displacement, round } = this;
    for (let k = 0; k < u.length; k++) {
      displacement[k] = round(displacement[k] - round(eta * u[k]));
    }
  }

  /** All that a place is made of. */
  get numbers(): readonly Float64Array[] {
    return [this.origin, this.displacement];
  }

  renew(): void {
    const { origin, displacement, round } = this;
    for (let k = 0; k < origin.length; k++) {
      const theta = round(origin[k] + displacement[k]);
      if (Math.abs(theta) < 0.5 * Math.abs(displacement[k])) {
        origin[k] = theta;
        displacement[k] = 0;
      }
    }
  }
}

/** Loss, gradient and (where the update reads it) the Hessian's diagonal at a point: over all rows of the data, or over some, where they are drawn. */
function surface({ objective }: Plan, update: UpdateGraph, precision: Precision, drawn: boolean) {
  if (objective.layered) {
    const look = layeredFunction(objective.layered, precision);
    return (theta: Float64Array, sample?: RowSample) => {
      const { loss, gradient } = look(theta, sample?.rows);
      return { loss, gradient: gradient.slice(), curvature: NO_CURVATURE };
    };
  }
  const { graph, inputs, loss, gradient, hessian } = drawn ? drawnObjective(objective) : objective.compiled;
  const count = inputs.length;
  const diagonal = update.usesCurvature ? hessian.map((row, k) => row[k]) : [];
  const program = interpret(graph, [loss, ...gradient, ...diagonal], inputs, precision);
  return (theta: Float64Array, sample?: RowSample) => {
    const values = program.run(theta, sample);
    return { loss: values[0], gradient: values.slice(1, 1 + count), curvature: values.slice(1 + count) };
  };
}

const NO_CURVATURE = new Float64Array();

/** The optimizer's step. `advance` sets `eta` and `u` and keeps the state for the next one. */
function stepper(
  update: UpdateGraph,
  start: readonly number[],
  hyperparameters: ReadonlyMap<string, number>,
  precision: Precision,
): OracleStep {
  const { graph, theta, gradient, curvature, t, states } = update;
  const names = [...update.hyperparameters.keys()];
  const inputs = names.map((name) => update.hyperparameters.get(name) as Node);
  const given = names.map((name) => hyperparameters.get(name) as number);
  const outputs = [update.eta, ...update.update, ...states.map((state) => state.next)];
  const fixed = hyperparametersAlone(outputs, new Set(inputs));
  const fixedValues = interpret(graph, fixed, inputs).run(given);
  const firsts = states.map((state) => state.initial);
  const initial = interpret(graph, firsts, [...inputs, ...theta]).run([...given, ...start]);

  const leaves = [t, ...theta, ...gradient, ...curvature, ...states.map((state) => state.input), ...fixed];
  const program = interpret(graph, outputs, leaves, precision);
  const values = new Float64Array(leaves.length);
  const places = { theta: 1, gradient: 1 + theta.length, curvature: 1 + 2 * theta.length, state: 1 + 3 * theta.length };
  values.set(initial, places.state);
  values.set(fixedValues, places.state + states.length);
  const u = new Float64Array(theta.length);
  let eta = 0;
  return {
    u,
    /** The states as they are, changed from outside or not. */
    states: [values.subarray(places.state, places.state + states.length)],
    eta: () => eta,
    advance(at: Float64Array, g: Float64Array, h: Float64Array, step: number) {
      values[0] = step;
      values.set(at, places.theta);
      values.set(g, places.gradient);
      values.set(h, places.curvature);
      const results = program.run(values);
      eta = results[0];
      u.set(results.subarray(1, 1 + u.length));
      values.set(results.subarray(1 + u.length), places.state);
    },
  };
}

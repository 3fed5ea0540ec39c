import { normal } from '../catalogue/index.ts';
import { rowsOf } from '../engine/batch.ts';
import type { TraceRow } from '../engine/index.ts';
import {
  asFormula,
  drawnObjective,
  type LayeredNetwork,
  layeredFunction,
  type Plan,
  settingOf,
  type UpdateGraph,
} from '../experiment/index.ts';
import { interpret, interpretElements, type Node, type ObjectiveGraph, type Program } from '../formula/index.ts';
import { kindOf } from './rule-kinds.ts';

/** What an optimizer makes of the gradient in one step; every list has a number for each parameter. */
export interface StepParts {
  /** The gradient that the update is made from: that of its batch, noise included. */
  readonly g: Float64Array;
  /** What the last momentum rule makes of it. */
  readonly m: Float64Array;
  /** What the scale rules divide the update by: their input over their output; NaN where both are 0. */
  readonly sigma: Float64Array;
  /** The whole update. */
  readonly u: Float64Array;
  /** The loss over the rows that the update is made from; over all where none are drawn. */
  readonly batchLoss: number;
  /** The schedule's learning rate. */
  readonly eta: number;
  /** Each parameter's own learning rate: the schedule's, but for layers that have their own. */
  readonly rates: Float64Array;
}

/**
 * An optimizer's rules run once more in float64 over the recorded steps of one cell, to tell what no record holds: the momentum m and the scale σ. The path is the recorded one: only the
 * states are computed anew.
 */
export class Replay {
  /** Whether any rule makes an m, and a σ; where none does, theirs are the gradient and 1. */
  readonly hasMomentum: boolean;
  readonly hasScale: boolean;

  private readonly run: (row: TraceRow) => StepParts;

  constructor(plan: Plan, optimizer: number, cell: readonly [number, number]) {
    const kinds = plan.optimizers[optimizer].rules.map(kindOf);
    this.hasMomentum = kinds.some((kind) => kind === 'momentum' || kind === 'both');
    this.hasScale = kinds.some((kind) => kind === 'scale' || kind === 'both');
    this.run = plan.objective.layered ? elementStepper(plan, optimizer, cell) : stepper(plan, optimizer, cell);
  }

  /** The parts of the update that is made next at a row; rows come in their order, from step 0. What is returned is overwritten by the next one. */
  after(row: TraceRow): StepParts {
    return this.run(row);
  }
}

function stepper(plan: Plan, optimizer: number, cell: readonly [number, number]): (row: TraceRow) => StepParts {
  const { update } = plan.optimizers[optimizer];
  const { graph, theta, gradient, curvature, states } = update;
  const { start, noise, batch, hyperparameters } = settingOf(plan, optimizer, cell);
  const given = [...update.hyperparameters.values()];
  const values = [...update.hyperparameters.keys()].map((name) => hyperparameters.get(name) as number);
  const firsts = states.map(({ initial }) => initial);
  const first = interpret(graph, firsts, [...given, ...theta]).run([...values, ...start]);

  const { momentum, scales } = partsOf(update, plan.optimizers[optimizer].rules.map(kindOf));
  const outputs = [
    ...update.update,
    ...momentum,
    ...scales.flat(2),
    update.eta,
    ...update.rates,
    ...states.map(({ next }) => next),
  ];
  const leaves = [update.t, ...theta, ...gradient, ...curvature, ...given, ...states.map(({ input }) => input)];
  const program = interpret(graph, outputs, leaves);
  const n = theta.length;
  const inputs = new Float64Array(leaves.length);
  const places = { gradient: 1 + n, curvature: 1 + 2 * n, given: 1 + 3 * n, states: 1 + 3 * n + given.length };
  inputs.set(values, places.given);
  inputs.set(first, places.states);
  const { objective } = plan;
  const drawn = batch === null ? null : lossAndGradient(drawnObjective(objective));
  const bend = update.usesCurvature
    ? diagonal(drawn ? drawnObjective(objective) : asFormula(objective).compiled)
    : null;
  const index = cell[1] * plan.x.values.length + cell[0];
  const g = new Float64Array(n);
  const m = new Float64Array(n);
  const sigma = new Float64Array(n);
  const u = new Float64Array(n);
  const rates = new Float64Array(n);

  return (row) => {
    const step = row.step + 1;
    const sample = batch === null ? undefined : rowsOf(plan, index, step, batch);
    const lesson = drawn?.run(row.theta, sample);
    for (let k = 0; k < n; k++) {
      g[k] = (lesson?.[1 + k] ?? row.gradient[k]) + (noise === 0 ? 0 : noise * normal(plan.seed, index, step, k));
    }
    inputs[0] = step;
    inputs.set(row.theta, 1);
    inputs.set(g, places.gradient);
    if (bend) inputs.set(bend.run(row.theta, sample), places.curvature);
    const results = program.run(inputs);
    inputs.set(results.subarray(results.length - states.length), places.states);
    u.set(results.subarray(0, n));
    m.set(momentum.length > 0 ? results.subarray(n, 2 * n) : g);
    const from = n + momentum.length;
    sigma.fill(1);
    for (let s = 0; s < scales.length; s++) {
      for (let k = 0; k < n; k++) sigma[k] *= results[from + 2 * n * s + k] / results[from + 2 * n * s + n + k];
    }
    const after = from + 2 * n * scales.length;
    rates.set(results.subarray(after + 1, after + 1 + n));
    return { g, m, sigma, u, batchLoss: lesson?.[0] ?? row.loss, eta: results[after], rates };
  };
}

/** The same of an optimizer's step in which one parameter stands for all. */
function elementStepper(plan: Plan, optimizer: number, cell: readonly [number, number]): (row: TraceRow) => StepParts {
  const { update, rules } = plan.optimizers[optimizer];
  const { graph, theta, gradient, t, states } = update;
  const layer = update.layer as Node;
  const layerOf = plan.objective.layerOf as readonly number[];
  const { start, noise, batch, hyperparameters } = settingOf(plan, optimizer, cell);
  const look = batch === null ? null : layeredFunction(plan.objective.layered as LayeredNetwork);
  const given = [...update.hyperparameters.values()];
  const values = [...update.hyperparameters.keys()].map((name) => [hyperparameters.get(name) as number]);
  const n = start.length;
  const spread = (of: Float64Array, length = n) => Float64Array.from({ length }, (_, k) => of[of.length > 1 ? k : 0]);
  const firsts = interpretElements(
    graph,
    states.map(({ initial }) => initial),
    [...given, layer, ...theta],
  ).run([...values, layerOf, start]);
  const kept = states.map(({ input }, i) => spread(firsts[i], input.perRow ? n : 1));

  const { momentum, scales } = partsOf(update, rules.map(kindOf));
  const outputs = [
    ...update.update,
    update.eta,
    ...update.rates,
    ...momentum,
    ...scales.flat(2),
    ...states.map(({ next }) => next),
  ];
  const leaves = [t, layer, ...theta, ...gradient, ...given, ...states.map(({ input }) => input)];
  const program = interpretElements(graph, outputs, leaves);
  const index = cell[1] * plan.x.values.length + cell[0];
  return (row) => {
    const step = row.step + 1;
    const lesson = look && batch !== null ? look(row.theta, rowsOf(plan, index, step, batch).rows) : row;
    const g = Float64Array.from(lesson.gradient, (each, k) =>
      noise === 0 ? each : each + noise * normal(plan.seed, index, step, k),
    );
    const [u, eta, rates, ...rest] = program.run([[step], layerOf, row.theta, g, ...values, ...kept]);
    const m = momentum.length > 0 ? spread(rest[0]) : g;
    const sigma = new Float64Array(n).fill(1);
    for (let s = 0; s < scales.length; s++) {
      const [before, after] = [0, 1].map((side) => spread(rest[momentum.length + 2 * s + side]));
      for (let k = 0; k < n; k++) sigma[k] *= before[k] / after[k];
    }
    const parts = { g, m, sigma, u: spread(u), eta: eta[0], rates: spread(rates), batchLoss: lesson.loss };
    for (const [i, values] of kept.entries()) values.set(spread(rest[rest.length - kept.length + i], values.length));
    return parts;
  };
}

/** The nodes that m is read from, and for each scale rule those before and after it. */
function partsOf({ graph, stages }: UpdateGraph, kinds: readonly ReturnType<typeof kindOf>[]) {
  let momentum: readonly Node[] = [];
  const scales: [before: readonly Node[], after: readonly Node[]][] = [];
  stages.forEach(({ before, after, states }, place) => {
    const kind = kinds[place];
    if (kind === 'momentum') momentum = after;
    if (kind === 'scale') scales.push([before, after]);
    if (kind === 'both') {
      const weight = states.get('w') as Node;
      momentum = (states.get('m') as readonly Node[]).map((average) => graph.div(average, weight));
      scales.push([momentum, after]);
    }
  });
  return { momentum, scales };
}

/** The Hessian's diagonal at a point. */
function diagonal({ graph, inputs, hessian }: ObjectiveGraph): Program {
  return interpret(
    graph,
    hessian.map((row, k) => row[k]),
    inputs,
  );
}

function lossAndGradient({ graph, inputs, loss, gradient }: ObjectiveGraph): Program {
  return interpret(graph, [loss, ...gradient], inputs);
}

import { asFormula, drawnObjective, type Plan, type UpdateGraph } from '../../../experiment/index.ts';
import { type Node, type ObjectiveGraph, reachable } from '../../../formula/index.ts';
import {
  arithmetic,
  type Callee,
  type Code,
  type DrawnLanes,
  type Lane,
  type Lanes,
  type Local,
  lowerToLanes,
  tableRows,
} from '../../../formula/wasm/index.ts';
import { GROUP, HEADER, knobSlot, type Layout, RUN, tallySlot, valueSlot } from '../layout.ts';
import { drawnRows } from './drawn-rows.ts';
import { type PlacedNetwork, VECTOR } from './layers/places.ts';
import { noisyGradient } from './noise.ts';

/** The bits of four lanes. */
export const ALL_LANES = 15;

/** Loss and derivatives at a point. */
export interface Evaluated {
  readonly loss: Lane;
  readonly gradient: readonly Lane[];
  readonly hessian: readonly (readonly Lane[])[];
}

/** An optimizer's step: θ ← θ − η·u. */
export interface Step {
  readonly eta: Lane;
  readonly u: readonly Lane[];
  /** The states that differ between cells, by their index. */
  readonly next: ReadonlyMap<number, Lane>;
}

/** What one function of a kernel is written with: where things are, and how they are read, computed and kept. */
export class Frame {
  readonly a: ReturnType<typeof arithmetic>;
  /** A variable that is never set. */
  readonly zero: Local;
  /** Bytes from the beginning of a slot to the vector at hand. */
  readonly vector: Local;
  /** Bytes from there to the vector that is read and kept. */
  offset = 0;
  private readonly fixed = new Map<number, Lane>();

  constructor(
    readonly code: Code,
    readonly lanes: Lanes,
    readonly plan: Plan,
    readonly update: UpdateGraph,
    readonly layout: Layout,
    readonly noisy: boolean,
    /** What looks at a network through its layers, where that is faster than its formula: see `viaLayers`. */
    private readonly layers: { readonly network: PlacedNetwork; readonly look: Callee } | null = null,
  ) {
    this.a = arithmetic(lanes);
    this.zero = code.integer();
    this.vector = code.integer();
  }

  /** Reads what no axis varies, before the loops: all knobs that functions of this kind need. */
  readFixed(): void {
    const { code, lanes, layout } = this;
    for (const knob of this.neededKnobs()) {
      if (!layout.varied.includes(knob)) {
        this.fixed.set(knob, code.loadSplat(lanes.leaf(), this.zero, layout.fixed + 4 * knob));
      }
    }
  }

  /** Repeats `body` for each vector of the tile that holds cells, or for so many of them at a time: see `group`. */
  eachVector(body: () => void, atATime = 1): void {
    const { code, vector, zero } = this;
    code.const(0).set(vector);
    code.repeat(() => {
      body();
      code.step(vector, 16 * atATime);
      code
        .get(vector)
        .loadInteger(zero, this.layout.tile + HEADER.bytes)
        .scalar('i32.lt_u');
    });
  }

  /** Within `run`, the vector at hand is the one so many vectors ahead. */
  private ahead<T>(vectors: number, run: () => T): T {
    const { offset } = this;
    this.offset = 16 * vectors;
    const result = run();
    this.offset = offset;
    return result;
  }

  /** Runs something for each vector of the group at hand. */
  group<T>(run: (k: number) => T): T[] {
    return Array.from({ length: GROUP }, (_, k) => this.ahead(k, () => run(k)));
  }

  /** A number of the run, four times. */
  run(name: Exclude<keyof typeof RUN, 'bytes'>): Lane {
    return this.code.loadSplat(this.lanes.leaf(), this.zero, this.layout.run + RUN[name]);
  }

  value(slot: number): Lane {
    return this.code.load(this.lanes.leaf(), this.vector, valueSlot(this.layout, slot) + this.offset);
  }
  /** A slot that is read where it is first needed, or before it is kept. */
  late(slot: number): Lane {
    return this.code.loadLate(this.lanes.load(this.vector, valueSlot(this.layout, slot) + this.offset));
  }
  values(slot: number): Lane[] {
    return Array.from({ length: this.layout.parameters }, (_, i) => this.value(slot + i));
  }
  keep(slot: number, value: Lane): void {
    this.code.store(this.vector, valueSlot(this.layout, slot) + this.offset, value);
  }
  tally(slot: number): Lane {
    return this.code.load(this.lanes.leaf(), this.vector, tallySlot(this.layout, slot) + this.offset);
  }
  keepTally(slot: number, value: Lane): void {
    this.code.store(this.vector, tallySlot(this.layout, slot) + this.offset, value);
  }

  knob(index: number): Lane {
    const { code, lanes, layout } = this;
    return this.fixed.get(index) ?? code.load(lanes.leaf(), this.vector, knobSlot(layout, index) + this.offset);
  }

  /** A knob that `readFixed` need not have read. */
  anyKnob(index: number): Lane {
    const { code, lanes, layout, zero } = this;
    return layout.varied.includes(index)
      ? this.knob(index)
      : code.loadSplat(lanes.leaf(), zero, layout.fixed + 4 * index);
  }

  /** The objective and what is asked for of its derivatives. */
  evaluate(theta: readonly Lane[], derivatives: 'gradient' | 'hessian'): Evaluated {
    if (this.layers && derivatives === 'gradient' && !this.update.usesCurvature) return this.evaluatedByLayers(theta);
    return this.evaluated(asFormula(this.plan.objective).compiled, theta, derivatives);
  }

  /** What an update is made from, whose number is given as integers where it is asked for: the objective, or its value over rows that are drawn for that update. */
  lesson(theta: readonly Lane[], number: () => Lane): Evaluated {
    const { batch } = this.layout.knobs;
    if (!batch) return this.evaluate(theta, 'gradient');
    const drawn = drawnObjective(this.plan.objective);
    return this.evaluated(drawn, theta, 'gradient', drawnRows(this, number(), drawn.graph.rows, batch));
  }

  /** The same where the objective is known at a place. */
  lessonBeside(at: Evaluated, theta: readonly Lane[], number: Lane): Evaluated {
    return this.batched ? this.lesson(theta, () => number) : at;
  }

  /** Whether updates are made from rows that are drawn. */
  get batched(): boolean {
    return this.layout.knobs.batch !== null;
  }

  private evaluatedByLayers(theta: readonly Lane[]): Evaluated {
    const { network, look } = this.layers as NonNullable<Frame['layers']>;
    const { code, lanes, zero } = this;
    theta.forEach((value, i) => {
      code.store(zero, network.theta + VECTOR * i, value);
    });
    code.call(look);
    const gradient = theta.map((_, i) => code.load(lanes.leaf(), zero, network.gradient + VECTOR * i));
    return { loss: code.load(lanes.leaf(), zero, network.total), gradient, hessian: [] };
  }

  private evaluated(
    compiled: ObjectiveGraph,
    theta: readonly Lane[],
    derivatives: 'gradient' | 'hessian',
    drawn?: DrawnLanes,
  ): Evaluated {
    const { loss, gradient, hessian } = compiled;
    const rows =
      derivatives === 'hessian' ? hessian : this.update.usesCurvature ? hessian.map((row, i) => [row[i]]) : [];
    const outputs = [loss, ...gradient, ...rows.flat()];
    const leaves = new Map<Node, Lane>(compiled.inputs.map((input, i) => [input, theta[i]]));
    const table = tableRows(this.code, this.lanes, compiled.graph, this.layout.table, drawn);
    const [value, ...rest] = lowerToLanes(this.lanes, this.code, outputs, leaves, table);
    this.code.computeAll([value, ...rest]);
    const count = theta.length;
    const width = rows[0]?.length ?? 0;
    const second = rows.map((_, i) => rest.slice(count + i * width, count + (i + 1) * width));
    return { loss: value, gradient: rest.slice(0, count), hessian: second };
  }

  /** The gradient that the next update is made from. */
  disturbed(gradient: readonly Lane[], number: Lane): readonly Lane[] {
    return this.noisy ? noisyGradient(this, gradient, number) : gradient;
  }

  /** The values that all cells share at the step whose row lies at an address. */
  shared(row: Local): Lane[] {
    const { code, lanes, layout } = this;
    return layout.uniform.perStep.map((_, i) => code.load(lanes.leaf(), row, 16 * i));
  }

  /**
   * The update from a point.
   * @param gradient noise included
   * @param shared the values that all cells share at this step
   */
  step(theta: readonly Lane[], gradient: readonly Lane[], at: Evaluated, shared: readonly Lane[]): Step {
    const { update, layout, lanes, code } = this;
    const { uniform, knobs, slots } = layout;
    const varying = update.states.flatMap((_, i) => (uniform.states.includes(i) ? [] : [i]));
    const outputs = [update.eta, ...update.update, ...varying.map((i) => update.states[i].next)];
    const leaves = new Map<Node, Lane>();
    const perStep = new Set(uniform.perStep);
    const parameters = layout.parameters;
    const needed = new Set(reachable(outputs, { has: (node) => perStep.has(node) || knobs.hoisted.includes(node) }));
    const give = (node: Node, lane: () => Lane) => {
      if (needed.has(node)) leaves.set(node, lane());
    };
    for (const i of theta.keys()) {
      give(update.theta[i], () => theta[i]);
      give(update.gradient[i], () => gradient[i]);
      give(update.curvature[i], () => (at.hessian[i].length > 1 ? at.hessian[i][i] : at.hessian[i][0]));
    }
    for (const i of varying) give(update.states[i].input, () => this.late(slots.states + i));
    uniform.perStep.forEach((node, i) => {
      give(node, () => shared[i]);
    });
    knobs.hoisted.forEach((node, i) => {
      give(node, () => this.knob(parameters + 1 + i));
    });
    const [eta, ...rest] = lowerToLanes(lanes, code, outputs, leaves, tableRows(code, lanes, update.graph, 0));
    return {
      eta,
      u: rest.slice(0, parameters),
      next: new Map(varying.map((i, k) => [i, rest[parameters + k]])),
    };
  }

  private neededKnobs(): Set<number> {
    const { update, layout } = this;
    const { uniform, knobs, parameters } = layout;
    const varying = update.states.filter((_, i) => !uniform.states.includes(i));
    const given = new Set([...uniform.perStep, ...knobs.hoisted]);
    const needed = new Set(reachable([update.eta, ...update.update, ...varying.map(({ next }) => next)], given));
    const hoisted = knobs.hoisted.flatMap((node, i) => (needed.has(node) ? [parameters + 1 + i] : []));
    const { batch } = knobs;
    return new Set([...(this.noisy ? [parameters] : []), ...hoisted, ...(batch ? [batch.count, batch.weight] : [])]);
  }
}

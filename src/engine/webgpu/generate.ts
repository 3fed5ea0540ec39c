import {
  asFormula,
  drawnObjective,
  type Plan,
  type ResolvedObjective,
  type UpdateGraph,
} from '../../experiment/index.ts';
import { type Emitted, emit, type Node, type ObjectiveGraph, tangents } from '../../formula/index.ts';
import type { KnobLayout } from '../knobs.ts';

/**
 * WGSL functions of an objective:
 * `objective(theta) -> Evaluated` (loss and gradient), `hessian_of(theta) -> Matrix` and `curvature_of(theta) -> Vector` (the Hessian's diagonal).
 */
export function generateObjective(objective: ResolvedObjective): string {
  const { compiled } = asFormula(objective);
  const count = compiled.parameters.length;
  const leaves = new Map<Node, string>(compiled.inputs.map((input, i) => [input, `theta[${i}]`]));
  const write = (outputs: readonly Node[]) => emit(compiled.graph, outputs, leaves);
  const evaluated = write([compiled.loss, ...compiled.gradient]);
  const [loss, ...gradient] = evaluated.outputs;
  const diagonal = write(compiled.hessian.map((row, i) => row[i]));
  return `
const PARAMETERS = ${count}u;
alias Vector = array<f32, ${count}>;
alias Matrix = array<f32, ${count * count}>;
struct Evaluated { loss: f32, gradient: Vector }
${body('fn objective(theta: Vector) -> Evaluated', evaluated, `Evaluated(${loss}, Vector(${gradient.join(', ')}))`)}
${compiled.graph.rows > 0 && count > MANY ? hessianByColumns(compiled) : hessianAtOnce(compiled)}
${body('fn curvature_of(theta: Vector) -> Vector', diagonal, `Vector(${diagonal.outputs.join(', ')})`)}
${vectorHelpers(count)}`;
}

/** Parameters from which on a Hessian over a data table is computed column by column: a sum over the rows for every entry takes compilers too long. */
const MANY = 8;

function hessianAtOnce({ graph, inputs, hessian }: ObjectiveGraph): string {
  const leaves = new Map<Node, string>(inputs.map((input, i) => [input, `theta[${i}]`]));
  const emitted = emit(graph, hessian.flat(), leaves);
  return body('fn hessian_of(theta: Vector) -> Matrix', emitted, `Matrix(${emitted.outputs.join(', ')})`);
}

/** A column is the Hessian times a unit vector. That is set and cleared, not declared in the loop: SwiftShader clears such a variable only once. */
function hessianByColumns({ graph, inputs, gradient }: ObjectiveGraph): string {
  const direction = inputs.map((_, i) => graph.input(`direction ${i}`));
  const leaves = new Map<Node, string>(inputs.map((input, i) => [input, `theta[${i}]`]));
  direction.forEach((node, i) => {
    leaves.set(node, `v[${i}]`);
  });
  const emitted = emit(graph, tangents(graph, gradient, inputs, direction), leaves);
  return `${body('fn hessian_times(theta: Vector, v: Vector) -> Vector', emitted, `Vector(${emitted.outputs.join(', ')})`)}
fn hessian_of(theta: Vector) -> Matrix {
  var matrix: Matrix;
  var unit: Vector;
  for (var j = 0u; j < PARAMETERS; j++) {
    unit[j] = 1.0;
    let column = hessian_times(theta, unit);
    unit[j] = 0.0;
    for (var i = 0u; i < PARAMETERS; i++) {
      matrix[i * PARAMETERS + j] = column[i];
    }
  }
  return matrix;
}`;
}

/**
 * WGSL functions of an optimizer's step: `update_of(theta, g, s, k, t) -> Update`, `first_states(k) -> States`, and how a cell's knobs and states are
 * read and written. An optimizer without state has one unused number of it, which no buffer holds.
 */
export function generateUpdate(update: UpdateGraph, knobs: KnobLayout): string {
  const { hoisted, batch } = knobs;
  const parameters = update.theta.length;
  const states = Math.max(update.states.length, 1);
  const named = (nodes: readonly Node[], name: string) =>
    nodes.map((node, i): [Node, string] => [node, `${name}[${i}]`]);
  const leaves = new Map<Node, string>([
    [update.t, 't'],
    ...named(update.theta, 'theta'),
    ...named(update.gradient, 'g'),
    ...named(update.curvature, 'h'),
    ...named(
      update.states.map(({ input }) => input),
      's',
    ),
    ...named(hoisted, 'k.value'),
  ]);
  const step = emit(update.graph, [update.eta, ...update.update, ...update.states.map(({ next }) => next)], leaves);
  const [eta, ...rest] = step.outputs;
  const next = update.states.length > 0 ? rest.slice(parameters) : ['0.0'];

  const startLeaves = new Map([...leaves, ...named(update.theta, 'k.start')]);
  const first = emit(
    update.graph,
    update.states.map(({ initial }) => initial),
    startLeaves,
  );
  const initial = update.states.length > 0 ? first.outputs : ['0.0'];
  const knob = (i: number) => knobText(knobs, i);
  const list = (count: number, entry: (i: number) => string) =>
    Array.from({ length: count }, (_, i) => entry(i)).join(', ');
  const values = Math.max(hoisted.length, 1);
  return `
const STATES = ${update.states.length}u;
alias States = array<f32, ${states}>;
struct Knobs { start: Vector, noise: f32, value: array<f32, ${values}>${batch ? ', cell: u32, batch: u32, weight: f32' : ''} }
struct Update { eta: f32, u: Vector, states: States }
${body(
  'fn update_of(theta: Vector, g: Vector, s: States, k: Knobs, t: f32) -> Update',
  update.usesCurvature ? { ...step, lines: ['let h = lesson_curvature(theta, k, u32(t));', ...step.lines] } : step,
  `Update(${eta}, Vector(${rest.slice(0, parameters).join(', ')}), States(${next.join(', ')}))`,
)}
${body('fn first_states(k: Knobs) -> States', first, `States(${initial.join(', ')})`)}
fn knobs_of(cell: u32) -> Knobs {
  let number = run.first + cell;
  let column = number % run.columns;
  let row = number / run.columns;
  return Knobs(
    Vector(${list(parameters, knob)}),
    ${knob(parameters)},
    array<f32, ${values}>(${hoisted.length > 0 ? list(hoisted.length, (i) => knob(parameters + 1 + i)) : '0.0'}),${
      batch
        ? `
    number, u32(${knob(batch.count)}), ${knob(batch.weight)},`
        : ''
    }
  );
}
fn load_vector(slot: u32, cell: u32) -> Vector {
  return ${vector(parameters, (i) => `values[(slot + ${i}u) * run.cells + cell]`)};
}
fn load_states(cell: u32) -> States {
  return States(${update.states.length > 0 ? list(states, (i) => `values[(FIRST_STATE + ${i}u) * run.cells + cell]`) : '0.0'});
}
fn store_states(cell: u32, s: States) {
${update.states.map((_, i) => `  values[(FIRST_STATE + ${i}u) * run.cells + cell] = s[${i}];`).join('\n')}
}
`;
}

/** WGSL expression of a knob in column `column` and row `row` of the grid, cell `number`; `run` has where the rows' and the cells' groups begin. */
function knobText({ places, counts }: KnobLayout, knob: number): string {
  const { group, index } = places[knob];
  if (group === 'fixed') return `knobs[${index}u]`;
  const [begin, entry] = {
    column: [`${counts.fixed}u`, 'column'],
    row: ['run.row_knobs', 'row'],
    cell: ['run.cell_knobs', 'number'],
  }[group];
  return `knobs[${begin} + ${entry} * ${counts[group]}u + ${index}u]`;
}

/** WGSL functions of an objective over rows that are drawn, in the order of draws: its loss and gradient, and its Hessian's diagonal. */
export function generateDrawn(objective: ResolvedObjective): string {
  const { graph, inputs, loss, gradient, hessian } = drawnObjective(objective);
  const leaves = new Map<Node, string>(inputs.map((input, i) => [input, `theta[${i}]`]));
  const rows = {
    count: 'k.batch',
    row: (draw: string) => `row_drawn(draws, ${draw}, ${graph.rows}u)`,
    weight: 'k.weight',
  };
  const evaluated = emit(graph, [loss, ...gradient], leaves, rows);
  const [value, ...slopes] = evaluated.outputs;
  const bends = emit(
    graph,
    hessian.map((row, i) => row[i]),
    leaves,
    rows,
  );
  const given = '(theta: Vector, k: Knobs, draws: u32)';
  return `
${body(`fn drawn_objective${given} -> Evaluated`, evaluated, `Evaluated(${value}, Vector(${slopes.join(', ')}))`)}
${body(`fn drawn_curvature${given} -> Vector`, bends, `Vector(${bends.outputs.join(', ')})`)}
`;
}

/** WGSL function of a normal draw for each parameter, which `noise.wgsl` adds to the gradient. */
export function generateNormals(plan: Plan): string {
  const draws = vector(plan.objective.parameters.length, (i) => `normal(cell, step, ${i}u)`);
  return `fn normal_vector(cell: u32, step: u32) -> Vector { return ${draws}; }\n`;
}

function vector(count: number, entry: (i: number) => string): string {
  return `Vector(${Array.from({ length: count }, (_, i) => entry(i)).join(', ')})`;
}

function vectorHelpers(count: number): string {
  const each = (entry: (i: number) => string) => vector(count, entry);
  const sum = (entry: (i: number) => string) => Array.from({ length: count }, (_, i) => entry(i)).join(' + ');
  const near = (i: number) => `abs(origin[${i}] + a[${i}]) < 0.5 * abs(a[${i}])`;
  return `
fn add(a: Vector, b: Vector) -> Vector { return ${each((i) => `a[${i}] + b[${i}]`)}; }
fn subtract(a: Vector, b: Vector) -> Vector { return ${each((i) => `a[${i}] - b[${i}]`)}; }
fn scaled(a: Vector, factor: f32) -> Vector { return ${each((i) => `a[${i}] * factor`)}; }
fn square_norm(a: Vector) -> f32 { return ${sum((i) => `a[${i}] * a[${i}]`)}; }
fn nearer_origin(origin: Vector, a: Vector) -> Vector { return ${each((i) => `select(origin[${i}], origin[${i}] + a[${i}], ${near(i)})`)}; }
fn displacement_from_nearer(origin: Vector, a: Vector) -> Vector { return ${each((i) => `select(a[${i}], 0.0, ${near(i)})`)}; }
fn size_of(a: Vector) -> f32 { return ${sum((i) => `abs(a[${i}])`)}; }
`;
}

function body(signature: string, emitted: Emitted, result: string): string {
  return `${signature} {\n${emitted.lines.map((line) => `  ${line}`).join('\n')}\n  return ${result};\n}`;
}

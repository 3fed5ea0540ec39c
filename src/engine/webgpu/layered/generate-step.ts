import type { UpdateGraph } from '../../../experiment/index.ts';
import { emitRow, type Node } from '../../../formula/index.ts';
import type { KnobLayout } from '../../knobs.ts';
import { stateSlots } from '../../slots.ts';
import { prepareElements } from './elements.ts';

/**
 * WGSL of an optimizer's step for the parameters of a layered network: `prepare_update` for all threads together, after which `eta` is set; `update_of` a
 * parameter, which leaves its next states for `store_states`; and `share_states` for those that all parameters share, with `load_shared_states` and `store_shared_states`. A workgroup's
 * threads each hold all shared states, and compute them alike. `first_states` writes the first ones, at the start in `weights`.
 * @param table numbers of the data table, which the codes of where knobs are follow
 */
export function generateStep(update: UpdateGraph, knobs: KnobLayout, table: number): string {
  const { graph, states } = update;
  const { counts, hoisted, batch } = knobs;
  const { places, count } = stateSlots(update);
  const own = states.flatMap((state, i) => (state.input.perRow ? [{ ...state, place: places[i] }] : []));
  const common = states.flatMap((state, i) => (state.input.perRow ? [] : [{ ...state, place: places[i] }]));
  const named = (nodes: readonly Node[], name: string) =>
    nodes.map((node, i): [Node, string] => [node, `${name}[${i}]`]);
  const slot = (place: number, p = '') => `values[base + FIRST_STATE + ${place}u${p}]`;
  const always: [Node, string][] = [
    ...hoisted.map((node, i): [Node, string] => [node, `knob[${i + 1}]`]),
    [update.theta[0], 'weights[p]'],
  ];
  if (update.layer) always.push([update.layer, 'f32(layer_of(p))']);

  const leaves = new Map<Node, string>([
    ...always,
    [update.t, 'step_number'],
    [update.gradient[0], 'gradients[p * SPLITS]'],
    ...own.map(({ input, place }): [Node, string] => [input, slot(place, ' + p')]),
    ...named(
      common.map(({ input }) => input),
      'kept_states',
    ),
  ]);
  const commonNext = common.map(({ next }) => next);
  const outputs = [update.eta, ...update.update, ...own.map(({ next }) => next), ...commonNext];
  const step = prepareElements(graph, outputs, leaves, 'step');
  const row = emitRow(graph, [update.update[0], ...own.map(({ next }) => next)], step.known);
  const shared = emitRow(graph, [update.eta, ...commonNext], step.known, 'c');
  const [eta, ...next] = shared.outputs;
  const [u, ...ownNext] = row.outputs;

  const initial = [...own, ...common].map((state) => state.initial);
  const first = prepareElements(graph, initial, new Map(always), 'first');
  const firstRow = emitRow(graph, initial.slice(0, own.length), first.known);
  const firstCommon = emitRow(graph, initial.slice(own.length), first.known, 'c');

  const list = (lines: readonly string[], by = '  ') => lines.map((line) => `${by}${line}`).join('\n');
  const numbered = (texts: readonly string[], name: string) => texts.map((text, i) => `${name}[${i}] = ${text};`);
  return `
const STATE_SLOTS = ${count}u;
const CODES = ${table}u;
const KNOBS = ${1 + hoisted.length + (batch ? 2 : 0)}u;
const COLUMN_KNOBS = ${counts.fixed}u;
const KNOBS_OF_COLUMN = ${counts.column}u;
const KNOBS_OF_ROW = ${counts.row}u;
const KNOBS_OF_CELL = ${counts.cell}u;
var<private> eta: f32;
var<private> step_number: f32;
var<private> kept_states: array<f32, ${Math.max(common.length, 1)}>;
var<private> coming_states: array<f32, ${Math.max(common.length, 1)}>;
var<private> next_states: array<f32, ${Math.max(own.length, 1)}>;
${step.variables}
${first.variables}
fn prepare_update(id: u32, t: f32) {
  step_number = t;
${list([...step.lines, ...shared.lines, `eta = ${eta};`, ...numbered(next, 'coming_states')])}
}
fn update_of(p: u32) -> f32 {
${list([...row.lines, ...numbered(ownNext, 'next_states'), `return ${u};`])}
}
fn store_states(p: u32) {
${list(own.map(({ place }, i) => `${slot(place, ' + p')} = next_states[${i}];`))}
}
fn share_states() {
${list(common.map((_, i) => `kept_states[${i}] = coming_states[${i}];`))}
}
fn load_shared_states() {
${list(common.map(({ place }, i) => `kept_states[${i}] = ${slot(place)};`))}
}
fn store_shared_states() {
${list(common.map(({ place }, i) => `${slot(place)} = kept_states[${i}];`))}
}
fn first_states(id: u32) {
${list(first.lines)}
  for (var p = id; p < PARAMETERS; p += WORKGROUP) {
${list(firstRow.lines, '    ')}
${list(
  own.map(({ place }, i) => `${slot(place, ' + p')} = ${firstRow.outputs[i]};`),
  '    ',
)}
  }
${list([...firstCommon.lines, ...numbered(firstCommon.outputs, 'kept_states')])}
}
`;
}

import type { Plan } from '../../../experiment/index.ts';
import { type Code, ModuleWriter } from '../../../formula/wasm/index.ts';
import { isNoisy } from '../../noise.ts';
import type { Layout } from '../layout.ts';
import { writeAdvance } from './advance.ts';
import { writeEvaluate } from './evaluate.ts';
import { Frame } from './frame.ts';
import { addActivations } from './layers/activation.ts';
import * as layers from './layers/index.ts';
import { addLook } from './layers/look.ts';
import { type PlacedNetwork, placeNetwork, viaLayers } from './layers/places.ts';
import { writeMeasure } from './measure.ts';
import { writeRecord } from './record.ts';
import { writeReset } from './reset.ts';
import { writeSettle } from './settle.ts';
import { writeBegin, writeShare } from './share.ts';
import { writeSurface } from './surface.ts';

type Write = (frame: Frame) => void;

/** A function's number of arguments, and what writes it. */
const FUNCTIONS = {
  begin: [0, writeBegin],
  share: [2, writeShare],
  reset: [0, writeReset],
  advance: [3, writeAdvance],
  measure: [6, writeMeasure],
  record: [3, writeRecord],
  evaluate: [1, writeEvaluate],
  settle: [2, writeSettle],
  surface: [3, writeSurface],
} as const satisfies Record<string, readonly [parameters: number, write: Write]>;

/** The modules of an optimizer, by what they are for. Several, so that a run does not wait for functions that it does not call. */
const MODULES = {
  run: ['begin', 'share', 'reset', 'advance', 'measure'],
  trace: ['begin', 'share', 'reset', 'advance', 'record'],
  points: ['evaluate'],
  settle: ['settle'],
  map: ['surface'],
} as const satisfies Record<string, readonly (keyof typeof FUNCTIONS)[]>;

/** What a module is for. */
export type Purpose = keyof typeof MODULES;

/** The same of a network whose layers are data: what looks at the networks is a function of its own, which others call. */
type WriteLayered = (frame: Frame, network: PlacedNetwork, looks: layers.Looks) => void;
const LAYERED = {
  begin: [0, writeBegin],
  share: [2, writeShare],
  reset: [0, layers.writeReset],
  advance: [3, layers.writeAdvance],
  measure: [6, layers.writeMeasure],
  record: [3, layers.writeRecord],
  evaluate: [1, layers.writeEvaluate],
} as const satisfies Partial<Record<keyof typeof FUNCTIONS, readonly [parameters: number, write: WriteLayered]>>;

/** One of the modules of one of a plan's optimizers. */
export function writeModule(plan: Plan, optimizer: number, layout: Layout, purpose: Purpose): Uint8Array<ArrayBuffer> {
  const writer = new ModuleWriter(0);
  const noisy = isNoisy(plan);
  const { update } = plan.optimizers[optimizer];
  // A surface is drawn of formulas.
  const asLayers = purpose === 'map' ? null : viaLayers(plan);
  const network = asLayers && placeNetwork(asLayers, layout.network);
  const activations = network && addActivations(writer, network);
  const look = activations && addLook(writer, network, layout.table, activations);
  const viaLook = network && look !== null ? { network, look } : null;
  const frame = (code: Code) => new Frame(code, writer.lanes, plan, update, layout, noisy, viaLook);
  if (plan.objective.layered && viaLook && activations) {
    const { network } = viaLook;
    const drawn = layout.knobs.batch ? layers.addDrawnBlock(writer, network, activations) : null;
    const looks = { look: viaLook.look, drawn };
    for (const name of MODULES[purpose]) {
      if (name === 'surface' || name === 'settle') throw new Error(`internal: layers have no function ${name}`);
      const [parameters, write] = LAYERED[name];
      writer.function(name, parameters, (code) => write(frame(code), network, looks));
    }
    return writer.finish(layout.pages);
  }
  for (const name of MODULES[purpose]) {
    const [parameters, write] = FUNCTIONS[name];
    writer.function(name, parameters, (code) => write(frame(code)));
  }
  return writer.finish(layout.pages);
}

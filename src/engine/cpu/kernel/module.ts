import type { Plan } from '../../../experiment/index.ts';
import { ModuleWriter } from '../../../formula/wasm/index.ts';
import { isNoisy } from '../../noise.ts';
import type { Layout } from '../layout.ts';
import { writeAdvance } from './advance.ts';
import { writeEvaluate } from './evaluate.ts';
import { Frame } from './frame.ts';
import { writeMeasure } from './measure.ts';
import { writeRecord } from './record.ts';
import { writeReset } from './reset.ts';
import { writeBegin, writeShare } from './share.ts';
import { writeSurface } from './surface.ts';

/** The module of one of a plan's optimizers: `begin`, `share`, `reset`, `advance`, `measure`, `record`, `evaluate`, `surface`. */
export function writeOptimizer(plan: Plan, optimizer: number, layout: Layout): Uint8Array<ArrayBuffer> {
  const writer = new ModuleWriter(0);
  const noisy = isNoisy(plan);
  const { update } = plan.optimizers[optimizer];
  const add = (name: string, parameters: number, write: (frame: Frame) => void) =>
    writer.function(name, parameters, (code) => write(new Frame(code, writer.lanes, plan, update, layout, noisy)));
  add('begin', 0, writeBegin);
  add('share', 2, writeShare);
  add('reset', 0, writeReset);
  add('advance', 3, writeAdvance);
  add('measure', 5, writeMeasure);
  add('record', 3, writeRecord);
  add('evaluate', 1, writeEvaluate);
  add('surface', 3, writeSurface);
  return writer.finish(layout.pages);
}

import type { Callee, Lane, ModuleWriter } from '../../../../formula/wasm/index.ts';
import { drawnRows } from '../drawn-rows.ts';
import type { Frame } from '../frame.ts';
import type { Activations } from './activation.ts';
import { writeBlock } from './block.ts';
import { clear, finish } from './look.ts';
import { times } from './loops.ts';
import { type PlacedNetwork, ROWS, VECTOR } from './places.ts';

/** What looks at the networks: with all rows, and a block of rows that are drawn, where updates are made from such. */
export interface Looks {
  readonly look: Callee;
  readonly drawn: Callee | null;
}

/** Adds a function that leads a block of drawn rows through the networks to a module. */
export function addDrawnBlock(writer: ModuleWriter, network: PlacedNetwork, activations: Activations): Callee {
  return writer.function('drawn', 1, (code) => writeBlock(code, writer.lanes, network, ROWS, activations, true));
}

/** Leaves the losses and gradients that an update is made from in their places; its number is given as integers. */
export function lesson(frame: Frame, network: PlacedNetwork, { look, drawn }: Looks, number: Lane): void {
  const { code, lanes: l, layout } = frame;
  const { batch } = layout.knobs;
  if (!batch || drawn === null) {
    code.call(look);
    return;
  }
  const { columns } = network;
  const count = frame.knob(batch.count);
  const counts = l.op('i32x4.trunc_sat_f32x4_s', count);
  const { most, rows } = drawnRows(frame, number, network.rows, batch);
  code.computeAll([count, counts]);
  clear(code, l, network);
  const [draw, at] = [code.integer(), code.integer()];
  const addresses = [0, 1, 2, 3].map(() => code.integer());
  code.const(0).set(draw);
  code.repeat(() => {
    code.const(network.drawn).set(at);
    times(code, ROWS, () => {
      const place = code.splat(l.leaf(), draw);
      const offsets = l.op('i32x4.mul', rows(place), l.i32(4 * columns));
      for (const [lane, address] of addresses.entries()) code.extract(offsets, lane).set(address);
      code.store(at, VECTOR * columns, l.op('i32x4.lt_s', place, counts));
      times(code, columns, () => {
        code.store(at, 0, code.gather(l.leaf(), addresses, layout.table));
        for (const address of addresses) code.step(address, 4);
        code.step(at, VECTOR);
      });
      code.step(at, VECTOR).step(draw, 1);
    });
    code.const(network.drawn).call(drawn);
    code.get(draw).get(most).scalar('i32.lt_u');
  });
  finish(code, l, network, count);
}

/** The same where the networks were looked at with all rows. */
export function lessonBeside(frame: Frame, network: PlacedNetwork, looks: Looks, number: Lane): void {
  if (frame.batched) lesson(frame, network, looks, number);
}

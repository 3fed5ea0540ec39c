import type { Lane, Local } from '../../../formula/wasm/index.ts';
import { COUNTERS } from '../../counters.ts';
import { BINS, FIRST_EDGE } from '../../histogram.ts';
import { OUTCOMES } from '../../types.ts';
import { HEADER } from '../layout.ts';
import type { Frame } from './frame.ts';

/** What is counted of four cells. */
interface Counted {
  readonly alive: Lane;
  readonly outcome: Lane;
  readonly arrived: Lane;
  readonly loss: Lane;
  readonly norm: Lane;
}

/** Adds four cells to the counters at an address: histograms of loss and gradient norm, outcomes, the arrived. Lanes beyond the tile's cells do not count. */
export function countCells(
  frame: Frame,
  { counters, signed }: { readonly counters: Local; readonly signed: Local },
  { alive, outcome, arrived, loss, norm }: Counted,
): void {
  const { code, lanes: l, a, layout, zero, vector } = frame;
  const nowhere = l.i32(COUNTERS);
  const cell = code.integer();
  code.get(vector).const(2).scalar('i32.shr_u').set(cell);
  const number = l.op('i32x4.add', code.splat(l.leaf(), cell), l.i32s([0, 1, 2, 3]));
  const cells = code.integer();
  code.loadInteger(zero, layout.tile + HEADER.cells).set(cells);
  const valid = l.op('i32x4.lt_s', number, code.splat(l.leaf(), cells));

  const above = a.sub(loss, frame.run('floor'));
  const half = l.shift('i32x4.shr_s', binOf(frame, a.abs(above)), 1);
  const either = a.choose(
    a.less(above, l.f32(0)),
    l.op('i32x4.sub', l.i32(BINS / 2 - 1), half),
    l.op('i32x4.add', l.i32(BINS / 2), half),
  );
  const lossBin = a.choose(code.splat(l.leaf(), signed), either, binOf(frame, above));
  const normBin = l.op('i32x4.add', binOf(frame, norm), l.i32(BINS));
  const counted = a.and(valid, alive);
  const places = [
    a.choose(counted, lossBin, nowhere),
    a.choose(counted, normBin, nowhere),
    a.choose(valid, l.op('i32x4.add', outcome, l.i32(2 * BINS)), nowhere),
    a.choose(a.and(valid, arrived), l.i32(2 * BINS + OUTCOMES.length), nowhere),
  ];
  const address = code.integer();
  for (const place of places) {
    code.compute(place);
    for (let lane = 0; lane < 4; lane++) {
      code.extract(place, lane).const(2).scalar('i32.shl').get(counters).scalar('i32.add').set(address);
      code.get(address).loadInteger(address, 0).const(1).scalar('i32.add').storeInteger(0);
    }
  }
}

/** Eight bins for each power of two from 2^-64 up to 2^64; the first also holds zero and below, the last everything above. */
function binOf({ lanes: l, a }: Frame, value: Lane): Lane {
  const octave = l.op('i32x4.sub', l.shift('i32x4.shr_u', a.max(l.f32(0), value), 20), l.i32(FIRST_EDGE));
  return l.op('i32x4.min_s', l.op('i32x4.max_s', octave, l.i32(0)), l.i32(BINS - 1));
}

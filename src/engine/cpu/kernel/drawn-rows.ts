import type { DrawnLanes, Lane } from '../../../formula/wasm/index.ts';
import type { Frame } from './frame.ts';
import { drawsOf, pcg } from './noise.ts';

/** What tells draws of rows from draws of noise, which count parameters from 0. */
const ROW_DRAWS = 0x80000000;

/** The rows that an update of four cells is made from, as `random.ts` of the catalogue defines them; its number is given as integers. */
export function drawnRows(
  frame: Frame,
  number: Lane,
  rows: number,
  knobs: { readonly count: number; readonly weight: number },
): DrawnLanes {
  const { lanes: l, code, layout } = frame;
  const first = l.op('i32x4.add', drawsOf(frame, number), l.i32(ROW_DRAWS));
  const counts = l.op('i32x4.trunc_sat_f32x4_s', frame.knob(knobs.count));
  const weight = frame.knob(knobs.weight);
  // Before the loop over the draws, which would compute them anew for each.
  code.computeAll([first, counts, weight]);
  const varies = layout.varied.includes(knobs.count);
  const most = code.integer();
  const other = code.integer();
  code.extract(counts, 0).set(most);
  for (const lane of varies ? [1, 2, 3] : []) {
    code.extract(counts, lane).set(other);
    code.get(most).get(other).get(other).get(most).scalar('i32.lt_u').select().set(most);
  }
  return {
    most,
    // The upper half of a product of 64 bits, in two parts.
    rows: (draw) => {
      const hash = pcg(l, l.op('i32x4.add', first, draw));
      const part = (half: Lane) => l.op('i32x4.mul', half, l.i32(rows));
      const low = part(l.op('v128.and', hash, l.i32(0xffff)));
      const high = part(l.shift('i32x4.shr_u', hash, 16));
      return l.shift('i32x4.shr_u', l.op('i32x4.add', high, l.shift('i32x4.shr_u', low, 16)), 16);
    },
    has: varies ? (draw) => l.op('i32x4.lt_s', draw, counts) : null,
    weight,
  };
}

import type { Lane, Lanes } from '../../../formula/wasm/index.ts';
import { cos, log } from '../../../formula/wasm/index.ts';
import { HEADER } from '../layout.ts';
import type { Frame } from './frame.ts';

/** One round of PCG's output function on four integers (Jarzynski & Olano 2020). */
export function pcg(l: Lanes, value: Lane): Lane {
  const state = l.op('i32x4.add', l.op('i32x4.mul', value, l.i32(747796405)), l.i32(2891336453));
  // The amount of the first shift is a number's own upper bits, 4 to 19: a shift for each of these bits.
  const amount = l.op('i32x4.add', l.shift('i32x4.shr_u', state, 28), l.i32(4));
  const word = [16, 8, 4, 2, 1].reduce((shifted, bits) => {
    const wanted = l.op('i32x4.eq', l.op('v128.and', amount, l.i32(bits)), l.i32(bits));
    return l.op('v128.bitselect', l.shift('i32x4.shr_u', shifted, bits), shifted, wanted);
  }, state);
  const mixed = l.op('i32x4.mul', l.op('v128.xor', word, state), l.i32(277803737));
  return l.op('v128.xor', l.shift('i32x4.shr_u', mixed, 22), mixed);
}

/** What all numbers of an update of four cells are drawn from; its number is given as integers. */
export function drawsOf(frame: Frame, number: Lane): Lane {
  const { lanes: l, code, layout, zero, vector } = frame;
  const shift = code.integer();
  code
    .get(vector)
    .const(2)
    .scalar('i32.shr_u')
    .loadInteger(zero, layout.tile + HEADER.first)
    .scalar('i32.add')
    .set(shift);
  const cell = l.op(
    'i32x4.add',
    code.splat(l.leaf(), shift),
    l.i32s([0, 1, 2, 3].map((lane) => lane + frame.offset / 4)),
  );
  return pcg(l, l.op('i32x4.add', pcg(l, l.op('i32x4.add', frame.run('seed'), cell)), number));
}

/**
 * A normal draw for four cells, as `random.ts` of the catalogue defines it (Box & Muller 1958).
 * @param parameter its number, as integers
 */
export function normal({ lanes: l, a }: Frame, draws: Lane, parameter: Lane): Lane {
  const one = pcg(l, l.op('i32x4.add', draws, parameter));
  const two = pcg(l, l.op('v128.xor', one, l.i32(0x9e3779b9)));
  const share = (bits: Lane) => a.mul(l.op('f32x4.convert_i32x4_s', bits), l.f32(2 ** -24));
  const radius = share(l.op('i32x4.add', l.shift('i32x4.shr_u', one, 8), l.i32(1)));
  const turn = share(l.shift('i32x4.shr_u', two, 8));
  return a.mul(a.sqrt(a.mul(l.f32(-2), log(l, radius))), cos(l, a.mul(l.f32(2 * Math.PI), turn)));
}

/** A gradient with the noise of an update, whose number is given as integers. */
export function noisyGradient(frame: Frame, gradient: readonly Lane[], number: Lane): Lane[] {
  const { a } = frame;
  const size = frame.knob(frame.layout.parameters);
  const draws = drawsOf(frame, number);
  return gradient.map((value, i) => a.add(value, a.mul(normal(frame, draws, frame.lanes.i32(i)), size)));
}

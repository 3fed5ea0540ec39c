import type { Lane } from '../../../../formula/wasm/index.ts';
import { MOST_RATIO, RATIOS, TALLY } from '../../../slots.ts';
import { FLUSH, SMALLEST_NORMAL } from '../../../subnormals.ts';
import { valueSlot } from '../../layout.ts';
import type { Frame } from '../frame.ts';
import { disturb } from './disturb.ts';
import { ElementStep } from './elements.ts';
import { type Looks, lesson } from './lesson.ts';
import { eachParameter, lossOf } from './look.ts';
import type { PlacedNetwork } from './places.ts';
import { stand } from './stand.ts';

/**
 * `advance(row, step, count)`: makes `count` updates of the tile's four networks, beginning after `step` of them; `row` is where the values that all cells share lie for the first. An
 * update of a network takes so long that whether it leaves its bounds or arrives is looked at every time. What has left stays as it is; when all four have, nothing more is done.
 */
export function writeAdvance(frame: Frame, network: PlacedNetwork, looks: Looks): void {
  const { code, lanes: l, a, layout } = frame;
  const [row, step, count] = [0, 1, 2];
  const { slots } = layout;
  const never = l.i32(-1);
  frame.readFixed();
  const radius = frame.run('escape');
  const bound = frame.run('bound');
  const target = frame.run('target');
  const tail = frame.run('tail');
  const divergedAt = code.variable(frame.tally(TALLY.divergedAt));
  const arrivedAt = code.variable(frame.tally(TALLY.arrivedAt));
  const going = code.integer();
  const more = () => {
    code.bits(l.op('i32x4.eq', code.read(l.leaf(), divergedAt), never)).set(going);
  };
  more();
  code.get(going);
  code.when(() => {
    code.repeat(() => {
      const now = code.splat(l.leaf(), step);
      const staying = l.op('i32x4.eq', code.read(l.leaf(), divergedAt), never);
      code.compute(staying);
      // Positions are looked at after every second update: here before the next, which is the same.
      const even = l.op('i32x4.eq', l.op('v128.and', now, l.i32(1)), l.i32(0));
      const square = stand(frame, network, a.and(even, staying));
      const number = l.op('i32x4.add', now, l.i32(1));
      lesson(frame, network, looks, number);
      const loss = lossOf(code, l, network);
      const inside = a.and(a.atMost(square, radius), a.atMost(a.abs(loss), bound));
      const moving = a.and(staying, inside);
      code.compute(moving);
      code.assign(divergedAt, a.choose(a.without(staying, inside), now, code.read(l.leaf(), divergedAt)));
      // The loss of a few rows is not the objective's: best losses and arrivals are those of records, then.
      if (!frame.batched) {
        const arrivedBefore = code.read(l.leaf(), arrivedAt);
        const arriving = a.and(a.and(moving, a.atMost(loss, target)), l.op('i32x4.eq', arrivedBefore, never));
        code.assign(arrivedAt, a.choose(arriving, now, arrivedBefore));
      }
      const keep = (slot: number, value: Lane) => {
        const before = frame.value(slot);
        frame.keep(slot, a.choose(moving, value, before));
      };
      if (!frame.batched) keep(slots.best, a.min(frame.value(slots.best), loss));
      addRatios(frame, loss, { now, moving, tail });

      disturb(frame, network, number);
      const update = new ElementStep(frame, network, frame.shared(row));
      const displaced = valueSlot(layout, slots.displacement);
      eachParameter(code, network, (at) => {
        const displacement = code.load(l.leaf(), at, displaced);
        const { u, next } = update.element(at);
        for (const [i, value] of next) {
          const place = valueSlot(layout, slots.states + layout.statePlaces[i]);
          code.store(at, place, a.choose(moving, value, code.load(l.leaf(), at, place)));
        }
        const moved = a.sub(displacement, a.mul(u, update.eta));
        code.store(at, displaced, a.choose(moving, moved, displacement));
      });
      for (const [i, value] of update.scalars) keep(slots.states + layout.statePlaces[i], value);
      code.step(row, layout.stepBytes).step(step, 1).step(count, -1);
      code
        .get(step)
        .const(FLUSH - 1)
        .scalar('i32.and')
        .const(1)
        .scalar('i32.lt_u');
      code.when(() => flush(frame, network, moving));
      more();
      code.get(count).const(0).scalar('i32.ne').get(going).const(0).scalar('i32.ne').scalar('i32.and');
    });
  });
  frame.keepTally(TALLY.divergedAt, code.read(l.leaf(), divergedAt));
  frame.keepTally(TALLY.arrivedAt, code.read(l.leaf(), arrivedAt));
}

/** Adds the ratio of a loss to the first one to its sums: see `RATIOS`. */
function addRatios(
  frame: Frame,
  loss: Lane,
  { now, moving, tail }: { readonly now: Lane; readonly moving: Lane; readonly tail: Lane },
): void {
  const { lanes: l, a, layout } = frame;
  const slot = (name: (typeof RATIOS)[number]) => layout.slots.ratios + RATIOS.indexOf(name);
  const begins = a.and(moving, l.op('i32x4.eq', now, l.i32(0)));
  const first = a.choose(begins, loss, frame.value(slot('first')));
  frame.keep(slot('first'), first);
  const quotient = a.div(loss, first);
  const most = l.f32(MOST_RATIO);
  // What is no number is not at most anything.
  const ratio = a.choose(a.atMost(quotient, most), quotient, most);
  const inverse = a.div(l.f32(1), ratio);
  const late = a.not(l.op('i32x4.lt_s', now, tail));
  const add = (name: (typeof RATIOS)[number], value: Lane, where: Lane) => {
    const before = frame.value(slot(name));
    frame.keep(slot(name), a.choose(where, a.add(before, value), before));
  };
  add('sum', ratio, moving);
  add('inverse', inverse, moving);
  add('tail', ratio, a.and(moving, late));
}

/** Numbers too small to count become 0: see `subnormals.ts`. */
function flush({ code, lanes, a, layout, update }: Frame, network: PlacedNetwork, moving: Lane): void {
  const { slots, statePlaces, uniform } = layout;
  const flushAt = (at: number, place: number) => {
    const value = code.load(lanes.leaf(), at, place);
    const small = a.and(moving, a.less(a.abs(value), lanes.f32(SMALLEST_NORMAL)));
    code.store(at, place, a.without(value, small));
  };
  const states = update.states.flatMap(({ input }, i) => (uniform.states.includes(i) ? [] : [{ input, i }]));
  const place = (i: number) => valueSlot(layout, slots.states + statePlaces[i]);
  const vectors = states.filter(({ input }) => input.perRow).map(({ i }) => place(i));
  eachParameter(code, network, (at) => {
    for (const each of [valueSlot(layout, slots.displacement), valueSlot(layout, slots.origin), ...vectors]) {
      flushAt(at, each);
    }
  });
  const zero = code.integer();
  for (const { input, i } of states) if (!input.perRow) flushAt(zero, place(i));
}

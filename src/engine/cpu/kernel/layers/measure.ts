import type { Lane } from '../../../../formula/wasm/index.ts';
import { TALLY } from '../../../slots.ts';
import { valueSlot } from '../../layout.ts';
import { CellCounter } from '../count.ts';
import type { Frame } from '../frame.ts';
import { motionOf, toldAt } from '../measure.ts';
import { CODE } from '../outcome.ts';
import { LEAST_SIZE } from '../sizes.ts';
import { disturb } from './disturb.ts';
import { ElementStep } from './elements.ts';
import { type Looks, lessonBeside } from './lesson.ts';
import { eachParameter, lossOf } from './look.ts';
import type { PlacedNetwork } from './places.ts';
import { stand } from './stand.ts';
import { placeStarts } from './starts.ts';

/**
 * `measure(row, step, interval, windowEnd, perStep, counters)`: as that of formulas, of the tile's four networks. There is no Hessian: where the gradient has vanished and the target is not
 * reached, a network's outcome is *flat*.
 */
export function writeMeasure(frame: Frame, network: PlacedNetwork, looks: Looks): void {
  const { code, lanes: l, a, layout } = frame;
  const [row, step, interval, windowEnd, perStep, counters] = [0, 1, 2, 3, 4, 5];
  const { slots } = layout;
  frame.readFixed();
  const never = l.i32(-1);
  const counter = new CellCounter(frame, counters);
  const now = code.splat(l.leaf(), step);
  const square = stand(frame, network, null);
  code.call(looks.look);
  const loss = lossOf(code, l, network);
  const { norm } = sizeOf(frame, network);
  code.compute(norm);
  lessonBeside(frame, network, looks, l.op('i32x4.add', now, l.i32(1)));
  const lessonLoss = lossOf(code, l, network);
  const inside = a.and(a.atMost(square, frame.run('escape')), a.atMost(a.abs(lessonLoss), frame.run('bound')));
  const before = frame.tally(TALLY.divergedAt);
  const alive = a.and(l.op('i32x4.eq', before, never), inside);
  const low = a.atMost(loss, frame.run('target'));
  const arrivedBefore = frame.tally(TALLY.arrivedAt);
  const told = toldAt(frame, step, interval, alive);
  const arriving = a.and(a.and(low, told), l.op('i32x4.eq', arrivedBefore, never));
  const arrivedAt = a.choose(arriving, now, arrivedBefore);
  const { motion, effective, moving } = follow(frame, network, { row, step, interval, windowEnd, perStep }, loss);
  const vanished = a.atMost(norm, frame.run('gradient'));
  const still = a.choose(low, l.i32(CODE.converged), a.choose(vanished, l.i32(CODE.flat), motion));
  const outcome = a.choose(alive, still, l.i32(CODE.diverged));
  const best = frame.value(slots.best);
  frame.keep(slots.loss, loss);
  frame.keep(slots.gradientNorm, norm);
  frame.keep(slots.best, a.choose(told, a.min(best, loss), best));
  frame.keepTally(TALLY.divergedAt, a.choose(a.or(inside, a.not(l.op('i32x4.eq', before, never))), before, now));
  frame.keepTally(TALLY.arrivedAt, arrivedAt);
  frame.keepTally(TALLY.outcome, outcome);
  const arrived = a.not(l.op('i32x4.eq', arrivedAt, never));
  counter.add({ alive, outcome, arrived, loss, norm, effective, moving });
  counter.finish();
}

/** The norm of the gradient in its places, 1 over its largest component's size, and the square of the norm of the gradient times that: nothing overflows or vanishes. */
function sizeOf({ code, lanes: l, a }: Frame, network: PlacedNetwork): { norm: Lane; scale: Lane; square: Lane } {
  const most = code.variable(l.f32(LEAST_SIZE));
  eachParameter(code, network, (at) => {
    const value = a.abs(code.load(l.leaf(), at, network.gradient));
    code.assign(most, a.max(code.read(l.leaf(), most), value));
  });
  const size = code.read(l.leaf(), most);
  const scale = a.div(l.f32(1), size);
  code.compute(scale);
  const sum = code.variable(l.f32(0));
  eachParameter(code, network, (at) => {
    const scaled = a.mul(code.load(l.leaf(), at, network.gradient), scale);
    code.increase(sum, a.mul(scaled, scaled));
  });
  const square = code.read(l.leaf(), sum);
  return { norm: a.mul(size, a.sqrt(square)), scale, square };
}

interface Given {
  readonly row: number;
  readonly step: number;
  readonly interval: number;
  readonly windowEnd: number;
  readonly perStep: number;
}

/** Whether a network still descends, and how long its next step is. */
function follow(
  frame: Frame,
  network: PlacedNetwork,
  given: Given,
  loss: Lane,
): { motion: Lane; effective: Lane; moving: Lane } {
  const { code, lanes: l, a, layout } = frame;
  const { slots } = layout;
  disturb(frame, network, l.op('i32x4.add', code.splat(l.leaf(), given.step), l.i32(1)));
  const { scale, square } = sizeOf(frame, network);
  const update = new ElementStep(frame, network, frame.shared(given.row));
  placeStarts(frame, network);
  const ends = code.splat(l.leaf(), given.windowEnd);
  const [way, length, step] = [0, 1, 2].map(() => code.variable(l.f32(0)));
  const still = code.variable(l.i32(-1));
  const place = (slot: number) => valueSlot(layout, slot);
  eachParameter(code, network, (at) => {
    const load = (address: number) => code.load(l.leaf(), at, address);
    const [displacement, origin, anchor] = [slots.displacement, slots.origin, slots.anchor].map((slot) =>
      load(place(slot)),
    );
    const away = a.add(a.sub(origin, load(network.start)), displacement);
    const { u } = update.element(at);
    const move = a.mul(u, update.eta);
    code.increase(length, a.abs(move));
    code.increase(way, a.abs(a.sub(away, anchor)));
    const scaled = a.mul(u, scale);
    code.increase(step, a.mul(scaled, scaled));
    const stays = l.op('f32x4.eq', a.add(origin, a.sub(displacement, move)), load(network.theta));
    code.assign(still, a.and(code.read(l.leaf(), still), stays));
    code.store(at, place(slots.anchor), a.choose(ends, away, anchor));
  });
  const read = (variable: number) => code.read(l.leaf(), variable);
  const motion = motionOf(frame, given, ends, loss, { still: read(still), way: read(way), length: read(length) });
  const rate = a.mul(a.abs(update.eta), code.splat(l.leaf(), given.perStep));
  return {
    motion,
    effective: a.mul(rate, a.sqrt(a.div(read(step), square))),
    moving: a.less(l.f32(0), square),
  };
}

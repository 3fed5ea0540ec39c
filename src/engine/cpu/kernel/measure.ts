import type { Lane } from '../../../formula/wasm/index.ts';
import { TALLY } from '../../slots.ts';
import { CellCounter } from './count.ts';
import type { Evaluated, Frame } from './frame.ts';
import { CODE, stationaryOutcome } from './outcome.ts';
import { normOf, scaledSquare } from './sizes.ts';

/** A trajectory whose net way is a smaller share of its path than this goes to and fro. */
const STRAIGHT = 0.25;

/**
 * `measure(row, step, interval, windowEnd, perStep, counters)`: measures every cell of the tile where it stands: loss, gradient norm, outcome; and adds
 * them to the counters at an address. The meaning of all this is that of `measure.wgsl`. `row` holds what all cells share for the next update,
 * `interval` the steps since the last record (0 where this is none), `windowEnd` is 0 or −1, `perStep` the bits
 * of 1 over what effective steps are counted against.
 */
export function writeMeasure(frame: Frame): void {
  const { code, lanes, a, layout } = frame;
  const [row, step, interval, windowEnd, perStep, counters] = [0, 1, 2, 3, 4, 5];
  const { slots } = layout;
  const reach = frame.run('escape');
  const bound = frame.run('bound');
  const target = frame.run('target');
  frame.readFixed();
  const never = lanes.i32(-1);
  const counter = new CellCounter(frame, counters);

  frame.eachVector(() => {
    const now = code.splat(lanes.leaf(), step);
    const origin = frame.values(slots.origin);
    const displacement = frame.values(slots.displacement);
    const theta = origin.map((from, i) => a.add(from, displacement[i]));
    const at = frame.evaluate(theta, 'hessian');
    const norm = normOf(frame, at.gradient);
    const square = a.total(theta.map((value) => a.mul(value, value)));
    const number = lanes.op('i32x4.add', now, lanes.i32(1));
    const lesson = frame.lessonBeside(at, theta, number);
    const inside = a.and(a.atMost(square, reach), a.atMost(a.abs(lesson.loss), bound));
    const before = frame.tally(TALLY.divergedAt);
    const alive = a.and(lanes.op('i32x4.eq', before, never), inside);
    const low = a.atMost(at.loss, target);
    const arrivedBefore = frame.tally(TALLY.arrivedAt);
    const told = toldAt(frame, step, interval, alive);
    const arriving = a.and(a.and(low, told), lanes.op('i32x4.eq', arrivedBefore, never));
    const arrivedAt = a.choose(arriving, now, arrivedBefore);
    const { motion, effective, moving } = follow(
      frame,
      { row, interval, windowEnd, perStep },
      { origin, displacement, theta, at, lesson, number },
    );
    const stationary = stationaryOutcome(frame, theta, at, norm, low);
    const outcome = a.choose(
      alive,
      a.choose(low, lanes.i32(CODE.converged), a.choose(stationary.vanished, stationary.outcome, motion)),
      lanes.i32(CODE.diverged),
    );

    const best = frame.value(slots.best);
    frame.keep(slots.loss, at.loss);
    frame.keep(slots.gradientNorm, norm);
    frame.keep(slots.best, a.choose(told, a.min(best, at.loss), best));
    frame.keepTally(TALLY.divergedAt, a.choose(a.or(inside, a.not(lanes.op('i32x4.eq', before, never))), before, now));
    frame.keepTally(TALLY.arrivedAt, arrivedAt);
    frame.keepTally(TALLY.outcome, outcome);
    const arrived = a.not(lanes.op('i32x4.eq', arrivedAt, never));
    counter.add({ alive, outcome, arrived, loss: at.loss, norm, effective, moving });
  });
  counter.finish();
}

/** Mask of the living cells whose loss counts for their best one and their arrival: with drawn rows those of records alone, whose steps do not depend on who looks. */
export function toldAt({ code, lanes, a, batched }: Frame, step: number, interval: number, alive: Lane): Lane {
  if (!batched) return alive;
  const none = lanes.i32(0);
  const isNone = (integer: number) => lanes.op('i32x4.eq', code.splat(lanes.leaf(), integer), none);
  return a.without(alive, a.without(isNone(interval), isNone(step)));
}

/** Whether a trajectory still descends, and how long its next step is: `follow` of `measure.wgsl`. */
function follow(
  frame: Frame,
  given: { readonly row: number; readonly interval: number; readonly windowEnd: number; readonly perStep: number },
  place: { origin: Lane[]; displacement: Lane[]; theta: Lane[]; at: Evaluated; lesson: Evaluated; number: Lane },
): { motion: Lane; effective: Lane; moving: Lane } {
  const { code, lanes, a, layout } = frame;
  const { slots, parameters } = layout;
  const { origin, displacement, theta, at, lesson, number } = place;
  const gradient = frame.disturbed(lesson.gradient, number);
  const update = frame.step(theta, gradient, lesson, frame.shared(given.row));
  const ends = code.splat(lanes.leaf(), given.windowEnd);
  const size = (vector: readonly Lane[]) => a.total(vector.map(a.abs));
  const length = size(update.u.map((u) => a.mul(u, update.eta)));
  const start = Array.from({ length: parameters }, (_, i) => frame.anyKnob(i));
  const away = displacement.map((value, i) => a.add(a.sub(origin[i], start[i]), value));
  const anchor = frame.values(slots.anchor);
  const way = size(away.map((value, i) => a.sub(value, anchor[i])));
  // Whether the next step is too small to change the position.
  const still = theta
    .map((value, i) => {
      const next = a.sub(displacement[i], a.mul(update.u[i], update.eta));
      return lanes.op('f32x4.eq', a.add(origin[i], next), value);
    })
    .reduce(a.and);
  const motion = motionOf(frame, given, ends, at.loss, { still, way, length });
  away.forEach((value, i) => {
    frame.keep(slots.anchor + i, a.choose(ends, value, anchor[i]));
  });
  const { scale, square } = scaledSquare(frame, gradient);
  const step = a.total(update.u.map((u) => a.mul(u, scale)).map((u) => a.mul(u, u)));
  const rate = a.mul(a.abs(update.eta), code.splat(lanes.leaf(), given.perStep));
  return {
    motion,
    effective: a.mul(rate, a.sqrt(a.div(step, square))),
    moving: a.less(lanes.f32(0), square),
  };
}

/**
 * Whether a trajectory descends or goes to and fro, which is judged where a window ends.
 * @param ends mask of the window's end
 * @param made whether the next step is too small to change the position, the net way since the window began, and the length of the next step
 */
export function motionOf(
  frame: Frame,
  given: { readonly interval: number },
  ends: Lane,
  loss: Lane,
  { still, way, length }: { readonly still: Lane; readonly way: Lane; readonly length: Lane },
): Lane {
  const { code, lanes, a, layout } = frame;
  const { slots } = layout;
  const steps = lanes.op('f32x4.convert_i32x4_s', code.splat(lanes.leaf(), given.interval));
  const path = a.add(frame.value(slots.path), a.mul(steps, length));
  const anchorLoss = frame.value(slots.anchorLoss);
  const straight = a.atMost(a.mul(lanes.f32(STRAIGHT), path), way);
  const descends = a.or(still, a.and(straight, a.less(loss, anchorLoss)));
  const verdict = a.choose(descends, lanes.i32(CODE.crawling), lanes.i32(CODE.oscillating));
  const motion = a.choose(ends, verdict, frame.tally(TALLY.motion));
  code.compute(motion);
  frame.keepTally(TALLY.motion, motion);
  frame.keep(slots.path, a.without(path, ends));
  frame.keep(slots.anchorLoss, a.choose(ends, loss, anchorLoss));
  return motion;
}

import type { Lane, Local } from '../../../formula/wasm/index.ts';
import { SMALLEST_NORMAL } from '../../subnormals.ts';
import { carriedSlots } from '../layout.ts';
import type { Evaluated, Frame } from './frame.ts';

/** Where a vector's cells are. */
interface Place {
  readonly origin: readonly Lane[];
  readonly displacement: readonly Lane[];
  readonly theta: readonly Lane[];
}

/** Where a vector's cells are, and what their next update is made from. */
export interface Standing extends Place {
  readonly evaluated: Evaluated;
}

/** What steps are made with: addresses and numbers. */
export interface Clock {
  /** Where what all cells share for the next update lies. */
  readonly row: Local;
  /** Updates made so far. */
  readonly step: Local;
}

/** Where the cells of the vector at hand are. */
export function placeOf(frame: Frame): Place {
  const { a, layout } = frame;
  const origin = frame.values(layout.slots.origin);
  const displacement = frame.values(layout.slots.displacement);
  return { origin, displacement, theta: origin.map((from, i) => a.add(from, displacement[i])) };
}

/** The number of the update that is made next, as integers. */
function numberOf({ code, lanes }: Frame, { step }: Clock): Lane {
  return lanes.op('i32x4.add', code.splat(lanes.leaf(), step), lanes.i32(1));
}

/** Where the cells of a group of vectors stand, one vector after another. */
export function standing(frame: Frame, clock: Clock): Standing[] {
  return frame.group(() => {
    const place = placeOf(frame);
    return { ...place, evaluated: frame.lesson(place.theta, () => numberOf(frame, clock)) };
  });
}

/**
 * After every second update: positions that have come close to 0 become new origins; see `Place` in the engine's oracle. Doing it twice, or at once or
 * before the next update, is the same.
 */
export function renew(frame: Frame, { step }: Clock, group: readonly Place[]): void {
  const { code, lanes, a, layout } = frame;
  const { slots } = layout;
  const near = ({ theta, displacement }: Place) =>
    theta.map((place, i) => a.less(a.abs(place), a.mul(lanes.f32(0.5), a.abs(displacement[i]))));
  code.get(step).const(1).scalar('i32.and').const(1).scalar('i32.ne');
  code.when(() => {
    code.bits(group.flatMap(near).reduce(a.or)).when(() => {
      frame.group(() => {
        // Read and computed anew: whatever the rare case shared with the usual one would have to be kept for it.
        const place = placeOf(frame);
        near(place).forEach((mask, i) => {
          code.compute(mask);
          frame.keep(slots.origin + i, a.choose(mask, place.theta[i], place.origin[i]));
          frame.keep(slots.displacement + i, a.without(place.displacement[i], mask));
        });
      });
    });
  });
}

/** Numbers too small to count become 0: see `subnormals.ts`. */
export function flush(frame: Frame): void {
  const { a, lanes, layout } = frame;
  for (const slot of carriedSlots(layout)) {
    if (slot === layout.slots.best) continue;
    frame.group(() => {
      const value = frame.value(slot);
      frame.keep(slot, a.without(value, a.less(a.abs(value), lanes.f32(SMALLEST_NORMAL))));
    });
  }
}

/** Makes an update of a group of vectors from where they stand. */
export function move(frame: Frame, clock: Clock, group: readonly Standing[]): void {
  const { a, layout } = frame;
  const { slots } = layout;
  const number = numberOf(frame, clock);
  const shared = frame.shared(clock.row);
  const updates = frame.group((k) => {
    const { theta, evaluated } = group[k];
    return frame.step(theta, frame.disturbed(evaluated.gradient, number), evaluated, shared);
  });
  // One value of each vector in turn: compilers keep the order of stores, and so have a constant at hand for both.
  // The loss of a few rows is not the objective's: the best one is that of records, then.
  if (!frame.batched)
    frame.group((k) => frame.keep(slots.best, a.min(frame.value(slots.best), group[k].evaluated.loss)));
  for (const i of updates[0].next.keys()) {
    frame.group((k) => frame.keep(slots.states + i, updates[k].next.get(i) as Lane));
  }
  for (let i = 0; i < layout.parameters; i++) {
    frame.group((k) => {
      const { u, eta } = updates[k];
      // Read again: a new origin may have come in between.
      frame.keep(slots.displacement + i, a.sub(frame.value(slots.displacement + i), a.mul(u[i], eta)));
    });
  }
}

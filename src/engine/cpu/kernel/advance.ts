import type { Lane } from '../../../formula/wasm/index.ts';
import { TALLY } from '../../slots.ts';
import { type Layout, SLOT } from '../layout.ts';
import type { Frame } from './frame.ts';

/** Places of an advance's own vectors for each cell. */
const ALIVE = 0;
const GOAL = 1;
const FROZEN = 2;

/**
 * `advance(row, step, count)`: makes `count` updates of every cell of the tile, beginning after `step` of them; `row` is where the values that all
 * cells share lie for the first of them. Step by step over all cells: their numbers stay in the core's first cache, and nothing waits for the step
 * before, as it would in a single trajectory.
 */
export function writeAdvance(frame: Frame): void {
  const { code, layout, lanes, a } = frame;
  const [row, step, count] = [0, 1, 2];
  const { slots } = layout;
  const own = new OwnSlots(frame);
  const radius = frame.run('escape');
  const bound = frame.run('bound');
  const target = frame.run('target');
  frame.readFixed();
  const carried = carriedSlots(layout);

  frame.eachVector(() => {
    const alive = lanes.op('i32x4.eq', frame.tally(TALLY.divergedAt), lanes.i32(-1));
    const waits = lanes.op('i32x4.eq', frame.tally(TALLY.arrivedAt), lanes.i32(-1));
    own.keep(ALIVE, alive);
    own.keep(GOAL, a.choose(a.and(waits, alive), target, lanes.f32(-Infinity)));
    carried.forEach((slot, i) => {
      own.keep(FROZEN + i, frame.value(slot));
    });
  });

  code.repeat(() => {
    frame.eachVector(() => {
      const alive = own.value(ALIVE);
      code.any(alive).when(() => {
        const origin = frame.values(slots.origin);
        const displacement = frame.values(slots.displacement);
        const theta = origin.map((from, i) => a.add(from, displacement[i]));
        const at = frame.evaluate(theta, 'gradient');
        const best = frame.value(slots.best);
        const goal = own.value(GOAL);
        const square = a.total(theta.map((value) => a.mul(value, value)));
        // A value that is not a number is inside no bounds.
        const inside = a.and(a.atMost(square, radius), a.atMost(a.abs(at.loss), bound));
        const leaving = a.without(alive, inside);
        const reached = a.atMost(at.loss, goal);
        code.any(a.or(leaving, reached)).when(() => {
          const now = code.splat(lanes.leaf(), step);
          const arriving = a.and(reached, inside);
          frame.keepTally(TALLY.arrivedAt, a.choose(arriving, now, frame.tally(TALLY.arrivedAt)));
          frame.keepTally(TALLY.divergedAt, a.choose(leaving, now, frame.tally(TALLY.divergedAt)));
          own.keep(GOAL, a.choose(a.or(arriving, leaving), lanes.f32(-Infinity), goal));
          own.keep(ALIVE, a.without(alive, leaving));
          carried.forEach((slot, i) => {
            own.keep(FROZEN + i, a.choose(leaving, frame.value(slot), own.value(FROZEN + i)));
          });
        });
        frame.keep(slots.best, a.min(best, at.loss));
        const number = lanes.op('i32x4.add', code.splat(lanes.leaf(), step), lanes.i32(1));
        const update = frame.step(theta, frame.disturbed(at.gradient, number), at, row);
        const moved = displacement.map((value, i) => a.sub(value, a.mul(update.u[i], update.eta)));
        for (const [i, next] of update.next) frame.keep(slots.states + i, next);
        for (const lane of moved) code.compute(lane);
        code.get(step).const(1).scalar('i32.and');
        code.when(
          () => {
            // After every second update: see `Place` in the engine's oracle.
            moved.forEach((value, i) => {
              const place = a.add(origin[i], value);
              const near = a.less(a.abs(place), a.mul(lanes.f32(0.5), a.abs(value)));
              frame.keep(slots.displacement + i, a.without(value, near));
              frame.keep(slots.origin + i, a.choose(near, place, origin[i]));
            });
          },
          () => {
            moved.forEach((value, i) => {
              frame.keep(slots.displacement + i, value);
            });
          },
        );
      });
    });
    code.step(row, layout.stepBytes).step(step, 1).step(count, -1);
    code.get(count);
  });

  // Those that have left their bounds have gone on meanwhile; they are put back to where they left.
  frame.eachVector(() => {
    const alive = own.value(ALIVE);
    code.any(a.not(alive)).when(() => {
      carried.forEach((slot, i) => {
        frame.keep(slot, a.choose(alive, frame.value(slot), own.value(FROZEN + i)));
      });
    });
  });
}

/** The slots that an update changes, except states that all cells share. */
function carriedSlots({ slots, parameters, uniform }: Layout): number[] {
  const vectors = Array.from({ length: parameters }, (_, i) => [slots.displacement + i, slots.origin + i]).flat();
  const states = Array.from({ length: slots.values - slots.states }, (_, i) => i).filter(
    (i) => !uniform.states.includes(i),
  );
  return [...vectors, slots.best, ...states.map((i) => slots.states + i)];
}

/** Vectors for each cell that only `advance` needs. */
class OwnSlots {
  constructor(private readonly frame: Frame) {}

  value(slot: number): Lane {
    const { code, lanes, vector, layout } = this.frame;
    return code.load(lanes.leaf(), vector, layout.scratch + SLOT * slot);
  }
  keep(slot: number, value: Lane): void {
    const { code, vector, layout } = this.frame;
    code.store(vector, layout.scratch + SLOT * slot, value);
  }
}

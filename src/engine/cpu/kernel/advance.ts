import type { Lane } from '../../../formula/wasm/index.ts';
import { TALLY } from '../../slots.ts';
import { type Layout, SLOT } from '../layout.ts';
import type { Frame } from './frame.ts';

/** Places of an advance's own vectors for each cell. */
const GONE = 0;
const GOAL = 1;
const FROZEN = 2;
/** The bits of four lanes. */
const ALL = 15;

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
  const { inFlight } = layout;
  const each = <T>(run: (k: number) => T) => Array.from({ length: inFlight }, (_, k) => frame.ahead(k, () => run(k)));

  frame.eachVector(() => {
    const gone = a.not(lanes.op('i32x4.eq', frame.tally(TALLY.divergedAt), lanes.i32(-1)));
    const waits = lanes.op('i32x4.eq', frame.tally(TALLY.arrivedAt), lanes.i32(-1));
    own.keep(GONE, gone);
    own.keep(GOAL, a.choose(a.without(waits, gone), target, lanes.f32(-Infinity)));
    carried.forEach((slot, i) => {
      own.keep(FROZEN + i, frame.value(slot));
    });
  });

  code.repeat(() => {
    frame.eachVector(() => {
      const gone = each(() => own.value(GONE));
      code.bits(gone.reduce(a.and)).const(ALL).scalar('i32.ne');
      code.when(() => {
        const at = each(() => standing(frame));
        const checks = at.map(({ theta, evaluated: { loss } }, k) => {
          const square = a.total(theta.map((value) => a.mul(value, value)));
          // A value that is not a number is inside no bounds.
          const inside = a.and(a.atMost(square, radius), a.atMost(a.abs(loss), bound));
          const goal = frame.ahead(k, () => own.value(GOAL));
          return { inside, above: a.less(goal, loss), goal };
        });
        const fine = checks.map(({ inside, above }, k) => a.or(a.and(inside, above), gone[k]));
        code.bits(fine.reduce(a.and)).const(ALL).scalar('i32.ne');
        code.when(() => {
          const now = code.splat(lanes.leaf(), step);
          each((k) => {
            const { inside, above, goal } = checks[k];
            const leaving = a.not(a.or(inside, gone[k]));
            const arriving = a.without(a.without(inside, above), gone[k]);
            frame.keepTally(TALLY.arrivedAt, a.choose(arriving, now, frame.tally(TALLY.arrivedAt)));
            frame.keepTally(TALLY.divergedAt, a.choose(leaving, now, frame.tally(TALLY.divergedAt)));
            own.keep(GOAL, a.choose(a.or(arriving, leaving), lanes.f32(-Infinity), goal));
            own.keep(GONE, a.or(gone[k], leaving));
            carried.forEach((slot, i) => {
              own.keep(FROZEN + i, a.choose(leaving, frame.value(slot), own.value(FROZEN + i)));
            });
          });
        });
        const number = lanes.op('i32x4.add', code.splat(lanes.leaf(), step), lanes.i32(1));
        const shared = frame.shared(row);
        const best = each((k) => a.min(frame.value(slots.best), at[k].evaluated.loss));
        const updates = each((k) => {
          const { theta, evaluated } = at[k];
          return frame.step(theta, frame.disturbed(evaluated.gradient, number), evaluated, shared);
        });
        // Stored only now: no load waits for a store.
        const moved = each((k) => {
          const { u, eta, next } = updates[k];
          frame.keep(slots.best, best[k]);
          for (const [i, value] of next) frame.keep(slots.states + i, value);
          const displacement = at[k].displacement.map((value, i) => a.sub(value, a.mul(u[i], eta)));
          displacement.forEach((value, i) => {
            frame.keep(slots.displacement + i, value);
          });
          return { origin: at[k].origin, displacement };
        });
        code.get(step).const(1).scalar('i32.and');
        code.when(() => renew(frame, moved));
      });
    }, inFlight);
    code.step(row, layout.stepBytes).step(step, 1).step(count, -1);
    code.get(count);
  });

  // Those that have left their bounds have gone on meanwhile; they are put back to where they left.
  frame.eachVector(() => {
    const gone = own.value(GONE);
    code.bits(gone).when(() => {
      carried.forEach((slot, i) => {
        frame.keep(slot, a.choose(gone, own.value(FROZEN + i), frame.value(slot)));
      });
    });
  });
}

/** Where a vector's cells stand. */
function standing(frame: Frame) {
  const { a, layout } = frame;
  const origin = frame.values(layout.slots.origin);
  const displacement = frame.values(layout.slots.displacement);
  const theta = origin.map((from, i) => a.add(from, displacement[i]));
  return { origin, displacement, theta, evaluated: frame.evaluate(theta, 'gradient') };
}

/** After every second update: positions that have come close to 0 become new origins; see `Place` in the engine's oracle. */
function renew(
  frame: Frame,
  vectors: readonly { readonly origin: readonly Lane[]; readonly displacement: readonly Lane[] }[],
): void {
  const { code, lanes, a, layout } = frame;
  const { slots } = layout;
  const moves = vectors.map(({ origin, displacement }) =>
    displacement.map((value, i) => {
      const place = a.add(origin[i], value);
      return { place, near: a.less(a.abs(place), a.mul(lanes.f32(0.5), a.abs(value))) };
    }),
  );
  const near = moves.flat().map((move) => move.near);
  code.bits(near.reduce(a.or)).when(() => {
    vectors.forEach(({ origin, displacement }, k) => {
      frame.ahead(k, () => {
        moves[k].forEach((move, i) => {
          frame.keep(slots.displacement + i, a.without(displacement[i], move.near));
          frame.keep(slots.origin + i, a.choose(move.near, move.place, origin[i]));
        });
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
    return code.load(lanes.leaf(), vector, layout.scratch + SLOT * slot + this.frame.offset);
  }
  keep(slot: number, value: Lane): void {
    const { code, vector, layout } = this.frame;
    code.store(vector, layout.scratch + SLOT * slot + this.frame.offset, value);
  }
}

import type { Local } from '../../../formula/wasm/index.ts';
import { TALLY } from '../../slots.ts';
import { ALL_LANES, type Frame } from './frame.ts';
import { type Clock, move, renew, standing } from './update.ts';
import type { Workings } from './workings.ts';

/** A step of the group at hand. `sum` grows by at least |θ|² and the loss in relation to its bound, so that it tells whether they may have been too large. */
export function takeUnwatched(frame: Frame, clock: Clock, sum: Local): void {
  const { code, lanes, a } = frame;
  const at = standing(frame, clock);
  renew(frame, clock, at);
  const squares = at.flatMap(({ theta }) => theta.map((value) => a.mul(value, value)));
  const losses = at.map(({ evaluated }) => a.abs(evaluated.loss));
  const size = a.add(a.total(squares), a.mul(frame.run('weight'), a.total(losses)));
  code.assign(sum, a.add(code.read(lanes.leaf(), sum), size));
  move(frame, clock, at);
}

/** A step of the group at hand, in which cells may arrive or leave their bounds. */
export function takeWatched(frame: Frame, clock: Clock, workings: Workings): void {
  const { code, lanes, a } = frame;
  const radius = frame.run('escape');
  const bound = frame.run('bound');
  const gone = frame.group(() => workings.gone());
  code.bits(gone.reduce(a.and)).const(ALL_LANES).scalar('i32.ne');
  code.when(() => {
    const at = standing(frame, clock);
    renew(frame, clock, at);
    const checks = frame.group((k) => {
      const { theta, evaluated } = at[k];
      const square = a.total(theta.map((value) => a.mul(value, value)));
      // A value that is not a number is inside no bounds.
      const inside = a.and(a.atMost(square, radius), a.atMost(a.abs(evaluated.loss), bound));
      const goal = workings.goal();
      // The loss of a few rows is not the objective's: arrivals are those of records, then.
      const above = frame.batched ? inside : a.less(goal, evaluated.loss);
      return { inside, above, goal };
    });
    const fine = checks.map(({ inside, above }, k) => a.or(a.and(inside, above), gone[k]));
    code.bits(fine.reduce(a.and)).const(ALL_LANES).scalar('i32.ne');
    code.when(() => {
      const now = code.splat(lanes.leaf(), clock.step);
      frame.group((k) => {
        const { inside, above, goal } = checks[k];
        const leaving = a.not(a.or(inside, gone[k]));
        const arriving = a.without(a.without(inside, above), gone[k]);
        frame.keepTally(TALLY.arrivedAt, a.choose(arriving, now, frame.tally(TALLY.arrivedAt)));
        frame.keepTally(TALLY.divergedAt, a.choose(leaving, now, frame.tally(TALLY.divergedAt)));
        workings.keepGoal(a.choose(a.or(arriving, leaving), lanes.f32(-Infinity), goal));
        workings.keepGone(a.or(gone[k], leaving));
        workings.freezeSome(leaving);
      });
    });
    move(frame, clock, at);
  });
}

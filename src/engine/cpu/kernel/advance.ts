import { TALLY } from '../../slots.ts';
import { FLUSH } from '../../subnormals.ts';
import { GROUP } from '../layout.ts';
import { ALL_LANES, type Frame } from './frame.ts';
import { flush, placeOf, renew } from './update.ts';
import { takeUnwatched, takeWatched } from './watch.ts';
import { GroupList, Workings } from './workings.ts';

/** Blocks end after steps that this divides; even, for new origins are due after every second. */
const BLOCK = FLUSH;
/** So few steps are not worth keeping the states that they begin with. */
const FEW = 4;

/**
 * `advance(row, step, count)`: makes `count` updates of every cell of the tile, beginning after `step` of them; `row` is where the values that all
 * cells share lie for the first of them. Step by step over all cells: their numbers stay in the core's first cache, and nothing waits for the step
 * before, as it would in a single trajectory.
 *
 * Leaving the bounds and arriving are seldom, and looking out for them takes a quarter of a short formula's time. So a block of steps is made unwatched,
 * and only then is it found out whether there was anything to be seen; where there was, it is made again, watched. Groups with cells that have left are
 * always watched.
 */
export function writeAdvance(frame: Frame): void {
  const { code, layout, lanes, a } = frame;
  const [row, step, count] = [0, 1, 2];
  const workings = new Workings(frame);
  const unwatched = new GroupList(frame, 0);
  const watched = new GroupList(frame, 1);
  const [block, left] = [code.integer(), code.integer()];
  const clock = { row: code.integer(), step: code.integer() };
  frame.readFixed();
  begin(frame, workings);

  /** Makes the block's steps with all groups of a list. */
  const makeSteps = (list: GroupList, takeStep: () => void) => {
    code.get(list.length).when(() => {
      code.get(row).set(clock.row).get(step).set(clock.step).get(block).set(left);
      code.repeat(() => {
        list.each(takeStep);
        code.step(clock.row, layout.stepBytes).step(clock.step, 1).step(left, -1);
        code.get(left);
      });
      list.each(() => {
        const places = frame.group(() => placeOf(frame));
        renew(frame, clock, places);
      });
      code
        .get(clock.step)
        .const(BLOCK - 1)
        .scalar('i32.and')
        .const(1)
        .scalar('i32.lt_u');
      code.when(() => list.each(() => flush(frame)));
    });
  };

  code.repeat(() => {
    code
      .const(BLOCK)
      .get(step)
      .const(BLOCK - 1)
      .scalar('i32.and')
      .scalar('i32.sub')
      .set(block);
    code.get(block).get(count).get(block).get(count).scalar('i32.lt_u').select().set(block);
    unwatched.clear();
    watched.clear();
    frame.eachVector(() => {
      const gone = frame.group(() => workings.gone());
      const watch = () => {
        code.bits(gone.reduce(a.and)).const(ALL_LANES).scalar('i32.ne');
        code.when(() => watched.append());
      };
      if (!layout.short) watch();
      else {
        code.bits(gone.reduce(a.or)).get(block).const(FEW).scalar('i32.lt_u').scalar('i32.or');
        code.when(watch, () => {
          unwatched.append();
          frame.group(() => workings.save());
        });
      }
    }, GROUP);

    if (layout.short) {
      const sum = code.variable(lanes.f32(0));
      makeSteps(unwatched, () => takeUnwatched(frame, clock, sum));
      const far = code.integer();
      code.bits(a.atMost(code.read(lanes.leaf(), sum), frame.run('escape')));
      code.const(ALL_LANES).scalar('i32.ne').set(far);
      unwatched.each(() => {
        const arrived = frame.group(() => a.atMost(frame.value(layout.slots.best), workings.goal()));
        code.bits(arrived.reduce(a.or)).get(far).scalar('i32.or');
        code.when(() => {
          frame.group(() => workings.restore());
          watched.append();
        });
      });
    }
    makeSteps(watched, () => takeWatched(frame, clock, workings));

    code.get(block).const(layout.stepBytes).scalar('i32.mul').get(row).scalar('i32.add').set(row);
    code.get(step).get(block).scalar('i32.add').set(step);
    code.get(count).get(block).scalar('i32.sub').set(count);
    code.get(count);
  });

  // Those that have left their bounds have gone on meanwhile; they are put back to where they left.
  frame.eachVector(() => {
    const gone = workings.gone();
    code.bits(gone).when(() => workings.thaw(gone));
  });
}

/** Notes who has left the bounds, and where, and who may still arrive. */
function begin(frame: Frame, workings: Workings): void {
  const { code, lanes, a } = frame;
  const target = frame.run('target');
  const never = lanes.i32(-1);
  frame.eachVector(() => {
    const gone = a.not(lanes.op('i32x4.eq', frame.tally(TALLY.divergedAt), never));
    const waits = lanes.op('i32x4.eq', frame.tally(TALLY.arrivedAt), never);
    workings.keepGone(gone);
    workings.keepGoal(a.choose(a.without(waits, gone), target, lanes.f32(-Infinity)));
    code.bits(gone).when(() => workings.freeze());
  });
}

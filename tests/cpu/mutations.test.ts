import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { EVERY_PROBLEM, problems } from '../support/engine-problems.ts';
import { Mutants } from '../support/mutants.ts';

const KERNEL = 'src/engine/cpu/kernel';
const ADVANCE = `${KERNEL}/advance.ts`;
const COUNT = `${KERNEL}/count.ts`;
const MEASURE = `${KERNEL}/measure.ts`;
const OUTCOME = `${KERNEL}/outcome.ts`;
const NOISE = `${KERNEL}/noise.ts`;
const UPDATE = `${KERNEL}/update.ts`;
const WATCH = `${KERNEL}/watch.ts`;
const WORKINGS = `${KERNEL}/workings.ts`;
const SHARE = `${KERNEL}/share.ts`;
const SPECTRUM = `${KERNEL}/spectrum.ts`;
const TILES = 'src/engine/cpu/tiles.ts';
const ROWS = 'src/formula/wasm/rows.ts';
const NEAR = 'a.less(a.abs(place), a.mul(lanes.f32(0.5), a.abs(displacement[i])))';

/** Deliberate mistakes, and the experiment that must show each. */
const MUTATIONS: readonly (readonly [what: string, shown: string, file: string, from: string, to: string])[] = [
  ['noise of the step before', 'noise', UPDATE, 'step), lanes.i32(1));', 'step), lanes.i32(0));'],
  ['the same noise for both parameters', 'noise', NOISE, 'frame.lanes.i32(i)', 'frame.lanes.i32(0)'],
  ['the same noise for every cell', 'noise', NOISE, "l.op('i32x4.add', frame.run('seed'), cell)", "frame.run('seed')"],
  ['the same noise for every tile', 'tiles', NOISE, '.loadInteger(zero, layout.tile + HEADER.first)', '.const(0)'],
  ['steps counted from 0', 'origin', SHARE, 'code.get(step).const(1)', 'code.get(step).const(0)'],
  ['states that are not kept', 'noise', UPDATE, 'frame.keep(slots.states + i,', '[].at('],
  ['shared states that are not kept', 'noise', SHARE, 'code.assign(state,', '[].at('],
  ['what is shared of the step after', 'noise', 'src/engine/cpu/assemble.ts', '(step - from) *', '(step - from + 1) *'],
  ['columns taken for rows', 'edges', TILES, ": group === 'row' ?", ": group !== 'row' ?"],
  [
    'divergence a step late',
    'edges',
    WATCH,
    'a.choose(leaving, now,',
    "a.choose(leaving, lanes.op('i32x4.sub', now, leaving),",
  ],
  [
    'divergence at a smaller radius',
    'edges',
    WATCH,
    'a.atMost(square, radius)',
    'a.atMost(a.mul(lanes.f32(4), square), radius)',
  ],
  ['those that have left go on', 'edges', ADVANCE, 'workings.thaw(gone)', '{}'],
  [
    'nobody looks who has left',
    'edges',
    ADVANCE,
    "scalar('i32.ne').set(far)",
    "scalar('i32.ne').const(0).scalar('i32.and').set(far)",
  ],
  ['nobody looks who has arrived', 'arrivals', ADVANCE, 'code.bits(arrived.reduce(a.or))', 'code.const(0)'],
  ['a block that is made twice', 'edges', ADVANCE, 'workings.restore()', '{}'],
  [
    'a part of the states put back',
    'edges',
    WORKINGS,
    'this.frame.keep(slot, this.value(first + i));',
    'if (i > 0) this.frame.keep(slot, this.value(first + i));',
  ],
  [
    'arrival a step late',
    'edges',
    WATCH,
    'a.choose(arriving, now,',
    "a.choose(arriving, lanes.op('i32x4.sub', now, arriving),",
  ],
  [
    'the last loss for the best',
    'edges',
    UPDATE,
    'a.min(frame.value(slots.best), group[k].evaluated.loss)',
    'group[k].evaluated.loss',
  ],
  ['the next column of the data', 'data', ROWS, '4 * columns.indexOf(name)', '4 * (1 - columns.indexOf(name))'],
  ['a row of the data left out', 'data', ROWS, 'code.const(0).set(place)', 'code.const(bytes).set(place)'],
  ['an origin that stays at the start', 'origin', UPDATE, NEAR, 'lanes.i32(0)'],
  ['positions instead of displacements', 'crawl', UPDATE, NEAR, 'lanes.i32(-1)'],
  ['the wrong eigenvalue', 'saddle', SPECTRUM, 'a.add(second, turn)', 'a.abs(a.add(second, turn))'],
  ['columns turned, and no rows', 'bowl of three', SPECTRUM, 'of [true, false]', 'of [true]'],
  ['a bent floor that is not looked at again', 'ring', OUTCOME, 'const CLEAR = 0.125', 'const CLEAR = 0'],
  [
    'a look to the wrong side',
    'ring',
    OUTCOME,
    'a.add(value, a.mul(step[i], longer))',
    'a.sub(value, a.mul(step[i], longer))',
  ],
  ['a histogram that is shifted', 'saddle', COUNT, 'l.i32(FIRST_EDGE)', 'l.i32(FIRST_EDGE + 32)'],
  [
    'cells counted that are none',
    'saddle',
    COUNT,
    "l.op('i32x4.lt_s', number, code.splat(l.leaf(), this.cells))",
    'l.i32(-1)',
  ],
  ['a path that is not counted', 'swing', MEASURE, 'a.add(frame.value(slots.path),', 'a.mul(frame.value(slots.path),'],
  ['a window without an end', 'swing', MEASURE, 'a.choose(ends, verdict,', 'a.choose(lanes.i32(0), verdict,'],
  ['a loss that never falls', 'creep', MEASURE, 'a.less(loss, anchorLoss)', 'a.less(anchorLoss, loss)'],
];

describe('the tests find', () => {
  let mutants: Mutants;
  beforeAll(async () => {
    mutants = await Mutants.open();
  });
  afterAll(() => mutants.close());

  test('nothing wrong as it is', async () => {
    const engine = await mutants.engine(null);
    expect(await problems(engine, EVERY_PROBLEM)).toEqual([]);
    engine.destroy();
  });

  test.each(MUTATIONS)('%s (%s)', async (_, shown, file, from, to) => {
    const engine = await mutants.engine({ file, from, to });
    expect((await problems(engine, [shown])).length).toBeGreaterThan(0);
    engine.destroy();
  });
});

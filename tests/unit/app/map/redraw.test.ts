import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Redraw } from '../../../../src/app/map/redraw.ts';

let frames: (() => void)[] = [];
const frame = () => {
  for (const call of frames.splice(0)) call();
};

beforeEach(() => {
  frames = [];
  vi.stubGlobal('requestAnimationFrame', (call: () => void) => frames.push(call));
  vi.stubGlobal('cancelAnimationFrame', (id: number) => frames.splice(id - 1, 1));
});
afterEach(() => {
  vi.unstubAllGlobals();
});

/** What is asked for in each frame, before it comes, and how often is drawn until then and in it. */
const TABLE: readonly (readonly [string, readonly ('soon' | 'now')[][], readonly (readonly [number, number])[]])[] = [
  [
    'soon, however often, once in the next frame',
    [['soon', 'soon', 'soon'], []],
    [
      [0, 1],
      [0, 0],
    ],
  ],
  [
    'now at once, and not again in that frame',
    [['now'], []],
    [
      [1, 0],
      [0, 0],
    ],
  ],
  [
    'now twice: the second in the next frame',
    [['now', 'now'], []],
    [
      [1, 1],
      [0, 0],
    ],
  ],
  [
    'soon after now: something else has changed',
    [['now', 'soon'], []],
    [
      [1, 1],
      [0, 0],
    ],
  ],
  [
    'now after soon takes its place',
    [['soon', 'now'], []],
    [
      [1, 0],
      [0, 0],
    ],
  ],
  [
    'now in each frame: a picture a frame',
    [['now'], ['now'], ['now']],
    [
      [1, 0],
      [1, 0],
      [1, 0],
    ],
  ],
];

test.each(TABLE)('%s', (_, asked, expected) => {
  let drawn = 0;
  const since = () => {
    const count = drawn;
    drawn = 0;
    return count;
  };
  const redraw = new Redraw(() => drawn++);
  const seen = asked.map((calls) => {
    for (const call of calls) redraw[call]();
    const before = since();
    frame();
    return [before, since()];
  });
  expect(seen).toEqual(expected);
});

test('nothing is drawn after it was stopped', () => {
  let drawn = 0;
  const redraw = new Redraw(() => drawn++);
  redraw.soon();
  redraw.stop();
  frame();
  expect(drawn).toBe(0);
});

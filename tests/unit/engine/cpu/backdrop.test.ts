import { expect, test } from 'vitest';
import { blankOf, place, project } from '../../../../src/engine/cpu/view/backdrop.ts';
import { type Seen, strideOf } from '../../../../src/engine/cpu/view/messages.ts';

const seen = (change: Partial<Seen> = {}): Seen => ({
  center: [0, 0],
  scale: [1, 1],
  width: 10,
  height: 6,
  ratio: 1,
  theme: 'light',
  finer: 1,
  ...change,
});

/** A picture whose pixels are 100 times their row and their column. */
function numbered({ width, height }: Seen): Int32Array {
  const stride = strideOf(width);
  return Int32Array.from({ length: stride * height }, (_, i) => 100 * Math.floor(i / stride) + (i % stride));
}

const BLANK = blankOf('light');

/** The picture as it is seen otherwise, as rows. */
function projected(was: Seen, is: Seen): number[][] {
  const stride = strideOf(is.width);
  const to = new Int32Array(stride * is.height).fill(-7);
  project(numbered(was), was, to, is);
  return Array.from({ length: is.height }, (_, row) => [...to.subarray(row * stride, row * stride + is.width)]);
}

test('a picture that is not moved stays', () => {
  const rows = projected(seen(), seen());
  expect(rows[0]).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
  expect(rows[5][9]).toBe(509);
});

test('moved, it shows what it showed there, and nothing where nothing is known', () => {
  const rows = projected(seen(), seen({ center: [3, 2] }));
  expect(rows.slice(0, 2).flat()).toEqual(Array(20).fill(BLANK));
  expect(rows[2]).toEqual([3, 4, 5, 6, 7, 8, 9, BLANK, BLANK, BLANK]);
  expect(rows[5]).toEqual([303, 304, 305, 306, 307, 308, 309, BLANK, BLANK, BLANK]);
  expect(projected(seen(), seen({ center: [-4, -5] }))[0]).toEqual([
    ...Array(4).fill(BLANK),
    500,
    501,
    502,
    503,
    504,
    505,
  ]);
  expect(projected(seen(), seen({ center: [99, 0] })).flat()).toEqual(Array(60).fill(BLANK));
  expect(projected(seen(), seen({ center: [0, -99] })).flat()).toEqual(Array(60).fill(BLANK));
});

test('nearer and farther, about its middle', () => {
  const near = projected(seen(), seen({ scale: [0.5, 0.5] }));
  expect(near[0]).toEqual([102, 103, 103, 104, 104, 105, 105, 106, 106, 107]);
  const far = projected(seen(), seen({ scale: [2, 2] }));
  expect(far[0]).toEqual(Array(10).fill(BLANK));
  expect(far[2]).toEqual([BLANK, BLANK, 200, 202, 204, 206, 208, BLANK, BLANK, BLANK]);
});

test('in another size it stays about its middle', () => {
  const rows = projected(seen(), seen({ width: 6, height: 8 }));
  expect(rows[0]).toEqual(Array(6).fill(BLANK));
  expect(rows[1]).toEqual([2, 3, 4, 5, 6, 7]);
  expect(rows[7]).toEqual(Array(6).fill(BLANK));
});

test('a band goes to its rows, a coarse one fills them', () => {
  const is = seen();
  const to = numbered(is);
  const fine = new Int32Array(2 * 12).fill(-1);
  place({ grain: 1, first: 3, bytes: new Uint8Array(fine.buffer) }, to, is);
  expect(to[2 * 12]).toBe(200);
  expect([...new Set(to.subarray(3 * 12, 5 * 12))]).toEqual([-1]);
  expect(to[5 * 12]).toBe(500);
  // Three by two pixels for the whole: 10 by 6 are more than they fill.
  const coarse = Int32Array.of(1, 2, 3, 0, 4, 5, 6, 0);
  place({ grain: 4, first: 0, bytes: new Uint8Array(coarse.buffer) }, to, is);
  expect([...to.subarray(0, 10)]).toEqual([1, 1, 1, 1, 2, 2, 2, 2, 3, 3]);
  expect([...to.subarray(5 * 12, 5 * 12 + 10)]).toEqual([4, 4, 4, 4, 5, 5, 5, 5, 6, 6]);
});

import { expect, test } from 'vitest';
import { withDuration } from '../../../../src/app/export/webm-duration.ts';

const element = (id: readonly number[], content: readonly number[], length = [0x80 | content.length]) => [
  ...id,
  ...length,
  ...content,
];
const UNKNOWN = [0x01, 255, 255, 255, 255, 255, 255, 255];
const HEAD = element([0x1a, 0x45, 0xdf, 0xa3], [0x42, 0x82, 0x84, 0x77, 0x65, 0x62, 0x6d]);
const SCALE = element([0x2a, 0xd7, 0xb1], [0x0f, 0x42, 0x40]);
const INFO = [0x15, 0x49, 0xa9, 0x66];
const TRACKS = element([0x16, 0x54, 0xae, 0x6b], [1, 2, 3]);
const CLUSTER = element([0x1f, 0x43, 0xb6, 0x75], Array(300).fill(7), UNKNOWN);
const segment = (...children: (readonly number[])[]) => [
  ...HEAD,
  0x18,
  0x53,
  0x80,
  0x67,
  ...UNKNOWN,
  ...children.flat(),
];

async function written(bytes: readonly number[], milliseconds: number): Promise<number[]> {
  const file = await withDuration(new Blob([Uint8Array.from(bytes)], { type: 'video/webm' }), milliseconds);
  expect(file.type).toBe('video/webm');
  return [...new Uint8Array(await file.arrayBuffer())];
}

test('the duration is put at the end of what is told of the file, and all else stays', async () => {
  const bytes = new DataView(new ArrayBuffer(8));
  bytes.setFloat64(0, 2345.5);
  const duration = [0x44, 0x89, 0x88, ...new Uint8Array(bytes.buffer)];
  const length = [0x01, 0, 0, 0, 0, 0, 0, SCALE.length + 11];
  const expected = segment(element(INFO, [...SCALE, ...duration], length), TRACKS, CLUSTER);
  expect(await written(segment(element(INFO, SCALE), TRACKS, CLUSTER), 2345.5)).toEqual(expected);
  // What it was made is left as it is the next time.
  expect(await written(expected, 1)).toEqual(expected);
});

test.each([
  ['nothing', []],
  ['no WebM', [...Array(50).keys()]],
  ['an index before it, whose places would be wrong', segment([0x11, 0x4d, 0x9b, 0x74, 0x81, 0], element(INFO, SCALE))],
  ['a beginning that is cut off', segment(element(INFO, SCALE)).slice(0, -2)],
  ['a length of nine bytes', [...HEAD, 0x18, 0x53, 0x80, 0x67, 0, 1]],
])('a file with %s stays as it is', async (_, bytes) => expect(await written(bytes, 100)).toEqual(bytes));

import { describe, expect, test } from 'vitest';
import { drawLine, packed, type TrailLayer } from '../../../../src/engine/cpu/view/trail-layer.ts';

const layerOf = (width: number, height: number): TrailLayer => {
  const stride = 4 * Math.ceil(width / 4);
  return { pixels: new Uint32Array(stride * height), stride, width, height };
};
const strengths = ({ pixels }: TrailLayer) => Array.from(pixels, (pixel) => pixel >>> 24);
const total = (layer: TrailLayer) => strengths(layer).reduce((sum, each) => sum + each, 0);

describe('a line', () => {
  test.each([
    [
      [2, 10],
      [27, 10],
    ],
    [
      [10, 3],
      [10, 26],
    ],
    [
      [3, 4],
      [25, 22],
    ],
    [
      [25, 4],
      [4, 25],
    ],
    [
      [20, 3],
      [17, 27],
    ],
  ] as const)('from %j to %j covers its length times its width, whichever end is first', (from, to) => {
    const [there, back] = [layerOf(30, 30), layerOf(30, 30)];
    drawLine(there, from, to, 0, 2, 100);
    drawLine(back, to, from, 0, 2, 100);
    expect(back.pixels).toEqual(there.pixels);
    const length = Math.hypot(to[0] - from[0], to[1] - from[1]);
    expect(Math.abs(total(there) / 100 / (2 * length) - 1)).toBeLessThan(0.12);
  });

  test('has its colour, and where it meets another the stronger shows', () => {
    const layer = layerOf(20, 20);
    drawLine(layer, [0, 10.5], [20, 10.5], packed([1, 0, 0.5]), 1, 200);
    expect(layer.pixels[10 * layer.stride + 5]).toBe(((200 << 24) | 0x8000ff) >>> 0);
    drawLine(layer, [5.5, 0], [5.5, 20], packed([0, 1, 0]), 1, 100);
    expect(layer.pixels[10 * layer.stride + 5] >>> 24).toBe(200);
    expect(layer.pixels[4 * layer.stride + 5]).toBe(((100 << 24) | 0xff00) >>> 0);
  });

  test('is cut at the edges', () => {
    const layer = layerOf(10, 6);
    drawLine(layer, [-30, -20], [40, 30], 0xffffff, 3, 255);
    drawLine(layer, [-50, 3], [60, 3], 0xffffff, 3, 255);
    drawLine(layer, [50, -90], [50, 90], 0xffffff, 3, 255);
    // Nothing in what a row has beyond its width.
    for (let row = 0; row < 6; row++) expect([...layer.pixels.subarray(row * 12 + 10, row * 12 + 12)]).toEqual([0, 0]);
    expect(total(layer)).toBeGreaterThan(0);
  });

  test('of no length is a dot at most', () => {
    const layer = layerOf(10, 10);
    drawLine(layer, [5, 5], [5, 5], 0, 1, 255);
    expect(strengths(layer).filter((each) => each > 0).length).toBeLessThanOrEqual(2);
  });
});

import { describe, expect, test } from 'vitest';
import { writePaint } from '../../../../src/engine/cpu/kernel/paint.ts';
import { SLOT, TILE_CELLS } from '../../../../src/engine/cpu/layout.ts';
import { Easel } from '../../../../src/engine/cpu/view/easel.ts';
import { colored } from '../../../../src/engine/cpu/view/fates.ts';
import { type Cells, type Discs, type Seen, type Swarm, strideOf } from '../../../../src/engine/cpu/view/messages.ts';
import { NEVER } from '../../../../src/engine/slots.ts';

const MODULE = new WebAssembly.Module(writePaint());

/** A picture in which parameters are pixels from the lower left corner. */
const seenAs = (width: number, height: number): Seen => ({
  center: [width / 2, height / 2],
  scale: [1, 1],
  width,
  height,
  ratio: 1,
  theme: 'light',
  finer: 1,
});

type Point = readonly [x: number, y: number, divergedAt?: number];

/** Cells at points: tiles with a gap between slots, in another order than they lie in memory. */
function cellsAt(points: readonly Point[], flat = false): Cells {
  const count = Math.ceil(points.length / TILE_CELLS);
  const bytes = 7 * SLOT;
  const buffer = new SharedArrayBuffer(count * bytes + 64);
  const tiles = Uint32Array.from({ length: count }, (_, i) => 64 + (count - 1 - i) * bytes);
  const floats = new Float32Array(buffer);
  const integers = new Uint32Array(buffer);
  points.forEach(([x, y, divergedAt = NEVER], i) => {
    const at = (slot: number) => (tiles[Math.floor(i / TILE_CELLS)] + slot * SLOT) / 4 + (i % TILE_CELLS);
    floats[at(1)] = x / 4;
    floats[at(2)] = (3 * x) / 4;
    floats[at(3)] = y - 1;
    floats[at(5)] = 1;
    integers[at(6)] = divergedAt;
  });
  const x = [SLOT, 2 * SLOT] as const;
  const axes: Cells['axes'] = flat ? [x] : [x, [3 * SLOT, 5 * SLOT]];
  return { buffer, cells: points.length, tileCells: TILE_CELLS, tiles, axes, divergedAt: 6 * SLOT, fate: null };
}

const GREY = 0xff808080;
const WHITE = [1, 1, 1] as const;

/** Paints on grey; a function that gives a pixel's colour from the left and from the top. */
function paint(easel: Easel, seen: Seen, discs: Discs, swarms: readonly Swarm[]) {
  easel.resize(seen);
  easel.ground.fill(GREY);
  easel.draw({ seen, discs, trails: null, curve: null }, swarms.map(colored), null);
  const bytes = easel.picture.slice();
  return (x: number, y: number) => {
    const at = 4 * (y * strideOf(seen.width) + x);
    return [...bytes.subarray(at, at + 4)];
  };
}

/** What `particles.wgsl` makes of one channel: disc over disc. */
function blended(
  ground: number,
  over: number,
  points: readonly Point[],
  { radius, alpha }: Discs,
  x: number,
  y: number,
) {
  return points.reduce((under, [px, py]) => {
    const covered = Math.min(1, Math.max(0, radius + 0.5 - Math.hypot(px - x - 0.5, py - y - 0.5)));
    return under + (over - under) * alpha * covered;
  }, ground);
}

describe('discs', () => {
  test.each([0.625, 0.95, 1.5, 2, 3.3, 7.5])('of radius %d cover what they are to cover', (radius) => {
    const seen = seenAs(40, 40);
    const easel = new Easel(MODULE);
    for (const [x, y] of [
      [20, 20],
      [20.5, 20.5],
      [19.26, 20.74],
      [20.125, 19.875],
    ]) {
      const at = paint(easel, seen, { radius, alpha: 0.9 }, [{ cells: cellsAt([[x, y]]), colour: WHITE }]);
      let total = 0;
      for (let i = 0; i < 1600; i++) total += (at(i % 40, Math.floor(i / 40))[0] - 128) / 127 / 0.9;
      let exact = 0;
      for (let i = 0; i < 1600; i++) {
        const away = Math.hypot((i % 40) + 0.5 - x, Math.floor(i / 40) + 0.5 - y);
        exact += Math.min(1, Math.max(0, radius + 0.5 - away));
      }
      expect(Math.abs(total - exact) / exact).toBeLessThan(0.04);
    }
  });

  test('in the middle of a pixel are symmetric, and lie where they are to lie', () => {
    const seen = seenAs(21, 21);
    const at = paint(new Easel(MODULE), seen, { radius: 3.3, alpha: 0.8 }, [
      { cells: cellsAt([[10.5, 10.5]]), colour: [0.9, 0.6, 0] },
    ]);
    for (let y = 0; y < 21; y++) {
      for (let x = 0; x < 21; x++) {
        expect(at(x, y)).toEqual(at(20 - x, y));
        expect(at(x, y)).toEqual(at(y, x));
      }
    }
    const one = paint(new Easel(MODULE), seen, { radius: 1, alpha: 0.8 }, [
      { cells: cellsAt([[3.5, 2.5]]), colour: WHITE },
    ]);
    expect(one(3, 18)[0]).toBe(Math.round(128 + 127 * 0.8));
    expect(one(3, 2)[0]).toBe(128);
  });

  test.each([0.625, 0.95, 2, 4.99])('of radius %d are cut at the edges', (radius) => {
    const [width, height] = [37, 23];
    const discs = { radius, alpha: 0.7 };
    const points: Point[] = [];
    for (let x = -8; x < width + 8; x += 1.375) points.push([x, -1.5], [x, height + 0.25]);
    for (let y = -8; y < height + 8; y += 1.375) points.push([-0.75, y], [width + 1.25, y]);
    points.push([-1e30, 5], [5, 1e30], [Number.NaN, 5], [Number.POSITIVE_INFINITY, 5]);
    const at = paint(new Easel(MODULE), seenAs(width, height), discs, [{ cells: cellsAt(points), colour: WHITE }]);
    const seen = points.slice(0, -4).map(([x, y]) => [x, height - y] as const);
    for (let y = 0; y < height; y++) {
      for (let x = 0; x < width; x++) {
        expect(Math.abs(at(x, y)[0] - blended(128, 255, seen, discs, x, y))).toBeLessThan(1);
      }
    }
  });

  test('of several colours lie over one another in their order, each translucent', () => {
    const discs = { radius: 4, alpha: 0.5 };
    const swarms = [
      [1, 0, 0],
      [0, 1, 0],
    ].map((colour) => ({
      cells: cellsAt([
        [8, 8],
        [8, 8],
      ]),
      colour: colour as [number, number, number],
    }));
    const at = paint(new Easel(MODULE), seenAs(16, 16), discs, swarms);
    // Grey through two red discs, then through two green ones.
    const red = 128 / 4 + (255 * 3) / 4;
    expect(at(8, 8)).toEqual([Math.round(red / 4), Math.round(128 / 16 + (255 * 3) / 4), 128 / 16, 255]);
    expect(at(1, 1)).toEqual([128, 128, 128, 255]);
  });

  test('hide no more than all the ground, however many there are', () => {
    const points = Array.from({ length: 5000 }, (): Point => [8, 8]);
    const at = paint(new Easel(MODULE), seenAs(16, 16), { radius: 2, alpha: 0.9 }, [
      { cells: cellsAt(points), colour: [1, 0.5, 0] },
    ]);
    expect(at(8, 8)).toEqual([255, 128, 0, 255]);
  });
});

describe('cells', () => {
  const [width, height] = [300, 20];
  const discs = { radius: 1, alpha: 0.8 };
  /** Columns of the picture's row that are touched. */
  const touched = (at: (x: number, y: number) => number[], row: number) =>
    Array.from({ length: width }, (_, x) => x).filter((x) => at(x, row)[0] > 200);

  test('of all tiles are seen, and nothing that is no cell', () => {
    const points = Array.from({ length: 295 }, (_, i): Point => [i + 0.5, 9.5]);
    const at = paint(new Easel(MODULE), seenAs(width, height), discs, [{ cells: cellsAt(points), colour: WHITE }]);
    expect(touched(at, 10)).toEqual(Array.from({ length: 295 }, (_, i) => i));
    expect(at(0, 19)).toEqual([128, 128, 128, 255]);
  });

  test('that have diverged are not seen', () => {
    const points = Array.from({ length: 290 }, (_, i): Point => [i + 0.5, 9.5, i % 5 === 0 ? NEVER : i]);
    const at = paint(new Easel(MODULE), seenAs(width, height), discs, [{ cells: cellsAt(points), colour: WHITE }]);
    expect(touched(at, 10)).toEqual(Array.from({ length: 58 }, (_, i) => 5 * i));
  });

  test('of an objective of one parameter lie on the axis', () => {
    const cells = cellsAt([[150.5, 7]], true);
    const seen = { ...seenAs(width, height), center: [150, 0.5] as const };
    const at = paint(new Easel(MODULE), seen, discs, [{ cells, colour: WHITE }]);
    expect(touched(at, 10)).toEqual([150]);
  });
});

test('on a curve particles lie at its height, and beyond its ends they are not seen', () => {
  // From 10 at the left edge to 30 at the right one.
  const curve = Float32Array.of(10, 30);
  const seen = seenAs(40, 40);
  const easel = new Easel(MODULE);
  easel.resize(seen);
  easel.ground.fill(GREY);
  const swarm = {
    cells: cellsAt(
      [
        [10, 0],
        [30.5, 0],
        [-3, 0],
        [44, 0],
      ],
      true,
    ),
    colour: WHITE,
  };
  easel.draw({ seen, discs: { radius: 1, alpha: 1 }, trails: null, curve }, [colored(swarm)], null);
  const lit = [...new Uint32Array(easel.picture.buffer, easel.picture.byteOffset, 1600).keys()].filter(
    (i) => easel.picture[4 * i] > 200,
  );
  const middle = (of: number[]) => of.reduce((sum, each) => sum + each + 0.5, 0) / of.length;
  const left = lit.filter((i) => i % 40 < 20);
  const right = lit.filter((i) => i % 40 >= 20);
  expect(middle(left.map((i) => i % 40))).toBeCloseTo(10, 1);
  expect(middle(left.map((i) => Math.floor(i / 40)))).toBeCloseTo(40 - 15, 1);
  expect(middle(right.map((i) => Math.floor(i / 40)))).toBeCloseTo(40 - 25.25, 0);
  expect(lit.every((i) => i % 40 > 5 && i % 40 < 35)).toBe(true);
});

describe('trails', () => {
  const seen = seenAs(16, 4);

  test('show as much of their colour as they are strong, over the ground and under the particles; then they are weaker', () => {
    const easel = new Easel(MODULE);
    easel.resize(seen);
    easel.ground.fill(GREY);
    const { pixels } = easel.trails;
    pixels[0] = 0xff0000ff;
    pixels[1] = 0x800000ff;
    pixels[2] = 0x050000ff;
    pixels[19] = 0x40ff0000;
    const swarm = { cells: cellsAt([[1.5, 3.5]]), colour: WHITE };
    easel.draw({ seen, discs: { radius: 0.5, alpha: 1 }, trails: null, curve: null }, [colored(swarm)], 6);
    const rgb = (i: number) => [...easel.picture.subarray(4 * i, 4 * i + 3)];
    expect(rgb(0)).toEqual([255, 0, 0]);
    expect(rgb(1)).toEqual([255, 255, 255]);
    expect(rgb(2)).toEqual([130, 125, 125]);
    expect(rgb(19)).toEqual([96, 96, 160]);
    expect(rgb(20)).toEqual([128, 128, 128]);
    expect([...easel.trails.pixels.subarray(0, 4)]).toEqual([0xf90000ff, 0x7a0000ff, 0, 0]);
    expect(easel.trails.pixels[19]).toBe(0x3aff0000);
  });

  test('of another size of picture are gone', () => {
    const easel = new Easel(MODULE);
    easel.resize(seen);
    easel.trails.pixels.fill(0xff0000ff);
    easel.resize(seenAs(20, 5));
    expect(easel.trails.pixels.every((pixel) => pixel === 0)).toBe(true);
  });
});

test('a picture depends on nothing that was painted before', () => {
  const points = Array.from({ length: 700 }, (_, i): Point => [(i * 7.3) % 90, (i * 3.1) % 50]);
  const swarms = [{ cells: cellsAt(points), colour: [0.2, 0.4, 1] as const }];
  const seen = seenAs(90, 50);
  const discs = { radius: 1.3, alpha: 0.4 };
  const all = (easel: Easel) => {
    paint(easel, seen, discs, swarms);
    return easel.picture.slice();
  };
  const used = new Easel(MODULE);
  paint(used, seenAs(33, 77), { radius: 5, alpha: 0.9 }, swarms);
  paint(used, seen, { radius: 0.7, alpha: 0.9 }, swarms);
  expect(all(used)).toEqual(all(new Easel(MODULE)));
  expect(all(used)).toEqual(all(new Easel(MODULE)));
  expect(paint(used, seen, discs, [])(5, 5)).toEqual([128, 128, 128, 255]);
});

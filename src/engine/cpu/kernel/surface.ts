import type { Node } from '../../../formula/index.ts';
import { type Lane, log, lowerToLanes } from '../../../formula/wasm/index.ts';
import { BLANK_TINT, PALETTES, TERRAIN } from '../../terrain.ts';
import type { Layout } from '../layout.ts';
import type { Frame } from './frame.ts';

const TINTS = PALETTES.light.tints.length;

/** Places of a scene's float32, by their number. */
export const SCENE = {
  /** Parameters at the middle of the picture. */
  center: 0,
  /** Parameter units for one pixel. */
  scale: 2,
  /** Half the picture's width and height in pixels. */
  half: 4,
  floor: 6,
  soft: 7,
  low: 8,
  /** Height from the first tint to the last. */
  range: 9,
  /** Pixels for one CSS pixel. */
  ratio: 10,
  ink: 11,
  /** The first tint, then what each adds to the one before. */
  tints: 14,
  /** Where the parameters stand, of which the first two are not read. */
  start: 14 + 3 * TINTS,
} as const;

/** Where in the memory a scene lies, where its pixels go, and how many there may be at a time. */
export function surfacePlaces({ parameters, rows, rowsBytes }: Pick<Layout, 'parameters' | 'rows' | 'rowsBytes'>) {
  const bytes = 16 * Math.ceil((SCENE.start + parameters) / 4);
  return { scene: rows, pixels: rows + bytes, most: Math.floor((rowsBytes - bytes) / 4) };
}

/**
 * `surface(first, rows, width)`: draws rows of the scene that is written in the memory, as `surface.wgsl` does. `width`, a multiple of 4, is the pixels of
 * a row; each is red, green, blue and 255.
 */
export function writeSurface(frame: Frame): void {
  const { code, lanes: l, a, layout, zero } = frame;
  const [row, rows, width] = [0, 1, 2];
  const places = surfacePlaces(layout);
  const n = (value: number) => l.f32(value);
  const scene = (index: number) => code.loadSplat(l.leaf(), zero, places.scene + 4 * index);
  const [centerX, centerY, scaleX, scaleY, halfX, halfY] = [0, 1, 2, 3, 4, 5].map(scene);
  const height = {
    floor: scene(SCENE.floor),
    soft: scene(SCENE.soft),
    low: scene(SCENE.low),
    range: scene(SCENE.range),
  };
  const ratio = scene(SCENE.ratio);
  const ink = [0, 1, 2].map((channel) => scene(SCENE.ink + channel));
  const tints = Array.from({ length: TINTS }, (_, i) =>
    [0, 1, 2].map((channel) => scene(SCENE.tints + 3 * i + channel)),
  );
  const start = Array.from({ length: layout.parameters }, (_, i) => (i < 2 ? centerX : scene(SCENE.start + i)));

  const to = code.integer();
  const column = code.integer();
  code.const(places.pixels).set(to);
  code.repeat(() => {
    const down = a.add(l.op('f32x4.convert_i32x4_s', code.splat(l.leaf(), row)), n(0.5));
    const y = a.sub(centerY, a.mul(a.sub(down, halfY), scaleY));
    code.compute(down);
    code.compute(y);
    code.const(0).set(column);
    code.repeat(() => {
      const number = l.op('i32x4.add', code.splat(l.leaf(), column), l.i32s([0, 1, 2, 3]));
      const right = a.add(l.op('f32x4.convert_i32x4_s', number), n(0.5));
      const x = a.add(centerX, a.mul(a.sub(right, halfX), scaleX));
      const theta = start.map((value, i) => [x, y][i] ?? value);
      const [loss, slopeX, slopeY = n(0)] = evaluate(frame, theta);
      const slope = [a.mul(slopeX, scaleX), a.mul(slopeY, scaleY)] as const;
      const { share, line, light } = terrain(frame, { ...height, ratio, loss, slope });
      const usual = tintAt(frame, tints, share).map((tint, i) => mix(frame, a.mul(tint, light), ink[i], line));
      const blank = tints[0].map((_, i) => a.total(tints.slice(0, BLANK_TINT + 1).map((tint) => tint[i])));
      const stripe = hatch(frame, a.add(right, down), ratio);
      const hatched = blank.map((tint, i) => mix(frame, tint, ink[i], stripe));
      const without = l.op('i32x4.lt_s', n(TERRAIN.NO_VALUE), a.abs(loss));
      code.store(to, 0, l.rarely(without, pack(frame, hatched), pack(frame, usual)));
      code.step(to, 16).step(column, 4);
      code.get(column).get(width).scalar('i32.lt_u');
    });
    code.step(row, 1).step(rows, -1);
    code.get(rows);
  });
}

/** The objective and its slopes along the parameters that are seen; no other derivative, since each may be a sum over a table. */
function evaluate({ code, lanes, plan, layout }: Frame, theta: readonly Lane[]): Lane[] {
  const { graph, inputs, loss, gradient } = plan.objective.compiled;
  const leaves = new Map<Node, Lane>(inputs.map((input, i) => [input, theta[i]]));
  return lowerToLanes(lanes, code, graph, [loss, ...gradient.slice(0, 2)], leaves, { address: layout.table });
}

/** The place among the tints from 0 to 1, how much of the ink shows, and by what the tint is multiplied. */
function terrain(
  { lanes: l, a }: Frame,
  given: Record<'floor' | 'soft' | 'low' | 'range' | 'ratio' | 'loss', Lane> & { slope: readonly [Lane, Lane] },
): { share: Lane; line: Lane; light: Lane } {
  const { floor, soft, low, range, ratio, loss } = given;
  const n = (value: number) => l.f32(value);
  const clamp = (value: Lane, low: number, high: number) => a.min(n(high), a.max(n(low), value));
  const above = a.add(a.max(n(0), a.sub(loss, floor)), soft);
  const height = a.div(a.sub(log(l, above), low), range);
  const perPixel = a.div(n(1), a.mul(above, range));
  const slope = given.slope.map((value) => a.mul(value, perPixel));

  // Bounded, so that its square is a number.
  const lit = clamp(a.div(a.mul(a.sub(slope[1], slope[0]), n(Math.SQRT1_2 * TERRAIN.STEEP)), ratio), -1e9, 1e9);
  const shade = a.div(lit, a.sqrt(a.add(n(1), a.mul(lit, lit))));
  const light = a.sub(n(1), a.mul(n(TERRAIN.SHADE), shade));

  const steepness = a.mul(a.sqrt(a.total(slope.map((value) => a.mul(value, value)))), n(TERRAIN.CONTOURS));
  const level = a.mul(height, n(TERRAIN.CONTOURS));
  const round = (value: Lane) => l.op('f32x4.nearest', value);
  const nearest = round(level);
  const away = a.div(a.abs(a.sub(level, nearest)), a.max(n(1e-9), steepness));
  const fifth = a.mul(n(TERRAIN.HEAVY_EVERY), round(a.div(nearest, n(TERRAIN.HEAVY_EVERY))));
  const heavy = a.less(a.abs(a.sub(nearest, fifth)), n(0.5));
  const width = a.mul(a.choose(heavy, n(TERRAIN.HEAVY_WIDTH), n(TERRAIN.LINE_WIDTH)), ratio);
  const covered = clamp(a.sub(a.add(width, n(0.5)), away), 0, 1);
  const shown = a.choose(heavy, n(TERRAIN.HEAVY_INK), n(TERRAIN.LINE_INK));
  const crowded = clamp(a.sub(n(1), a.mul(n(0.5), steepness)), 0, 1);
  return { share: clamp(height, 0, 1), line: a.mul(a.mul(covered, shown), crowded), light };
}

/** The tint at a share of the way from the first to the last: each step between two is added as far as it is gone. */
function tintAt({ lanes: l, a }: Frame, tints: readonly (readonly Lane[])[], share: Lane): Lane[] {
  const place = a.mul(share, l.f32(TINTS - 1));
  const [first, ...steps] = tints;
  const gone = steps.map((_, i) => a.min(l.f32(1), a.max(l.f32(0), a.sub(place, l.f32(i)))));
  return first.map((tint, channel) => a.total([tint, ...steps.map((step, i) => a.mul(step[channel], gone[i]))]));
}

/** How much of the ink shows in a hatch, given the sum of a pixel's coordinates. */
function hatch({ lanes: l, a }: Frame, sum: Lane, ratio: Lane): Lane {
  const stripes = a.div(sum, a.mul(ratio, l.f32(TERRAIN.HATCH)));
  const part = a.sub(stripes, l.op('f32x4.floor', stripes));
  return a.and(a.less(part, l.f32(TERRAIN.HATCH_SHARE)), l.f32(TERRAIN.HATCH_INK));
}

function mix({ a }: Frame, from: Lane, to: Lane, share: Lane): Lane {
  return a.add(from, a.mul(a.sub(to, from), share));
}

/** Colours from 0 to 1 as the bytes of a picture. */
function pack({ lanes: l, a }: Frame, channels: readonly Lane[]): Lane {
  const bytes = channels.map((value) => {
    const bounded = a.min(l.f32(1), a.max(l.f32(0), value));
    return l.op('i32x4.trunc_sat_f32x4_s', a.add(a.mul(bounded, l.f32(255)), l.f32(0.5)));
  });
  return bytes.reduce(
    (all, byte, i) => a.or(all, i === 0 ? byte : l.shift('i32x4.shl', byte, 8 * i)),
    l.i32(0xff000000),
  );
}

import { asFormula } from '../../../experiment/index.ts';
import type { Node } from '../../../formula/index.ts';
import { type Lane, log, lowerToLanes, tableRows } from '../../../formula/wasm/index.ts';
import { BLANK_TINT, PALETTES, TERRAIN } from '../../terrain.ts';
import type { Rgb } from '../../types.ts';
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
  /** The logarithm at the first tint, and contour lines for one unit of it. */
  low: 8,
  lines: 9,
  /** Pixels for one CSS pixel. */
  ratio: 10,
  /** Contour lines for each that there is over the whole domain. */
  finer: 11,
  /** Colours from 0 to 255. */
  ink: 12,
  /** The first tint; the step from each to the next; how much it differs from the step before. */
  tints: 15,
  /** Where the parameters stand, of which the first two are not read. */
  start: 15 + 3 * TINTS,
} as const;

/** The numbers of `SCENE.tints`: a ramp that changes its slope at every tint. */
export function rampOf(tints: readonly Rgb[]): number[] {
  const bytes = tints.map((tint) => tint.map((part) => 255 * part));
  const steps = bytes.slice(1).map((tint, i) => tint.map((part, channel) => part - bytes[i][channel]));
  const changes = steps.map((step, i) => step.map((part, channel) => part - (steps[i - 1]?.[channel] ?? 0)));
  return [bytes[0], ...changes].flat();
}

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
  const number = (index: number) => code.loadSplat(l.leaf(), zero, places.scene + 4 * index);
  const rgb = (index: number) => [0, 1, 2].map((channel) => number(index + channel));
  const [centerX, centerY, scaleX, scaleY, halfX, halfY] = [0, 1, 2, 3, 4, 5].map(number);
  const [floor, soft, low, lines, ratio, finer] = (['floor', 'soft', 'low', 'lines', 'ratio', 'finer'] as const).map(
    (name) => number(SCENE[name]),
  );
  const ink = rgb(SCENE.ink);
  const ramp = Array.from({ length: TINTS }, (_, i) => rgb(SCENE.tints + 3 * i));
  const start = Array.from({ length: layout.parameters }, (_, i) => (i < 2 ? centerX : number(SCENE.start + i)));
  const middle = (integers: Lane) => a.add(l.op('f32x4.convert_i32x4_s', integers), l.f32(0.5));

  const to = code.integer();
  const column = code.integer();
  code.const(places.pixels).set(to);
  code.repeat(() => {
    const down = middle(code.splat(l.leaf(), row));
    const y = a.sub(centerY, a.mul(a.sub(down, halfY), scaleY));
    code.compute(y);
    code.const(0).set(column);
    code.repeat(() => {
      const right = middle(l.op('i32x4.add', code.splat(l.leaf(), column), l.i32s([0, 1, 2, 3])));
      const x = a.add(centerX, a.mul(a.sub(right, halfX), scaleX));
      const [loss, slopeX, slopeY = l.f32(0)] = evaluate(
        frame,
        start.map((value, i) => [x, y][i] ?? value),
      );
      const above = a.add(a.max(l.f32(0), a.sub(loss, floor)), soft);
      const level = a.mul(a.sub(log(l, above), low), lines);
      const steep = a.div(lines, above);
      const slope = { x: a.mul(a.mul(slopeX, scaleX), steep), y: a.mul(a.mul(slopeY, scaleY), steep) };
      const light = lightOf(frame, slope, ratio);
      const line = lineAt(frame, a.mul(level, finer), { x: a.mul(slope.x, finer), y: a.mul(slope.y, finer) }, ratio);
      const usual = mix(frame, tintAt(frame, ramp, level), ink, { light, line });
      const blank = tintAt(frame, ramp, l.f32((BLANK_TINT * TERRAIN.CONTOURS) / (TINTS - 1)));
      const hatched = mix(frame, blank, ink, { light: l.f32(1), line: hatchAt(frame, a.add(right, down), ratio) });
      const without = l.op('i32x4.lt_s', l.f32(TERRAIN.NO_VALUE), a.abs(loss));
      code.store(to, 0, l.rarely(without, hatched, usual));
      code.step(to, 16).step(column, 4);
      code.get(column).get(width).scalar('i32.lt_u');
    });
    code.step(row, 1).step(rows, -1);
    code.get(rows);
  });
}

/** A vector of the plane, in contour lines for one pixel. */
interface Slope {
  readonly x: Lane;
  readonly y: Lane;
}

/** The objective and its slopes along the parameters that are seen; no other derivative, since each may be a sum over a table. */
function evaluate({ code, lanes, plan, layout }: Frame, theta: readonly Lane[]): Lane[] {
  const { graph, inputs, loss, gradient } = asFormula(plan.objective).compiled;
  const leaves = new Map<Node, Lane>(inputs.map((input, i) => [input, theta[i]]));
  return lowerToLanes(
    lanes,
    code,
    [loss, ...gradient.slice(0, 2)],
    leaves,
    tableRows(code, lanes, graph, layout.table),
  );
}

/** How much brighter or darker than flat ground a slope is. */
function lightOf({ lanes: l, a }: Frame, slope: Slope, ratio: Lane): Lane {
  const away = a.mul(a.mul(a.sub(slope.y, slope.x), ratio), l.f32((Math.SQRT1_2 * TERRAIN.STEEP) / TERRAIN.CONTOURS));
  // Bounded, so that its square is a number.
  const lit = a.min(l.f32(1e9), a.max(l.f32(-1e9), away));
  const shade = a.div(lit, a.sqrt(a.add(l.f32(1), a.mul(lit, lit))));
  return a.sub(l.f32(1), a.mul(l.f32(TERRAIN.SHADE), shade));
}

/** How much of the ink shows of a contour line, or of none. */
function lineAt({ lanes: l, a }: Frame, level: Lane, slope: Slope, ratio: Lane): Lane {
  const n = (value: number) => l.f32(value);
  const round = (value: Lane) => l.op('f32x4.nearest', value);
  const nearest = round(level);
  const steepness = a.sqrt(a.add(a.mul(slope.x, slope.x), a.mul(slope.y, slope.y)));
  const away = a.div(a.abs(a.sub(level, nearest)), a.max(n(1e-9), steepness));
  const several = a.mul(nearest, n(1 / TERRAIN.HEAVY_EVERY));
  const heavy = l.op('f32x4.eq', several, round(several));
  const width = a.mul(a.choose(heavy, n(TERRAIN.HEAVY_WIDTH), n(TERRAIN.LINE_WIDTH)), ratio);
  const covered = a.min(n(1), a.max(n(0), a.sub(a.add(width, n(0.5)), away)));
  const crowded = a.max(n(0), a.sub(n(1), a.mul(n(0.5), steepness)));
  return a.mul(a.mul(covered, a.choose(heavy, n(TERRAIN.HEAVY_INK), n(TERRAIN.LINE_INK))), crowded);
}

/** The tint at a level: the first, and what each change of the ramp's slope adds beyond it. */
function tintAt({ lanes: l, a }: Frame, [first, ...changes]: readonly (readonly Lane[])[], level: Lane): Lane[] {
  const share = a.mul(level, l.f32(changes.length / TERRAIN.CONTOURS));
  const place = a.min(l.f32(changes.length), share);
  const beyond = changes.map((_, i) => a.max(l.f32(0), a.sub(place, l.f32(i))));
  return first.map((tint, channel) =>
    a.total([tint, ...changes.map((change, i) => a.mul(change[channel], beyond[i]))]),
  );
}

/** How much of the ink shows in a hatch, given the sum of a pixel's coordinates. */
function hatchAt({ lanes: l, a }: Frame, sum: Lane, ratio: Lane): Lane {
  const stripes = a.div(sum, a.mul(ratio, l.f32(TERRAIN.HATCH)));
  const part = a.sub(stripes, l.op('f32x4.floor', stripes));
  return a.and(a.less(part, l.f32(TERRAIN.HATCH_SHARE)), l.f32(TERRAIN.HATCH_INK));
}

/** A lighted tint under ink, as the bytes of a picture. */
function mix(
  { lanes: l, a }: Frame,
  tint: readonly Lane[],
  ink: readonly Lane[],
  given: { light: Lane; line: Lane },
): Lane {
  const { light, line } = given;
  const rest = a.mul(light, a.sub(l.f32(1), line));
  const bytes = tint.map((part, i) => {
    const colour = a.min(l.f32(255), a.add(a.mul(part, rest), a.mul(ink[i], line)));
    // The sum's last bits are the colour, rounded.
    const bits = a.add(colour, l.f32(2 ** 23));
    return a.and(i === 0 ? bits : l.shift('i32x4.shl', bits, 8 * i), l.i32(0xff << (8 * i)));
  });
  return bytes.reduce(a.or, l.i32(0xff000000));
}

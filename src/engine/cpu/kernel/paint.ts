import { arithmetic, type Code, type Lane, type Lanes, ModuleWriter } from '../../../formula/wasm/index.ts';
import { PLACE_BITS, PLACES } from '../view/masks.ts';
import { BATCH, STAGE } from '../view/stage.ts';

/** Less light than this shows in no byte; and without a least the products would become subnormal numbers, which take a hundred times as long. */
const DARKEST = 2 ** -20;

/**
 * The module that paints particles. A sheet holds for each pixel the share of the ground that all discs there let through, from 1 down: a product, so one
 * colour's discs need no order, and every pixel is mixed once. The sheet has a margin as wide as a disc's square, which takes what reaches beyond the edges.
 */
export function writePaint(): Uint8Array<ArrayBuffer> {
  const writer = new ModuleWriter(STAGE.constants);
  writer.function('add', 1, (code) => writeAdd(code, writer.lanes));
  writer.function('mix', 5, (code) => writeMix(code, writer.lanes));
  writer.function('trail', 5, (code) => writeTrail(code, writer.lanes));
  return writer.finish(1);
}

/** `add(bytes)`: adds the discs of the cells whose vectors take so many bytes. */
function writeAdd(code: Code, l: Lanes): void {
  const a = arithmetic(l);
  const zero = code.integer();
  const vector = code.integer();
  const stage = (at: number) => code.loadSplat(l.leaf(), zero, at);
  const axis = (i: 0 | 1) => ({
    center: stage(STAGE.center + 4 * i),
    zoom: stage(STAGE.zoom + 4 * i),
    half: stage(STAGE.half + 4 * i),
    most: stage(STAGE.most + 4 * i),
  });
  const axes = [axis(0), axis(1)] as const;
  const least = stage(STAGE.least);
  const [side, before, mask, masks, sheet, sheetRow] = (
    ['side', 'before', 'mask', 'masks', 'sheet', 'sheetRow'] as const
  ).map((name) => stage(STAGE[name]));
  const margin = l.op('f32x4.convert_i32x4_s', side);
  const add = (x: Lane, y: Lane) => l.op('i32x4.add', x, y);
  const mul = (x: Lane, y: Lane) => l.op('i32x4.mul', x, y);
  const part = (place: Lane) => a.and(place, l.i32(PLACES - 1));
  const pixel = (place: Lane) => l.op('i32x4.sub', l.shift('i32x4.shr_s', place, PLACE_BITS), before);

  code.repeat(() => {
    const slot = (i: number) => code.load(l.leaf(), vector, BATCH.at + i * BATCH.slot);
    const lives = l.op('i32x4.eq', slot(BATCH.divergedAt), l.i32(-1));
    const middle = axes.map(({ center, zoom, half }, i) =>
      a.add(a.mul(a.sub(a.add(slot(2 * i), slot(2 * i + 1)), center), zoom), half),
    );
    const seen = middle.flatMap((at, i) => [a.less(least, at), a.less(at, axes[i].most)]).reduce(a.and, lives);
    code.bits(seen).when(() => {
      const [across, down] = middle.map((at) =>
        l.op('i32x4.trunc_sat_f32x4_s', a.add(a.mul(a.add(at, margin), l.f32(PLACES)), l.f32(0.5))),
      );
      const from = add(masks, mul(mask, add(l.shift('i32x4.shl', part(down), PLACE_BITS), part(across))));
      const to = add(add(sheet, mul(sheetRow, pixel(down))), l.shift('i32x4.shl', pixel(across), 2));
      // What is not seen goes to the margin's corner.
      const place = a.choose(seen, to, sheet);
      const share = a.choose(seen, from, masks);
      code.compute(place);
      code.compute(share);
      for (let lane = 0; lane < 4; lane++) writeDisc(code, l, { zero, place, share, lane });
    });
    code.step(vector, 16);
    code.get(vector).get(0).scalar('i32.lt_u');
  });
}

/** Multiplies a square of the sheet by a mask. */
function writeDisc(code: Code, l: Lanes, given: { zero: number; place: Lane; share: Lane; lane: number }): void {
  const a = arithmetic(l);
  const { zero, lane } = given;
  const [to, from, rows, left] = Array.from({ length: 4 }, () => code.integer());
  code.extract(given.place, lane).set(to);
  code.extract(given.share, lane).set(from);
  code.loadInteger(zero, STAGE.side).set(rows);
  code.repeat(() => {
    code.loadInteger(zero, STAGE.maskRow).set(left);
    code.repeat(() => {
      const product = a.mul(code.load(l.leaf(), to, 0), code.load(l.leaf(), from, 0));
      code.store(to, 0, a.max(l.f32(DARKEST), product));
      code.step(to, 16).step(from, 16).step(left, -16);
      code.get(left);
    });
    code.get(to).loadInteger(zero, STAGE.sheetRow).scalar('i32.add');
    code.loadInteger(zero, STAGE.maskRow).scalar('i32.sub').set(to);
    code.step(rows, -1);
    code.get(rows);
  });
}

/**
 * `mix(sheet, ground, to, rows, bytes)`: paints the discs' colour over a ground, rows of so many bytes of the picture, and clears the sheet. `sheet` is the
 * address of the picture's first pixel in it; `to` may be the ground.
 */
function writeMix(code: Code, l: Lanes): void {
  const a = arithmetic(l);
  const [sheet, ground, to, rows, bytes] = [0, 1, 2, 3, 4];
  const zero = code.integer();
  const left = code.integer();
  const colour = [0, 1, 2].map((channel) => code.loadSplat(l.leaf(), zero, STAGE.colour + 4 * channel));
  code.repeat(() => {
    code.get(bytes).set(left);
    code.repeat(() => {
      const share = code.load(l.leaf(), sheet, 0);
      const under = code.load(l.leaf(), ground, 0);
      code.bits(a.less(share, l.f32(1))).when(
        () => {
          code.store(sheet, 0, l.f32(1));
          code.store(to, 0, mixed(l, colour, under, share));
        },
        () => code.store(to, 0, under),
      );
      code.step(sheet, 16).step(ground, 16).step(to, 16).step(left, -16);
      code.get(left);
    });
    code.get(sheet).loadInteger(zero, STAGE.sheetRow).scalar('i32.add').get(bytes).scalar('i32.sub').set(sheet);
    code.step(rows, -1);
    code.get(rows);
  });
}

/**
 * `trail(layer, ground, to, bytes, fade)`: paints a layer of trails over a ground, then takes `fade` from the strength of each of its pixels, which is the
 * highest byte; the other three are the colour. What has no strength left is 0.
 */
function writeTrail(code: Code, l: Lanes): void {
  const a = arithmetic(l);
  const [layer, ground, to, bytes, fade] = [0, 1, 2, 3, 4];
  const loss = code.splat(l.leaf(), fade);
  code.repeat(() => {
    const trail = code.load(l.leaf(), layer, 0);
    const under = code.load(l.leaf(), ground, 0);
    code.bits(a.not(l.op('i32x4.eq', trail, l.i32(0)))).when(
      () => {
        const strength = l.shift('i32x4.shr_u', trail, 24);
        const colour = [0, 1, 2].map((i) => l.op('f32x4.convert_i32x4_s', byteOf(l, trail, i)));
        const through = a.sub(l.f32(1), a.mul(l.op('f32x4.convert_i32x4_s', strength), l.f32(1 / 255)));
        code.store(to, 0, mixed(l, colour, under, through));
        const left = l.op('i32x4.max_s', l.op('i32x4.sub', strength, loss), l.i32(0));
        const kept = a.or(a.and(trail, l.i32(0xffffff)), l.shift('i32x4.shl', left, 24));
        code.store(layer, 0, a.without(kept, l.op('i32x4.eq', left, l.i32(0))));
      },
      () => code.store(to, 0, under),
    );
    code.step(layer, 16).step(ground, 16).step(to, 16).step(bytes, -16);
    code.get(bytes);
  });
}

/** Four pixels of a ground under a colour, each part from 0 to 255, that lets a share of it through. */
function mixed(l: Lanes, colour: readonly Lane[], under: Lane, share: Lane): Lane {
  const a = arithmetic(l);
  const parts = colour.map((over, i) => {
    const value = a.add(over, a.mul(a.sub(l.op('f32x4.convert_i32x4_s', byteOf(l, under, i)), over), share));
    const whole = l.op('i32x4.trunc_sat_f32x4_s', a.add(value, l.f32(0.5)));
    return i === 0 ? whole : l.shift('i32x4.shl', whole, 8 * i);
  });
  return parts.reduce(a.or, l.i32(0xff000000));
}

/** A byte of each of four pixels, the lowest first. */
function byteOf(l: Lanes, pixels: Lane, index: number): Lane {
  return l.op('v128.and', index === 0 ? pixels : l.shift('i32x4.shr_u', pixels, 8 * index), l.i32(255));
}

/** Side of the square tile that a texture repeats, in dots. */
export const TILE = 8;

/** Whether a texture leaves a mark at a dot of its tile, right and down from its upper left corner. */
type Marks = (x: number, y: number) => boolean;

const rising: Marks = (x, y) => (x + y) % 8 === 0;
const falling: Marks = (x, y) => (x - y + 8) % 8 === 0;
const upright: Marks = (x) => x === 3;
const level: Marks = (_, y) => y === 3;
const dots: Marks = (x, y) => (x < 2 && y < 2) || (x >= 4 && x < 6 && y >= 4 && y < 6);

/** Patterns by which areas are told apart without their hue. */
export const TEXTURES = {
  plain: () => false,
  rising,
  falling,
  dots,
  upright,
  level,
  crossed: (x, y) => rising(x, y) || falling(x, y),
  grid: (x, y) => upright(x, y) || level(x, y),
  checks: (x, y) => x < 4 === y < 4,
  bricks: (x, y) => y % 4 === 0 || (y < 4 ? x === 0 : x === 4),
  waves: (x, y) => (x < 4 ? x : 7 - x) === y % 4,
  dashes: (x, y) => y % 4 === 1 && (x + y) % 8 < 4,
  chevrons: (x, y) => (y < 4 ? y : 7 - y) === x % 8 || (y < 4 ? y : 7 - y) === (x + 4) % 8,
  doubled: (_, y) => y % 4 === 1,
} satisfies Record<string, Marks>;

export type Texture = keyof typeof TEXTURES;

/** Red, green and blue from 0 to 1. */
export type Rgb = readonly [number, number, number];

/** How an area is filled: its colour, and marks of another one over it. */
export interface Swatch {
  readonly color: Rgb;
  readonly texture: Texture;
  readonly mark: Rgb;
}

/** One colour moved towards another by a share of the way. */
export function mixed(from: Rgb, to: Rgb, share: number): Rgb {
  return [0, 1, 2].map((i) => from[i] + (to[i] - from[i]) * share) as [number, number, number];
}

/** An area of one colour. */
export function plain(color: Rgb): Swatch {
  return { color, texture: 'plain', mark: color };
}

/**
 * The tiles of swatches as pixels of an image, one after the other: that of swatch s begins at s · 64, and its rows follow one another.
 * A pixel is red, green, blue and full opacity, from the lowest byte to the highest.
 */
export function tilesOf(swatches: readonly Swatch[]): Uint32Array {
  const tiles = new Uint32Array(swatches.length * TILE * TILE);
  swatches.forEach(({ color, texture, mark }, s) => {
    const [ground, marked] = [pixelOf(color), pixelOf(mark)];
    const marks: Marks = TEXTURES[texture];
    for (let at = 0; at < TILE * TILE; at++) {
      tiles[s * TILE * TILE + at] = marks(at % TILE, Math.floor(at / TILE)) ? marked : ground;
    }
  });
  return tiles;
}

function pixelOf(color: Rgb): number {
  const [r, g, b] = color.map((share) => Math.round(share * 255));
  return ((0xff << 24) | (b << 16) | (g << 8) | r) >>> 0;
}

import { optimizerColor, toRgb } from '../parts/colors.ts';
import { viridis } from '../parts/viridis.ts';
import { SHADES } from './color-scale.ts';
import { VERDICTS, type Verdict } from './difference-codes.ts';
import type { MapColors } from './map-colors.ts';
import { mixed, plain, type Swatch, tilesOf } from './textures.ts';

/** Share of the way from paper to ink at which cells without a value lie. */
const NEUTRAL = 0.14;
const NEUTRAL_MARK = 0.32;
/** How far the colour of who arrives alone is from that of who is ahead, and the textures' marks from their ground, towards paper. */
const PALE = 0.45;
const MARKED = 0.4;

/** The palette of quantities: viridis, whose steps look alike, and a hatched grey for cells without a value. */
export function scalarTiles(colors: MapColors): Uint32Array {
  const shades = Array.from({ length: SHADES }, (_, i) => plain(toRgb(viridis(i / (SHADES - 1)))));
  return tilesOf([...shades, absent(colors)]);
}

/** How each verdict on two optimizers is filled: in their own colours, hatched rising for A and falling for B. */
export function verdictSwatches(a: number, b: number, colors: MapColors): Swatch[] {
  const [one, other] = [toRgb(optimizerColor(a)), toRgb(optimizerColor(b))];
  const { paper, ink } = colors;
  const swatches: Record<Verdict, Swatch> = {
    both: plain(mixed(paper, ink, 0.5)),
    onlyA: { color: one, texture: 'rising', mark: mixed(one, paper, MARKED) },
    onlyB: { color: other, texture: 'falling', mark: mixed(other, paper, MARKED) },
    neither: absent(colors),
    aheadA: { color: mixed(one, paper, PALE), texture: 'level', mark: one },
    aheadB: { color: mixed(other, paper, PALE), texture: 'upright', mark: other },
    equal: plain(mixed(paper, ink, 0.5)),
  };
  return VERDICTS.map((verdict) => swatches[verdict]);
}

function absent({ paper, ink }: MapColors): Swatch {
  return { color: mixed(paper, ink, NEUTRAL), texture: 'dots', mark: mixed(paper, ink, NEUTRAL_MARK) };
}

import { msg, str } from '@lit/localize';
import { html, type TemplateResult } from 'lit';
import type { Relief } from '../../engine/relief.ts';
import { PALETTES, TERRAIN } from '../../engine/terrain.ts';
import { lossAt } from './contour-levels.ts';
import { levelTexts, untouching } from './level-texts.ts';

/** Contour lines from one number under the scale to the next. */
const EVERY = 10;
/** Pixels from one number to the next, as the key lays them out. */
const APART = 42;

/** What the tints of the surface mean: a bar from the valleys up, with the losses at some heavy contours; its scale is logarithmic. */
export function tintScale(relief: Relief, theme: 'light' | 'dark'): TemplateResult {
  if (relief.blank)
    return html`<div class="scale"><span>${msg('loss')}</span><span class="muted">${msg('no value here')}</span></div>`;
  const { tints } = PALETTES[theme];
  const stops = tints.map((tint) => `rgb(${tint.map((part) => Math.round(255 * part)).join(' ')})`).join(', ');
  const levels = Array.from({ length: TERRAIN.CONTOURS / EVERY + 1 }, (_, i) => i * EVERY);
  const texts = levelTexts(levels.map((level) => lossAt(relief, level)));
  return html`<div class="scale" role="img" aria-label=${msg(str`Tints: loss from ${texts[0]} to ${texts.at(-1)}, on a logarithmic scale`)}>
    <span>${msg('loss')}</span>
    <div>
      <div class="bar tint" style="background: linear-gradient(to right, ${stops})">
        ${levels.slice(1, -1).map((level) => html`<i style="left: ${(100 * level) / TERRAIN.CONTOURS}%"></i>`)}
      </div>
      <div class="ends">${untouching(texts, APART).map((text) => html`<span>${text}</span>`)}</div>
    </div>
  </div>`;
}

import { html, type TemplateResult } from 'lit';
import type { Relief } from '../../engine/relief.ts';
import { PALETTES, TERRAIN } from '../../engine/terrain.ts';
import { formatNumber } from '../parts/numbers.ts';
import { lossAt } from './contour-labels.ts';

/** Contour lines from one number under the scale to the next. */
const EVERY = 10;

/** What the tints of the surface mean: a bar from the valleys up, with the losses at some heavy contours; its scale is logarithmic. */
export function tintScale(relief: Relief, theme: 'light' | 'dark'): TemplateResult {
  const { tints } = PALETTES[theme];
  const stops = tints.map((tint) => `rgb(${tint.map((part) => Math.round(255 * part)).join(' ')})`).join(', ');
  const levels = Array.from({ length: TERRAIN.CONTOURS / EVERY + 1 }, (_, i) => i * EVERY);
  return html`<div class="scale" role="img" aria-label="Tints: ${describe(relief)}, on a logarithmic scale">
    <span>loss</span>
    <div>
      <div class="bar" style="background: linear-gradient(to right, ${stops})">
        ${levels.slice(1, -1).map((level) => html`<i style="left: ${(100 * level) / TERRAIN.CONTOURS}%"></i>`)}
      </div>
      <div class="ends">${levels.map((level) => html`<span>${formatNumber(lossAt(relief, level), 2)}</span>`)}</div>
    </div>
  </div>`;
}

function describe(relief: Relief): string {
  return `loss from ${formatNumber(lossAt(relief, 0), 2)} to ${formatNumber(lossAt(relief, TERRAIN.CONTOURS), 2)}`;
}

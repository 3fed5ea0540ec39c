import { html, type TemplateResult } from 'lit';
import { describeMark } from './mark.ts';
import type { Told } from './marks.ts';
import type { Pixels } from './viewport.ts';

/** Pixels between a point's middle and what is told of it: beyond its axes, where it has some. */
const [NEAR, FAR] = [14, 32];

/** What is told of a marked point, beside it: at its right, or at its left where there is more room. */
export function mapTip({ mark, at: [x, y] }: Told, parameters: readonly string[], [width]: Pixels): TemplateResult {
  const away = mark.bends.length > 1 ? FAR : NEAR;
  const side = x > width / 2 ? `right: ${width - x + away}px` : `left: ${x + away}px`;
  return html`<div class="tip" aria-hidden="true" style="top: ${y}px; ${side}">${describeMark(mark, parameters)}</div>`;
}

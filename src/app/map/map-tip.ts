import { html, type TemplateResult } from 'lit';
import { describeMark } from './mark.ts';
import type { Told } from './marks.ts';
import type { Pixels } from './viewport.ts';

/** What is told of a marked point, beside it: at its right, or at its left where there is more room. */
export function mapTip({ mark, at: [x, y] }: Told, parameters: readonly string[], [width]: Pixels): TemplateResult {
  const side = x > width / 2 ? `right: ${width - x + 14}px` : `left: ${x + 14}px`;
  return html`<div class="tip" aria-hidden="true" style="top: ${y}px; ${side}">${describeMark(mark, parameters)}</div>`;
}

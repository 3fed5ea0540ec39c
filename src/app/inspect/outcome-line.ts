import { msg, str } from '@lit/localize';
import { html, type TemplateResult } from 'lit';
import type { Verdict } from '../../analysis/verdict.ts';
import type { Plan } from '../../experiment/index.ts';
import { HUES, minimumColor, OUTCOME_SIGNS } from '../parts/colors.ts';
import { formatCount } from '../parts/numbers.ts';

/** A cell's outcome with its symbol, in the colour that it has on maps, and where or when. */
export function outcomeLine({ objective }: Plan, { outcome, minimum, step }: Verdict): TemplateResult {
  const { label, path, filled } = OUTCOME_SIGNS[outcome];
  const own = minimum >= 0 && objective.minima.length <= HUES;
  const color = own ? minimumColor(minimum) : `var(--${outcome})`;
  return html`<p class="outcome">
    <svg viewBox="0 0 12 12" aria-hidden="true" style="stroke: ${color}; fill: ${filled ? color : 'none'}">
      <path d=${path}></path>
    </svg>
    <strong>${label}</strong>${whereText(objective.minima.length, outcome, minimum, step)}
  </p>`;
}

function whereText(minima: number, outcome: Verdict['outcome'], minimum: number, step: number): string {
  if (outcome === 'diverged') return msg(str` at step ${formatCount(step)}`);
  if (outcome !== 'converged') return msg(str` after ${formatCount(step)} steps`);
  if (minimum < 0) return minima > 0 ? msg(' to a minimum that is not listed') : '';
  return minima > 1 ? msg(str` to minimum ${minimum + 1} of ${minima}`) : msg(' to the minimum');
}

import { msg, str } from '@lit/localize';
import { html, nothing, svg, type TemplateResult } from 'lit';
import type { Plan } from '../../experiment/index.ts';
import { OUTCOME_SIGNS, optimizerColor } from '../parts/colors.ts';
import { counted } from '../parts/counted.ts';
import { formatCount, formatNumber } from '../parts/numbers.ts';
import { namedMinima } from './fate-paint.ts';
import type { Traced } from './launcher.ts';
import type { Corner } from './readout-corner.ts';

/** Where it begins, at the left, and what is left free between the numbers of the edge and it, in pixels. */
const [LEFT, GAP] = [48, 8];

/**
 * What launched trajectories came to, a line for each, with a button that removes them.
 * @param corner of the map in which it stands
 * @param beside pixels that the left edge's numbers take
 * @param note on the values that they have; null for none
 */
export function launchReadout(
  plan: Plan,
  start: readonly number[],
  traces: readonly Traced[],
  note: string | null,
  corner: Corner,
  beside: number,
  remove: () => void,
): TemplateResult {
  const { parameters } = plan.objective;
  const place = parameters
    .slice(0, 2)
    .map((name, i) => `${name} = ${formatNumber(start[i])}`)
    .join(', ');
  return html`<section class="readout ${corner}" style="--beside: ${Math.max(LEFT, beside + GAP)}px" aria-label=${msg('Launched trajectories')}>
    <div class="head">
      <span>${msg(str`From ${place}`)}</span>
      <button class="quiet" title=${msg('Remove (Escape)')} @click=${remove}>${msg('remove')}</button>
    </div>
    ${note ? html`<p class="muted">${note}</p>` : nothing}
    <div role="status">
      <ul>
        ${traces.map((traced) => lineOf(plan, traced))}
      </ul>
    </div>
    <p class="muted">${msg('Drag the ring, or press shift and an arrow.')}</p>
  </section>`;
}

function lineOf(plan: Plan, { optimizer, loss, steps, end }: Traced): TemplateResult {
  const { label } = plan.optimizers[optimizer];
  const after = counted(steps, 'step');
  const named = namedMinima(plan.objective).find(({ index }) => index === end?.minimum);
  const color = named?.color ?? `var(--${end?.outcome})`;
  const place = named ? msg(str` at (${named.at.map((value) => formatNumber(value)).join(', ')})`) : '';
  const told =
    end?.outcome === 'diverged'
      ? msg(str` at step ${formatCount(end.divergedAt)}`)
      : msg(str`${place}, loss ${formatNumber(loss)} after ${after}`);
  return html`<li>
    <span class="key" style="background: ${optimizerColor(optimizer)}"></span>
    <span>
      <b>${label}</b>
      ${end ? html`${symbol(end.outcome, color)} ${OUTCOME_SIGNS[end.outcome].label}${told}` : msg(str`loss ${formatNumber(loss)} after ${after}`)}
    </span>
  </li>`;
}

/** The symbol of an outcome, in a colour. */
export function symbol(outcome: keyof typeof OUTCOME_SIGNS, color: string): TemplateResult {
  const { path, filled } = OUTCOME_SIGNS[outcome];
  const style = filled ? `fill: ${color}` : `fill: none; stroke: ${color}; stroke-width: 1.6`;
  return html`<svg class="symbol" viewBox="0 0 12 12" aria-hidden="true">${svg`<path d=${path} style=${style}></path>`}</svg>`;
}

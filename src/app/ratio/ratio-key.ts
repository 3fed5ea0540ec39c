import { msg } from '@lit/localize';
import { html, nothing, svg, type TemplateResult } from 'lit';
import { NETWORK_SIGNS, type NetworkKind, networkKindName } from './network-kinds.ts';
import { type Plotted, presentKinds } from './scatter-figure.ts';

/**
 * What the signs of the plot mean.
 * @param medians whether medians are drawn
 */
export function ratioKey(networks: readonly Plotted[], medians: boolean): TemplateResult {
  return html`<ul class="key" aria-label=${msg('Signs')}>
    ${presentKinds(networks).map((kind) => html`<li>${sign(kind)}${networkKindName(kind)}</li>`)}
    ${medians ? html`<li>${medianSign()}${msg('median of a ratio')}</li>` : nothing}
  </ul>`;
}

function sign(kind: NetworkKind) {
  const { path, filled, color } = NETWORK_SIGNS[kind];
  const style = filled ? `fill: var(--${color})` : `fill: none; stroke: var(--${color}); stroke-width: 1.5`;
  return html`<svg viewBox="0 0 14 14" aria-hidden="true">${svg`<path d=${path(7, 7)} style=${style}></path>`}</svg>`;
}

function medianSign() {
  return html`<svg viewBox="0 0 14 14" aria-hidden="true">${svg`<path d="M1 7h12" style="stroke: var(--ink); stroke-width: 2"></path>`}</svg>`;
}

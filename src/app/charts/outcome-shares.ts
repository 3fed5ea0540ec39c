import { msg } from '@lit/localize';
import { css, html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Measurement } from '../../engine/index.ts';
import { controls } from '../parts/controls.css.ts';
import type { ChartLine } from './model.ts';
import './outcome-bar.ts';

/** What the trajectories of each optimizer have come to: under its name, a bar of shares. */
@customElement('outcome-shares')
export class OutcomeShares extends LitElement {
  static override styles = [
    controls,
    css`
      section {
        margin-top: 4px;
      }
      h3 {
        display: flex;
        align-items: center;
        gap: 6px;
        margin: 0;
        font-size: 12px;
        font-weight: 400;
        line-height: 20px;
        overflow-wrap: anywhere;
      }
      h3::before {
        content: '';
        flex: none;
        width: 8px;
        height: 8px;
        border-radius: 50%;
        background: var(--color);
        forced-color-adjust: none;
      }
    `,
  ];

  @property({ attribute: false }) measurement: Measurement | undefined;
  @property({ attribute: false }) lines: readonly ChartLine[] = [];
  /** Whether the run is over: until then a trajectory that still descends is on its way. */
  @property({ type: Boolean }) done = false;

  override render() {
    return html`
      <h2>${this.done ? msg('Outcomes at the end') : msg('Outcomes so far')}</h2>
      ${
        this.measurement
          ? this.lines.map((line) => this.shares(line))
          : html`<p class="small muted">${msg('What becomes of every start appears here.')}</p>`
      }
    `;
  }

  private shares({ label, index, color }: ChartLine) {
    const counts = this.measurement?.optimizers[index]?.outcomes;
    if (!counts) return nothing;
    return html`<section>
      <h3 style="--color: ${color}">${label}</h3>
      <outcome-bar .counts=${counts} .done=${this.done}></outcome-bar>
    </section>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'outcome-shares': OutcomeShares;
  }
}

import { msg, str } from '@lit/localize';
import { css, html, LitElement, nothing, type PropertyValues } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import type { CellTable } from '../../engine/index.ts';
import type { Plan } from '../../experiment/index.ts';
import { variesStarts } from '../grids.ts';
import { controls } from '../parts/controls.css.ts';
import { counted } from '../parts/counted.ts';
import { formatCount } from '../parts/numbers.ts';
import { type Analysis, analyse } from './analysis.ts';
import './best-settings.ts';
import { conclusionOf } from './conclusion.ts';
import './distance-matrix.ts';
import './optimizer-table.ts';
import type { SuccessCurves } from './success-curves.ts';
import './success-curves.ts';

/** Share of the time, at most, that is spent on comparing while a run goes on. */
const SHARE = 0.2;

/** Compares the optimizers by all their cells. Fires `edit` with an `EditRequest` where a setting is taken over. */
@customElement('comparison-panel')
export class ComparisonPanel extends LitElement {
  static override styles = [
    controls,
    css`
      :host {
        overflow-y: auto;
        padding: 12px 16px 24px;
        scrollbar-width: thin;
      }
      .conclusion {
        max-width: 72ch;
        margin-bottom: 4px;
        font-size: 15px;
        line-height: 22px;
      }
      :host > * + * {
        margin-top: 8px;
      }
      success-curves,
      best-settings,
      distance-matrix {
        margin-top: 16px;
        padding-top: 8px;
        border-top: 1px solid var(--hairline);
      }
      /* The answer at the left, what it comes from at the right, where there is room for both. */
      @container page (min-width: 2200px) {
        .parts {
          display: grid;
          grid-template-columns: repeat(2, minmax(0, 960px));
          gap: 48px;
          align-items: start;
        }
        .parts > div > :first-child {
          margin-top: 0;
          border-top: 0;
        }
      }
    `,
  ];

  @property({ attribute: false }) plan: Plan | null = null;
  /** One for each optimizer; null before they were read. */
  @property({ attribute: false }) tables: readonly CellTable[] | null = null;
  /** Step from which the run goes by other numbers than before; null for none. */
  @property({ attribute: false }) mixedFrom: number | null = null;
  @property() theme: 'light' | 'dark' = 'light';
  @query('success-curves') private curves!: SuccessCurves | null;

  @state() private analysis: Analysis | null = null;
  /** What was compared last; what is compared now is newer. */
  private compared: readonly CellTable[] | null = null;
  private comparing = false;

  /** The curves of success as they are drawn; null where there are none: a table is no picture. */
  picture(): HTMLCanvasElement | null {
    return this.curves?.renderRoot.querySelector('line-chart')?.canvas ?? null;
  }

  override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('plan') && !changed.has('tables')) return;
    if (!this.fitting) this.analysis = null;
    void this.compare();
  }

  /** The tables, where they are those of the plan: after an edit they are of another one until the new run's are read. */
  private get fitting(): readonly CellTable[] | null {
    const { plan, tables } = this;
    return plan && tables?.length === plan.optimizers.length && tables[0].outcome.length === plan.cells ? tables : null;
  }

  /** Compares the newest tables, and those that came meanwhile. */
  private async compare(): Promise<void> {
    if (this.comparing) return;
    this.comparing = true;
    for (let tables = this.fitting; tables && tables !== this.compared && this.isConnected; tables = this.fitting) {
      const began = performance.now();
      this.compared = tables;
      const analysis = await analyse(this.plan as Plan, tables);
      if (this.fitting) this.analysis = analysis;
      const took = performance.now() - began;
      await new Promise((resolve) => setTimeout(resolve, took * (1 / SHARE - 1)));
    }
    this.comparing = false;
  }

  override render() {
    const { analysis, theme, mixedFrom } = this;
    if (!analysis) {
      return html`<p class="muted">${msg("What becomes of each optimizer's cells is compared here as soon as the run has made a step.")}</p>`;
    }
    const { plan, standings, differences, successes, best, step } = analysis;
    const named = plan.optimizers.map(({ label }, i) => ({ label, standing: standings[i] }));
    const members = variesStarts(plan) ? msg('starts') : msg('cells');
    const pair = named.length === 2 ? differences[0][1] : null;
    return html`
      ${
        mixedFrom === null
          ? nothing
          : html`<p>
              <strong>${msg(str`The run was changed at step ${formatCount(mixedFrom)}`)}</strong>${msg(': what is compared comes from the numbers before and after. Reset runs all of it with these.')}
            </p>`
      }
      <p class="conclusion">${conclusionOf(named, members, pair, step >= plan.steps ? null : step)}</p>
      <p class="small muted">
        ${msg(str`${counted(plan.cells, 'cell')} for each optimizer, after ${counted(step, 'step')} of ${formatCount(plan.steps)}. To arrive is to converge${plan.target === null ? '' : msg(' or to reach the target')}. Quantiles are exact and over all cells; diverged ones count as infinite.`)}
      </p>
      <div class="parts">
        <optimizer-table .analysis=${analysis}></optimizer-table>
        <div>
      ${best.some((each) => each !== null) ? html`<best-settings .analysis=${analysis}></best-settings>` : nothing}
      ${successes.length > 0 ? html`<success-curves .analysis=${analysis} .theme=${theme}></success-curves>` : nothing}
      ${standings.length > 1 ? html`<distance-matrix .analysis=${analysis}></distance-matrix>` : nothing}
        </div>
      </div>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'comparison-panel': ComparisonPanel;
  }
}

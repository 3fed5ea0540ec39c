import { html, LitElement } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { CellTable, Measurement, Run } from '../../engine/index.ts';
import type { Plan } from '../../experiment/index.ts';
import { FIRST_VIEW, type PageView } from '../view/page-view.ts';

/** To be written. */
@customElement('comparison-panel')
export class ComparisonPanel extends LitElement {
  @property({ attribute: false }) run: Run | null = null;
  @property({ attribute: false }) plan: Plan | null = null;
  @property({ attribute: false }) tables: readonly CellTable[] | null = null;
  @property({ attribute: false }) measurement: Measurement | undefined;
  @property({ attribute: false }) view: PageView = FIRST_VIEW;
  @property({ attribute: false }) cell: PageView['cell'] = null;
  @property() theme: 'light' | 'dark' = 'light';

  override render() {
    return html`<p>comparison-panel: ${this.tables?.length ?? 0} tables</p>`;
  }
}

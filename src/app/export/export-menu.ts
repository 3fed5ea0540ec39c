import { msg } from '@lit/localize';
import { css, html, LitElement, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import '../bar/drop-menu.ts';
import { bringAll } from '../locale/localization.ts';
import { controls } from '../parts/controls.css.ts';
import type { ExportPanel } from './export-panel.ts';
import type { ExportSource } from './source.ts';

/** The button of the export menu; what it opens is loaded when it is first opened. */
@customElement('export-menu')
export class ExportMenu extends LitElement {
  static override styles = [
    controls,
    css`
      :host {
        flex: none;
      }
      /* As wide as what it stands for: the menu finds its place once. */
      .muted {
        width: 400px;
        max-width: 100%;
      }
    `,
  ];

  @property({ attribute: false }) source!: ExportSource;
  @state() private loaded = false;
  @state() private problem = '';
  @query('export-panel') private panel!: ExportPanel | null;

  override render() {
    return html`<drop-menu label=${msg('Export')} @opened=${this.open}>
      ${this.loaded ? html`<export-panel .source=${this.source}></export-panel>` : html`<p class="muted">${msg('Loading…')}</p>`}
      ${this.problem ? html`<p class="error" role="alert">${this.problem}</p>` : nothing}
    </drop-menu>`;
  }

  private async open(): Promise<void> {
    this.problem = '';
    try {
      await Promise.all([bringAll(), import('./export-panel.ts')]);
      this.loaded = true;
      void this.panel?.refresh();
    } catch {
      this.problem = msg('The menu could not be loaded. Check the connection, and open it again.');
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'export-menu': ExportMenu;
  }
}

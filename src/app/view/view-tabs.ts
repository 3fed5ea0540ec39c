import { msg } from '@lit/localize';
import { css, html, LitElement, type PropertyValues } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { controls } from '../parts/controls.css.ts';
import { type PageView, TABS, type Tab } from './page-view.ts';

/** What a tab is called. */
export function tabName(tab: Tab): string {
  switch (tab) {
    case 'surface':
      return msg('Surface');
    case 'maps':
      return msg('Maps');
    case 'trainability':
      return msg('Trainability');
    case 'difference':
      return msg('Difference');
    case 'comparison':
      return msg('Comparison');
    case 'ratio':
      return msg('Minimum ratio');
  }
}

/** Chooses what the middle of the page shows. Fires `view` with the tab. */
@customElement('view-tabs')
export class ViewTabs extends LitElement {
  static override styles = [
    controls,
    css`
      :host {
        border-bottom: 1px solid var(--hairline);
        padding: 0 8px;
        overflow-x: auto;
        scrollbar-width: none;
        scroll-padding-inline: 8px;
      }
      [role='tablist'] {
        display: flex;
        gap: 8px;
        width: max-content;
      }
      button {
        border: 0;
        border-radius: 0;
        padding: 6px 8px;
        color: var(--muted);
        border-bottom: 2px solid transparent;
      }
      button[aria-selected='true'] {
        color: var(--ink);
        font-weight: 600;
        border-bottom-color: var(--ink);
      }
      :focus-visible {
        outline-offset: -2px;
      }
    `,
  ];

  @property() tab: Tab = 'surface';
  /** Number of optimizers: a single one has none to differ from. */
  @property({ type: Number }) optimizers = 1;
  /** Whether networks are trained: other objectives have no plane of trainability and no minimum ratio. */
  @property({ type: Boolean }) networks = false;

  override updated(changed: PropertyValues<this>): void {
    // Where there is not room for all of them, the chosen one is in sight.
    if (changed.has('tab'))
      this.renderRoot.querySelector(`#${this.tab}`)?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }

  override render() {
    return html`<div role="tablist" aria-label=${msg('View')} @keydown=${this.onKey}>
      ${this.offered.map((tab) => {
        const chosen = tab === this.tab;
        return html`<button
          role="tab"
          id=${tab}
          aria-selected=${chosen}
          tabindex=${chosen ? 0 : -1}
          @click=${() => this.choose(tab)}
        >
          ${tabName(tab)}
        </button>`;
      })}
    </div>`;
  }

  private get offered(): Tab[] {
    const has = { difference: this.optimizers > 1, trainability: this.networks, ratio: this.networks };
    return TABS.filter((tab) => tab === this.tab || !(tab in has) || has[tab as keyof typeof has]);
  }

  private onKey(event: KeyboardEvent): void {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!step) return;
    // The same keys make a step of the run elsewhere.
    event.preventDefault();
    event.stopPropagation();
    const { offered } = this;
    const next = offered[(offered.indexOf(this.tab) + step + offered.length) % offered.length];
    this.choose(next);
    (this.renderRoot.querySelector(`#${next}`) as HTMLElement | null)?.focus();
  }

  private choose(tab: Tab): void {
    this.dispatchEvent(new CustomEvent<Partial<PageView>>('view', { detail: { tab } }));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'view-tabs': ViewTabs;
  }
}

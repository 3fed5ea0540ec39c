import { msg } from '@lit/localize';
import { css, html, LitElement } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Notice } from '../notices.ts';
import { controls } from '../parts/controls.css.ts';

/** Notices, each with a button that dismisses it. Fires `dismiss` with one of them. */
@customElement('notice-list')
export class NoticeList extends LitElement {
  static override styles = [
    controls,
    css`
      div {
        display: flex;
        align-items: baseline;
        gap: 16px;
        padding: 4px 16px;
        border-bottom: 1px solid var(--hairline);
        background: var(--wash);
      }
      p {
        flex: 1;
        overflow-wrap: anywhere;
      }
    `,
  ];

  @property({ attribute: false }) notices: readonly Notice[] = [];

  override render() {
    return this.notices.map(
      (notice) => html`<div role="alert">
        <p>${notice.sentence()}</p>
        <button class="quiet" @click=${() => this.dismiss(notice)}>${msg('Dismiss')}</button>
      </div>`,
    );
  }

  private dismiss(notice: Notice): void {
    this.dispatchEvent(new CustomEvent<Notice>('dismiss', { detail: notice }));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'notice-list': NoticeList;
  }
}

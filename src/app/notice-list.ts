import { css, html, LitElement } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { controls } from './controls.css.ts';

/** Sentences that wait until they are dismissed. Fires `dismiss` with the place of one in the list. */
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

  @property({ attribute: false }) sentences: readonly string[] = [];

  override render() {
    return this.sentences.map(
      (sentence, i) => html`<div role="alert">
        <p>${sentence}</p>
        <button class="quiet" @click=${() => this.dismiss(i)}>Dismiss</button>
      </div>`,
    );
  }

  private dismiss(place: number): void {
    this.dispatchEvent(new CustomEvent('dismiss', { detail: place }));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'notice-list': NoticeList;
  }
}

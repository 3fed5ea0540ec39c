import { msg } from '@lit/localize';
import { css, html, LitElement, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { controls } from '../parts/controls.css.ts';

/** Time for which it says what it has done, in ms. */
const SAYS = 3000;

/** Hands on the link to what is shown: by the system's own way on touch screens, else to the clipboard; where neither may be, as a text to copy. */
@customElement('share-button')
export class ShareButton extends LitElement {
  static override styles = [
    controls,
    css`
      :host {
        flex: none;
        position: relative;
      }
      .heard {
        position: absolute;
        width: 1px;
        height: 1px;
        overflow: hidden;
        clip-path: inset(50%);
      }
      input {
        position: absolute;
        z-index: 2;
        top: 100%;
        right: 0;
        width: 288px;
        background: var(--paper);
      }
    `,
  ];

  /** Makes the link. */
  @property({ attribute: false }) link!: () => Promise<string>;
  @state() private said = '';
  /** A link for hands to copy. */
  @state() private text = '';
  private timer: ReturnType<typeof setTimeout> | undefined;

  override render() {
    const { said, text } = this;
    return html`<button title=${msg('Copy a link to exactly this')} @click=${this.share}>${said || msg('Share')}</button>
      <span class="heard" role="status">${said}</span>
      ${
        text
          ? html`<input
              type="text"
              readonly
              aria-label=${msg('Link to this experiment')}
              .value=${text}
              @blur=${() => {
                this.text = '';
              }}
            />`
          : nothing
      }`;
  }

  private async share(): Promise<void> {
    const url = await this.link();
    if (matchMedia('(pointer: coarse)').matches && navigator.canShare?.({ url })) {
      // Who closes the system's sheet has changed their mind: no more is asked.
      await navigator.share({ url, title: 'Scree' }).catch(() => {});
      return;
    }
    try {
      await navigator.clipboard.writeText(url);
      this.say(msg('Link copied'));
    } catch {
      this.text = url;
      await this.updateComplete;
      this.renderRoot.querySelector('input')?.select();
      this.say(msg('Copy this link'));
    }
  }

  private say(said: string): void {
    this.said = said;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      this.said = '';
    }, SAYS);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'share-button': ShareButton;
  }
}

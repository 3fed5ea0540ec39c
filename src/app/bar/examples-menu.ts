import { msg } from '@lit/localize';
import { css, html, LitElement } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import type { Example } from '../examples/examples.ts';
import { bringAll } from '../locale/localization.ts';
import { controls } from '../parts/controls.css.ts';
import type { DropMenu } from './drop-menu.ts';
import './drop-menu.ts';

/** Ready experiments, each with a sentence of what it shows. Fires `open-example` with an `Example`. */
@customElement('examples-menu')
export class ExamplesMenu extends LitElement {
  static override styles = [
    controls,
    css`
      :host {
        flex: none;
      }
      drop-menu {
        --menu-width: 800px;
      }
      ul {
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(min(320px, 100%), 1fr));
        margin: 0;
        padding: 0;
        list-style: none;
      }
      button {
        display: grid;
        align-content: start;
        width: 100%;
        height: 100%;
        padding: 8px;
        border-color: transparent;
        text-align: left;
        white-space: normal;
      }
      button:hover {
        background: var(--wash);
      }
      strong {
        font-weight: 600;
      }
    `,
  ];

  @state() private examples: readonly Example[] | null = null;
  @state() private problem = '';
  @query('drop-menu') private menu!: DropMenu;

  override render() {
    return html`<drop-menu label=${msg('Examples')} @opened=${this.load}>
      ${
        this.examples
          ? html`<ul>
              ${this.examples.map(
                (example) => html`<li>
                  <button @click=${() => this.choose(example)}>
                    <strong>${example.title}</strong><span class="muted">${example.sentence}</span>
                  </button>
                </li>`,
              )}
            </ul>`
          : html`<p role="status">${this.problem || msg('Loading…')}</p>`
      }
    </drop-menu>`;
  }

  private async load(): Promise<void> {
    if (this.examples) return;
    try {
      await bringAll();
      this.examples = (await import('../examples/examples.ts')).EXAMPLES;
    } catch {
      this.problem = msg('The examples could not be loaded. Is this machine online?');
    }
  }

  private choose(example: Example): void {
    this.menu.close();
    this.dispatchEvent(new CustomEvent<Example>('open-example', { detail: example, bubbles: true, composed: true }));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'examples-menu': ExamplesMenu;
  }
}

import { msg, str } from '@lit/localize';
import { css, html, LitElement } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { controls } from '../parts/controls.css.ts';
import { webGpuAdvice } from './advice.ts';

/** Stands in the map's place where no engine runs: why, and what to do in this browser. */
@customElement('no-engine-note')
export class NoEngineNote extends LitElement {
  static override styles = [
    controls,
    css`
      :host {
        display: grid;
        place-content: center;
        padding: 24px;
        background: var(--wash);
        overflow: auto;
      }
      article {
        max-width: 520px;
      }
      h2 {
        font-size: 18px;
        line-height: 28px;
      }
      ul {
        padding-left: 20px;
      }
      li {
        margin: 4px 0;
      }
    `,
  ];

  @property() reason = '';

  override render() {
    const { browser, steps } = webGpuAdvice(navigator.userAgent, isSecureContext);
    return html`<article role="alert">
      <h2>${msg('Nothing here can compute: neither the graphics processor nor the CPU.')}</h2>
      <p>${this.reason}</p>
      <p>${msg(str`What to do in ${browser}:`)}</p>
      <ul>
        ${steps.map((step) => html`<li>${step}</li>`)}
        <li>${msg('Without WebGPU, a browser that has WebAssembly with SIMD serves: any of 2023 or later.')}</li>
      </ul>
    </article>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'no-engine-note': NoEngineNote;
  }
}

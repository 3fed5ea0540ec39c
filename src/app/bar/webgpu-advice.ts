import { msg, str } from '@lit/localize';
import { css, html, LitElement } from 'lit';
import { customElement } from 'lit/decorators.js';
import { controls } from '../parts/controls.css.ts';
import { webGpuAdvice } from './advice.ts';

/** How to get WebGPU on a graphics processor in this browser. */
@customElement('webgpu-advice')
export class WebGpuAdvice extends LitElement {
  static override styles = [
    controls,
    css`
      ul {
        margin: 0;
        padding-left: 16px;
      }
      li {
        margin-top: 4px;
      }
    `,
  ];

  override render() {
    const { browser, steps } = webGpuAdvice(navigator.userAgent, isSecureContext);
    return html`<h2>${msg(str`To compute on a graphics processor in ${browser}`)}</h2>
      <ul>
        ${steps.map((step) => html`<li>${step}</li>`)}
      </ul>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'webgpu-advice': WebGpuAdvice;
  }
}

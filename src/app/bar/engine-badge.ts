import { msg } from '@lit/localize';
import { css, html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import type { DeviceInfo } from '../../engine/index.ts';
import type { EngineChoice } from '../../experiment/index.ts';
import { bringAll } from '../locale/localization.ts';
import { translated } from '../locale/translated.ts';
import { controls } from '../parts/controls.css.ts';

/** Which machine computes, why, and the choice of another. Fires `choose` with an `EngineChoice`. */
@customElement('engine-badge')
export class EngineBadge extends LitElement {
  static override styles = [
    controls,
    css`
      :host {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 4px;
        min-width: 0;
        color: var(--muted);
      }
      select {
        border-color: transparent;
      }
      details {
        position: relative;
        min-width: 0;
      }
      summary {
        max-width: 224px;
        overflow: hidden;
        text-overflow: ellipsis;
        list-style: none;
        cursor: pointer;
        white-space: nowrap;
        text-decoration: underline dotted var(--hairline);
        text-underline-offset: 4px;
      }
      summary::-webkit-details-marker {
        display: none;
      }
      .why {
        position: var(--why-position, absolute);
        z-index: 2;
        top: 28px;
        right: 0;
        width: max-content;
        max-width: min(320px, 80vw);
        padding: 8px;
        border: 1px solid var(--hairline);
        background: var(--paper);
        color: var(--ink);
      }
    `,
  ];

  @property() choice: EngineChoice = 'auto';
  @property({ attribute: false }) device: DeviceInfo | null = null;
  /** Why it is this device. */
  @property() reason = '';
  /** Whether another is on its way. */
  @property({ type: Boolean }) moving = false;

  override render() {
    const { choice, device, reason, moving } = this;
    if (!device) return '';
    // Every processor is one; only of a graphics device it is worth a word.
    const software = device.engine === 'webgpu' && device.software;
    return html`
      <select aria-label=${msg('Engine')} title=${msg('Which machine computes')} .value=${live(choice)} @change=${this.onChange}>
        <option value="auto">${msg('Automatic')}</option>
        <option value="webgpu">WebGPU</option>
        <option value="cpu">CPU</option>
      </select>
      <details @toggle=${this.onToggle} @focusout=${this.onFocusOut} @keydown=${this.onKey}>
        <summary title=${reason}>
          ${moving ? msg('changing…') : translated(device.name)}${software && !moving ? html` <em>${msg('(software)')}</em>` : ''}
        </summary>
        <div class="why" tabindex="-1">
          <p>${reason}</p>
          ${device.engine === 'webgpu' && !software ? nothing : html`<webgpu-advice></webgpu-advice>`}
        </div>
      </details>
    `;
  }

  /** What is said there comes when it is first read. */
  private onToggle(): void {
    void bringAll().then(() => import('./webgpu-advice.ts'));
  }

  private onChange(event: Event): void {
    const detail = (event.target as HTMLSelectElement).value as EngineChoice;
    this.dispatchEvent(new CustomEvent<EngineChoice>('choose', { detail }));
  }

  private onKey(event: KeyboardEvent): void {
    const details = event.currentTarget as HTMLDetailsElement;
    if (event.key !== 'Escape' || !details.open) return;
    details.querySelector('summary')?.focus();
    details.open = false;
    event.stopPropagation();
  }

  private onFocusOut(event: FocusEvent): void {
    const details = event.currentTarget as HTMLDetailsElement;
    // A click into the text, to copy it, leaves it open.
    if (!(event.relatedTarget instanceof Node && details.contains(event.relatedTarget))) details.open = false;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'engine-badge': EngineBadge;
  }
}

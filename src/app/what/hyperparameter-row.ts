import { msg, str } from '@lit/localize';
import { css, html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Hyperparameter } from '../../catalogue/index.ts';
import { textsComplete } from '../locale/localization.ts';
import { translated } from '../locale/translated.ts';
import { controls } from '../parts/controls.css.ts';
import '../parts/number-field.ts';
import { formatEntry } from '../parts/numbers.ts';
import { sliderScale } from './slider-scale.ts';

/** Positions of a slider: finer than a pixel would be wasted. */
const POSITIONS = 400;

/**
 * One hyperparameter: a slider, a typed entry, the way back to its default. Fires `change` with the number as its
 * detail, or undefined for the default.
 */
@customElement('hyperparameter-row')
export class HyperparameterRow extends LitElement {
  static override styles = [
    controls,
    css`
      .head {
        display: flex;
        flex-wrap: wrap;
        align-items: baseline;
        gap: 0 8px;
        min-height: 28px;
      }
      .name {
        flex: 1 0;
        white-space: nowrap;
        overflow: hidden;
        text-overflow: ellipsis;
      }
      number-field {
        display: contents;
      }
      input[type='range'] {
        display: block;
        width: 100%;
        height: 20px;
        margin: 0;
        appearance: none;
        background: none;
        cursor: pointer;
      }
      input[type='range']::-webkit-slider-runnable-track {
        height: 1px;
        background: var(--muted);
      }
      input[type='range']::-moz-range-track {
        height: 1px;
        background: var(--muted);
      }
      input[type='range']::-webkit-slider-thumb {
        appearance: none;
        width: 12px;
        height: 12px;
        margin-top: -5.5px;
        border: 0;
        border-radius: 50%;
        background: var(--color, var(--ink));
        box-shadow: 0 0 0 1px var(--ink);
      }
      input[type='range']::-moz-range-thumb {
        width: 12px;
        height: 12px;
        border: 0;
        border-radius: 50%;
        background: var(--color, var(--ink));
        box-shadow: 0 0 0 1px var(--ink);
      }
      @media (forced-colors: active) {
        input[type='range'] {
          --muted: CanvasText;
          --ink: CanvasText;
          forced-color-adjust: none;
        }
      }
      @media (pointer: coarse) {
        input[type='range'] {
          height: 36px;
        }
      }
    `,
  ];

  @property() name = '';
  @property({ attribute: false }) spec!: Hyperparameter;
  @property({ type: Number }) value = 0;
  @property({ attribute: false }) problem: Error | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    // What it does is told with the last texts.
    void textsComplete.then(() => this.requestUpdate());
  }

  override render() {
    const { name, spec, value } = this;
    const label = name === 'lr' ? msg('learning rate') : name;
    const scale = sliderScale(spec);
    const usual = typeof spec.default === 'number' ? spec.default : undefined;
    return html`
      <div class="head">
        <span class="name" id="name" title=${translated(spec.what)}>${label}</span>
        ${
          usual === undefined || value === usual
            ? nothing
            : html`<button
                class="quiet small"
                title=${msg(str`Back to the default, ${formatEntry(usual)}`)}
                aria-label=${msg(str`${label} back to its default, ${formatEntry(usual)}`)}
                @click=${() => this.change(null)}
              >
                ↺
              </button>`
        }
        <number-field
          bare
          label=${msg(str`${label}, ${translated(spec.what)}`)}
          .value=${value}
          .problem=${this.problem}
          @change=${(event: CustomEvent<number>) => this.change(event.detail)}
        ></number-field>
      </div>
      <input
        type="range"
        min="0"
        max=${POSITIONS}
        .value=${String(Math.round(scale.toPosition(value) * POSITIONS))}
        aria-labelledby="name"
        aria-valuetext=${formatEntry(value)}
        @input=${this.onSlide}
      />
    `;
  }

  private onSlide(event: Event): void {
    const position = Number((event.target as HTMLInputElement).value) / POSITIONS;
    this.change(sliderScale(this.spec).toValue(position));
  }

  /** An event carries null for the default: an undefined detail becomes null on its way. */
  private change(value: number | null): void {
    this.dispatchEvent(new CustomEvent('change', { detail: value }));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'hyperparameter-row': HyperparameterRow;
  }
}

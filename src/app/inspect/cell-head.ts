import { msg, str } from '@lit/localize';
import { css, html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Plan } from '../../experiment/index.ts';
import { optimizerColor } from '../parts/colors.ts';
import { controls } from '../parts/controls.css.ts';
import type { PageView } from '../view/page-view.ts';

type Cell = NonNullable<PageView['cell']>;

/** Says which cell is looked at, and goes to its neighbours, to another optimizer's, and away. Fires `view` with the cell. */
@customElement('cell-head')
export class CellHead extends LitElement {
  static override styles = [
    controls,
    css`
      :host {
        display: flex;
        align-items: center;
        flex-wrap: wrap;
        gap: 4px;
      }
      h2 {
        margin-right: auto;
        white-space: nowrap;
      }
      .label {
        min-width: 0;
        overflow: hidden;
        white-space: nowrap;
        text-overflow: ellipsis;
      }
      /* A long name gives way to the buttons; for fingers these are too large for one line. */
      @media (pointer: fine) {
        :host {
          flex-wrap: nowrap;
        }
      }
      .key {
        flex: none;
        width: 8px;
        height: 8px;
        border-radius: 50%;
      }
      select {
        min-width: 0;
        max-width: 160px;
      }
      .neighbours {
        display: flex;
      }
      .neighbours button {
        width: 28px;
        padding: 0;
      }
      .neighbours button + button {
        margin-left: -1px;
      }
      @media (pointer: coarse) {
        .neighbours button {
          width: 40px;
        }
      }
    `,
  ];

  @property({ attribute: false }) plan!: Plan;
  @property({ attribute: false }) cell!: Cell;

  override render() {
    const { plan, cell } = this;
    const [optimizer, i, j] = cell;
    const { optimizers, x, y } = plan;
    return html`
      <h2 title=${msg('Its column and row, counted from 0 as in links, in files and on the command line')}>
        ${y.values.length > 1 ? msg(str`Cell ${i}, ${j}`) : msg(str`Cell ${i}`)}
      </h2>
      <span class="key" style="background: ${optimizerColor(optimizer)}"></span>
      ${
        optimizers.length === 1
          ? html`<span class="label" title=${optimizers[0].label}>${optimizers[0].label}</span>`
          : html`<select
              aria-label=${msg('Optimizer of the cell')}
              @change=${(event: Event) => this.go([Number((event.target as HTMLSelectElement).value), i, j])}
            >
              ${optimizers.map(
                ({ label }, k) => html`<option value=${k} .selected=${k === optimizer}>${label}</option>`,
              )}
            </select>`
      }
      <span class="neighbours" role="group" aria-label=${msg('Neighbouring cells')}>
        ${this.neighbour('←', msg('Previous'), x.label, -1, 0)} ${this.neighbour('→', msg('Next'), x.label, 1, 0)}
        ${
          y.values.length > 1
            ? html`${this.neighbour('↓', msg('Previous'), y.label, 0, -1)} ${this.neighbour('↑', msg('Next'), y.label, 0, 1)}`
            : nothing
        }
      </span>
      <button class="quiet" title=${msg('Close')} aria-label=${msg('Close the inspector')} @click=${() => this.go(null)}>✕</button>
    `;
  }

  private neighbour(sign: string, which: string, along: string, right: number, up: number) {
    const { plan, cell } = this;
    const [optimizer, i, j] = [cell[0], cell[1] + right, cell[2] + up];
    const there = i >= 0 && j >= 0 && i < plan.x.values.length && j < plan.y.values.length;
    const name = msg(str`${which} cell along ${along}`);
    return html`<button title=${name} aria-label=${name} ?disabled=${!there} @click=${() => this.go([optimizer, i, j])}>
      ${sign}
    </button>`;
  }

  private go(cell: PageView['cell']): void {
    this.dispatchEvent(new CustomEvent<Partial<PageView>>('view', { detail: { cell }, bubbles: true, composed: true }));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'cell-head': CellHead;
  }
}

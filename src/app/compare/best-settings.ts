import { msg, str } from '@lit/localize';
import { css, html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { BestSetting } from '../../analysis/best-setting.ts';
import { nameOf } from '../axes.ts';
import type { EditRequest } from '../edits.ts';
import { closedUp } from '../locale/spacing.ts';
import { optimizerColor } from '../parts/colors.ts';
import { controls } from '../parts/controls.css.ts';
import { counted } from '../parts/counted.ts';
import { inSeries } from '../parts/listed.ts';
import { formatCount, formatNumber } from '../parts/numbers.ts';
import { type Values, withSettings } from '../settling.ts';
import type { Analysis } from './analysis.ts';
import { intervalText, shareOf } from './columns.ts';

/** The control of edits that set hyperparameters to the best found. */
export const COMPARISON = 'comparison';

/** The best setting found of each optimizer, to be taken over. Fires `edit` with an `EditRequest`. */
@customElement('best-settings')
export class BestSettings extends LitElement {
  static override styles = [
    controls,
    css`
      .head {
        display: flex;
        flex-wrap: wrap;
        align-items: baseline;
        gap: 0 16px;
      }
      ul {
        margin: 4px 0 0;
        padding: 0;
        list-style: none;
        font-size: 13px;
      }
      li {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 0 16px;
        padding: 4px 0;
        border-top: 1px solid var(--hairline);
      }
      .name {
        min-width: 96px;
      }
      .what {
        flex: 1 1 240px;
      }
      .key {
        display: inline-block;
        width: 8px;
        height: 8px;
        margin-right: 6px;
        border-radius: 50%;
      }
    `,
  ];

  @property({ attribute: false }) analysis!: Analysis;

  override render() {
    const { plan, best } = this.analysis;
    const found = best.flatMap((setting, optimizer) => (setting ? [{ setting, optimizer }] : []));
    const all = new Map(found.map(({ setting, optimizer }) => [optimizer, setting.values]));
    return html`
      <div class="head">
        <h2>${msg('Best setting found')}</h2>
        ${found.length > 1 ? html`<button title=${this.consequence(all)} @click=${() => this.apply(all)}>${msg('apply all')}</button>` : nothing}
      </div>
      <p class="small muted">
        ${msg('The one from which most arrive; of equals the one with the fewest median steps to the target, then with the lowest median loss.')}
      </p>
      <ul>
        ${found.map(({ setting, optimizer }) => {
          const { label } = plan.optimizers[optimizer];
          const one = new Map([[optimizer, setting.values]]);
          return html`<li>
            <span class="name"><span class="key" style="background: ${optimizerColor(optimizer)}"></span>${label}</span>
            <span class="what">
              <strong>${settingText(setting.values)}</strong>
              <span class="muted">${this.merits(setting)}</span>
            </span>
            <button title=${this.consequence(one)} aria-label=${msg(str`apply to ${label}`)} @click=${() => this.apply(one)}>${msg('apply')}</button>
          </li>`;
        })}
      </ul>
    `;
  }

  private merits({ arrivals, cells, steps, loss }: BestSetting): string {
    const share = shareOf(arrivals, cells);
    const texts = [msg(str`${share} of ${counted(cells, 'cell')} arrive (${intervalText(arrivals, cells)})`)];
    if (Number.isFinite(steps)) texts.push(msg(str`median ${formatCount(steps)} steps`));
    texts.push(msg(str`median loss ${formatNumber(loss)}`));
    return inSeries(texts);
  }

  private consequence(chosen: ReadonlyMap<number, Values>): string {
    const { optimizers } = this.analysis.plan;
    const sets = [...chosen].map(([i, values]) => `${optimizers[i].label}: ${settingText(values)}`).join(msg('; '));
    return closedUp(msg(str`Sets ${sets}. Starts all over the domain take the place of the axis.`));
  }

  private apply(chosen: ReadonlyMap<number, Values>): void {
    const detail = { control: COMPARISON, change: withSettings(chosen, this.analysis.plan) };
    this.dispatchEvent(new CustomEvent<EditRequest>('edit', { detail, bubbles: true, composed: true }));
  }
}

function settingText(values: Values): string {
  return [...values].map(([name, value]) => `${nameOf(name)} ${formatNumber(value)}`).join(', ');
}

declare global {
  interface HTMLElementTagNameMap {
    'best-settings': BestSettings;
  }
}

import { msg, str } from '@lit/localize';
import { css, html, LitElement } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { GOOD } from '../../analysis/success-curve.ts';
import { nameOf } from '../axes.ts';
import { closedUp } from '../locale/spacing.ts';
import { optimizerColor } from '../parts/colors.ts';
import { controls } from '../parts/controls.css.ts';
import '../parts/line-chart.ts';
import { formatPercent } from '../parts/numbers.ts';
import type { Analysis, AxisSuccess } from './analysis.ts';
import { rangeText } from './range-text.ts';

/** How often each optimizer arrives along an axis over a hyperparameter, and how wide the range is in which nearly all do. */
@customElement('success-curves')
export class SuccessCurves extends LitElement {
  static override styles = [
    controls,
    css`
      section + section {
        margin-top: 16px;
      }
      line-chart {
        --plot-height: 200px;
        max-width: 720px;
      }
      table {
        border-collapse: collapse;
        font-size: 13px;
        line-height: 20px;
      }
      th,
      td {
        padding: 2px 16px 2px 0;
        text-align: left;
        font-weight: 400;
        white-space: nowrap;
      }
      thead th {
        color: var(--muted);
        font-size: 12px;
      }
      tbody > tr > * {
        border-top: 1px solid var(--hairline);
      }
      .key {
        display: inline-block;
        width: 8px;
        height: 8px;
        margin-right: 6px;
        border-radius: 50%;
      }
      .scroll {
        overflow-x: auto;
      }
    `,
  ];

  @property({ attribute: false }) analysis!: Analysis;
  @property() theme: 'light' | 'dark' = 'light';

  override render() {
    return this.analysis.successes.map((each) => this.axis(each));
  }

  private axis({ axis, optimizers }: AxisSuccess) {
    const { plan } = this.analysis;
    const name = nameOf(axis.label);
    const other = axis === plan.x ? plan.y : plan.x;
    const along = other.values.length > 1 ? msg(str`, each over all values of ${nameOf(other.label)}`) : '';
    // A chart runs from the left to the right whichever way the axis does.
    const order = [...axis.values.keys()].sort((a, b) => axis.values[a] - axis.values[b]);
    const sorted = (values: Float64Array) => order.map((i) => values[i]);
    return html`<section>
      <h2>${msg(str`Success over the ${name}`)}</h2>
      <line-chart
        label=${closedUp(msg(str`Share that arrives${along}`))}
        .lines=${optimizers.map(({ optimizer }) => {
          return { label: plan.optimizers[optimizer].label, color: optimizerColor(optimizer) };
        })}
        .at=${sorted(axis.values)}
        .columns=${optimizers.map(({ shares }) => sorted(shares))}
        .xLog=${axis.scale === 'log'}
        x-name=${name}
        .ends=${[0, 1] as const}
        .mark=${GOOD}
        .write=${formatPercent}
        .theme=${this.theme}
      ></line-chart>
      <div class="scroll" role="region" tabindex="0" aria-label=${msg('Rates at which the optimizers arrive, scrolls sideways')}>
        <table>
          <thead>
            <tr>
              <th scope="col">${msg(str`at least ${formatPercent(GOOD)} arrive`)}</th>
              <th scope="col">${name}</th>
              <th scope="col" title=${msg('How far the learning rate, say, may be off: a decade is a factor of 10. ≥ where the range reaches the end of the axis.')}>
                ${msg('width')}
              </th>
            </tr>
          </thead>
          <tbody>
            ${optimizers.map(({ optimizer, range }) => {
              const { ends, width } = rangeText(range);
              return html`<tr>
                <th scope="row">
                  <span class="key" style="background: ${optimizerColor(optimizer)}"></span>${plan.optimizers[optimizer].label}
                </th>
                <td>${ends}</td>
                <td>${width}</td>
              </tr>`;
            })}
          </tbody>
        </table>
      </div>
    </section>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'success-curves': SuccessCurves;
  }
}

import { msg, str } from '@lit/localize';
import { html, type TemplateResult } from 'lit';
import type { NetworkEnd } from '../../analysis/minimum-ratio/picture.ts';
import type { RatioStatistics } from '../../analysis/minimum-ratio/statistics.ts';
import { shareText } from '../../analysis/share-text.ts';
import { formatCount, formatNumber } from '../parts/numbers.ts';

/** How strongly losses and ratios of networks go together, and how small their gradients are, as a sentence. */
export function correlationText({ correlation, medianGradientNorm }: RatioStatistics): string {
  const [r, norm] = [formatNumber(correlation, 2), formatNumber(medianGradientNorm, 2)];
  return msg(str`Correlation of loss and minimum ratio ${r}; median gradient norm ${norm}.`);
}

/** How many networks are minima, and how many are stuck elsewhere, as a sentence. */
export function endsText({ kinds }: RatioStatistics, networks: readonly NetworkEnd[]): string {
  const count = networks.length;
  const minima = networks.filter(({ kind, ratio }) => kind === 'critical' && ratio === 1).length;
  const stuck = kinds['gradient-flat'];
  return msg(
    str`${shareText(minima, count)} are minima; ${shareText(stuck, count)} are stuck where H·g vanishes but g does not.`,
  );
}

/** The median loss of each ratio, folded. */
export function ratioTable({ byRatio }: RatioStatistics): TemplateResult {
  return html`<details class="small">
    <summary>${msg('Median loss of each ratio')}</summary>
    <table>
      <thead>
        <tr>
          <th scope="col">${msg('minimum ratio')}</th>
          <th scope="col">${msg('networks')}</th>
          <th scope="col">${msg('median loss')}</th>
        </tr>
      </thead>
      <tbody>
        ${byRatio.map(
          ({ ratio, networks, medianLoss }) => html`<tr>
            <th scope="row">${formatNumber(ratio)}</th>
            <td>${formatCount(networks)}</td>
            <td>${formatNumber(medianLoss)}</td>
          </tr>`,
        )}
      </tbody>
    </table>
  </details>`;
}

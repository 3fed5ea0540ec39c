import { msg, str } from '@lit/localize';
import { css, html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { controls } from '../parts/controls.css.ts';
import { formatCount, formatNumber } from '../parts/numbers.ts';
import type { ColorScale } from './color-scale.ts';
import { BAR, drawBar, drawSwatch, ROW, SWATCH } from './draw-legend.ts';
import { type Legend, presentRows, shareIn } from './legend.ts';

/** Pixels of a sample to a CSS pixel, whatever the screen: the browser scales it. */
const FINE = 2;

/** From more heads than this on their names are broken into lines. */
const MANY = 5;

/**
 * What the colours of maps mean: a scale with ticks, the kinds of cells with their textures and shares. Kinds come and go while a run goes on; there is always room
 * for all of them, so that the maps above keep their size.
 */
@customElement('map-legend')
export class MapLegend extends LitElement {
  static override styles = [
    controls,
    css`
      :host {
        font-size: 12px;
        line-height: 20px;
      }
      .room {
        visibility: hidden;
      }
      .bar {
        display: block;
        width: 100%;
        height: ${BAR.height}px;
      }
      .wide {
        overflow-x: auto;
        scrollbar-width: thin;
      }
      table {
        border-collapse: collapse;
      }
      th,
      td {
        padding: 0 0 0 16px;
        text-align: right;
        font-weight: 400;
        white-space: nowrap;
      }
      thead th {
        max-width: 112px;
        overflow: hidden;
        text-overflow: ellipsis;
        font-weight: 600;
      }
      .many :is(th, td) {
        padding-left: 8px;
      }
      .many thead th {
        max-width: 88px;
        white-space: normal;
        vertical-align: bottom;
        line-height: 15px;
      }
      tbody tr {
        height: ${ROW}px;
      }
      th:first-child,
      .many th:first-child {
        padding: 0;
      }
      thead th::before {
        content: '';
        display: inline-block;
        width: 8px;
        height: 8px;
        margin-right: 4px;
        background: var(--color);
        forced-color-adjust: none;
      }
      /* Over names that are broken, all in one line. */
      .many thead th::before {
        display: block;
        margin: 0 0 2px auto;
      }
      th:first-child {
        position: sticky;
        left: 0;
        text-align: left;
        background: var(--paper);
      }
      .swatch {
        width: ${SWATCH.width}px;
        height: ${SWATCH.height}px;
        margin-right: 8px;
        vertical-align: -1px;
      }
    `,
  ];

  @property({ attribute: false }) legend: Legend | null = null;
  private width = 0;
  private readonly observer = new ResizeObserver(([entry]) => {
    if (entry.contentRect.width === this.width) return;
    this.width = entry.contentRect.width;
    this.requestUpdate();
  });

  override connectedCallback(): void {
    super.connectedCallback();
    this.observer.observe(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.observer.disconnect();
  }

  override render() {
    const { legend } = this;
    if (!legend) return nothing;
    const { bar, heads, note, whole } = legend;
    const rows = presentRows(legend);
    return html`
      ${bar?.scale ? html`<canvas class="bar" role="img" aria-label=${scaleInWords(bar.label, bar.scale)}></canvas>` : bar ? html`<div class="bar"></div>` : nothing}
      <div class="wide ${rows.length === 0 ? 'room' : ''}" tabindex="0" role="region" aria-label=${msg('Shares of the cells')}>
              <table class=${heads.length > MANY ? 'many' : ''}>
                <thead>
                  <tr>
                    <td></td>
                    ${heads.map(
                      ({ label, color }) =>
                        html`<th scope="col" style="--color: ${color}" title=${label}>${label}</th>`,
                    )}
                  </tr>
                </thead>
                <tbody>
                  ${rows.map(
                    ({ label, meaning, code, counts }) => html`<tr title=${meaning}>
                      <th scope="row"><canvas class="swatch" data-code=${code} aria-hidden="true"></canvas>${label}</th>
                      ${counts.map(
                        (count) =>
                          html`<td title=${msg(str`${formatCount(count)} of ${formatCount(whole)}`)}>${shareIn(legend, count)}</td>`,
                      )}
                    </tr>`,
                  )}
                </tbody>
              </table>
              <div style="height: ${ROW * (legend.rows.length - rows.length)}px"></div>
            </div>
      ${note ? html`<p class="muted">${note}</p>` : nothing}
    `;
  }

  override updated(): void {
    const { legend, width } = this;
    if (!legend) return;
    for (const canvas of this.renderRoot.querySelectorAll<HTMLCanvasElement>('.swatch')) {
      canvas.width = SWATCH.width * FINE;
      canvas.height = SWATCH.height * FINE;
      const context = canvas.getContext('2d');
      if (context) {
        drawSwatch(context, legend.tiles, Number(canvas.dataset.code), [0, 0, canvas.width, canvas.height], FINE);
      }
    }
    const canvas = this.renderRoot.querySelector<HTMLCanvasElement>('canvas.bar');
    const context = canvas?.getContext('2d');
    if (!canvas || !context || width === 0) return;
    canvas.width = Math.round(width * devicePixelRatio);
    canvas.height = Math.round(BAR.height * devicePixelRatio);
    context.scale(devicePixelRatio, devicePixelRatio);
    drawBar(context, legend, [0, 0], width);
  }
}

function scaleInWords(label: string, scale: ColorScale): string {
  const how = scale.kind === 'log' ? msg(', logarithmic') : '';
  return msg(str`Scale: ${label} from ${formatNumber(scale.low)} to ${formatNumber(scale.high)}${how}`);
}

declare global {
  interface HTMLElementTagNameMap {
    'map-legend': MapLegend;
  }
}

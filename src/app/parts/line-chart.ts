import { msg, str } from '@lit/localize';
import { css, html, LitElement, nothing, type PropertyValues, unsafeCSS } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import uPlot from 'uplot';
import uPlotStyles from 'uplot/dist/uPlot.min.css?inline';
import { controls } from './controls.css.ts';
import { type Line, lineOptions } from './line-chart-options.ts';
import { inSeries } from './listed.ts';
import { formatCount, formatNumber } from './numbers.ts';
import type { Spread } from './spread.ts';

/** Decades that a signed axis shows on either side of 0. */
const SIGNED_DECADES = 3;

/** Lines over one axis; drag zooms in, a double click comes back. */
@customElement('line-chart')
export class LineChart extends LitElement {
  static override styles = [
    unsafeCSS(uPlotStyles),
    controls,
    css`
      .head {
        display: flex;
        align-items: baseline;
        justify-content: space-between;
        gap: 8px;
        min-height: 20px;
        font-size: 12px;
        line-height: 20px;
      }
      .head span {
        white-space: nowrap;
        overflow: hidden;
        text-overflow: ellipsis;
      }
      .plot {
        position: relative;
        height: var(--plot-height, 96px);
      }
      .plot > div {
        position: absolute;
        inset: 0;
      }
      .u-wrap,
      .uplot {
        font-family: inherit;
        line-height: 1;
      }
      .u-select {
        background: color-mix(in srgb, var(--ink) 10%, transparent);
      }
      .u-hz,
      .u-vt {
        border-color: var(--muted) !important;
      }
    `,
  ];

  @property() label = '';
  /** What is meant, where the label is a symbol. */
  @property() what = '';
  @property({ attribute: false }) lines: readonly Line[] = [];
  /** Places along the horizontal axis, ascending. */
  @property({ attribute: false }) at: ArrayLike<number> = [];
  /** The values of each line; NaN for gaps. */
  @property({ attribute: false }) columns: readonly ArrayLike<number>[] = [];
  @property({ attribute: 'x-name' }) xName = msg('step');
  @property({ type: Boolean }) xLog = false;
  /** Whether the places along the horizontal axis are whole numbers. */
  @property({ type: Boolean }) xWhole = false;
  /** Whether the places are written under the chart. */
  @property({ type: Boolean }) xShown = true;
  @property() spread: Spread = 'linear';
  @property({ attribute: false }) ends: readonly [number, number] | null = null;
  @property({ attribute: false }) mark: number | null = null;
  @property({ attribute: false }) write: (value: number) => string = formatNumber;
  /** Charts of one key move their cursors together. */
  @property() key: string | null = null;
  @property() theme: 'light' | 'dark' = 'light';

  @state() private pointed: number | null = null;
  @query('.plot > div') private host!: HTMLElement;

  private chart: uPlot | null = null;
  /** What the chart was built for; another needs another chart. */
  private built = '';
  private readonly observer = new ResizeObserver(([{ contentRect }]) => {
    this.chart?.setSize({ width: Math.max(contentRect.width, 80), height: Math.max(contentRect.height, 48) });
  });

  /** The chart as it is drawn; null before that. */
  get canvas(): HTMLCanvasElement | null {
    return this.chart?.ctx.canvas ?? null;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.requestUpdate();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.observer.disconnect();
    this.chart?.destroy();
    this.chart = null;
    this.built = '';
  }

  override updated(changed: PropertyValues<this>): void {
    const { lines, xName, xLog, xWhole, xShown, spread, ends, mark, key, theme } = this;
    const threshold = spread === 'signed' ? thresholdOf(this.columns) : 1;
    const wanted = JSON.stringify([lines, xName, xLog, xWhole, xShown, spread, ends, mark, key, theme, threshold]);
    if (wanted !== this.built) {
      this.build(threshold);
      this.built = wanted;
    } else if (!changed.has('at') && !changed.has('columns')) return;
    const drawn = (value: number) => Number.isFinite(value) && (spread !== 'log' || value > 0);
    const columns = this.columns.map((column) => Array.from(column, (value) => (drawn(value) ? value : null)));
    this.chart?.setData([Array.from(this.at), ...columns]);
  }

  override render() {
    return html`
      <div class="head">
        <span title=${this.what || nothing}>${this.label}</span>
        <span class="muted">${this.readout()}</span>
      </div>
      <div class="plot" role="img" aria-label=${this.summary()}><div></div></div>
    `;
  }

  private readout() {
    const { pointed } = this;
    if (pointed === null || this.at[pointed] === undefined) return nothing;
    const place = this.at[pointed];
    const values = this.columns.map((column, i) => {
      const name = this.columns.length > 1 ? `${this.lines[i].label} ` : '';
      return `${name}${this.write(column[pointed])}`;
    });
    return `${this.xName} ${this.xWhole ? formatCount(place) : formatNumber(place)}: ${inSeries(values)}`;
  }

  private summary(): string {
    const last = this.columns.map((column, i) => `${this.lines[i]?.label} ${this.write(column[column.length - 1])}`);
    const name = this.what ? `${this.label}, ${this.what}` : this.label;
    const end = last.length > 0 ? msg(str`at the end ${inSeries(last)}`) : msg('nothing yet');
    return msg(str`${name} over ${this.xName}; ${end}`);
  }

  private build(threshold: number): void {
    this.chart?.destroy();
    this.observer.observe(this.host);
    const style = getComputedStyle(this);
    const color = (name: string) => style.getPropertyValue(`--${name}`).trim();
    const { clientWidth, clientHeight } = this.host;
    const options = lineOptions({
      lines: this.lines.map((line) => ({
        ...line,
        color: line.color.startsWith('--') ? color(line.color.slice(2)) : line.color,
      })),
      ink: { ink: color('ink'), muted: color('muted'), hairline: color('hairline'), paper: color('paper') },
      x: { log: this.xLog, name: this.xName, shown: this.xShown, whole: this.xWhole },
      y: { spread: this.spread, ends: this.ends, mark: this.mark, write: this.write, threshold },
      size: [Math.max(clientWidth, 80), Math.max(clientHeight, 48)],
      key: this.key,
      pointed: (index) => {
        this.pointed = index;
      },
    });
    this.chart = new uPlot(options, undefined, this.host);
  }
}

/** The size below which a signed axis is linear, a power of ten. */
function thresholdOf(columns: readonly ArrayLike<number>[]): number {
  let largest = 0;
  for (const column of columns) {
    for (let i = 0; i < column.length; i++) {
      const size = Math.abs(column[i]);
      if (size > largest && Number.isFinite(size)) largest = size;
    }
  }
  return largest > 0 ? 10 ** (Math.floor(Math.log10(largest)) - SIGNED_DECADES) : 1;
}

declare global {
  interface HTMLElementTagNameMap {
    'line-chart': LineChart;
  }
}

import { msg, str } from '@lit/localize';
import { html, LitElement, nothing, type PropertyValues, type TemplateResult, unsafeCSS } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import uPlotStyles from 'uplot/dist/uPlot.min.css?inline';
import { binnedDigits } from '../../analysis/binned.ts';
import type { Measurement } from '../../engine/index.ts';
import { closedUp } from '../locale/spacing.ts';
import { controls } from '../parts/controls.css.ts';
import { Lull } from '../parts/lull.ts';
import { formatCount, formatNumber } from '../parts/numbers.ts';
import { recordFor, type Span, zoomedSpan, zoomFor } from './chart-keys.ts';
import { figureOf } from './figure.ts';
import { readInk } from './ink.ts';
import { LiveChart } from './live-chart.ts';
import type { ChartInk, ChartLine, ChartModel } from './model.ts';
import { canvasOf } from './paint.ts';
import type { Figure } from './shapes.ts';
import { chartStyles } from './step-chart.css.ts';
import { svgOf } from './svg.ts';

/** Size of a chart's drawing by itself, in CSS pixels. */
const FIGURE = [720, 360] as const;

/** Time in ms without news after which a chart that is not seen says again what it shows. */
const LULL = 300;

/** Properties whose change makes another chart. */
const REBUILT = ['lines', 'steps', 'log', 'theme', 'stepsBelow', 'key'] as const;

/** Properties whose change brings other data. */
const FILLED = ['length', 'history', 'span'] as const;

/**
 * A chart over the steps of a run: axes, cursor and zoom linked with the charts of the same key, a readout of the values under the cursor. What is
 * drawn is a subclass's. Fires `span` with the part of the run that was zoomed to, and `scale` with whether its axis shall be logarithmic. Where it is
 * not seen it draws nothing, and its summary is empty while the run goes.
 */
export abstract class StepChart extends LitElement {
  static override styles = [unsafeCSS(uPlotStyles), controls, chartStyles];

  @property() label = '';
  @property({ attribute: false }) history: readonly Measurement[] = [];
  /** Number of measurements, so that the growing history counts as changed. */
  @property({ type: Number }) length = 0;
  @property({ attribute: false }) lines: readonly ChartLine[] = [];
  @property({ type: Number }) steps = 1;
  @property({ type: Boolean }) log = true;
  @property({ type: Boolean }) stepsBelow = false;
  /** Whether its name stands above it already. */
  @property({ type: Boolean }) titled = false;
  @property() theme: 'light' | 'dark' = 'light';
  /** Charts of one key move their cursors together. */
  @property() key = 'run';
  @property({ attribute: false }) span: Span = null;

  /** Place under the cursor in the columns. */
  @state() private pointed: number | null = null;
  /** Whether what is under the cursor was chosen by keys, and is to be spoken. */
  @state() private spoken = false;
  @query('#plot > div') private host!: HTMLElement;

  private chart: LiveChart | null = null;
  private seen = false;
  /** What has changed since the picture was last made. */
  private stale: 'all' | 'data' | null = 'all';
  /** Whether the summary tells of what is there now. */
  private told = true;
  private readonly lull = new Lull(LULL, () => {
    this.told = true;
    this.requestUpdate();
  });
  private readonly sights = new IntersectionObserver((entries) => {
    this.seen = entries[entries.length - 1].isIntersecting;
    if (this.seen && this.stale) this.requestUpdate();
  });

  /** What is drawn at the moment. */
  protected abstract modelOf(ink: ChartInk): ChartModel;
  /** What bands and lines mean, in a line. */
  protected abstract note(): string;
  /** The values at a place in the columns: by optimizer. */
  protected abstract values(index: number): readonly { readonly line: ChartLine; readonly text: string }[];
  /** The last of what the chart shows, in words. */
  protected abstract conclusion(): string;
  /** Properties of a subclass whose change makes another chart, or other data. */
  protected readonly rebuiltBy: readonly string[] = [];
  protected readonly filledBy: readonly string[] = [];
  /** Whether the vertical axis may be logarithmic or not. */
  protected readonly scalable: boolean = true;

  override connectedCallback(): void {
    super.connectedCallback();
    this.stale = 'all';
    if (this.hasUpdated) this.sights.observe(this);
    if (!this.told) this.lull.news();
  }

  override firstUpdated(): void {
    this.sights.observe(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.sights.disconnect();
    this.lull.end();
    this.chart?.destroy();
    this.chart = null;
  }

  override shouldUpdate(changed: PropertyValues): boolean {
    const has = (names: readonly string[]) => names.some((name) => changed.has(name));
    const rebuilt = has(REBUILT) || has(this.rebuiltBy);
    const filled = has(FILLED) || has(this.filledBy);
    if (rebuilt) this.stale = 'all';
    else if (filled) this.stale ??= 'data';
    if (!this.seen && this.hasUpdated)
      return this.isRetold(rebuilt || filled || changed.has('label'), changed.size > 0);
    this.lull.end();
    this.told = true;
    return true;
  }

  override updated(): void {
    if (!this.stale || !this.seen) return;
    if (this.stale === 'all' || !this.chart) this.build();
    this.chart?.show(this.modelOf(this.ink), this.span ?? [0, this.steps]);
    this.stale = null;
  }

  override render() {
    return html`
      <div class="head">
        ${this.titled ? nothing : html`<h2>${this.label}</h2>`}
        ${
          this.span && !this.titled
            ? html`<button class="quiet small" @click=${() => this.zoomed(null)}>${msg('whole run')}</button>`
            : nothing
        }
        ${this.extra()}
        ${
          this.scalable
            ? html`<fieldset class="switch small muted" aria-label=${msg(str`Scale of ${this.label}`)}>
                ${this.choice(msg('log'), true)} ${this.choice(msg('lin'), false)}
              </fieldset>`
            : nothing
        }
      </div>
      <p class="readout small muted" aria-live=${this.spoken ? 'polite' : 'off'}>
        <span class=${this.pointed === null ? '' : 'values'}>${this.readout()}</span>
      </p>
      <div
        id="plot"
        role="group"
        aria-roledescription=${msg('chart')}
        aria-label=${this.label}
        aria-describedby="summary"
        tabindex="0"
        @keydown=${this.onKey}
        @blur=${() => this.pointAt(null)}
      >
        <div></div>
      </div>
      <p id="summary">${this.told ? this.summary() : nothing}</p>
    `;
  }

  /** The chart by itself as a picture, with title and names. */
  picture(): HTMLCanvasElement {
    return canvasOf(this.figure());
  }

  /** The chart by itself as an SVG document. */
  svg(): string {
    return svgOf(this.figure());
  }

  /** A control of a subclass's own beside the title. */
  protected extra(): TemplateResult | typeof nothing {
    return nothing;
  }

  /** The step at a place in the columns. */
  protected stepAt(index: number): number {
    return this.chart?.model.steps[index] ?? Number.NaN;
  }

  /** The record that the step at a place in the columns belongs to: the last that is not after it. */
  protected recordAt(index: number): Measurement | undefined {
    const step = this.stepAt(index);
    return this.history.findLast((measurement) => measurement.step <= step);
  }

  private figure(): Figure {
    const { ink } = this;
    return figureOf(this.modelOf(ink), {
      title: this.label,
      summary: this.summary(),
      note: this.note(),
      size: FIGURE,
      log: this.log,
      span: this.span ?? [0, this.steps],
      ink,
    });
  }

  private choice(label: string, log: boolean) {
    return html`<label>
      <input type="radio" name="scale" .checked=${this.log === log} @change=${() => this.choose(log)} />${label}
    </label>`;
  }

  private choose(log: boolean): void {
    this.dispatchEvent(new CustomEvent('scale', { detail: log }));
  }

  /** Whether the summary changes where nothing is drawn: it goes when there is news, and comes back when there is no more. */
  private isRetold(news: boolean, changed: boolean): boolean {
    if (!news) return this.told && !changed;
    this.lull.news();
    const was = this.told;
    this.told = false;
    return was;
  }

  private readout() {
    if (this.history.length === 0) return msg('Curves appear here as the run goes.');
    const step = this.pointed === null ? Number.NaN : this.stepAt(this.pointed);
    if (this.pointed === null || Number.isNaN(step)) return this.note();
    const values = this.values(this.pointed);
    return html`${msg(str`step ${formatCount(step)}`)}${values.map(
      ({ line, text }) =>
        html`<span class="value"
          ><span class="dot" style="background: ${line.color}"></span>${line.label} <b>${text}</b></span
        >`,
    )}`;
  }

  private summary(): string {
    const last = this.history.at(-1);
    if (!last) return msg(str`${this.label}: nothing measured yet.`);
    const text = msg(
      str`${this.label}, to step ${formatCount(last.step)} of ${formatCount(this.steps)}: ${this.conclusion()}. Arrow keys read it step by step, plus and minus zoom.`,
    );
    return closedUp(text);
  }

  /** Arrow keys move the cursor from record to record, and that of the linked charts with it; plus and minus zoom around it. */
  private onKey(event: KeyboardEvent): void {
    if (this.history.length === 0 || event.ctrlKey || event.metaKey || event.altKey) return;
    const step = this.pointed === null ? Number.NaN : this.stepAt(this.pointed);
    const factor = zoomFor(event.key);
    const record = recordFor(event.key, this.history, step);
    if (factor === undefined && record === undefined) return;
    // With nothing pointed at, Escape is for what is around.
    if (record === -1 && this.pointed === null) return;
    // Some of these keys make a step of the run elsewhere.
    event.preventDefault();
    event.stopPropagation();
    if (factor !== undefined) this.zoomed(zoomedSpan(this.span, this.steps, step, factor));
    else this.pointAt(this.history[record ?? -1]?.step ?? null);
  }

  private pointAt(step: number | null): void {
    this.spoken = step !== null;
    this.chart?.point(step);
  }

  private get ink(): ChartInk {
    return readInk(this, this.theme);
  }

  private build(): void {
    this.chart?.destroy();
    const ink = this.ink;
    this.chart = new LiveChart(this.host, this.modelOf(ink), {
      ink,
      log: this.log,
      steps: this.steps,
      stepsBelow: this.stepsBelow,
      key: this.key,
      zoomed: (span) => this.zoomed(span),
      pointed: (index) => {
        this.pointed = index;
      },
    });
  }

  private zoomed(span: Span): void {
    if (String(span) === String(this.span)) return;
    this.span = span;
    this.dispatchEvent(new CustomEvent<Span>('span', { detail: span }));
  }
}

/** A number of a readout; a dash where there is none. */
export const readable = (value: number | null | undefined) => formatNumber(value ?? Number.NaN);

/** Digits that a quantile from bins has. */
const BINNED = 2;

/** A quantile that was read from bins counted from a number, 0 unless told; a dash where there is none. */
export const readableBinned = (value = Number.NaN, from = 0) => formatNumber(value, binnedDigits(value, from, BINNED));

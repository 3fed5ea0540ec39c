import { html, LitElement, nothing, type PropertyValues, unsafeCSS } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import uPlot from 'uplot';
import uPlotStyles from 'uplot/dist/uPlot.min.css?inline';
import { type Measurement, type PopulationMeasure, PROBABILITIES } from '../../engine/index.ts';
import { controls } from '../parts/controls.css.ts';
import { counted, formatCount, formatNumber } from '../parts/numbers.ts';
import { columnsOf, type Floor } from './columns.ts';
import { type ChartLine, chartOptions } from './options.ts';
import { chartStyles } from './population-chart.css.ts';

const MEDIAN = PROBABILITIES.indexOf(0.5);

/** How one quantity is spread over the populations, step by step: bands of 5–95 % and 25–75 %, the median as line. */
@customElement('population-chart')
export class PopulationChart extends LitElement {
  static override styles = [unsafeCSS(uPlotStyles), controls, chartStyles];

  @property() label = '';
  @property({ attribute: false }) history: readonly Measurement[] = [];
  /** Number of measurements, so that the growing history counts as changed. */
  @property({ type: Number }) length = 0;
  @property({ attribute: false }) quantity: (measure: PopulationMeasure) => ArrayLike<number> = ({ loss }) => loss;
  @property({ attribute: false }) lines: readonly ChartLine[] = [];
  /** What the populations are made of, in words. */
  @property() members = 'trajectories';
  @property({ type: Number }) steps = 1;
  @property({ type: Boolean }) log = true;
  @property({ type: Boolean }) stepsBelow = false;
  @property() theme: 'light' | 'dark' = 'light';

  @state() private pointed: number | null = null;
  @query('#plot > div') private host!: HTMLElement;

  private chart: uPlot | null = null;
  private floor: Floor | null = null;
  private zoom: readonly [number, number] | null = null;
  private readonly observer = new ResizeObserver(([{ contentRect }]) => {
    this.chart?.setSize({ width: Math.max(contentRect.width, 80), height: Math.max(contentRect.height, 60) });
  });

  override firstUpdated(): void {
    this.observer.observe(this.host);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.observer.disconnect();
    this.chart?.destroy();
    this.chart = null;
  }

  override updated(changed: PropertyValues<this>): void {
    const rebuilt = ['lines', 'steps', 'log', 'theme', 'stepsBelow'] as const;
    if (changed.has('steps')) this.zoom = null;
    if (rebuilt.some((name) => changed.has(name))) this.build();
    if (rebuilt.some((name) => changed.has(name)) || changed.has('length') || changed.has('history')) this.fill();
  }

  override render() {
    return html`
      <div class="head">
        <h2>${this.label}</h2>
        <fieldset class="switch small muted" aria-label="Scale of ${this.label}">
          ${this.choice('log', true)} ${this.choice('lin', false)}
        </fieldset>
      </div>
      <p class="readout small muted">${this.readout()}</p>
      <div id="plot" role="img" aria-label=${this.summary()}><div></div></div>
    `;
  }

  private choice(label: string, log: boolean) {
    return html`<label>
      <input type="radio" name="scale" .checked=${this.log === log} @change=${() => this.choose(log)} />${label}
    </label>`;
  }

  private choose(log: boolean): void {
    this.dispatchEvent(new CustomEvent('scale', { detail: log }));
  }

  private readout() {
    const at = this.history[this.pointed ?? -1];
    if (!at && this.history.length === 0) return 'Curves appear here as the run goes.';
    if (!at) return this.stepsBelow ? nothing : `median, 25–75 % and 5–95 % of the ${this.members}`;
    return html`step ${formatCount(at.step)}${at.optimizers.map((measure, i) => {
      const line = this.lines[i];
      return line
        ? html`<span class="dot" style="background: ${line.color}" title=${line.label}></span>
            ${formatNumber(this.quantity(measure)[MEDIAN])}`
        : nothing;
    })}`;
  }

  private summary(): string {
    const last = this.history.at(-1);
    const medians = last?.optimizers.map(
      (each, i) => `${this.lines[i]?.label}: ${formatNumber(this.quantity(each)[MEDIAN])}`,
    );
    return `${this.label} over ${counted(this.steps, 'step')}; median ${medians?.join(', ') ?? 'not yet known'}`;
  }

  private build(): void {
    this.chart?.destroy();
    const style = getComputedStyle(this);
    const color = (name: string) => style.getPropertyValue(`--${name}`).trim();
    const { clientWidth, clientHeight } = this.host;
    const options = chartOptions({
      lines: this.lines,
      ink: { ink: color('ink'), muted: color('muted'), hairline: color('hairline'), paper: color('paper') },
      log: this.log,
      steps: this.steps,
      stepsBelow: this.stepsBelow,
      size: [Math.max(clientWidth, 80), Math.max(clientHeight, 60)],
      key: 'run',
      floor: () => this.floor,
      zoomed: (range) => {
        this.zoom = range;
      },
      pointed: (index) => {
        this.pointed = index;
      },
    });
    this.chart = new uPlot(options, undefined, this.host);
  }

  private fill(): void {
    const { steps, columns, floor } = columnsOf(this.history, this.lines.length, this.quantity, this.log);
    this.floor = floor;
    const [min, max] = this.zoom ?? [0, this.steps];
    this.chart?.batch(() => {
      this.chart?.setData([steps, ...columns], false);
      if (steps.length > 0) this.chart?.setScale('x', { min, max });
    });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'population-chart': PopulationChart;
  }
}

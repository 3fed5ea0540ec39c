import { msg, str } from '@lit/localize';
import { html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { type PopulationMeasure, PROBABILITIES } from '../../engine/index.ts';
import { formatNumber } from '../parts/numbers.ts';
import { densityOf } from './density.ts';
import { densityShapes } from './density-shapes.ts';
import { widest } from './end-labels.ts';
import type { ChartInk, ChartModel, Plot } from './model.ts';
import { readableBinned, StepChart } from './step-chart.ts';

const MEDIAN = PROBABILITIES.indexOf(0.5);

/** The losses of one optimizer's trajectories, counted, as a heat map over the steps. */
@customElement('density-chart')
export class DensityChart extends StepChart {
  /** The optimizer that is looked at, by its place in the experiment. */
  @property({ attribute: false }) chosen = 0;
  /** The loss above which losses are told; 0 for losses themselves. */
  @property({ type: Number }) above = 0;

  protected override readonly filledBy = ['chosen', 'above'];

  protected override modelOf(): ChartModel {
    const density = densityOf(this.history, this.line?.index ?? -1, this.log, this.above);
    const { steps, range, floor } = density;
    return {
      steps,
      columns: [steps.map(() => range[0])],
      curves: [{ color: 'transparent', width: 0, room: widest(this.lines) }],
      floor,
      range: () => range,
      scaled: true,
      shapes: (plot: Plot, ink: ChartInk) => densityShapes(density, plot, ink),
    };
  }

  protected override note(): string {
    const { line, above } = this;
    if (!line) return msg('No optimizer is shown.');
    return above === 0
      ? msg(str`share of ${line.label}’s trajectories at each loss`)
      : msg(str`share of ${line.label}’s trajectories at each loss above ${formatNumber(above)} (found)`);
  }

  protected override extra() {
    const { lines, line } = this;
    if (lines.length < 2) return nothing;
    return html`<select aria-label=${msg('Optimizer')} @change=${this.onChange}>
      ${lines.map(
        ({ index, label }) => html`<option value=${index} .selected=${index === line?.index}>${label}</option>`,
      )}
    </select>`;
  }

  protected override values(index: number) {
    const { line } = this;
    const measure = line && this.recordAt(index)?.optimizers[line.index];
    return measure ? [{ line, text: this.spreadText(measure) }] : [];
  }

  protected override conclusion(): string {
    const { line } = this;
    const measure = line && this.history.at(-1)?.optimizers[line.index];
    return measure ? `${line.label} ${this.spreadText(measure)}` : msg('no optimizer is shown');
  }

  /** The optimizer that is chosen, or the first that is shown. */
  private get line() {
    return this.lines.find(({ index }) => index === this.chosen) ?? this.lines[0];
  }

  private spreadText({ loss, lossCounts: { from } }: PopulationMeasure): string {
    const { above } = this;
    const of = (k: number) => (above === 0 ? loss[k] : Math.max(0, loss[k] - above));
    const [low, median, high] = [0, MEDIAN, PROBABILITIES.length - 1].map((k) => readableBinned(of(k), from - above));
    return msg(str`median ${median}, 5–95 % ${low} to ${high}`);
  }

  private onChange(event: Event): void {
    const detail = Number((event.target as HTMLSelectElement).value);
    this.dispatchEvent(new CustomEvent<number>('choose', { detail }));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'density-chart': DensityChart;
  }
}

import { msg, str } from '@lit/localize';
import { html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { type PopulationMeasure, PROBABILITIES } from '../../engine/index.ts';
import { densityOf } from './density.ts';
import { densityShapes } from './density-shapes.ts';
import { widest } from './end-labels.ts';
import type { ChartInk, ChartModel, Plot } from './model.ts';
import { readable, StepChart } from './step-chart.ts';

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
    const { line } = this;
    return line ? msg(str`share of ${line.label}’s trajectories at each loss`) : msg('No optimizer is shown.');
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

  private spreadText({ loss }: PopulationMeasure): string {
    const of = (place: number) => readable(this.above === 0 ? loss[place] : Math.max(0, loss[place] - this.above));
    return msg(str`median ${of(MEDIAN)}, 5–95 % ${of(0)} to ${of(PROBABILITIES.length - 1)}`);
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

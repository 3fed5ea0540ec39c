import { msg, str } from '@lit/localize';
import { customElement, property } from 'lit/decorators.js';
import { type PopulationMeasure, PROBABILITIES } from '../../engine/index.ts';
import { inSeries } from '../parts/listed.ts';
import { axisRange, columnsOf, extentOf } from './columns.ts';
import { someDiverged } from './diverged.ts';
import type { ChartModel, Curve } from './model.ts';
import { readableBinned, StepChart } from './step-chart.ts';

const MEDIAN = PROBABILITIES.indexOf(0.5);

/** How one quantity is spread over the populations, step by step: bands of 5–95 % and 25–75 %, the median as line. */
@customElement('population-chart')
export class PopulationChart extends StepChart {
  @property({ attribute: false }) quantity: (measure: PopulationMeasure) => ArrayLike<number> = ({ loss }) => loss;
  /** What the populations are made of, in words. */
  @property() members = 'trajectories';

  protected override readonly filledBy = ['quantity'];

  protected override modelOf(): ChartModel {
    const shown = this.lines.map(({ index }) => index);
    const { steps, columns, floor } = columnsOf(this.history, shown, this.quantity, this.log);
    const { log } = this;
    return {
      steps,
      columns: [...columns, ...this.lines.map((_, i) => columns[i * PROBABILITIES.length + MEDIAN])],
      floor,
      curves: [
        ...this.lines.flatMap(({ color }, i) => fanOf(color, i * PROBABILITIES.length, this.lines.length)),
        // Medians lie over all bands.
        ...this.lines.map(({ label, color }) => ({ color, width: 2, name: label })),
      ],
      range: (span) => {
        const [low, high] = extentOf(steps, columns, span);
        return axisRange(low, high, log, floor);
      },
      scaled: true,
      shapes: () => [],
    };
  }

  protected override note(): string {
    const left = someDiverged(this.history.at(-1), this.lines) ? msg('those not diverged') : this.members;
    return msg(str`median, 25–75 %, 5–95 % of ${left}`);
  }

  protected override values(index: number) {
    const { optimizers = [] } = this.recordAt(index) ?? {};
    return this.lines.flatMap((line) => {
      const measure = optimizers[line.index];
      return measure ? [{ line, text: this.medianOf(measure) }] : [];
    });
  }

  protected override conclusion(): string {
    const { optimizers = [] } = this.history.at(-1) ?? {};
    const medians = this.lines.flatMap(({ label, index }) => {
      const measure = optimizers[index];
      return measure ? [msg(str`median of ${label} ${this.medianOf(measure)}`)] : [];
    });
    return inSeries(medians) || msg('no optimizer is shown');
  }

  private medianOf(measure: PopulationMeasure): string {
    const quantiles = this.quantity(measure);
    return readableBinned(quantiles[MEDIAN], quantiles === measure.loss ? measure.lossCounts.from : 0);
  }
}

/**
 * The edges of one optimizer's bands, the first of which has a place among all; bands are the paler the more there are.
 * @param all number of optimizers
 */
function fanOf(color: string, first: number, all: number): Curve[] {
  const fade = Math.min(1, 2 / all);
  return PROBABILITIES.map((_, k) => {
    const area = { to: first + PROBABILITIES.length - 1 - k, alpha: fade * (k === MEDIAN + 1 ? 0.28 : 0.16) };
    return { color, width: 0, ...(k > MEDIAN && { area }) };
  });
}

declare global {
  interface HTMLElementTagNameMap {
    'population-chart': PopulationChart;
  }
}

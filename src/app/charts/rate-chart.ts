import { msg, str } from '@lit/localize';
import { customElement, property } from 'lit/decorators.js';
import { type Measurement, PROBABILITIES } from '../../engine/index.ts';
import type { Plan } from '../../experiment/index.ts';
import { listed } from '../parts/listed.ts';
import { axisRange, type Column, extentOf, onFloor } from './columns.ts';
import { someDiverged } from './diverged.ts';
import type { ChartInk, ChartLine, ChartModel, Curve } from './model.ts';
import { effectiveColumns, type RateBand, rateBand, rateSteps } from './rates.ts';
import { readable, readableBinned, StepChart } from './step-chart.ts';

const [LOW, MEDIAN, HIGH] = [0.25, 0.5, 0.75].map((each) => PROBABILITIES.indexOf(each as 0.5));
const DASH = [4, 3];
/** Learning rates that have names beside their curves, at most: more would hide one another. */
const NAMED = 3;

/** The learning rate η(t) as a dashed line, or a band where an axis varies it; and the effective step: its median as line, 25–75 % as band. */
@customElement('rate-chart')
export class RateChart extends StepChart {
  @property({ attribute: false }) plan: Plan | null = null;

  protected override readonly rebuiltBy = ['plan'];
  /** η by optimizer, at `rateSteps`: computed once for a plan. */
  private bands: { readonly plan: Plan; readonly steps: number[]; readonly of: Map<number, RateBand> } | null = null;

  protected override modelOf(ink: ChartInk): ChartModel {
    const { log } = this;
    const bands = this.lines.map(({ index }) => this.bandOf(index));
    const history = this.moving;
    const own = this.bands?.steps ?? [];
    const at = new Map(own.map((step, k) => [step, k]));
    const steps = [...new Set([...own, ...history.map(({ step }) => step)])].sort((a, b) => a - b);
    const same = bands.map((band) => bands.filter((other) => String(other?.high) === String(band?.high)).length);
    const first = bands.map((band, i) => i === bands.findIndex((other) => String(other?.high) === String(band?.high)));
    const named = first.filter(Boolean).length <= NAMED;
    const columns = this.lines.flatMap(({ index }, i): Column[] => {
      const quantiles = effectiveColumns(history, index, steps);
      const rates = (['low', 'high'] as const).map((end) =>
        steps.map((step) => (first[i] ? (bands[i]?.[end][at.get(step) ?? -1] ?? null) : null)),
      );
      return [...rates, quantiles[LOW], quantiles[HIGH], quantiles[MEDIAN]];
    });
    const floor = log ? onFloor(columns) : null;
    return {
      steps,
      columns,
      floor,
      curves: this.lines.flatMap((line, i) => [
        // What several optimizers share has the colour of none.
        ...rateCurves(same[i] > 1 ? ink.muted : line.color, 5 * i, bands[i]?.varies ?? false, named),
        ...effectiveCurves(line, 5 * i + 2),
      ]),
      range: (span) => {
        const [low, high] = extentOf(steps, columns, span);
        return axisRange(low, high, log, floor);
      },
      scaled: true,
      shapes: () => [],
    };
  }

  protected override note(): string {
    const left = someDiverged(this.history.at(-1), this.lines) ? msg(' of those not diverged') : '';
    return msg(str`dashed: η; line: effective step, median and 25–75 %${left}`);
  }

  protected override values(index: number) {
    const step = this.stepAt(index);
    const record = this.moving.findLast((measurement) => measurement.step <= step);
    return this.lines.map((line) => {
      const band = this.bandOf(line.index);
      const at = this.bands?.steps.findLastIndex((place) => place <= step) ?? 0;
      const effective = record?.optimizers[line.index]?.effectiveStep[MEDIAN];
      return { line, text: msg(str`η ${rangeText(band, at)}, effective ${readableBinned(effective)}`) };
    });
  }

  protected override conclusion(): string {
    const last = this.moving.at(-1);
    const words = this.lines.map(({ label, index }) => {
      const band = this.bandOf(index);
      const at = this.bands?.steps.findLastIndex((step) => step <= (last?.step ?? 0)) ?? 0;
      const effective = last?.optimizers[index]?.effectiveStep[MEDIAN];
      return msg(
        str`${label} has η ${rangeText(band, at)} and a median effective step of ${readableBinned(effective)}`,
      );
    });
    const what = msg('an effective step is the length of a step over the norm of its gradient');
    return words.length > 0 ? msg(str`${listed(words)}; ${what}`) : msg('no optimizer is shown');
  }

  /** Records after which an update is made: there is none after the last step. */
  private get moving(): readonly Measurement[] {
    return this.history.filter(({ step }) => step < this.steps);
  }

  private bandOf(optimizer: number): RateBand | null {
    const { plan } = this;
    if (!plan || optimizer >= plan.optimizers.length) return null;
    if (this.bands?.plan !== plan) this.bands = { plan, steps: rateSteps(plan.steps), of: new Map() };
    const { steps, of } = this.bands;
    const band = of.get(optimizer) ?? rateBand(plan, optimizer, steps);
    of.set(optimizer, band);
    return band;
  }
}

/** η as a dashed line, or as a band between two; the first of the two has a place among all. */
function rateCurves(color: string, first: number, varies: boolean, named: boolean): Curve[] {
  const rate = { color, width: varies ? 1 : 1.5, dash: DASH, bridged: true };
  return [
    { ...rate, ...(named && { name: 'η' }) },
    { ...rate, width: varies ? 1 : 0, ...(varies && { area: { to: first, alpha: 0.08 } }) },
  ];
}

/** The effective step's band and median; the first of these has a place among all. */
function effectiveCurves({ label, color }: ChartLine, first: number): Curve[] {
  return [
    { color, width: 0, bridged: true },
    { color, width: 0, bridged: true, area: { to: first, alpha: 0.24 } },
    { color, width: 2, bridged: true, name: label },
  ];
}

function rangeText(band: RateBand | null, at: number): string {
  if (!band) return '–';
  const [low, high] = [band.low[at], band.high[at]].map(readable);
  return low === high ? low : msg(str`${low} to ${high}`);
}

declare global {
  interface HTMLElementTagNameMap {
    'rate-chart': RateChart;
  }
}

import { msg } from '@lit/localize';
import { html, LitElement, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Measurement, PopulationMeasure } from '../../engine/index.ts';
import type { Plan } from '../../experiment/index.ts';
import { variesStarts } from '../grids.ts';
import { optimizerColor } from '../parts/colors.ts';
import { controls } from '../parts/controls.css.ts';
import { Interval } from '../parts/interval.ts';
import { properties } from '../parts/properties.ts';
import { FIRST_VIEW, type PageView } from '../view/page-view.ts';
import type { Span } from './chart-keys.ts';
import { FOLDED, type Fold, foldName, openFolds } from './folds.ts';
import { type LossReference, lossLabel, lossReference } from './loss-reference.ts';
import type { ChartLine } from './model.ts';
import './outcome-shares.ts';
import './population-chart.ts';
import { panelStyles } from './progress-panel.css.ts';
import type { StepChart } from './step-chart.ts';

const lossOf = ({ loss }: PopulationMeasure) => loss;
/** Losses above one that was found: what is lower is so by rounding. */
const lossAbove = (found: number) => (measure: PopulationMeasure) =>
  lossOf(measure).map((loss) => Math.max(0, loss - found));
const normOf = ({ gradientNorm }: PopulationMeasure) => gradientNorm;

/** Least time between two pictures of the charts, in ms: a fast run is measured more often than that. */
const PICTURES = 100;

/** Panels so far: each has cursors of its own. */
let panels = 0;

/**
 * How it goes: loss and gradient norm over the steps, what the trajectories have come to, and, where they are unfolded, outcomes, learning rates and
 * counts of losses over the steps. Fires `folds` with the charts that are open.
 */
@customElement('progress-panel')
export class ProgressPanel extends LitElement {
  static override styles = [controls, panelStyles];

  @property({ attribute: false }) plan: Plan | null = null;
  @property({ attribute: false }) history: readonly Measurement[] = [];
  /** Number of measurements, so that the growing history counts as changed. */
  @property({ type: Number }) length = 0;
  @property({ type: Boolean }) done = false;
  @property() theme: 'light' | 'dark' = 'light';
  @property({ attribute: false }) view: PageView = FIRST_VIEW;
  /** The folded charts that are open, as chosen; null: as the window has room. */
  @property({ attribute: false }) folds: readonly Fold[] | null = null;

  /** What a person chose for each axis; null: logarithmic wherever the quantity is known to be above 0. */
  @state() private lossLog: boolean | null = null;
  @state() private normLog = true;
  @state() private rateLog = true;
  @state() private countLog: boolean | null = null;
  /** The part of the run that all charts show. */
  @state() private span: Span = null;
  /** The optimizer whose losses are counted. */
  @state() private counted = 0;
  private lines: readonly ChartLine[] = [];
  /** What losses are told above, and the losses above what was found. */
  private reference: LossReference = { known: true, found: null };
  private above = lossOf;
  private readonly key = `run ${++panels}`;
  private readonly interval = new Interval(PICTURES);
  private late = false;

  /** All charts, folded or not, in the order in which they stand; those that were never unfolded are not there yet. */
  get charts(): readonly StepChart[] {
    const tags = 'population-chart, share-chart, rate-chart, density-chart';
    const all = [...this.renderRoot.querySelectorAll<StepChart>(tags)];
    return all.filter((chart) => 'svg' in chart);
  }

  /** Loads the charts that are folded at first, so that `charts` has them all. */
  async loadAll(): Promise<void> {
    await import('./late-charts.ts');
  }

  override async scheduleUpdate(): Promise<void> {
    await this.interval.turn();
    super.scheduleUpdate();
  }

  override willUpdate(changed: PropertyValues<this>): void {
    const steps = changed.get('plan')?.steps;
    if (steps !== undefined && steps !== this.plan?.steps) this.span = null;
    if (changed.has('plan') || changed.has('view')) this.lines = this.linesNow();
    const reference = this.plan ? lossReference(this.plan, this.history) : this.reference;
    if (reference.found !== this.reference.found) this.above = lossAbove(reference.found ?? 0);
    this.reference = reference;
    if (this.open.length > 0 && !this.late) {
      this.late = true;
      void this.loadAll();
    }
  }

  override render() {
    const { plan, lines, history, reference } = this;
    const measured = reference.known || reference.found !== null;
    const [lossLog, countLog] = [this.lossLog ?? measured, this.countLog ?? measured];
    const lifted = lossLog && reference.found !== null;
    const members = plan === null || variesStarts(plan) ? msg('starts') : msg('trajectories');
    const { length, theme, span, key } = this;
    const common = { history, length, lines, steps: plan?.steps ?? 1, theme, span, key };
    return html`<div class="panel" style="--lanes: ${Math.max(1, lines.length)}">
      <population-chart
        label=${lossLabel(reference, lossLog)}
        members=${members}
        ${properties(common)}
        .quantity=${lifted ? this.above : lossOf}
        .log=${lossLog}
        @span=${this.onSpan}
        @scale=${(event: CustomEvent<boolean>) => {
          this.lossLog = event.detail;
        }}
      ></population-chart>
      <population-chart
        label=${msg('Gradient norm')}
        members=${members}
        ${properties(common)}
        .quantity=${normOf}
        .log=${this.normLog}
        stepsBelow
        @span=${this.onSpan}
        @scale=${(event: CustomEvent<boolean>) => {
          this.normLog = event.detail;
        }}
      ></population-chart>
      <div class="rest">
        <outcome-shares .measurement=${history.at(-1)} .lines=${lines} .done=${this.done}></outcome-shares>
        ${this.fold(
          'outcomes',
          html`<share-chart
            label=${foldName('outcomes')}
            ${properties(common)}
            .done=${this.done}
            .log=${false}
            stepsBelow
            titled
            @span=${this.onSpan}
          ></share-chart>`,
        )}
        ${this.fold(
          'rates',
          html`<rate-chart
            label=${foldName('rates')}
            ${properties(common)}
            .plan=${plan}
            .log=${this.rateLog}
            stepsBelow
            titled
            @span=${this.onSpan}
            @scale=${(event: CustomEvent<boolean>) => {
              this.rateLog = event.detail;
            }}
          ></rate-chart>`,
        )}
        ${this.fold(
          'losses',
          html`<density-chart
            label=${foldName('losses')}
            ${properties(common)}
            .chosen=${this.counted}
            .above=${countLog ? (reference.found ?? 0) : 0}
            .log=${countLog}
            stepsBelow
            titled
            @span=${this.onSpan}
            @scale=${(event: CustomEvent<boolean>) => {
              this.countLog = event.detail;
            }}
            @choose=${(event: CustomEvent<number>) => {
              this.counted = event.detail;
            }}
          ></density-chart>`,
        )}
      </div>
    </div>`;
  }

  private fold(name: Fold, chart: unknown) {
    return html`<details .open=${this.open.includes(name)} @toggle=${(event: Event) => this.onToggle(name, event)}>
      <summary>${foldName(name)}</summary>
      ${chart}
    </details>`;
  }

  private get open(): readonly Fold[] {
    return openFolds(this.folds, innerHeight);
  }

  private onToggle(name: Fold, event: Event): void {
    const { open } = event.currentTarget as HTMLDetailsElement;
    if (open === this.open.includes(name)) return;
    const detail = FOLDED.filter((fold) => (fold === name ? open : this.open.includes(fold)));
    this.dispatchEvent(new CustomEvent<readonly Fold[]>('folds', { detail }));
  }

  private onSpan({ detail }: CustomEvent<Span>): void {
    this.span = detail;
  }

  /** The lines of the optimizers that are shown; the same ones again where nothing about them has changed, so that charts are kept. */
  private linesNow(): readonly ChartLine[] {
    const all = this.plan?.optimizers.map(({ label }, index) => ({ index, label, color: optimizerColor(index) })) ?? [];
    const lines = all.filter(({ index }) => !this.view.hidden.includes(index));
    return JSON.stringify(lines) === JSON.stringify(this.lines) ? this.lines : lines;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'progress-panel': ProgressPanel;
  }
}

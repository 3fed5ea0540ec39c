import { msg, str } from '@lit/localize';
import { css, html, LitElement, nothing, type PropertyValues } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import type { BoxDimension } from '../../analysis/trainability/box-dimension.ts';
import { planePlan } from '../../analysis/trainability/plane-plan.ts';
import type { Engine } from '../../engine/index.ts';
import type { Plan } from '../../experiment/index.ts';
import type { MapBoard } from '../maps/map-board.ts';
import '../maps/map-board.ts';
import { readMapColors } from '../maps/map-colors.ts';
import type { DrawnMaps } from '../maps/quantity-maps.ts';
import { controls } from '../parts/controls.css.ts';
import { formatCount, formatNumber } from '../parts/numbers.ts';
import { sentenceOf } from '../parts/sentences.ts';
import { FIRST_VIEW, type PageView, SIDES } from '../view/page-view.ts';
import { planeMaps } from './plane-maps.ts';
import { planeProblem } from './plane-problem.ts';
import { PlaneRun } from './plane-run.ts';

/** Time in ms for which a plan must stay as it is before its plane is begun: while a slider moves it is another one on every frame. */
const SETTLED = 300;
/** Time in ms between two pictures of a plane that grows: each looks at all of its cells. */
const PICTURES = 250;

/**
 * How well the network of every cell trains, as a map for each optimizer that becomes finer while it is looked at. Every network is trained to the end of the run, apart from the run
 * itself. Fires `edit` with another part of the grid, and `view` with a cell.
 */
@customElement('trainability-panel')
export class TrainabilityPanel extends LitElement {
  static override styles = [
    controls,
    css`
      :host {
        display: grid;
        grid-template: minmax(0, 1fr) auto / minmax(0, 1fr);
        min-height: 0;
      }
      .empty {
        padding: 16px;
      }
      .told {
        padding: 0 16px 8px;
      }
      progress {
        width: 100%;
        height: 4px;
        accent-color: var(--muted);
      }
    `,
  ];

  @property({ attribute: false }) engine: Engine | null = null;
  @property({ attribute: false }) plan: Plan | null = null;
  @property({ attribute: false }) view: PageView = FIRST_VIEW;
  @property() theme: 'light' | 'dark' = 'light';

  @query('map-board') private board!: MapBoard | null;

  private running: PlaneRun | null = null;
  /** What the run was begun for. */
  private begun: readonly unknown[] = [];
  private timer: ReturnType<typeof setTimeout> | undefined;
  private drawn: DrawnMaps | null = null;
  private drawnAt = Number.NEGATIVE_INFINITY;
  private later: ReturnType<typeof setTimeout> | undefined;

  /** Maps, axes and legend on one canvas. */
  picture(): HTMLCanvasElement {
    return this.board?.picture() ?? document.createElement('canvas');
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.end();
    this.begun = [];
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.requestUpdate();
  }

  override willUpdate(changed: PropertyValues<this>): void {
    const { engine, plan, view } = this;
    const wanted = [engine, plan, view.side];
    if (wanted.some((each, i) => each !== this.begun[i])) {
      const first = this.begun.length === 0 || plan === this.begun[1];
      this.begun = wanted;
      this.end();
      if (engine && plan && planeProblem(plan) === null)
        this.timer = setTimeout(() => this.begin(engine, plan), first ? 0 : SETTLED);
    }
    if (changed.has('theme')) this.drawn = null;
    if (changed.has('view')) this.show();
    if (this.running && !this.drawn) this.draw(this.running);
  }

  override render() {
    const { plan, running, drawn } = this;
    if (!plan) return html`<p class="muted empty">${msg('The planes appear here as soon as an engine is open.')}</p>`;
    const problem = planeProblem(plan);
    if (problem) return html`<p class="muted empty">${problem}</p>`;
    if (plan.optimizers.every((_, k) => this.view.hidden.includes(k)))
      return html`<p class="muted empty">${msg('All optimizers are hidden: show one to see its plane.')}</p>`;
    if (!running || !drawn) return html`<p class="muted empty">${msg('The first networks are being trained.')}</p>`;
    return html`<map-board
        .plan=${running.plan}
        .scene=${drawn.scene}
        .legend=${drawn.legend}
        .shown=${running.shown}
        .owners=${running.shown}
        .chosen=${null}
        .zooms=${this.view.zooms}
        .told=${(map: number, cell: number) => this.told(running, map, cell)}
        label=${msg(str`Trainability of ${drawn.scene.maps.map(({ title }) => title).join(msg(', '))}`)}
        @view=${this.onPick}
      >
        <label>
          ${msg('Networks')}
          <select @change=${this.onSide}>
            ${SIDES.map((each) => html`<option value=${each} .selected=${live(each === this.view.side)}>${each}²</option>`)}
          </select>
        </label>
        ${
          running.complete || running.failure
            ? nothing
            : html`<button @click=${() => this.toggle(running)}>${running.running ? msg('pause') : msg('go on')}</button>`
        }
      </map-board>
      <div class="told small">${this.progress(running)}</div>`;
  }

  private progress(running: PlaneRun) {
    const { done, total, trained, seconds, failure, complete, plan, shown, dimensions } = running;
    if (failure)
      return html`<p class="error" role="alert">${msg(str`The plane could not be computed. ${sentenceOf(failure)}`)}</p>`;
    if (complete) {
      return shown.map(
        (k) => html`<p>${shown.length > 1 ? `${plan.optimizers[k].label}: ` : ''}${dimensionText(dimensions[k])}</p>`,
      );
    }
    const rate = seconds > 0 ? trained / seconds : 0;
    const left = rate > 0 ? (total - done) / rate : Number.NaN;
    return html`<progress max=${total} .value=${done} aria-label=${msg('Networks trained')}></progress>
      <p class="muted">
        ${msg(str`${formatCount(done)} of ${formatCount(total)} networks`)}${
          rate > 0 ? msg(str`, ${formatNumber(rate)} a second, ${durationText(left)} to go`) : ''
        }
      </p>`;
  }

  /** A cell's measure in words. */
  private told({ images, shown }: PlaneRun, map: number, cell: number): string {
    const value = images[shown[map]].values[cell];
    if (Number.isNaN(value)) return msg('not trained yet');
    if (value <= 0) return msg(str`trained; the losses add up to ${formatNumber(-value)} times the first`);
    return msg(str`did not train; the losses’ inverses add up to ${formatNumber(value)} of the first’s`);
  }

  private begin(engine: Engine, plan: Plan): void {
    this.running = new PlaneRun(engine, planePlan(plan, this.view.side), () => this.grown());
    this.show();
    this.requestUpdate();
  }

  /** Has those planes be computed that are to be seen. */
  private show(): void {
    const { running } = this;
    if (!running) return;
    const shown = running.plan.optimizers.map((_, k) => k).filter((k) => !this.view.hidden.includes(k));
    if (shown.join() === running.shown.join()) return;
    running.shown = shown;
    this.drawn = null;
    void running.go();
  }

  /** Draws what has grown, not more often than it is worth; the last of it always. */
  private grown(): void {
    clearTimeout(this.later);
    const wait = this.drawnAt + PICTURES - performance.now();
    const show = () => {
      this.drawn = null;
      this.requestUpdate();
    };
    if (wait <= 0 || !this.running?.running) show();
    else this.later = setTimeout(show, wait);
  }

  private draw({ plan, shown, images }: PlaneRun): void {
    this.drawn = planeMaps(
      plan,
      shown,
      shown.map((k) => images[k]),
      readMapColors(this),
    );
    this.drawnAt = performance.now();
  }

  private end(): void {
    clearTimeout(this.timer);
    clearTimeout(this.later);
    this.running?.destroy();
    this.running = null;
    this.drawn = null;
  }

  private toggle(running: PlaneRun): void {
    if (running.running) running.pause();
    else void running.go();
    this.requestUpdate();
  }

  private onSide(event: Event): void {
    const side = SIDES.find((each) => each === Number((event.target as HTMLSelectElement).value));
    this.dispatchEvent(new CustomEvent<Partial<PageView>>('view', { detail: { side }, bubbles: true, composed: true }));
  }

  /** A cell of the plane is inspected as the nearest one of the run's own grid. */
  private onPick(event: CustomEvent<Partial<PageView>>): void {
    const { plan, running } = this;
    const { cell } = event.detail;
    if (!plan || !running || !cell) return;
    event.stopPropagation();
    const near = (place: number, fine: number, own: number) =>
      fine > 1 ? Math.round((place * (own - 1)) / (fine - 1)) : 0;
    const column = near(cell[1], running.plan.x.values.length, plan.x.values.length);
    const row = near(cell[2], running.plan.y.values.length, plan.y.values.length);
    const detail: Partial<PageView> = { cell: [cell[0], column, row] };
    this.dispatchEvent(new CustomEvent('view', { detail, bubbles: true, composed: true }));
  }
}

function dimensionText(dimension: BoxDimension | null): string {
  if (!dimension) return msg('No box dimension: it takes a boundary in sight, and 64 networks or so along each axis.');
  const { dimension: slope, error, median } = dimension;
  return msg(
    str`Box dimension of the boundary: ${slope.toFixed(2)} ± ${error.toFixed(2)} (standard error of the fit; median of the slopes ${median.toFixed(2)}).`,
  );
}

function durationText(seconds: number): string {
  if (!(seconds >= 0)) return msg('some time');
  if (seconds < 60) return msg(str`${Math.ceil(seconds)} s`);
  return seconds < 3600 ? msg(str`${Math.ceil(seconds / 60)} min`) : msg(str`${(seconds / 3600).toFixed(1)} h`);
}

declare global {
  interface HTMLElementTagNameMap {
    'trainability-panel': TrainabilityPanel;
  }
}

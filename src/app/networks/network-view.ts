import { msg, str } from '@lit/localize';
import { css, html, LitElement, nothing, type PropertyValues } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { fitAt } from '../../analysis/network-fit.ts';
import type { ThinnedPath } from '../../analysis/thinned-path.ts';
import { type Learner, learnerOf, type Plan } from '../../experiment/index.ts';
import { minimumColor } from '../parts/colors.ts';
import { controls } from '../parts/controls.css.ts';
import { formatCount, formatNumber } from '../parts/numbers.ts';
import { inRow } from '../parts/sentences.ts';
import { drawFit, type FitPicture, pictureOf } from './draw-fit.ts';
import { networkOf } from './network-of.ts';

/** A cell's network: what it computes beside what it learns, at any step of its way. */
@customElement('network-view')
export class NetworkView extends LitElement {
  static override styles = [
    controls,
    css`
      .picture {
        position: relative;
        height: 240px;
        border: 1px solid var(--hairline);
      }
      canvas {
        position: absolute;
        inset: 0;
        width: 100%;
        height: 100%;
      }
      .line {
        display: flex;
        align-items: center;
        gap: 8px;
        min-height: 28px;
      }
      input {
        flex: 1;
        min-width: 0;
        accent-color: var(--ink);
      }
      .key {
        display: inline-block;
        width: 9px;
        height: 9px;
      }
    `,
  ];

  @property({ attribute: false }) plan!: Plan;
  /** The cell's weights along its way. */
  @property({ attribute: false }) path: ThinnedPath | null = null;
  /** The step that was followed to, so that what grew counts as changed. */
  @property({ type: Number }) step = 0;
  @property() color = '';
  @property() theme: 'light' | 'dark' = 'light';

  /** The place on the way that is looked at; null for its end. */
  @state() private place: number | null = null;
  @query('canvas') readonly canvas!: HTMLCanvasElement | null;

  private learner: Learner | null = null;
  private readonly observer = new ResizeObserver(() => this.draw());

  override connectedCallback(): void {
    super.connectedCallback();
    this.observer.observe(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.observer.disconnect();
  }

  override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('plan')) return;
    const network = networkOf(this.plan.experiment.objective);
    this.learner = network && learnerOf(network, this.plan.objective.table);
    this.place = null;
  }

  override updated(): void {
    this.draw();
  }

  override render() {
    const { learner, shown } = this;
    if (!learner || !shown) return nothing;
    const picture = pictureOf(learner);
    const last = (this.path?.length ?? 1) - 1;
    const at = formatCount(shown.step);
    return html`
      ${
        picture
          ? html`<div class="picture">
              <canvas role="img" aria-label=${inRow([labelOf(picture, at), this.fit(learner, shown.theta)])}></canvas>
            </div>`
          : html`<p class="small muted">
              ${msg(str`Classes over ${learner.inputs.length} inputs have no picture here: it has room for one input or two.`)}
            </p>`
      }
      <div class="line">
        <input
          type="range"
          min="0"
          max=${last}
          .value=${String(this.place ?? last)}
          aria-label=${msg('Step of the network')}
          aria-valuetext=${msg(str`step ${at}`)}
          @input=${this.onScrub}
        />
        <span class="small muted">${msg(str`step ${at}`)}</span>
      </div>
      <p class="small">
        ${this.fit(learner, shown.theta)}
        ${
          learner.task.kind === 'values' || picture !== 'regions'
            ? nothing
            : learner.task.names.map(
                (name, k) => html` <span class="key" style="background: ${minimumColor(k)}"></span> ${name}`,
              )
        }
      </p>
    `;
  }

  private fit(learner: Learner, theta: ArrayLike<number>): string {
    const { right, rows, error } = fitAt(learner, theta);
    if (right !== null) return msg(str`${formatCount(right)} of ${formatCount(rows)} rows are told right.`);
    const off = formatNumber(error ?? Number.NaN);
    return learner.standardised
      ? msg(str`Off by ${off} standard deviations, root mean square over ${formatCount(rows)} rows.`)
      : msg(str`Off by ${off}, root mean square over ${formatCount(rows)} rows.`);
  }

  private get shown() {
    const { path, place } = this;
    if (!path || path.length === 0) return null;
    return path.at(Math.min(place ?? path.length - 1, path.length - 1));
  }

  private onScrub(event: Event): void {
    const place = Number((event.target as HTMLInputElement).value);
    this.place = place === (this.path?.length ?? 1) - 1 ? null : place;
  }

  private draw(): void {
    const { canvas, learner, shown } = this;
    const context = canvas?.getContext('2d');
    if (!canvas || !context || !learner || !shown || canvas.clientWidth < 2) return;
    const size = [canvas.clientWidth, canvas.clientHeight] as const;
    const ratio = devicePixelRatio;
    canvas.width = Math.round(size[0] * ratio);
    canvas.height = Math.round(size[1] * ratio);
    context.scale(ratio, ratio);
    const style = getComputedStyle(this);
    const [ink, muted, paper] = ['ink', 'muted', 'paper'].map((name) => style.getPropertyValue(`--${name}`).trim());
    context.fillStyle = paper;
    context.fillRect(0, 0, ...size);
    drawFit(context, learner, shown.theta, size, this.color, { ink, muted, paper });
  }
}

function labelOf(picture: FitPicture, step: string): string {
  switch (picture) {
    case 'curve':
      return msg(str`The curve of this cell’s network at step ${step}.`);
    case 'regions':
      return msg(str`The regions of classes of this cell’s network at step ${step}.`);
    case 'targets':
      return msg(str`Outputs of this cell’s network against targets at step ${step}.`);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'network-view': NetworkView;
  }
}

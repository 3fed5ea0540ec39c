import { msg, str } from '@lit/localize';
import { css, html, LitElement, type PropertyValues } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import type { Examination } from '../../analysis/examination.ts';
import type { Plan } from '../../experiment/index.ts';
import type { Pixels, Viewport } from '../map/viewport.ts';
import { HUES, minimumColor } from '../parts/colors.ts';
import { controls } from '../parts/controls.css.ts';
import { drawCurve, drawGround, type Ink } from './draw-ground.ts';
import { drawEdges, drawMinima, drawPath } from './draw-path.ts';
import { framePath, holds, type Points } from './frame-path.ts';

/** The path of one cell over the surface of the first two parameters, framed so that it fills the picture; over the curve where there is one parameter. */
@customElement('path-map')
export class PathMap extends LitElement {
  static override styles = [
    controls,
    css`
      :host {
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
    `,
  ];

  @property({ attribute: false }) plan!: Plan;
  @property({ attribute: false }) examination: Examination | null = null;
  /** The step that the examination has come to, so that what grew counts as changed. */
  @property({ type: Number }) step = 0;
  /** Whether the cell was followed to its end. */
  @property({ type: Boolean }) ended = false;
  @property() color = '';
  @property() theme: 'light' | 'dark' = 'light';
  @query('canvas') readonly canvas!: HTMLCanvasElement;

  private view: Viewport | null = null;
  /** The ground as it was drawn last, and what for. */
  private ground: OffscreenCanvas | null = null;
  private groundFor: readonly unknown[] = [];
  private readonly observer = new ResizeObserver(() => this.requestUpdate());

  override firstUpdated(): void {
    this.observer.observe(this);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.hasUpdated) this.observer.observe(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.observer.disconnect();
  }

  override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('examination') || changed.has('plan') || changed.has('ended')) this.view = null;
  }

  override updated(): void {
    this.draw();
  }

  override render() {
    const { parameters } = this.plan.objective;
    const where =
      parameters.length > 1
        ? msg(str`the surface over ${parameters[0]} and ${parameters[1]}`)
        : msg('the curve of the loss');
    return html`<canvas role="img" aria-label=${msg(str`The path of this cell on ${where}, to step ${this.step}`)}></canvas>`;
  }

  private draw(): void {
    const { canvas, plan, examination } = this;
    const size: Pixels = [this.clientWidth, this.clientHeight];
    const context = canvas.getContext('2d');
    if (!context || size[0] < 2 || size[1] < 2) return;
    const ratio = devicePixelRatio;
    const [width, height] = size.map((length) => Math.round(length * ratio));
    if (canvas.width !== width || canvas.height !== height) {
      canvas.width = width;
      canvas.height = height;
      this.view = null;
    }
    const { objective } = plan;
    const flat = objective.parameters.length > 1;
    const points: Points = (examination?.path.all ?? []).map((point) => [point[0], point[1]] as const);
    if (!this.view || !holds(this.view, points, size)) this.view = framePath(points, objective, size);
    const { view } = this;
    const ink = this.ink;
    this.keepGround(view, size, ratio, ink);
    context.setTransform(1, 0, 0, 1, 0, 0);
    if (this.ground) context.drawImage(this.ground, 0, 0);
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    drawMinima(context, objective, view, size, ink);
    const outcome = examination?.verdict?.outcome ?? null;
    drawPath(context, points, view, size, { color: this.color, outcome, outcomeColor: this.outcomeColor, ink });
    drawEdges(context, view, size, [objective.parameters[0], flat ? objective.parameters[1] : 'loss'], ink);
  }

  private keepGround(view: Viewport, size: Pixels, ratio: number, ink: Ink): void {
    const wanted = [view, size[0], size[1], ratio, this.theme, this.plan.objective];
    if (this.ground && wanted.every((each, i) => each === this.groundFor[i])) return;
    this.groundFor = wanted;
    this.ground = new OffscreenCanvas(this.canvas.width, this.canvas.height);
    const context = this.ground.getContext('2d') as unknown as CanvasRenderingContext2D;
    context.fillStyle = ink.paper;
    context.fillRect(0, 0, this.canvas.width, this.canvas.height);
    context.scale(ratio, ratio);
    const { objective } = this.plan;
    if (objective.layered) return;
    if (objective.parameters.length > 1) drawGround(context, objective, view, size, this.theme, ink);
    else drawCurve(context, objective, view, size, ink);
  }

  private get ink(): Ink {
    const style = getComputedStyle(this);
    const color = (name: string) => style.getPropertyValue(`--${name}`).trim();
    return { ink: color('ink'), muted: color('muted'), paper: color('paper') };
  }

  private get outcomeColor(): string {
    const verdict = this.examination?.verdict;
    if (!verdict) return this.color;
    const known = verdict.minimum >= 0 && this.plan.objective.minima.length <= HUES;
    if (known) return minimumColor(verdict.minimum);
    return getComputedStyle(this).getPropertyValue(`--${verdict.outcome}`).trim();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'path-map': PathMap;
  }
}

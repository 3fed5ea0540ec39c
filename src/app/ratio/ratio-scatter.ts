import { msg, str } from '@lit/localize';
import { css, html, LitElement, nothing, type PropertyValues } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { readInk } from '../charts/ink.ts';
import { paint } from '../charts/paint.ts';
import { discPath } from '../charts/shapes.ts';
import { controls } from '../parts/controls.css.ts';
import { formatNumber } from '../parts/numbers.ts';
import { networkKindName, networkKindOf } from './network-kinds.ts';
import { type Plotted, scatterShapes } from './scatter-figure.ts';
import { ScatterPlot } from './scatter-plot.ts';

/** Losses of networks over their minimum ratios. A point is read by pointer or arrow keys; fires `choose` with its index at a click or Enter. */
@customElement('ratio-scatter')
export class RatioScatter extends LitElement {
  static override styles = [
    controls,
    css`
      :host {
        display: flex;
        flex-direction: column;
      }
      .plot {
        position: relative;
        flex: 1;
        min-height: 0;
        touch-action: pan-y;
      }
      canvas {
        position: absolute;
        inset: 0;
        width: 100%;
        height: 100%;
      }
      .pointing {
        cursor: pointer;
      }
      .readout {
        min-height: 20px;
      }
    `,
  ];

  @property({ attribute: false }) networks: readonly Plotted[] = [];
  /** The number of networks, so that more of them count as a change. */
  @property({ type: Number }) count = 0;
  @property({ type: Number }) eigenvalues = 1;
  @property({ type: Boolean }) log = false;
  @property() theme: 'light' | 'dark' = 'light';
  /** What it shows, in a sentence. */
  @property() summary = '';

  @state() private pointed: number | null = null;
  @state() private size: readonly [number, number] = [0, 0];
  /** Whether the point was chosen by keys, and is to be spoken. */
  @state() private spoken = false;
  @query('.plot') private host!: HTMLElement;
  @query('canvas') private canvas!: HTMLCanvasElement;

  private plot: ScatterPlot | null = null;
  private readonly observer = new ResizeObserver(([{ contentRect }]) => {
    this.size = [contentRect.width, contentRect.height];
  });

  override firstUpdated(): void {
    this.observer.observe(this.host);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.hasUpdated) this.observer.observe(this.host);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.observer.disconnect();
  }

  override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('networks')) this.pointed = null;
  }

  override updated(): void {
    const { networks, eigenvalues, log, size, theme, canvas } = this;
    if (size[0] === 0) return;
    const ink = readInk(this, theme);
    const style = getComputedStyle(this);
    this.plot = new ScatterPlot({ places: networks, eigenvalues, log, size });
    canvas.width = Math.round(size[0] * devicePixelRatio);
    canvas.height = Math.round(size[1] * devicePixelRatio);
    const context = canvas.getContext('2d');
    if (!context) return;
    const shapes = scatterShapes(this.plot, networks, ink, (name) => style.getPropertyValue(`--${name}`).trim());
    const ring = this.pointed === null ? [] : [ringAround(this.plot.at(this.pointed), ink.ink)];
    paint(context, [...shapes, ...ring], this.plot.box, devicePixelRatio);
  }

  override render() {
    return html`
      <div
        class="plot ${this.pointed === null ? '' : 'pointing'}"
        role="group"
        aria-roledescription=${msg('chart')}
        aria-label=${msg('Loss over the minimum ratio')}
        aria-describedby="summary"
        tabindex="0"
        @pointermove=${this.onPointer}
        @pointerdown=${this.onPointer}
        @pointerleave=${() => this.point(null, false)}
        @blur=${() => this.point(null, false)}
        @keydown=${this.onKey}
        @click=${this.choose}
      >
        <canvas></canvas>
      </div>
      <p class="readout small" aria-live=${this.spoken ? 'polite' : 'off'}>${this.readout()}</p>
      <p id="summary" hidden>${this.summary}</p>
    `;
  }

  private readout() {
    const { pointed, networks, eigenvalues } = this;
    if (pointed === null) {
      return html`<span class="muted">${networks.length === 0 ? nothing : msg('Point at a network to read it; a click opens it.')}</span>`;
    }
    const { ratio, loss, gradientNorm } = networks[pointed];
    const positive = Math.round(ratio * eigenvalues);
    return msg(
      str`${networkKindName(networkKindOf(networks[pointed]))}: loss ${formatNumber(loss)}, gradient norm ${formatNumber(gradientNorm)}, ${positive} of ${eigenvalues} eigenvalues above 10⁻⁶ of the largest`,
    );
  }

  private onPointer({ clientX, clientY }: PointerEvent): void {
    const { left, top } = this.host.getBoundingClientRect();
    this.point(this.plot?.nearest([clientX - left, clientY - top]) ?? null, false);
  }

  /** Arrow keys go from point to point, along the ratios and up the losses. */
  private onKey(event: KeyboardEvent): void {
    const step = { ArrowRight: 1, ArrowUp: 1, ArrowLeft: -1, ArrowDown: -1 }[event.key];
    if (event.key === 'Enter') this.choose();
    else if (step === undefined || this.networks.length === 0) return;
    else {
      const order = this.networks
        .map(({ ratio, loss }, i) => ({ ratio, loss, i }))
        .sort((a, b) => a.ratio - b.ratio || a.loss - b.loss)
        .map(({ i }) => i);
      const at = this.pointed === null ? -1 : order.indexOf(this.pointed);
      const next = at < 0 ? (step > 0 ? 0 : order.length - 1) : Math.min(Math.max(at + step, 0), order.length - 1);
      this.point(order[next], true);
    }
    // Some of these keys make a step of the run elsewhere.
    event.preventDefault();
    event.stopPropagation();
  }

  private point(index: number | null, spoken: boolean): void {
    this.pointed = index;
    this.spoken = spoken;
  }

  private choose(): void {
    if (this.pointed !== null) this.dispatchEvent(new CustomEvent<number>('choose', { detail: this.pointed }));
  }
}

function ringAround([x, y]: readonly [number, number], stroke: string) {
  return { kind: 'path', d: discPath(x, y, 7), stroke, width: 2 } as const;
}

declare global {
  interface HTMLElementTagNameMap {
    'ratio-scatter': RatioScatter;
  }
}

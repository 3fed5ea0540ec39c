import { css, html, LitElement, type PropertyValues } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import type { Engine, Run, SurfaceView } from '../../engine/index.ts';
import type { Plan } from '../../experiment/index.ts';
import { optimizerColor, toRgb } from '../colors.ts';
import { controls } from '../controls.css.ts';
import { fitViewport, type Pixels, panned, type Viewport, zoomed } from '../viewport.ts';
import { drawAxes } from './axes.ts';
import { listenForGestures } from './gestures.ts';
import { drawMarks } from './marks.ts';

/** Pixels left free around the domain, for the ticks. */
const MARGIN = 32;
/** Second axis of an objective of one parameter. */
const FLAT = [-1, 1] as const;
const KEY_PAN = 48;
const KEY_ZOOM = 1.25;

/**
 * The surface with the particles over it, drawn by the engine; ticks and known points over both. Drag, wheel, pinch,
 * double-click; arrows, +, − and 0 on the keyboard. `invalidate` asks for a new picture. Fires `trouble` with an Error.
 */
@customElement('surface-map')
export class SurfaceMap extends LitElement {
  static override styles = [
    controls,
    css`
      :host {
        position: relative;
        overflow: hidden;
        background: var(--wash);
      }
      #plane {
        position: absolute;
        inset: 0;
        touch-action: none;
        cursor: grab;
      }
      #plane:active {
        cursor: grabbing;
      }
      #plane:focus-visible {
        outline-offset: -3px;
      }
      canvas,
      svg {
        position: absolute;
        inset: 0;
        width: 100%;
        height: 100%;
      }
      svg {
        pointer-events: none;
        overflow: hidden;
      }
      .axes path {
        stroke: var(--ink);
      }
      text {
        font-size: 12px;
        fill: var(--ink);
        stroke: var(--paper);
        stroke-width: 3px;
        stroke-linejoin: round;
        paint-order: stroke;
      }
      .name {
        font-weight: 600;
        font-style: italic;
      }
      .marks > g {
        pointer-events: all;
      }
      .marks path,
      .marks circle {
        fill: none;
        stroke-width: 2px;
      }
      .marks .halo {
        stroke: var(--paper);
        stroke-width: 5px;
        opacity: 0.8;
      }
      .saddle path:not(.halo) {
        stroke: var(--saddle);
      }
      .buttons {
        position: absolute;
        top: 8px;
        right: 8px;
        display: flex;
      }
      .buttons button {
        min-width: 32px;
        background: var(--paper);
        border-radius: 0;
        margin-left: -1px;
      }
    `,
  ];

  @property({ attribute: false }) run: Run | null = null;
  @property({ attribute: false }) plan: Plan | null = null;
  @property() theme: 'light' | 'dark' = 'light';

  @state() private view: Viewport | null = null;
  @state() private size: Pixels = [0, 0];
  @query('canvas') private canvas!: HTMLCanvasElement;
  @query('#plane') private plane!: HTMLElement;

  private surface: SurfaceView | null = null;
  private surfaceKey = '';
  private surfaceEngine: Engine | null = null;
  private opening = false;
  private frame = 0;
  private devicePixels: Pixels = [1, 1];
  private readonly observer = new ResizeObserver(([entry]) => this.resize(entry));
  private listening = new AbortController();

  /** Draws once in the next frame. */
  invalidate(): void {
    this.frame ||= requestAnimationFrame(() => {
      this.frame = 0;
      this.draw();
    });
  }

  override firstUpdated(): void {
    this.observer.observe(this.plane);
    listenForGestures(
      this.plane,
      {
        pan: (by) => this.move((view) => panned(view, by)),
        zoom: (factor, at) => this.zoom(factor, at),
        home: () => this.home(),
      },
      this.listening.signal,
    );
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.observer.disconnect();
    this.listening.abort();
    cancelAnimationFrame(this.frame);
    this.surface?.destroy();
  }

  override willUpdate(changed: PropertyValues<this>): void {
    const before = changed.get('plan');
    if (
      changed.has('plan') &&
      (before?.objective.formula !== this.plan?.objective.formula || domainOf(before) !== domainOf(this.plan))
    ) {
      this.view = null;
    }
  }

  override updated(): void {
    void this.open();
    this.invalidate();
  }

  override render() {
    const { plan, size } = this;
    const view = this.view ?? this.fitted;
    const names = plan?.objective.parameters ?? [];
    return html`
      <div
        id="plane"
        tabindex="0"
        role="application"
        aria-label="Map of the loss over ${names.slice(0, 2).join(', ')}: arrows move it, + and − zoom, 0 shows all"
        @keydown=${this.onKey}
        @mousedown=${(event: Event) => event.preventDefault()}
      >
        <canvas></canvas>
        ${
          plan && view && size[0] > 0
            ? html`<svg aria-hidden="true">
                ${drawMarks(view, size, plan.objective)}${drawAxes(view, size, names)}
              </svg>`
            : ''
        }
      </div>
      <div class="buttons">
        <button aria-label="Zoom in" title="Zoom in" @click=${() => this.zoom(1 / 1.5)}>+</button>
        <button aria-label="Zoom out" title="Zoom out" @click=${() => this.zoom(1.5)}>−</button>
        <button title="Show the whole domain (double-click)" @click=${this.home}>whole</button>
      </div>
    `;
  }

  private get fitted(): Viewport | null {
    const { plan, size } = this;
    if (!plan || size[0] === 0) return null;
    const { domain } = plan.objective;
    return fitViewport(domain[0], domain[1] ?? FLAT, size, MARGIN);
  }

  private move(change: (view: Viewport) => Viewport): void {
    const view = this.view ?? this.fitted;
    if (view) this.view = change(view);
  }

  private zoom(factor: number, at: Pixels = [this.size[0] / 2, this.size[1] / 2]): void {
    const { fitted } = this;
    if (fitted) this.move((view) => zoomed(view, factor, at, this.size, fitted));
  }

  /** Without a view of its own, the map keeps the whole domain in sight whatever its size. */
  private home(): void {
    this.view = null;
  }

  private onKey(event: KeyboardEvent): void {
    const pans: Record<string, Pixels> = {
      ArrowLeft: [KEY_PAN, 0],
      ArrowRight: [-KEY_PAN, 0],
      ArrowUp: [0, KEY_PAN],
      ArrowDown: [0, -KEY_PAN],
    };
    if (event.key in pans) this.move((view) => panned(view, pans[event.key]));
    else if (event.key === '+' || event.key === '=') this.zoom(1 / KEY_ZOOM);
    else if (event.key === '-') this.zoom(KEY_ZOOM);
    else if (event.key === '0') this.home();
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  private resize(entry: ResizeObserverEntry): void {
    const { width, height } = entry.contentRect;
    const [device] = entry.devicePixelContentBoxSize ?? [];
    this.devicePixels = [
      Math.max(1, device?.inlineSize ?? Math.round(width * devicePixelRatio)),
      Math.max(1, device?.blockSize ?? Math.round(height * devicePixelRatio)),
    ];
    this.size = [width, height];
  }

  /** A view is built for an engine, a formula and a number of optimizers: other numbers or another grid keep it. */
  private async open(): Promise<void> {
    const { run } = this;
    if (!run || this.opening || this.size[0] === 0) return;
    const { engine, plan } = run;
    const key = JSON.stringify([
      plan.objective.formula,
      plan.objective.parameters,
      plan.objective.table,
      plan.start,
      plan.optimizers.length,
    ]);
    if (key === this.surfaceKey && engine === this.surfaceEngine) return;
    this.opening = true;
    this.surface?.destroy();
    this.surface = null;
    try {
      this.surface = await engine.view(this.canvas, plan);
    } catch (error) {
      this.dispatchEvent(new CustomEvent('trouble', { detail: error }));
    }
    this.surfaceKey = key;
    this.surfaceEngine = engine;
    this.opening = false;
    this.invalidate();
    // The run may have been replaced meanwhile.
    void this.open();
  }

  private draw(): void {
    const view = this.view ?? this.fitted;
    const { run, surface } = this;
    if (!run || !surface || !view || run.engine !== this.surfaceEngine) return;
    // Resized only now: a canvas is empty from its change of size to its next picture.
    const [width, height] = this.devicePixels;
    if (this.canvas.width !== width) this.canvas.width = width;
    if (this.canvas.height !== height) this.canvas.height = height;
    const { optimizers } = run.plan;
    const colors = optimizers.map((_, i) => toRgb(optimizerColor(i)));
    surface.draw(run.population, { ...view, theme: this.theme, colors, size: particleSize(run.plan, this.size) });
  }
}

/** Smaller particles where there are more: dense enough to be seen, never a closed carpet. */
function particleSize(plan: Plan, [width, height]: Pixels): number {
  const apart = Math.sqrt((width * height) / plan.cells);
  return Math.min(5, Math.max(1.25, 0.5 * apart));
}

const domainOf = (plan: Plan | null | undefined) => JSON.stringify(plan?.objective.domain);

declare global {
  interface HTMLElementTagNameMap {
    'surface-map': SurfaceMap;
  }
}

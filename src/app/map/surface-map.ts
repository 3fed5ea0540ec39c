import { html, LitElement, type PropertyValues } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import type { Run } from '../../engine/index.ts';
import type { Plan } from '../../experiment/index.ts';
import { optimizerColor, toRgb } from '../parts/colors.ts';
import { controls } from '../parts/controls.css.ts';
import { FIRST_VIEW, type PageView } from '../view/page-view.ts';
import { drawAxes } from './axes.ts';
import { listenForGestures } from './gestures.ts';
import { drawMarks } from './marks.ts';
import { Picture } from './picture.ts';
import { mapStyles } from './surface-map.css.ts';
import { fitViewport, type Pixels, panned, type Viewport, zoomed } from './viewport.ts';

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
  static override styles = [controls, mapStyles];

  @property({ attribute: false }) run: Run | null = null;
  @property({ attribute: false }) plan: Plan | null = null;
  @property({ attribute: false }) view: PageView = FIRST_VIEW;
  @property() theme: 'light' | 'dark' = 'light';

  @state() private viewport: Viewport | null = null;
  @state() private size: Pixels = [0, 0];
  @query('#ground') private ground!: HTMLElement;
  @query('#plane') private plane!: HTMLElement;

  private picture: Picture | null = null;
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
    this.picture = new Picture(this.ground, {
      ready: () => this.invalidate(),
      failed: (error) => this.dispatchEvent(new CustomEvent('trouble', { detail: error })),
    });
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
    this.picture?.clear();
  }

  override willUpdate(changed: PropertyValues<this>): void {
    const before = changed.get('plan');
    if (
      changed.has('plan') &&
      (before?.objective.formula !== this.plan?.objective.formula || domainOf(before) !== domainOf(this.plan))
    ) {
      this.viewport = null;
    }
  }

  override updated(): void {
    this.invalidate();
  }

  override render() {
    const { plan, size } = this;
    const view = this.viewport ?? this.fitted;
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
        <div id="ground"></div>
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
    const view = this.viewport ?? this.fitted;
    if (view) this.viewport = change(view);
  }

  private zoom(factor: number, at: Pixels = [this.size[0] / 2, this.size[1] / 2]): void {
    const { fitted } = this;
    if (fitted) this.move((view) => zoomed(view, factor, at, this.size, fitted));
  }

  /** Without a view of its own, the map keeps the whole domain in sight whatever its size. */
  private home(): void {
    this.viewport = null;
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

  private draw(): void {
    const view = this.viewport ?? this.fitted;
    const { run } = this;
    if (!run || !view) return;
    void this.picture?.show(run);
    const { optimizers } = run.plan;
    const colors = optimizers.map((_, i) => toRgb(optimizerColor(i)));
    const size = particleSize(run.plan, this.size);
    this.picture?.draw(run, { ...view, theme: this.theme, colors, size, pixels: this.devicePixels });
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

import { msg, str } from '@lit/localize';
import { html, LitElement, nothing, type PropertyValues } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import type { Run, ViewFrame } from '../../engine/index.ts';
import type { Relief } from '../../engine/relief.ts';
import type { Plan } from '../../experiment/index.ts';
import { hasAllTexts, textsComplete } from '../locale/localization.ts';
import { controls } from '../parts/controls.css.ts';
import { onLeaving } from '../place/leaving.ts';
import { surfaceOf } from '../view/fitted-view.ts';
import { FIRST_VIEW, type PageView } from '../view/page-view.ts';
import { besideAxis } from './axes.ts';
import { CriticalState, hasPoints } from './critical-state.ts';
import { listenForGestures } from './gestures.ts';
import { Ground } from './ground.ts';
import { launchReadout } from './launch-readout.ts';
import './map-key.ts';
import { gesturesOn, onMapKey } from './map-hands.ts';
import { MapPlace } from './map-place.ts';
import { mapTip } from './map-tip.ts';
import { isSameMark, type Mark } from './mark.ts';
import { pixelOf } from './marks.ts';
import { drawOverlay } from './overlay.ts';
import { pathPixels } from './path-pixels.ts';
import { Picture } from './picture.ts';
import { type Corner, freestCorner } from './readout-corner.ts';
import { Redraw } from './redraw.ts';
import { RestingContours } from './resting-contours.ts';
import { sliceNote } from './slice-note.ts';
import { mapStyles } from './surface-map.css.ts';
import type { Pixels, Viewport } from './viewport.ts';

/** Pixels of width from which on words may stand over the map without hiding it. */
const ROOMY = 560;

/**
 * The surface with the particles over it, drawn by the engine; over both marked points, ticks, and single trajectories that are launched with a click.
 * Drag, wheel, pinch, double-click; arrows, +, −, 0, Enter and Escape on the keyboard. `invalidate` asks for a new picture. Fires `view` with what is
 * in sight and where trajectories are launched, and `trouble` with an Error.
 */
@customElement('surface-map')
export class SurfaceMap extends LitElement {
  static override styles = [controls, mapStyles];

  @property({ attribute: false }) run: Run | null = null;
  /** The first run, before it can be drawn: what draws it is made ready meanwhile. */
  @property({ attribute: false }) coming: Run | null = null;
  @property({ attribute: false }) plan: Plan | null = null;
  @property({ attribute: false }) view: PageView = FIRST_VIEW;
  @property() theme: 'light' | 'dark' = 'light';

  /** The mark that is pointed at. */
  @state() private told: Mark | null = null;
  /** Whether the run is at its end. */
  @state() private ended = false;
  @query('#ground') private host!: HTMLElement;
  @query('#plane') private plane!: HTMLElement;

  private picture: Picture | null = null;
  private readonly redraw = new Redraw(() => this.draw());
  private devicePixels: Pixels = [1, 1];
  /** Pixels of the picture for each of the device, along each axis: more while a finer one is made. */
  private magnified = 1;
  private corner: Corner = 'lower left';
  private readonly observer = new ResizeObserver(([entry]) => this.resize(entry));
  private readonly listening = new AbortController();
  private readonly ground = new Ground(this);
  private readonly contours = new RestingContours(() => this.requestUpdate());
  private readonly critical = new CriticalState(() => this.requestUpdate());
  private readonly place = new MapPlace(this.ground, {
    changed: () => {
      this.invalidate();
      this.requestUpdate();
    },
    rests: (detail) => this.dispatchEvent(new CustomEvent('view', { detail, bubbles: true })),
    failed: (error) => this.trouble(error),
  });

  /** Draws once in the next frame. */
  invalidate(): void {
    this.redraw.soon();
  }

  /** The particles have moved. */
  moved(): void {
    if (this.run?.engine.device.graphics === false) this.redraw.now();
    else this.redraw.soon();
  }

  /** What stands over the engine's picture; null where nothing is drawn yet. */
  get overlaid(): SVGSVGElement | null {
    return this.plane.querySelector(':scope > svg');
  }
  /** The critical points that are marked because they were looked for. */
  get found(): readonly Mark[] {
    return this.critical.found?.within ?? [];
  }
  /** By what the surface is tinted; null for a curve. */
  get relief(): Relief | null {
    return this.ground.relief;
  }

  /**
   * The surface with the particles, without what stands over it; null where nothing can be drawn.
   * @param scale its pixels for each device pixel along each axis
   */
  async drawn(scale: number): Promise<HTMLCanvasElement | null> {
    const { run, picture } = this;
    if (!run || !picture) return null;
    this.magnified = scale;
    try {
      await picture.show(run);
      const frame = this.frameOf(run);
      return frame && (await picture.copy(run, frame));
    } finally {
      this.magnified = 1;
      if (scale !== 1) this.invalidate();
    }
  }

  override connectedCallback(): void {
    super.connectedCallback();
    // What is said of launches and of points that are found comes with the last texts.
    void textsComplete.then(() => this.requestUpdate());
  }

  override firstUpdated(): void {
    this.picture = new Picture(this.host, {
      ready: () => this.invalidate(),
      failed: (error) => this.trouble(error),
    });
    this.observer.observe(this.plane);
    listenForGestures(
      this.plane,
      gesturesOn(this.place, () => this.plane.focus({ preventScroll: true })),
      this.listening.signal,
    );
    // Before the page keeps what is looked at.
    onLeaving(() => this.place.rest(), this.listening.signal, true);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.observer.disconnect();
    this.listening.abort();
    this.place.stop();
    this.redraw.stop();
    this.contours.stop();
    this.critical.stop();
    this.picture?.clear();
  }

  override willUpdate(changed: PropertyValues<this>): void {
    const { plan } = this;
    const before = changed.get('plan');
    const isOther = changed.has('plan') && (before && surfaceOf(before)) !== (plan && surfaceOf(plan));
    if (isOther) this.told = null;
    if (plan) this.ground.take(plan);
    this.place.follow(this.run, this.view, isOther);
  }

  override updated(changed: PropertyValues<this>): void {
    if (this.coming) void this.picture?.show(this.coming);
    // A plan's other numbers show when the particles move; but its thresholds tell to which minimum they came.
    const numbers = changed.size === 1 && changed.has('plan');
    if (!numbers || this.view.coloring === 'outcome') this.invalidate();
  }

  override render() {
    const { plan, place } = this;
    const { size, viewport: view } = place;
    const ready = plan && view && size[0] > 0;
    const engine = this.run?.engine ?? null;
    const marks = ready ? this.critical.follow({ plan, view, size, wanted: this.view.critical, engine }) : [];
    // A mark that is there no more is not left by a pointer; one that is found anew is the same.
    const told = this.told && (marks.find((mark) => this.told && isSameMark(mark, this.told)) ?? null);
    const names = plan?.objective.parameters.slice(0, 2).join(', ');
    const note = plan && sliceNote(plan);
    return html`
      <div class="map">
        <div
          id="plane"
          tabindex="0"
          role="application"
          aria-label=${msg(str`Map of the loss over ${names}: arrows move it, + and − zoom, 0 shows all; Enter launches a trajectory, shift and arrows move its start, Escape removes it`)}
          @keydown=${(event: KeyboardEvent) => onMapKey(event, place)}
          @mousedown=${(event: Event) => event.preventDefault()}
        >
          <div id="ground"></div>
          ${ready ? this.overlay(plan, view, marks, told) : nothing}
        </div>
        ${ready && told ? mapTip({ mark: told, at: pixelOf(view, size, told) }, plan.objective.parameters, size) : nothing}
        ${note ? html`<p class="slice" style="--name: ${plan.objective.parameters[1].length}ch">${note}</p>` : nothing}
        <div class="buttons">
          <button aria-label=${msg('Zoom in')} title=${msg('Zoom in')} @click=${() => place.zoom(1 / 1.5)}>+</button>
          <button aria-label=${msg('Zoom out')} title=${msg('Zoom out')} @click=${() => place.zoom(1.5)}>−</button>
          <button title=${msg('Show the whole domain (double-click)')} @click=${() => place.home()}>${msg('whole')}</button>
        </div>
        ${this.roomy ? this.readout() : nothing}
      </div>
      ${this.roomy ? nothing : this.readout()}
      <map-key
        .plan=${plan}
        .view=${this.view}
        .relief=${this.ground.relief}
        .alike=${plan !== null && this.contours.isAlike(plan) && hasAllTexts()}
        .still=${this.ground.still}
        .done=${this.ended}
        .theme=${this.theme}
      ></map-key>
      ${plan && this.view.critical && hasPoints(plan) ? this.critical.list(plan, this.view.listed, told, this.point) : nothing}
    `;
  }

  private readonly point = (mark: Mark | null) => {
    this.told = mark;
  };

  private overlay(plan: Plan, view: Viewport, marks: readonly Mark[], told: Mark | null) {
    const { size, launch, start } = this.place;
    const { curve, relief } = this.ground;
    const taken = marks.map((mark) => pixelOf(view, size, mark));
    const labels = relief ? this.contours.follow({ plan, relief, view, size, taken }) : [];
    return drawOverlay({
      plan,
      view,
      size,
      curve,
      marks,
      labels,
      traces: launch.traces,
      start,
      told,
      tell: this.point,
    });
  }

  private readout() {
    const { run, view, place } = this;
    const { launch, size, viewport } = place;
    if (!run || !launch.at || launch.traces.length === 0) return nothing;
    if (!place.dragging && viewport) this.corner = freestCorner(pathPixels(launch.traces, viewport, size), size);
    const note = launch.note(run, view);
    const beside = viewport ? besideAxis(viewport, size) : 0;
    return launchReadout(run.plan, launch.at, launch.traces, note, this.corner, beside, () => place.relaunch(null));
  }

  /** Whether the map has room for words over it. */
  private get roomy(): boolean {
    return this.place.size[0] >= ROOMY;
  }

  private resize(entry: ResizeObserverEntry): void {
    const { width, height } = entry.contentRect;
    const [device] = entry.devicePixelContentBoxSize ?? [];
    this.devicePixels = [
      Math.max(1, device?.inlineSize ?? Math.round(width * devicePixelRatio)),
      Math.max(1, device?.blockSize ?? Math.round(height * devicePixelRatio)),
    ];
    this.place.size = [width, height];
  }

  private draw(): void {
    const { run } = this;
    const frame = run && this.frameOf(run);
    if (!frame) return;
    this.ended = run.done;
    void this.picture?.show(run);
    this.picture?.draw(run, frame);
  }

  /** What the engine is to draw of a run; null where that is nothing. */
  private frameOf(run: Run): ViewFrame | null {
    const { viewport: view, size } = this.place;
    // The run that is left may still be of another surface.
    if (!view || run.plan.objective !== this.plan?.objective) return null;
    const pixels = this.devicePixels.map((pixels) => Math.round(pixels * this.magnified)) as unknown as Pixels;
    return this.ground.frame(run, view, this.view, this.theme, this.contours.finer(run.plan), size, pixels);
  }

  private trouble(error: unknown): void {
    this.dispatchEvent(new CustomEvent('trouble', { detail: error }));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'surface-map': SurfaceMap;
  }
}

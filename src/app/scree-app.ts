import { html, LitElement, type PropertyValues } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import type { DeviceInfo, Measurement } from '../engine/index.ts';
import { BadExperiment, type EngineChoice, type Experiment } from '../experiment/index.ts';
import { caption } from './caption.ts';
import { NoEngine } from './choose-engine.ts';
import { type EditRequest, withField } from './edits.ts';
import { AddressBar } from './link/address-bar.ts';
import { controls } from './parts/controls.css.ts';
import './bar/engine-badge.ts';
import { openEngine } from './engine.ts';
import './what/experiment-panel.ts';
import { commandFor } from './bar/keys.ts';
import { readLink } from './link/link.ts';
import type { SurfaceMap } from './map/surface-map.ts';
import './map/surface-map.ts';
import './bar/no-engine-note.ts';
import { type Notice, withNotice, withoutNotices } from './notices.ts';
import './bar/notice-list.ts';
import { keepPreferences, type Preferences, readPreferences } from './preferences.ts';
import './charts/progress-panel.ts';
import type { RunCommand } from './bar/run-bar.ts';
import './bar/run-bar.ts';
import { sentenceOf } from './parts/sentences.ts';
import { layout } from './scree-app.css.ts';
import { ENGINE, LINK, Session } from './session.ts';
import { STARTER } from './starter.ts';
import { applyTheme, onSystemTheme, systemTheme } from './theme.ts';
import { CellsReader } from './view/cells-reader.ts';
import { FIRST_VIEW, fittedView, type PageView } from './view/page-view.ts';
import { loadPanel } from './view/panels.ts';
import './view/view-tabs.ts';

const INSTEAD = 'The page shows its first experiment instead.';

/** The page: holds the experiment and everything that follows from it. Properties go down from here, events come up. */
@customElement('scree-app')
export class ScreeApp extends LitElement {
  static override styles = [controls, layout];

  @state() private notices: readonly Notice[] = [];
  /** Why nothing can run here; null where something can. */
  @state() private hindrance: string | null = null;
  @state() private preferences: Preferences = readPreferences();
  /** What is looked at, as it was asked for. */
  @state() private wanted: PageView = FIRST_VIEW;
  @query('surface-map') private map!: SurfaceMap | null;

  private address = new AddressBar();
  private session = new Session(STARTER, openEngine, {
    changed: () => this.requestUpdate(),
    adopted: (experiment) => this.address.show(experiment),
    notice: (notice) => this.notice(notice),
    resolved: (about) => this.resolved(about),
  });

  private reader = new CellsReader({
    changed: () => this.requestUpdate(),
    failed: (error) => this.unexpected(error),
  });

  /** The experiment as edited. For tests and the curious, like all that follow. */
  get experiment(): Experiment {
    return this.session.experiment;
  }
  get step(): number {
    return this.session.run?.step ?? 0;
  }
  get playing(): boolean {
    return this.session.player.playing;
  }
  get history(): readonly Measurement[] {
    return this.session.run?.history ?? [];
  }
  get device(): DeviceInfo | null {
    return this.session.run?.engine.device ?? null;
  }
  /** Shader pipelines built so far. */
  get pipelinesBuilt(): number {
    return this.session.run?.engine.pipelinesBuilt ?? 0;
  }

  /** What is looked at, as far as the experiment has it. */
  get view(): PageView {
    const { plan } = this.session;
    if (!plan) return this.wanted;
    return fittedView(this.wanted, plan.optimizers.length, plan.x.values.length, plan.y.values.length);
  }

  private get theme(): 'light' | 'dark' {
    return this.preferences.theme ?? systemTheme();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    onSystemTheme(() => this.requestUpdate());
    addEventListener('keydown', (event) => this.onKey(event));
    addEventListener('hashchange', () => this.openLink());
    addEventListener('error', (event) => this.unexpected(event.error ?? event.message));
    addEventListener('unhandledrejection', (event) => this.unexpected(event.reason));
    void this.start();
  }

  override willUpdate(changed: PropertyValues): void {
    applyTheme(this.theme);
    this.session.player.pace = this.preferences.pace;
    if (changed.has('preferences')) keepPreferences(this.preferences);
  }

  override updated(): void {
    this.map?.invalidate();
    const { tab } = this.view;
    if (tab !== 'surface') loadPanel(tab, (error) => this.unexpected(error));
    if (this.view.cell) loadPanel('inspector', (error) => this.unexpected(error));
    this.reader.follow(this.session.run, tab !== 'surface');
  }

  override render() {
    const { session, theme, hindrance, view } = this;
    const { run, plan, player } = session;
    return html`
      <header>
        <h1>Scree</h1>
        <run-bar
          .ready=${run !== null}
          .preparing=${session.preparing}
          .playing=${player.playing}
          .done=${run?.done ?? false}
          .step=${run?.step ?? 0}
          .steps=${run?.plan.steps ?? session.experiment.steps}
          .rate=${this.rate}
          .pace=${this.preferences.pace}
          @command=${(event: CustomEvent<RunCommand>) => this.command(event.detail)}
          @pace=${(event: CustomEvent<number | null>) => this.prefer({ pace: event.detail })}
        ></run-bar>
        <engine-badge
          .choice=${session.experiment.engine}
          .device=${this.device}
          .reason=${session.reason}
          .moving=${session.moving}
          @choose=${({ detail }: CustomEvent<EngineChoice>) => session.edit(ENGINE, withField('engine', detail))}
        ></engine-badge>
        <button
          class="quiet"
          title="Change between light and dark"
          @click=${() => this.prefer({ theme: theme === 'dark' ? 'light' : 'dark' })}
        >
          ${theme === 'dark' ? 'paper' : 'night'}
        </button>
      </header>
      <notice-list
        .notices=${this.notices}
        @dismiss=${(event: CustomEvent<Notice>) => this.resolved(event.detail.about)}
      ></notice-list>
      <experiment-panel
        .experiment=${session.experiment}
        .plan=${plan}
        .problems=${session.problems}
        @edit=${this.onEdit}
      ></experiment-panel>
      <main>
        <view-tabs .tab=${view.tab} .optimizers=${plan?.optimizers.length ?? 1} @view=${this.onView}></view-tabs>
        <div class="stage" role="tabpanel" aria-label=${view.tab} @view=${this.onView} @edit=${this.onEdit}>
          ${hindrance === null ? this.middle() : html`<no-engine-note .reason=${hindrance}></no-engine-note>`}
        </div>
        <p class="caption">${this.caption}</p>
      </main>
      <aside @view=${this.onView} @edit=${this.onEdit}>
        ${
          view.cell
            ? html`<cell-inspector .run=${run} .plan=${plan} .cell=${view.cell} .theme=${theme}></cell-inspector>`
            : html`<progress-panel
                .plan=${plan}
                .history=${run?.history ?? []}
                .length=${run?.history.length ?? 0}
                .done=${run?.done ?? false}
                .theme=${theme}
              ></progress-panel>`
        }
      </aside>
    `;
  }

  /** What the chosen tab shows. */
  private middle() {
    const { view, theme, reader } = this;
    const { run, plan } = this.session;
    const { tables } = reader;
    switch (view.tab) {
      case 'maps':
        return html`<maps-panel .run=${run} .plan=${plan} .tables=${tables} .view=${view} .theme=${theme}></maps-panel>`;
      case 'difference':
        return html`<difference-panel .plan=${plan} .tables=${tables} .view=${view} .theme=${theme}></difference-panel>`;
      case 'comparison':
        return html`<comparison-panel
          .plan=${plan}
          .tables=${tables}
          .measurement=${run?.history.at(-1)}
          .theme=${theme}
        ></comparison-panel>`;
      default:
        return html`<surface-map
          .run=${run}
          .plan=${plan}
          .view=${view}
          .theme=${theme}
          @trouble=${(event: CustomEvent<unknown>) => this.unexpected(event.detail)}
        ></surface-map>`;
    }
  }

  private onView({ detail }: CustomEvent<Partial<PageView>>): void {
    this.wanted = { ...this.view, ...detail };
  }

  private onEdit({ detail }: CustomEvent<EditRequest>): void {
    this.session.edit(detail.control, detail.change);
  }

  /** Trajectory steps of all optimizers in each second that passes. */
  private get rate(): number {
    const { run, player } = this.session;
    return run ? player.stepsPerSecond * run.plan.cells * run.plan.optimizers.length : 0;
  }

  private get caption() {
    const { run, plan } = this.session;
    if (run && plan) return caption(plan, this.session.mixedFrom);
    return this.hindrance === null ? 'Opening an engine…' : '';
  }

  private async start(): Promise<void> {
    this.openLink();
    const play = !matchMedia('(prefers-reduced-motion: reduce)').matches;
    try {
      await this.session.start(play).catch((error) => {
        if (!(error instanceof BadExperiment)) throw error;
        const sentence = `The experiment in this page's address cannot run. ${sentenceOf(error)} ${INSTEAD}`;
        this.notice({ about: LINK, sentence });
        this.session.experiment = STARTER;
        return this.session.start(play);
      });
    } catch (error) {
      if (error instanceof NoEngine) this.hindrance = error.message;
      else this.unexpected(error);
    }
  }

  /** Takes over the experiment that the address carries. */
  private openLink(): void {
    try {
      const linked = readLink(location.hash);
      this.address.follow(linked);
      if (linked) this.session.edit(LINK, () => linked);
    } catch (error) {
      this.address.follow(null);
      const shown = this.session.run ? 'What was shown before is shown still.' : INSTEAD;
      const sentence = `The experiment in this page's address cannot be used. ${sentenceOf(error)} ${shown}`;
      this.notice({ about: LINK, sentence });
    }
  }

  private command(command: RunCommand): void {
    const { player, run } = this.session;
    if (!run) return;
    if (command === 'step') void player.step();
    else if (command === 'reset') player.reset();
    else if (player.playing) player.pause();
    else {
      if (run.done) player.reset();
      player.play();
    }
  }

  private onKey(event: KeyboardEvent): void {
    const command = commandFor(event);
    if (!command) return;
    event.preventDefault();
    this.command(command);
  }

  private prefer(change: Partial<Preferences>): void {
    this.preferences = { ...this.preferences, ...change };
  }

  private notice(notice: Notice): void {
    this.notices = withNotice(this.notices, notice);
  }

  private resolved(about: string): void {
    this.notices = withoutNotices(this.notices, about);
  }

  private unexpected(error: unknown): void {
    const reason = sentenceOf(error);
    // The browser's word that a layout takes two rounds: harmless.
    if (reason.startsWith('ResizeObserver loop')) return;
    this.notice({ about: reason, sentence: `Something went wrong. ${reason} Reloading the page may help.` });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'scree-app': ScreeApp;
  }
}

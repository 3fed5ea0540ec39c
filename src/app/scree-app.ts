import { msg } from '@lit/localize';
import { html, LitElement, nothing, type PropertyValues } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { keyed } from 'lit/directives/keyed.js';
import type { DeviceInfo, Engine, Measurement } from '../engine/index.ts';
import { type EngineChoice, type Experiment, readExperiment } from '../experiment/index.ts';
import { barState } from './bar/bar-state.ts';
import type { KeyCommand } from './bar/keys.ts';
import './bar/notice-list.ts';
import './bar/top-bar.ts';
import { belowMap } from './below-map.ts';
import { type EditRequest, withField } from './edits.ts';
import { openEngine } from './engine.ts';
import type { Example } from './examples/examples.ts';
import type { ExportSource } from './export/source.ts';
import type { Opened } from './files/files-menu.ts';
import { pictureAsked, pictureShown } from './first-picture.ts';
import type { StepSetting } from './lessons/step-setting.ts';
import { listenForPage } from './listeners.ts';
import type { Language } from './locale/languages.ts';
import { bringAll, speak, spokenLanguage } from './locale/localization.ts';
import type { SurfaceMap } from './map/surface-map.ts';
import type { Notice } from './notices.ts';
import { controls } from './parts/controls.css.ts';
import { OwnPage } from './place/own-page.ts';
import type { Place } from './place/place.ts';
import { layout } from './scree-app.css.ts';
import { ENGINE } from './session.ts';
import { beside, middle } from './stage.ts';
import { STARTER } from './starter.ts';
import { systemTheme } from './theme.ts';
import { FIRST_VIEW, type PageView, readView } from './view/page-view.ts';
import { loadPanels } from './view/panels.ts';
import { tabName } from './view/view-tabs.ts';
import './what/experiment-panel.ts';
import { Workspace } from './workspace.ts';

/** Time in ms for which the page waits for its first run to be built before it is put together. */
const HASTE = 50;

/** Parts of the page that may be left out. */
export const PARTS = ['what', 'how', 'bar', 'caption', 'tabs'] as const;
export type Part = (typeof PARTS)[number];

/** The page: shows a workspace and hands it what comes up. Properties go down from here, events come up. */
@customElement('scree-app')
export class ScreeApp extends LitElement {
  static override styles = [controls, layout];

  /** Where it stands; a page of its own unless told before it is put there. */
  @property({ attribute: false }) place: Place | null = null;
  /** Parts that are left out. */
  @property({ attribute: false }) hide: ReadonlySet<Part> = new Set();
  /** The theme, where it is not for the page to choose. */
  @property({ attribute: false }) fixedTheme: 'light' | 'dark' | null = null;

  @state() private workspace: Workspace | null = null;
  /** Whether there is time for the controls: the picture comes first. */
  @state() private furnished = false;
  /** Whether a file is held over the page. */
  @state() private fileOver = false;
  @query('surface-map') private map!: SurfaceMap | null;
  private listening = new AbortController();
  /** Resolves when texts are in the reader's language, or could not be. */
  private spoken = Promise.resolve();
  private exports: ExportSource | null = null;
  /** What the map was last told of. */
  private shown: { readonly moves: number; readonly engine: Engine | undefined } = { moves: 0, engine: undefined };

  /** The experiment as edited. For tests and the curious, like all that follow. */
  get experiment(): Experiment {
    return this.workspace?.session.experiment ?? STARTER;
  }
  /** What is looked at. */
  get view(): PageView {
    return this.workspace?.view ?? FIRST_VIEW;
  }
  get step(): number {
    return this.workspace?.session.run?.step ?? 0;
  }
  get playing(): boolean {
    return this.workspace?.session.player.playing ?? false;
  }
  get history(): readonly Measurement[] {
    return this.workspace?.session.run?.history ?? [];
  }
  get device(): DeviceInfo | null {
    return this.workspace?.session.run?.engine.device ?? null;
  }
  /** Shader pipelines built so far. */
  get pipelinesBuilt(): number {
    return this.workspace?.session.run?.engine.pipelinesBuilt ?? 0;
  }

  private get theme(): 'light' | 'dark' {
    return this.fixedTheme ?? this.workspace?.preferences.theme ?? systemTheme();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.place ??= new OwnPage();
    // Texts that cannot be loaded are no reason to show nothing: they are in English then.
    this.spoken = speak(this.place.language).catch((error) => this.workspace?.unexpected(error));
    const workspace = new Workspace(this.place, openEngine, () => this.requestUpdate());
    this.workspace = workspace;
    void pictureAsked.come.then(() => {
      this.furnished = true;
    });
    void pictureShown.come.then(bringAll).then(() => this.workspace?.tellAgain());
    this.listening = new AbortController();
    const events = {
      themed: () => this.requestUpdate(),
      spoken: () => this.requestUpdate(),
      fileOver: (over: boolean) => {
        this.fileOver = over;
      },
    };
    listenForPage(this, workspace, events, this.listening.signal);
    void workspace.start(!matchMedia('(prefers-reduced-motion: reduce)').matches);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.listening.abort();
    this.workspace?.destroy();
    this.workspace = null;
  }

  /** Shows another experiment from now on. */
  open(experiment: Experiment): void {
    this.workspace?.open(experiment);
  }

  /** Workers are given their work before the page is put together: both goes on at once. */
  override async scheduleUpdate(): Promise<void> {
    const { workspace } = this;
    if (!this.hasUpdated && workspace)
      await Promise.all([this.spoken, Promise.race([workspace.session.built, later(HASTE)])]);
    super.scheduleUpdate();
  }

  override willUpdate(_: PropertyValues): void {
    this.place?.applyTheme(this.theme);
    this.place?.applyLanguage(spokenLanguage());
  }

  override updated(): void {
    const { workspace } = this;
    if (!workspace) return;
    const { player, run } = workspace.session;
    const shown = { moves: player.moves, engine: run?.engine };
    if (shown.moves !== this.shown.moves) this.map?.moved();
    else if (shown.engine !== this.shown.engine) this.map?.invalidate();
    this.shown = shown;
    loadPanels(workspace.view, { hindered: workspace.hindrance !== null, charts: !this.hide.has('how') }, (error) =>
      workspace.unexpected(error),
    );
    const { tab } = workspace.view;
    workspace.followLeast();
    workspace.reader.follow(workspace.session.run, tab !== 'surface' && tab !== 'trainability' && tab !== 'ratio');
  }

  override render() {
    const { workspace, theme, hide } = this;
    if (!workspace) return nothing;
    const { session, hindrance, view, notices, opened } = workspace;
    const { plan } = session;
    const shown = (part: Part) => !hide.has(part);
    const classes = PARTS.filter((part) => hide.has(part)).map((part) => `no-${part}`);
    if (view.lesson !== null) classes.push('taught');
    const language = spokenLanguage();
    // In another language everything is made anew: charts and maps too, which keep what they have written.
    return keyed(
      language,
      html`<div class="page ${classes.join(' ')}" lang=${language}>
      ${view.lesson !== null && shown('caption') ? html`<button class="skip" @click=${this.toLessons}>${msg('To the lesson')}</button>` : nothing}
      ${
        shown('bar')
          ? html`<top-bar
              .bar=${barState(workspace, this.fixedTheme ? null : theme)}
              .exports=${this.exportsOf(workspace)}
              @command=${({ detail }: CustomEvent<KeyCommand>) => workspace.command(detail)}
              @pace=${({ detail }: CustomEvent<number | null>) => workspace.prefer({ pace: detail })}
              @engine=${({ detail }: CustomEvent<EngineChoice>) => session.edit(ENGINE, withField('engine', detail))}
              @view=${({ detail }: CustomEvent<Partial<PageView>>) => this.onLessons(detail)}
              @language=${({ detail }: CustomEvent<Language>) => void this.chooseLanguage(detail)}
              @theme=${() => workspace.prefer({ theme: theme === 'dark' ? 'light' : 'dark' })}
              @scrub=${({ detail }: CustomEvent<number>) => void session.scrub(detail)}
              @release=${() => session.release()}
              @open-example=${this.onExample}
              @open-saved=${({ detail }: CustomEvent<Opened>) => workspace.open(detail.experiment, detail.view)}
              @open-file=${({ detail }: CustomEvent<File>) => void workspace.openFile(detail)}
            ></top-bar>`
          : nothing
      }
      <notice-list
        .notices=${notices}
        @dismiss=${({ detail }: CustomEvent<Notice>) => workspace.resolved(detail.about)}
      ></notice-list>
      ${
        opened && this.furnished && shown('what')
          ? html`<experiment-panel
              role="region"
              aria-label=${msg('What is run')}
              .experiment=${session.experiment}
              .plan=${plan}
              .problems=${session.problems}
              .below=${plan && (workspace.least?.below(plan) ?? null)}
              .view=${view}
              .theme=${theme}
              @edit=${this.onEdit}
              @view=${this.onView}
            ></experiment-panel>`
          : nothing
      }
      <main>
        ${
          shown('tabs')
            ? html`<view-tabs .tab=${view.tab} .optimizers=${plan?.optimizers.length ?? 1} .networks=${plan?.objective.initialisation != null} @view=${this.onView}></view-tabs>`
            : nothing
        }
        <div class="stage" role="tabpanel" aria-label=${tabName(view.tab)} @view=${this.onView} @edit=${this.onEdit}>
          ${hindrance === null ? middle(workspace, theme) : html`<no-engine-note .reason=${hindrance.message}></no-engine-note>`}
        </div>
        ${shown('caption') ? belowMap(workspace, { step: (setting) => this.begin(setting), look: (change) => this.onLessons(change) }) : nothing}
      </main>
      ${shown('how') ? html`<aside @view=${this.onView} @edit=${this.onEdit}>${beside(workspace, theme)}</aside>` : nothing}
      ${this.fileOver ? html`<p class="drop">${msg('Let go to open this file: an experiment, or a table to learn from.')}</p>` : nothing}
    </div>`,
    );
  }

  private async chooseLanguage(language: Language): Promise<void> {
    this.place?.keepLanguage(language);
    try {
      await speak(language);
    } catch (error) {
      this.workspace?.unexpected(error);
    }
    await this.updateComplete;
    // The control that was used is another now.
    await this.renderRoot.querySelector('top-bar')?.focusLanguage();
  }

  /** What exports are made from: the same while the workspace is. */
  private exportsOf(workspace: Workspace): ExportSource {
    if (this.exports?.workspace !== workspace) this.exports = { workspace, page: this.renderRoot };
    return this.exports;
  }

  private onView({ detail }: CustomEvent<Partial<PageView>>): void {
    this.workspace?.look(detail);
  }

  /** Lessons that are opened have the keyboard; where they are closed it is at the way back into them. */
  private onLessons(change: Partial<PageView>): void {
    this.workspace?.look(change);
    if (change.lesson !== null) void this.toLessons();
    else this.renderRoot.querySelector('top-bar')?.focusLessons();
  }

  private async toLessons(): Promise<void> {
    await Promise.all([this.updateComplete, customElements.whenDefined('lesson-panel')]);
    this.renderRoot.querySelector<HTMLElement>('lesson-panel')?.focus();
  }

  private onEdit({ detail }: CustomEvent<EditRequest>): void {
    this.workspace?.session.edit(detail.control, detail.change);
  }

  /** An example says nothing of the machine: the choice of that stays. */
  private onExample({ detail }: CustomEvent<Example>): void {
    const { experiment, view, pace } = detail;
    this.workspace?.open({ ...readExperiment(experiment), engine: this.experiment.engine }, readView(view ?? {}), pace);
  }

  /** Nor does a step of a lesson. */
  private begin({ experiment, view, pace }: StepSetting): void {
    this.workspace?.begin({ ...readExperiment(experiment), engine: this.experiment.engine }, view, pace);
  }
}

const later = (time: number) => new Promise<void>((resolve) => setTimeout(resolve, time));

declare global {
  interface HTMLElementTagNameMap {
    'scree-app': ScreeApp;
  }
}

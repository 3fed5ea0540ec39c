import { msg } from '@lit/localize';
import { html, LitElement, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { EngineChoice } from '../../experiment/index.ts';
import '../export/export-menu.ts';
import type { ExportSource } from '../export/source.ts';
import '../files/files-menu.ts';
import type { Language } from '../locale/languages.ts';
import { controls } from '../parts/controls.css.ts';
import { CONTENTS } from '../view/page-view.ts';
import type { BarState } from './bar-state.ts';
import './drop-menu.ts';
import './engine-badge.ts';
import './examples-menu.ts';
import type { KeyCommand } from './keys.ts';
import './run-bar.ts';
import './language-choice.ts';
import './share-button.ts';
import { topBarStyles } from './top-bar.css.ts';

/** Width in pixels below which what is rarely needed goes into a menu. */
const COMPACT = 960;

/**
 * The bar over the page. Fires `command` with a `KeyCommand`, `pace`, `engine` with an `EngineChoice`, `theme`, `language` with a `Language`, `view` with what the lessons are opened at, and
 * what its parts fire: `scrub`, `release`, `open-example`, `open-saved`, `open-file`.
 */
@customElement('top-bar')
export class TopBar extends LitElement {
  static override styles = [controls, topBarStyles];

  @property({ attribute: false }) bar!: BarState;
  /** What is exported. */
  @property({ attribute: false }) exports!: ExportSource;
  @state() private compact = false;

  private readonly observer = new ResizeObserver(([{ contentRect }]) => {
    this.compact = contentRect.width < COMPACT;
  });

  override connectedCallback(): void {
    super.connectedCallback();
    this.observer.observe(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.observer.disconnect();
  }

  override render() {
    const { bar, compact } = this;
    return html`<header>
      <h1>Scree</h1>
      <div class="tools">
        ${bar.shelf ? html`${this.lessons()}<examples-menu></examples-menu>` : nothing}
        ${
          compact
            ? html`<drop-menu data-menu label=${msg('Menu')}><div class="menu">${this.rare()}${this.machine()}</div></drop-menu>`
            : this.rare()
        }
      </div>
      ${compact ? nothing : html`<div class="machine">${this.machine()}</div>`}
      <run-bar
        .ready=${bar.ready}
        .preparing=${bar.preparing}
        .playing=${bar.playing}
        .done=${bar.done}
        .recording=${bar.recording}
        .step=${bar.step}
        .steps=${bar.steps}
        .rate=${bar.rate}
        .pace=${bar.pace}
        @command=${this.onCommand}
        @pace=${({ detail }: CustomEvent<number | null>) => this.tell('pace', detail)}
      ></run-bar>
    </header>`;
  }

  /** The way into the lessons, to where they were left, and out of them. */
  private lessons() {
    const { view, lastLesson } = this.bar;
    const open = view.lesson !== null;
    return html`<button
      id="lessons"
      title=${msg('The lecture on adaptive learning rates as experiments')}
      aria-expanded=${open}
      @click=${() => this.tell('view', { lesson: open ? null : (lastLesson ?? CONTENTS) })}
    >
      ${msg('Lessons')}
    </button>`;
  }

  /** What is done with an experiment. */
  private rare() {
    const { experiment, view, shelf, canUndo, canRedo, link } = this.bar;
    return html`
      ${shelf ? html`<files-menu .shelf=${shelf} .experiment=${experiment} .view=${view}></files-menu>` : nothing}
      <button ?disabled=${!canUndo} title=${msg('Take the last change back (ctrl+z)')} @click=${() => this.tell('command', 'undo')}>
        ${msg('Undo')}
      </button>
      <button ?disabled=${!canRedo} title=${msg('Make it again (ctrl+y)')} @click=${() => this.tell('command', 'redo')}>
        ${msg('Redo')}
      </button>
      <share-button .link=${link}></share-button>
      <export-menu .source=${this.exports}></export-menu>
    `;
  }

  /** What it is computed on, and how it looks. */
  private machine() {
    const { experiment, device, reason, moving, theme, language } = this.bar;
    return html`
      <engine-badge
        .choice=${experiment.engine}
        .device=${device}
        .reason=${reason}
        .moving=${moving}
        @choose=${({ detail }: CustomEvent<EngineChoice>) => this.tell('engine', detail)}
      ></engine-badge>
      ${
        theme
          ? html`<button class="quiet" title=${msg('Change between light and dark')} @click=${() => this.tell('theme', null)}>
              ${theme === 'dark' ? msg('paper') : msg('night')}
            </button>`
          : nothing
      }
      ${language ? html`<language-choice .language=${language} @language=${this.onLanguage}></language-choice>` : nothing}
    `;
  }

  private onLanguage({ detail }: CustomEvent<Language>): void {
    this.tell('language', detail);
  }

  private onCommand({ detail }: CustomEvent<KeyCommand>): void {
    this.tell('command', detail);
  }

  /** Leads the keyboard to the way into the lessons. */
  focusLessons(): void {
    this.renderRoot.querySelector<HTMLElement>('#lessons')?.focus();
  }

  /** Leads the keyboard to the choice of language, or to the menu that holds it. */
  async focusLanguage(): Promise<void> {
    await this.updateComplete;
    const choice = this.renderRoot.querySelector<HTMLElement>(
      this.compact ? 'drop-menu[data-menu]' : 'language-choice',
    );
    choice?.focus();
  }

  private tell(name: string, detail: unknown): void {
    this.dispatchEvent(new CustomEvent(name, { detail }));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'top-bar': TopBar;
  }
}

import { msg, str } from '@lit/localize';
import { html, LitElement, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import type { Experiment } from '../../experiment/index.ts';
import type { DropMenu } from '../bar/drop-menu.ts';
import '../bar/drop-menu.ts';
import { bringAll } from '../locale/localization.ts';
import { controls } from '../parts/controls.css.ts';
import { sentenceOf } from '../parts/sentences.ts';
import { STARTER } from '../starter.ts';
import { FIRST_VIEW, type PageView } from '../view/page-view.ts';
import { fileName, saveExperimentFile } from './experiment-file.ts';
import { filesMenuStyles } from './files-menu.css.ts';
import './saved-row.ts';
import type { Shelf } from './shelf.ts';

/** An experiment to open, and how it is looked at. */
export interface Opened {
  readonly experiment: Experiment;
  readonly view: PageView;
}

/** Saves the experiment to a file or under a name in this browser, and opens what was saved. Fires `open-saved` with an `Opened`, and `open-file` with a `File`. */
@customElement('files-menu')
export class FilesMenu extends LitElement {
  static override styles = [controls, filesMenuStyles];

  @property({ attribute: false }) shelf!: Shelf;
  @property({ attribute: false }) experiment!: Experiment;
  @property({ attribute: false }) view: PageView = FIRST_VIEW;

  @state() private names: readonly string[] = [];
  @state() private name = '';
  @state() private problem = '';
  /** What was just done, for those who listen and those who look. */
  @state() private done = '';
  @query('drop-menu') private menu!: DropMenu;
  @query('input[type=file]') private chooser!: HTMLInputElement;

  override render() {
    const { names, name, problem } = this;
    const taken = names.includes(name.trim());
    return html`<drop-menu label=${msg('Files')} @opened=${this.refresh}>
        <div class="actions">
          <button @click=${this.saveFile}>${msg('Save as a file')}</button>
          <button @click=${() => this.chooser.click()}>${msg('Open a file…')}</button>
          <p class="muted small">${msg('Or drop a file anywhere on the page.')}</p>
        </div>
        <section aria-labelledby="kept">
          <h2 id="kept">${msg('In this browser')}</h2>
          <form @submit=${this.keep}>
            <input
              type="text"
              aria-label=${msg('Name to save this experiment under')}
              placeholder=${msg('Name')}
              maxlength="60"
              autocomplete="off"
              .value=${live(name)}
              aria-invalid=${problem ? 'true' : 'false'}
              @input=${(event: Event) => {
                this.name = (event.target as HTMLInputElement).value;
                this.problem = '';
              }}
            />
            <button>${taken ? msg('Replace') : msg('Save')}</button>
          </form>
          <p class="error" role="alert">${problem || nothing}</p>
          <p class="muted small" role="status">${this.done || nothing}</p>
          ${
            names.length === 0
              ? html`<p class="muted small">${msg('Experiments that you save stand here. Nobody else sees them.')}</p>`
              : html`<ul>
                  ${names.map(
                    (each) => html`<li>
                      <saved-row
                        .name=${each}
                        @open-saved=${() => this.openKept(each)}
                        @rename=${({ detail }: CustomEvent<string>) => this.rename(each, detail)}
                        @remove=${() => this.attempt(() => this.shelf.remove(each), msg(str`“${each}” is deleted.`))}
                      ></saved-row>
                    </li>`,
                  )}
                </ul>`
          }
        </section>
        <div class="actions last">
          <button class="quiet" @click=${() => this.open({ experiment: STARTER, view: FIRST_VIEW })}>
            ${msg('Back to the first experiment')}
          </button>
        </div>
      </drop-menu>
      <input type="file" hidden aria-label=${msg('Experiment file')} accept=".json,application/json" @change=${this.onFile} />`;
  }

  private refresh(): void {
    void bringAll().then(() => this.requestUpdate());
    this.names = this.shelf.names();
    this.done = '';
    this.problem = '';
  }

  private saveFile(): void {
    saveExperimentFile(this.experiment);
    this.done = msg(str`Saved as ${fileName(this.experiment)}.`);
  }

  private keep(event: Event): void {
    event.preventDefault();
    const { name } = this;
    this.attempt(
      () => {
        this.shelf.save(name, this.experiment, this.view);
        this.name = '';
      },
      msg(str`Saved as “${name.trim()}”.`),
    );
  }

  private rename(name: string, next: string): void {
    this.attempt(() => this.shelf.rename(name, next), msg(str`“${name}” is now “${next.trim()}”.`));
  }

  private openKept(name: string): void {
    this.attempt(() => this.open(this.shelf.open(name)), '');
  }

  private onFile(): void {
    const [file] = this.chooser.files ?? [];
    // The same file may be chosen again.
    this.chooser.value = '';
    if (!file) return;
    this.menu.close();
    this.dispatchEvent(new CustomEvent<File>('open-file', { detail: file, bubbles: true, composed: true }));
  }

  private open(detail: Opened): void {
    this.menu.close();
    this.dispatchEvent(new CustomEvent<Opened>('open-saved', { detail, bubbles: true, composed: true }));
  }

  private attempt(action: () => void, done: string): void {
    this.problem = '';
    this.done = '';
    try {
      action();
      this.done = done;
    } catch (error) {
      this.problem = sentenceOf(error);
    }
    this.names = this.shelf.names();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'files-menu': FilesMenu;
  }
}

import { msg, str } from '@lit/localize';
import { css, html, LitElement, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { exportName } from '../../export/file-name.ts';
import { experimentText } from '../files/experiment-file.ts';
import { saveFile } from '../files/save-file.ts';
import { controls } from '../parts/controls.css.ts';
import { sentenceOf } from '../parts/sentences.ts';
import { chartNames, type ExportView, exportViews, saveChart, saveView } from './pictures.ts';
import { type ExportSource, runOf, whileStill } from './source.ts';
import { cellsOf, type Progress, saveCells, saveCurves, type TableForm } from './tables.ts';
import { saveVideo, videoHindrance } from './video.ts';

/** What is under way: its name, and how far it is, from 0 to 1; null where that is not known. */
interface Task {
  readonly name: string;
  readonly share: number | null;
}

/** Everything that can be taken along: pictures, charts, tables, the experiment, a program, a video. One thing at a time. */
@customElement('export-panel')
export class ExportPanel extends LitElement {
  static override styles = [
    controls,
    css`
      :host {
        width: 400px;
        max-width: 100%;
      }
      section + section {
        margin-top: 8px;
        padding-top: 8px;
        border-top: 1px solid var(--hairline);
      }
      .row {
        display: flex;
        align-items: center;
        gap: 8px;
        padding: 2px 0;
      }
      .row > :first-child {
        flex: 1;
      }
      .fine {
        display: flex;
        align-items: center;
        gap: 6px;
      }
      .fine input {
        margin: 0;
        accent-color: var(--ink);
      }
      .state {
        min-height: 32px;
        padding-top: 8px;
      }
      progress {
        flex: 1;
        accent-color: var(--ink);
      }
    `,
  ];

  @property({ attribute: false }) source!: ExportSource;

  /** Whether pictures have twice the screen's pixels along each axis. */
  @state() private fine = true;
  @state() private charts: readonly string[] = [];
  @state() private task: Task | null = null;
  @state() private done = '';
  @state() private problem = '';

  override connectedCallback(): void {
    super.connectedCallback();
    void this.refresh();
  }

  /** Looks anew at what there is to export. */
  async refresh(): Promise<void> {
    this.requestUpdate();
    this.charts = await chartNames(this.source).catch(() => []);
  }

  override render() {
    const { task, done, problem } = this;
    return html`
      <section aria-labelledby="pictures">
        <div class="row">
          <h2 id="pictures">${msg('Pictures')}</h2>
          <label class="fine small" title=${msg("Twice the screen's pixels along each axis, for print and slides")}>
            <input
              type="checkbox"
              .checked=${this.fine}
              @change=${(event: Event) => {
                this.fine = (event.target as HTMLInputElement).checked;
              }}
            />${msg('2× as fine')}
          </label>
        </div>
        ${exportViews(this.source).map((view) => this.viewRow(view))} ${this.charts.map((name) => this.chartRow(name))}
      </section>
      <section aria-labelledby="data">
        <h2 id="data">${msg('Data')}</h2>
        ${this.tableRow(msg('Cells'), msg('a row for each trajectory'), saveCells)}
        ${this.tableRow(msg('Curves'), msg('a row for each measured step'), saveCurves)}
        <div class="row"><span>${msg('Experiment')}</span>${this.button('JSON', msg('Experiment as JSON'), () => this.saveExperiment())}</div>
      </section>
      <section aria-labelledby="more">
        <h2 id="more">${msg('Take along')}</h2>
        <div class="row">
          <span>${msg('Best configuration as a program')}</span>
          ${this.button(msg('PyTorch, optax…'), msg('Best configuration as a PyTorch or optax program'), () => this.openProgram())}
        </div>
        ${this.videoRow()}
      </section>
      <div class="state">
        ${
          task
            ? html`<div class="row">
                <progress max="1" value=${task.share ?? nothing} aria-label=${task.name}></progress>
              </div>`
            : nothing
        }
        <p class="muted small" role="status">${done || nothing}</p>
        <p class="error" role="alert">${problem || nothing}</p>
      </div>
    `;
  }

  private viewRow(view: ExportView) {
    const name = view.name();
    return html`<div class="row">
      <span>${name}</span>${this.button('PNG', msg(str`${name} as PNG`), () => saveView(this.source, view, this.fine))}
    </div>`;
  }

  private chartRow(name: string) {
    return html`<div class="row">
      <span>${name}</span>
      ${this.button('SVG', msg(str`${name} as SVG`), () => saveChart(this.source, name, 'svg', this.fine))}
      ${this.button('PNG', msg(str`${name} as PNG`), () => saveChart(this.source, name, 'png', this.fine))}
    </div>`;
  }

  private tableRow(
    name: string,
    what: string,
    save: (source: ExportSource, form: TableForm, progress: Progress) => Promise<string>,
  ) {
    const button = (label: string, form: TableForm) =>
      this.button(label, msg(str`${name} as ${label}`), (progress) => save(this.source, form, progress));
    return html`<div class="row">
      <span>${name} <span class="muted small">${what}</span></span>${button('CSV', 'csv')} ${button('Parquet', 'parquet')}
    </div>`;
  }

  private videoRow() {
    const hindrance = videoHindrance();
    if (hindrance) return html`<p class="muted small">${hindrance}</p>`;
    const save = (progress: Progress) => {
      // The bar tells that it goes on, and stops it.
      this.closeMenu();
      return saveVideo(this.source, progress);
    };
    return html`<div class="row">
      <span>${msg('Run on the surface')} <span class="muted small">${msg('from its start, at the pace chosen')}</span></span>${this.button('WebM', msg('Run as WebM'), save)}
    </div>`;
  }

  /** A button that makes a file; what it resolves with is the file's name, or nothing where it makes none. */
  private button(label: string, name: string, make: (progress: Progress) => Promise<string | null>) {
    return html`<button aria-label=${name} ?disabled=${this.task !== null} @click=${() => this.perform(name, make)}>
      ${label}
    </button>`;
  }

  private async perform(name: string, make: (progress: Progress) => Promise<string | null>): Promise<void> {
    this.done = '';
    this.problem = '';
    this.task = { name, share: null };
    try {
      const file = await make((share) => {
        this.task = { name, share };
      });
      this.done = file === null ? '' : msg(str`Saved as ${file}.`);
    } catch (error) {
      const sentence = () => msg(str`${name} could not be made. ${sentenceOf(error)}`);
      // Nobody looks into a closed menu.
      if (this.getClientRects().length > 0) this.problem = sentence();
      else this.source.workspace.notice({ about: name, sentence });
    } finally {
      this.task = null;
    }
  }

  private async saveExperiment(): Promise<string> {
    const { experiment } = this.source.workspace.session;
    const name = exportName(experiment, null, 'experiment', 'json');
    saveFile(name, new Blob([experimentText(experiment)], { type: 'application/json' }));
    return name;
  }

  /** The program's dialog stands on the page itself: the menu closes under it. */
  private async openProgram(): Promise<null> {
    const { plan } = runOf(this.source);
    const [tables] = await Promise.all([
      whileStill(this.source, () => cellsOf(this.source)),
      import('./program-dialog.ts'),
    ]);
    const dialog = document.createElement('program-dialog');
    Object.assign(dialog, { plan, tables, cell: this.source.workspace.view.cell });
    this.source.page.append(dialog);
    this.closeMenu();
    return null;
  }

  private closeMenu(): void {
    this.dispatchEvent(new Event('close-menu', { bubbles: true, composed: true }));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'export-panel': ExportPanel;
  }
}

import { msg, str } from '@lit/localize';
import { css, html, LitElement } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import type { CellTable } from '../../engine/index.ts';
import type { Plan } from '../../experiment/index.ts';
import { exportName, plainWords } from '../../export/file-name.ts';
import { bestConfiguration, cellConfiguration, winnerOf } from '../../export/snippet/chosen.ts';
import { optaxSnippet } from '../../export/snippet/optax-snippet.ts';
import type { Snippet } from '../../export/snippet/snippet.ts';
import { torchSnippet } from '../../export/snippet/torch-snippet.ts';
import { saveFile } from '../files/save-file.ts';
import { controls } from '../parts/controls.css.ts';
import { formatNumber } from '../parts/numbers.ts';
import type { PageView } from '../view/page-view.ts';

const MAKERS = { torch: torchSnippet, optax: optaxSnippet } as const;
type Library = keyof typeof MAKERS;

/** A program in Python that runs one optimizer of the experiment with its best setting, or the inspected cell. */
@customElement('program-dialog')
export class ProgramDialog extends LitElement {
  static override styles = [
    controls,
    css`
      dialog {
        width: min(800px, 100vw - 32px);
        max-height: calc(100dvh - 32px);
        padding: 16px;
        border: 1px solid var(--muted);
        border-radius: 3px;
        background: var(--paper);
        color: var(--ink);
      }
      dialog::backdrop {
        background: color-mix(in srgb, var(--paper) 70%, transparent);
      }
      .row {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 8px 16px;
        margin-bottom: 8px;
      }
      h2 {
        flex: 1;
        font-size: 16px;
      }
      pre {
        max-height: 56dvh;
        margin: 8px 0;
        padding: 8px 12px;
        overflow: auto;
        border: 1px solid var(--hairline);
        background: var(--wash);
        font:
          12px / 1.5 ui-monospace,
          monospace;
        tab-size: 4;
      }
      ul {
        margin: 0;
        padding-left: 18px;
      }
    `,
  ];

  @property({ attribute: false }) plan!: Plan;
  /** One for each optimizer. */
  @property({ attribute: false }) tables: readonly CellTable[] = [];
  /** The inspected cell. */
  @property({ attribute: false }) cell: PageView['cell'] = null;

  /** Place of an optimizer, or the inspected cell; null for the winner. */
  @state() private chosen: number | 'cell' | null = null;
  @state() private library: Library = 'torch';
  @state() private said = '';
  @query('dialog') private dialog!: HTMLDialogElement;

  override firstUpdated(): void {
    if (this.cell) this.chosen = 'cell';
    this.dialog.showModal();
  }

  override render() {
    const { plan, cell, library } = this;
    const winner = winnerOf(plan, this.tables);
    const chosen = this.chosen ?? winner;
    const snippet = this.snippet(chosen, winner);
    return html`<dialog aria-labelledby="title" @close=${() => this.remove()}>
      <div class="row">
        <h2 id="title">${msg('As a program')}</h2>
        <button aria-label=${msg('Close')} @click=${() => this.dialog.close()}>${msg('close')}</button>
      </div>
      <div class="row">
        <label
          >${msg('Run')}
          <select @change=${this.onChoose}>
            ${cell ? html`<option value="cell" .selected=${live(chosen === 'cell')}>${msg('the inspected cell')}</option>` : ''}
            ${plan.optimizers.map(
              ({ label }, i) =>
                html`<option value=${i} .selected=${live(i === chosen)}>${label}${i === winner ? msg(', which does best') : ''}</option>`,
            )}
          </select></label
        >
        <label
          >${msg('with')}
          <select @change=${this.onLibrary}>
            <option value="torch" .selected=${live(library === 'torch')}>${msg('PyTorch')}</option>
            <option value="optax" .selected=${live(library === 'optax')}>${msg('JAX and optax')}</option>
          </select></label
        >
        <button @click=${() => this.copy(snippet)}>${msg('Copy')}</button>
        <button @click=${() => this.save(snippet, chosen)}>${msg('Download')}</button>
        <span class="muted small" role="status">${this.said}</span>
      </div>
      <ul class="small muted">
        ${snippet.own ? html`<li>${msg(str`${snippet.library} makes these very steps.`)}</li>` : ''}
        ${snippet.notes.map((note) => html`<li>${note}</li>`)}
      </ul>
      <pre tabindex="0" role="region" aria-label=${msg('Program')}>${snippet.code}</pre>
    </dialog>`;
  }

  private snippet(chosen: number | 'cell', winner: number): Snippet {
    const { plan, tables, cell } = this;
    if (chosen === 'cell' && cell) {
      const [optimizer, i, j] = cell;
      const title = msg(
        str`${plan.optimizers[optimizer].label}: the cell in column ${i}, row ${j} of the grid. Made by Scree.`,
      );
      return MAKERS[this.library](cellConfiguration(plan, optimizer, [i, j]), title);
    }
    const optimizer = chosen === 'cell' ? winner : chosen;
    const configuration = bestConfiguration(plan, optimizer, tables[optimizer]);
    const varied = [plan.x, plan.y].flatMap(({ label, varied }) =>
      varied.kind === 'hyperparameter' && configuration.values.has(varied.name)
        ? [`${label} ${formatNumber(configuration.values.get(varied.name) ?? Number.NaN)}`]
        : [],
    );
    const setting = varied.length > 0 ? msg(str`, best setting found: ${varied.join(', ')}`) : '';
    return MAKERS[this.library](configuration, msg(str`${plan.optimizers[optimizer].label}${setting}. Made by Scree.`));
  }

  private onChoose(event: Event): void {
    const { value } = event.target as HTMLSelectElement;
    this.chosen = value === 'cell' ? value : Number(value);
    this.said = '';
  }

  private onLibrary(event: Event): void {
    this.library = (event.target as HTMLSelectElement).value as Library;
    this.said = '';
  }

  private async copy({ code }: Snippet): Promise<void> {
    try {
      await navigator.clipboard.writeText(code);
      this.said = msg('Copied.');
    } catch {
      const program = this.renderRoot.querySelector('pre');
      if (program) getSelection()?.selectAllChildren(program);
      this.said = msg('The browser does not let this page copy. The program is selected: press ctrl+c.');
    }
  }

  private save({ code }: Snippet, chosen: number | 'cell'): void {
    const { plan } = this;
    const optimizer = chosen === 'cell' ? 'cell' : plainWords(plan.optimizers[chosen].label);
    const name = exportName(plan.experiment, null, `${optimizer} ${this.library}`, 'py');
    saveFile(name, new Blob([code], { type: 'text/x-python' }));
    this.said = msg(str`Saved as ${name}.`);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'program-dialog': ProgramDialog;
  }
}

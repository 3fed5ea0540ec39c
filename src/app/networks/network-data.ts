import { msg, str } from '@lit/localize';
import { css, html, LitElement, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import { dataSets } from '../../catalogue/index.ts';
import { translated } from '../locale/translated.ts';
import { controls } from '../parts/controls.css.ts';
import { nextSeed } from '../parts/next-seed.ts';
import '../parts/number-field.ts';
import { sentenceOf } from '../parts/sentences.ts';
import { form } from '../what/form.css.ts';
import { dataSetOf, makingOf, onDataSet, onTable, standardised, withInputs, withMaking } from './network-edits.ts';
import type { Network } from './network-of.ts';

/** What a network learns: a built-in data set and how its rows are made, or a table of one's own. Fires `change` with the `Network`. */
@customElement('network-data')
export class NetworkData extends LitElement {
  static override styles = [
    controls,
    form,
    css`
      .row {
        gap: 4px;
      }
      .name {
        flex: 1 0 auto;
      }
      select {
        flex: 0 1 auto;
        min-width: 0;
      }
      .row > .table {
        flex-basis: 16ch;
        display: -webkit-box;
        -webkit-box-orient: vertical;
        -webkit-line-clamp: 3;
        overflow: hidden;
        overflow-wrap: anywhere;
        white-space: normal;
      }
      number-field {
        --entry-width: calc(3.5ch + 14px);
      }
      input[type='file'] {
        display: none;
      }
    `,
  ];

  @property({ attribute: false }) network!: Network;

  /** Why a table could not be opened. */
  @state() private trouble = '';
  @query('input[type=file]') private chooser!: HTMLInputElement;

  override render() {
    const { network } = this;
    const name = dataSetOf(network);
    const making = makingOf(network);
    return html`<div class="row">
        <span class="name muted" aria-hidden="true">${msg('Data')}</span>
        <select aria-label=${msg('Data')} @change=${this.onData}>
          ${dataSets.map((set) => html`<option value=${set.name} .selected=${live(set.name === name)}>${translated(set.title)}</option>`)}
          ${name === null ? html`<option value="" .selected=${live(true)}>${msg('your table')}</option>` : nothing}
        </select>
        <button @click=${() => this.chooser.click()} title=${msg('Comma-separated values, the last column to be learned; you may also drop the file on the page')}>
          ${msg('open a table…')}
        </button>
        <input type="file" accept=".csv,.tsv,.txt,text/csv" aria-label=${msg('Table')} @change=${this.onFile} />
      </div>
      <p class="error" role="status">${this.trouble || nothing}</p>
      ${making ? this.making(making) : this.table()} ${dataSets.find((set) => set.name === name)?.inputs === null ? this.inputs() : nothing}`;
  }

  /** How many inputs there are, of a data set that has any number. */
  private inputs() {
    const { network } = this;
    return html`<div class="row">
      <span class="grow muted" aria-hidden="true">${msg('inputs')}</span>
      <number-field
        bare
        whole
        label=${msg('Inputs')}
        .value=${network.widths[0]}
        .format=${String}
        @change=${({ detail }: CustomEvent<number>) => this.tell(withInputs(network, detail))}
      ></number-field>
    </div>`;
  }

  /** How the rows of a built-in data set are made. */
  private making({ name, rows, noise, seed }: NonNullable<ReturnType<typeof makingOf>>) {
    const { network } = this;
    const usual = dataSets.find((set) => set.name === name)?.rows ?? 0;
    return html`<div class="row">
      <span class="muted" aria-hidden="true">${msg('rows')}</span>
      <number-field
        bare
        whole
        label=${msg('Rows')}
        .value=${rows ?? usual}
        .format=${String}
        @change=${({ detail }: CustomEvent<number>) => this.tell(withMaking(network, { rows: detail }))}
      ></number-field>
      <span class="muted" aria-hidden="true">${msg('scatter')}</span>
      <number-field
        bare
        label=${msg('Scatter of the rows, from 0 to 1')}
        .value=${noise}
        @change=${({ detail }: CustomEvent<number>) => this.tell(withMaking(network, { noise: detail }))}
      ></number-field>
      <button
        class="quiet"
        title=${msg('Draw other rows')}
        @click=${() => this.tell(withMaking(network, { seed: nextSeed(seed) }))}
      >
        ${msg('others')}
      </button>
    </div>`;
  }

  /** What a table of one's own holds. */
  private table() {
    const { data, widths } = this.network;
    if (typeof data === 'string' || !('columns' in data)) return nothing;
    const names = Object.keys(data.columns);
    const targets = names.slice(widths[0]).join(', ');
    const inputs = names.slice(0, widths[0]).join(', ');
    const told = msg(str`${data.columns[names[0]].length} rows: ${targets} from ${inputs}`);
    return html`<div class="row">
      <span class="table small muted grow" title=${told}>${told}</span>
      <label
        class="small"
        title=${msg('Brings every input, and the target where it is a number, to mean 0 and standard deviation 1: the surface becomes rounder, and numbers far from 1 can be learned')}
      >
        <input
          type="checkbox"
          .checked=${live(data.standardise === true)}
          @change=${(event: Event) => this.tell(standardised(this.network, (event.target as HTMLInputElement).checked))}
        />
        ${msg('standardised')}
      </label>
    </div>`;
  }

  private onData(event: Event): void {
    const { value } = event.target as HTMLSelectElement;
    if (value) this.tell(onDataSet(this.network, value));
  }

  private async onFile(): Promise<void> {
    const [file] = this.chooser.files ?? [];
    this.chooser.value = '';
    if (!file) return;
    this.trouble = '';
    try {
      const [{ readTableFile }, { examplesIn }] = await Promise.all([
        import('../files/table-file.ts'),
        import('../../import/columns.ts'),
      ]);
      this.tell(onTable(this.network, examplesIn(await readTableFile(file))));
    } catch (error) {
      this.trouble = `${file.name}: ${sentenceOf(error)}`;
    }
  }

  private tell(network: Network): void {
    this.trouble = '';
    this.dispatchEvent(new CustomEvent<Network>('change', { detail: network }));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'network-data': NetworkData;
  }
}

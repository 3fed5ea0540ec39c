import { msg, str } from '@lit/localize';
import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import { dataSets, NETWORK } from '../../catalogue/index.ts';
import type { NetworkObjective, Plan } from '../../experiment/index.ts';
import { translated } from '../locale/translated.ts';
import { controls } from '../parts/controls.css.ts';
import '../parts/number-field.ts';
import { sentenceOf } from '../parts/sentences.ts';
import { form } from '../what/form.css.ts';
import '../what/hyperparameter-row.ts';
import { variedLine } from '../what/varied-line.ts';
import './hidden-units.ts';
import {
  dataSetOf,
  type Loss,
  makingOf,
  type Network,
  onDataSet,
  onTable,
  possibleLosses,
  standardised,
  withHidden,
  withLoss,
  withMaking,
} from './network-edits.ts';

const ACTIVATIONS = ['tanh', 'relu', 'sigmoid', 'linear'] as const;
/** Seeds are whole numbers below this. */
const SEEDS = 2 ** 32;

/** A network that is trained: its data, its layers, its loss, its first weights. Fires `change` with a `NetworkObjective`. */
@customElement('network-editor')
export class NetworkEditor extends LitElement {
  static override styles = [
    controls,
    form,
    css`
      :host {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: 4px;
        margin-top: 8px;
      }
      .row {
        gap: 4px;
      }
      select {
        flex: 0 1 auto;
        min-width: 0;
      }
      input[type='file'] {
        display: none;
      }
    `,
  ];

  @property({ attribute: false }) network!: Network;
  @property({ attribute: false }) plan!: Plan;

  /** Why a table could not be opened. */
  @state() private trouble = '';
  @query('input[type=file]') private chooser!: HTMLInputElement;

  override render() {
    const { network } = this;
    const hidden = network.widths.slice(1, -1);
    return html`
      ${this.data()}
      <hidden-units
        .units=${hidden}
        @change=${({ detail }: CustomEvent<number[]>) => this.tell(withHidden(network, detail))}
      ></hidden-units>
      ${hidden.length > 0 ? this.activation() : nothing} ${this.loss()}
      <div class="row">
        <label class="grow"
          ><input
            type="checkbox"
            .checked=${live(network.biases)}
            @change=${(event: Event) => this.tell({ ...network, biases: (event.target as HTMLInputElement).checked })}
          />
          ${msg('biases')}</label
        >
        <span class="muted" aria-hidden="true">L2</span>
        <number-field
          bare
          label=${msg('L2, pull of the loss on the weights')}
          .value=${network.l2}
          @change=${({ detail }: CustomEvent<number>) => this.tell({ ...network, l2: detail })}
        ></number-field>
      </div>
      ${this.firstWeights()}
    `;
  }

  private data() {
    const { network } = this;
    const name = dataSetOf(network);
    const making = makingOf(network);
    return html`<div class="row">
        <span class="grow muted" aria-hidden="true">${msg('Data')}</span>
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
      ${making ? this.making(making) : this.table()}`;
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
        style="--entry-width: calc(3.5ch + 14px)"
        .value=${rows ?? usual}
        .format=${String}
        @change=${({ detail }: CustomEvent<number>) => this.tell(withMaking(network, { rows: detail }))}
      ></number-field>
      <span class="muted" aria-hidden="true">${msg('scatter')}</span>
      <number-field
        bare
        label=${msg('Scatter of the rows, from 0 to 1')}
        style="--entry-width: calc(3.5ch + 14px)"
        .value=${noise}
        @change=${({ detail }: CustomEvent<number>) => this.tell(withMaking(network, { noise: detail }))}
      ></number-field>
      <button
        class="quiet"
        title=${msg('Draw other rows')}
        @click=${() => this.tell(withMaking(network, { seed: (seed + 1) % SEEDS }))}
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
    return html`<div class="row">
      <span class="small muted grow">
        ${msg(str`${data.columns[names[0]].length} rows: ${targets} from ${names.slice(0, widths[0]).join(', ')}`)}
      </span>
      <button
        class="quiet small"
        title=${msg('Brings every input to mean 0 and standard deviation 1: the surface becomes rounder')}
        @click=${() => this.tell(standardised(this.network))}
      >
        ${msg('standardise inputs')}
      </button>
    </div>`;
  }

  private activation() {
    const { network } = this;
    const { activation } = network;
    const several = Array.isArray(activation);
    return this.choice(
      msg('Activation'),
      [...(several ? [['', activation.join(', ')] as const] : []), ...ACTIVATIONS.map((each) => [each, each] as const)],
      several ? '' : activation,
      (name) => {
        const chosen = ACTIVATIONS.find((each) => each === name);
        if (chosen) this.tell({ ...network, activation: chosen });
      },
    );
  }

  private loss() {
    const { network } = this;
    const possible = possibleLosses(network);
    return this.choice(
      msg('Loss'),
      possible.map((each) => [each, lossName(each)] as const),
      network.loss,
      (name) => this.tell(withLoss(network, name as Loss)),
    );
  }

  private choice(
    label: string,
    options: readonly (readonly [value: string, text: string])[],
    chosen: string,
    choose: (value: string) => void,
  ): TemplateResult {
    return html`<div class="row">
      <span class="grow muted" aria-hidden="true">${label}</span>
      <select aria-label=${label} @change=${(event: Event) => choose((event.target as HTMLSelectElement).value)}>
        ${options.map(
          ([value, text]) => html`<option value=${value} .selected=${live(value === chosen)}>${text}</option>`,
        )}
      </select>
    </div>`;
  }

  private firstWeights() {
    const { network, plan } = this;
    const axes = [plan.x, plan.y];
    const along = (name: string) =>
      axes.findIndex(({ varied }) => varied.kind === 'initialisation' && varied.name === name);
    const [scale, seed] = [along('scale'), along('seed')];
    return html`${
      scale >= 0
        ? variedLine(msg('initialisation scale'), axes[scale], scale)
        : html`<hyperparameter-row
            name=${msg('initialisation scale')}
            .spec=${NETWORK['network.scale']}
            .value=${network.scale}
            @change=${({ detail }: CustomEvent<number | null>) => this.tell({ ...network, scale: detail ?? 1 })}
          ></hyperparameter-row>`
    }${
      seed >= 0
        ? variedLine(msg('initialisation seed'), axes[seed], seed)
        : html`<div class="row">
            <span class="grow" aria-hidden="true">${msg('initialisation seed')}</span>
            <button
              class="quiet"
              aria-label=${msg('other first weights')}
              @click=${() => this.tell({ ...network, seed: (network.seed + 1) % SEEDS })}
            >
              ${msg('another')}
            </button>
            <number-field
              bare
              whole
              label=${msg('Seed of the first weights')}
              style="--entry-width: calc(5ch + 14px)"
              .value=${network.seed}
              .format=${String}
              @change=${({ detail }: CustomEvent<number>) => this.tell({ ...network, seed: detail })}
            ></number-field>
          </div>`
    }`;
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
    this.dispatchEvent(new CustomEvent<NetworkObjective>('change', { detail: { network } }));
  }
}

function lossName(loss: Loss): string {
  switch (loss) {
    case 'mean-square':
      return msg('mean square');
    case 'logistic':
      return msg('logistic');
    case 'cross-entropy':
      return msg('cross-entropy');
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'network-editor': NetworkEditor;
  }
}

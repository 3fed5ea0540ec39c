import { msg } from '@lit/localize';
import { css, html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import { NETWORK } from '../../catalogue/index.ts';
import type { NetworkObjective, Plan } from '../../experiment/index.ts';
import { controls } from '../parts/controls.css.ts';
import { nextSeed } from '../parts/next-seed.ts';
import '../parts/number-field.ts';
import { form } from '../what/form.css.ts';
import '../what/hyperparameter-row.ts';
import { variedLine } from '../what/varied-line.ts';
import { choiceRow } from './choice-row.ts';
import './hidden-units.ts';
import './network-data.ts';
import { possibleLosses, withHidden, withLoss } from './network-edits.ts';
import type { Loss, Network } from './network-of.ts';

const ACTIVATIONS = ['tanh', 'relu', 'sigmoid', 'linear'] as const;

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
    `,
  ];

  @property({ attribute: false }) network!: Network;
  @property({ attribute: false }) plan!: Plan;
  /** Why a network with these layers was refused. */
  @property({ attribute: false }) problem: Error | undefined;

  override render() {
    const { network } = this;
    const hidden = network.widths.slice(1, -1);
    return html`
      <network-data
        .network=${network}
        @change=${({ detail }: CustomEvent<Network>) => this.tell(detail)}
      ></network-data>
      <hidden-units
        .units=${hidden}
        .problem=${this.problem}
        @change=${({ detail }: CustomEvent<number[]>) => this.tell(withHidden(network, detail))}
      ></hidden-units>
      ${hidden.length > 0 ? this.activation() : nothing} ${this.loss()} ${this.parametrisation()}
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

  private activation() {
    const { network } = this;
    const { activation } = network;
    const several = Array.isArray(activation);
    return choiceRow(
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
    return choiceRow(
      msg('Loss'),
      possible.map((each) => [each, lossName(each)] as const),
      network.loss,
      (name) => this.tell(withLoss(network, name as Loss)),
    );
  }

  private parametrisation() {
    const { network } = this;
    return choiceRow(
      msg('Parametrisation'),
      [
        ['standard', msg('standard')],
        ['mean-field', msg('mean-field')],
      ],
      network.parametrisation,
      (name) => this.tell({ ...network, parametrisation: name === 'mean-field' ? name : 'standard' }),
    );
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
              @click=${() => this.tell({ ...network, seed: nextSeed(network.seed) })}
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

  private tell(network: Network): void {
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

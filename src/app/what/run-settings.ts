import { msg, str } from '@lit/localize';
import { css, html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import { NOISE } from '../../catalogue/index.ts';
import { type Experiment, hasData, type Plan, rowCount } from '../../experiment/index.ts';
import { batchOf, nameOf } from '../axes.ts';
import { withBatch, withField } from '../edits.ts';
import { textsComplete } from '../locale/localization.ts';
import { controls } from '../parts/controls.css.ts';
import { nextSeed } from '../parts/next-seed.ts';
import '../parts/number-field.ts';
import { form } from './form.css.ts';
import './hyperparameter-row.ts';
import { requestEdit } from './requests.ts';
import './target-setting.ts';
import { variedLine } from './varied-line.ts';

/** How many steps, how many rows for each update, how much noise, what counts as arrived, and how outcomes are told. */
@customElement('run-settings')
export class RunSettings extends LitElement {
  static override styles = [
    controls,
    form,
    css`
      :host {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: 8px;
      }
      number-field {
        /* A seed has up to ten digits. */
        --entry-width: calc(10ch + 14px);
      }
    `,
  ];

  @property({ attribute: false }) experiment!: Experiment;
  @property({ attribute: false }) plan!: Plan;
  @property({ attribute: false }) problems: ReadonlyMap<string, Error> = new Map();

  override connectedCallback(): void {
    super.connectedCallback();
    // Hardly anyone changes them: they come after the first picture.
    void textsComplete.then(() => import('./outcome-thresholds.ts'));
  }

  override render() {
    const { experiment, plan, problems } = this;
    return html`
      <h2>${msg('Run')}</h2>
      <number-field
        label=${msg('Steps')}
        whole
        .value=${experiment.steps}
        .format=${String}
        .problem=${problems.get('steps')}
        @change=${({ detail }: CustomEvent<number>) => requestEdit(this, 'steps', withField('steps', detail))}
      ></number-field>
      <target-setting .experiment=${experiment} .plan=${plan} .problem=${problems.get('target')}></target-setting>
      ${hasData(plan.objective) ? this.batch() : nothing} ${this.noise()}
      <div class="row">
        <span class="grow" aria-hidden="true">${msg('Seed')}</span>
        <button
          class="quiet"
          aria-label=${msg('another seed')}
          title=${msg('Draw other noise and other rows')}
          @click=${() => requestEdit(this, 'seed', withField('seed', nextSeed(experiment.seed)))}
        >
          ${msg('another')}
        </button>
        <number-field
          bare
          label=${msg('Seed of noise and rows')}
          whole
          .value=${experiment.seed}
          .format=${String}
          .problem=${problems.get('seed')}
          @change=${({ detail }: CustomEvent<number>) => requestEdit(this, 'seed', withField('seed', detail))}
        ></number-field>
      </div>
      <outcome-thresholds .experiment=${experiment} .plan=${plan} .problems=${problems}></outcome-thresholds>
    `;
  }

  private batch() {
    const { plan, experiment } = this;
    const axes = [plan.x, plan.y];
    const at = axes.findIndex(({ varied }) => varied.kind === 'batch');
    if (at >= 0) return variedLine(nameOf('batch'), axes[at], at);
    const spec = batchOf(plan.objective);
    const change = (batch: number | null) => requestEdit(this, 'batch', withBatch(batch));
    const rows = rowCount(plan.objective);
    return html`<label class="row">
        <span class="grow">${msg('Updates from')}</span>
        <select
          title=${msg('A batch is drawn anew for every update, with replacement')}
          @change=${(event: Event) => change((event.target as HTMLSelectElement).value === 'all' ? null : Number(spec.default))}
        >
          <option value="all" .selected=${live(experiment.batch === undefined)}>${msg(str`all ${rows} rows`)}</option>
          <option value="batch" .selected=${live(experiment.batch !== undefined)}>${msg('a batch')}</option>
        </select>
      </label>
      ${
        experiment.batch === undefined
          ? nothing
          : html`<hyperparameter-row
              name=${msg('Batch size')}
              .spec=${spec}
              .value=${experiment.batch}
              .problem=${this.problems.get('batch')}
              @change=${({ detail }: CustomEvent<number | null>) => change(Math.round(detail ?? Number(spec.default)))}
            ></hyperparameter-row>`
      }`;
  }

  private noise() {
    const { plan, experiment } = this;
    const axes = [plan.x, plan.y];
    // A grid of one row has an axis that gives the noise of the experiment to every cell.
    const at = axes.findIndex(
      ({ varied, values }) => varied.kind === 'noise' && (values.length > 1 || values[0] !== plan.noise),
    );
    if (at >= 0) return variedLine(msg('gradient noise'), axes[at], at);
    return html`<hyperparameter-row
      name=${msg('Gradient noise')}
      .spec=${NOISE}
      .value=${experiment.noise}
      .problem=${this.problems.get('noise')}
      @change=${({ detail }: CustomEvent<number | null>) => requestEdit(this, 'noise', withField('noise', detail ?? 0))}
    ></hyperparameter-row>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'run-settings': RunSettings;
  }
}

import { msg, str } from '@lit/localize';
import { html, LitElement, nothing, type PropertyValues } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import { picturePlan, TARGETS, type Target } from '../../analysis/minimum-ratio/networks.ts';
import { minimumRatios, type NetworkEnd } from '../../analysis/minimum-ratio/picture.ts';
import { ratioStatistics } from '../../analysis/minimum-ratio/statistics.ts';
import type { Run } from '../../engine/index.ts';
import type { Plan } from '../../experiment/index.ts';
import type { EditRequest } from '../edits.ts';
import { controls } from '../parts/controls.css.ts';
import { formatCount } from '../parts/numbers.ts';
import { inRow, sentenceOf } from '../parts/sentences.ts';
import { FIRST_VIEW, type PageView } from '../view/page-view.ts';
import { saveNetworks } from './networks-file.ts';
import { ratioKey } from './ratio-key.ts';
import { ratioPanelStyles } from './ratio-panel.css.ts';
import './ratio-scatter.ts';
import { correlationText, endsText, ratioTable } from './ratio-statistics.ts';
import type { RatioStudy } from './ratio-study.ts';
import { drawingOf, experimentOf, studyOf, targetOf } from './studies.ts';

/** The control of the edit that opens a network as an experiment. */
export const RATIO = 'ratio';

/** Networks from which on what they have in common is told. */
const ENOUGH = 10;

/**
 * The lecture's figure 4, live: small networks are trained and brought to critical points, and each is a point of its loss over its minimum ratio. It is at work
 * while it is looked at, unless the reader halts it. Fires `edit` and `view` to open a network as an experiment, and `view` with what they learn and the scale of their losses.
 */
@customElement('ratio-panel')
export class RatioPanel extends LitElement {
  static override styles = [controls, ratioPanelStyles];

  /** For which networks are kept while other tabs are looked at. */
  @property({ attribute: false }) owner: object = this;
  @property({ attribute: false }) run: Run | null = null;
  @property({ attribute: false }) plan: Plan | null = null;
  @property({ attribute: false }) view: PageView = FIRST_VIEW;
  @property() theme: 'light' | 'dark' = 'light';

  private study: RatioStudy<NetworkEnd> | null = null;
  private readonly heard = () => this.requestUpdate();

  private get target(): Target {
    return this.view.learned ?? targetOf(this.plan);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.requestUpdate();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.leave();
  }

  override willUpdate(_: PropertyValues): void {
    const study = studyOf(this.owner, this.target);
    if (study === this.study || !this.isConnected) return;
    this.leave();
    study.addEventListener('change', this.heard);
    this.study = study;
  }

  override updated(): void {
    const { study } = this;
    if (study && !study.halted && study.problem === null) this.go();
  }

  override render() {
    const { study, target, theme } = this;
    const { log } = this.view;
    if (!study) return nothing;
    const { networks, problem } = study;
    const eigenvalues = picturePlan(drawingOf(target)).objective.parameters.length;
    const statistics = networks.length < ENOUGH ? null : ratioStatistics(networks);
    const told = statistics ? correlationText(statistics) : '';
    return html`
      <p class="intro">
        ${msg('Each point is a small network (1-4-1, tanh) drawn for this picture, whatever network the experiment has: trained by Adam for a while, then led to where the gradient vanishes. Its minimum ratio is the share of the Hessian’s eigenvalues above 10⁻⁶ of the largest, for float32 does not tell smaller ones from 0: it is 1 at a minimum.')}
      </p>
      <div class="bar">
        <label
          >${msg('They learn')}
          <select
            @change=${(event: Event) => this.look({ learned: (event.target as HTMLSelectElement).value as Target })}
          >
            ${TARGETS.map((each) => html`<option value=${each} .selected=${live(each === target)}>${formulaOf(each)}</option>`)}
          </select></label
        >
        ${this.progress(study, drawingOf(target).networks)}
        <fieldset class="small muted" aria-label=${msg('Scale of the loss')}>
          ${this.choice('log', true)} ${this.choice('lin', false)}
        </fieldset>
      </div>
      ${problem === null ? nothing : html`<p class="error" role="alert">${sentenceOf(problem)}</p>`}
      <ratio-scatter
        .networks=${networks}
        .count=${networks.length}
        .eigenvalues=${eigenvalues}
        ?log=${log}
        .summary=${told}
        .theme=${theme}
        @choose=${({ detail }: CustomEvent<number>) => this.open(networks[detail])}
      ></ratio-scatter>
      ${ratioKey(networks, statistics !== null)}
      ${statistics ? html`<p>${inRow([told, endsText(statistics, networks)])}</p>` : nothing} ${statistics ? ratioTable(statistics) : nothing}
      ${networks.length > 0 ? this.files(networks, target, told) : nothing}
    `;
  }

  private progress(study: RatioStudy<NetworkEnd>, all: number) {
    const { networks, working, done } = study;
    const count = formatCount(networks.length);
    return html`<div class="progress">
      ${
        done
          ? nothing
          : working
            ? html`<button @click=${() => study.halt()}>${msg('Stop')}</button>`
            : html`<button ?disabled=${!this.run} @click=${this.go}>${msg('Go on')}</button>`
      }
      ${done ? nothing : html`<progress max=${all} .value=${networks.length} aria-label=${msg('Networks at rest')}></progress>`}
      <span class="muted">${done ? msg(str`${count} networks`) : msg(str`${count} of ${formatCount(all)} networks`)}</span>
    </div>`;
  }

  private choice(scale: 'log' | 'lin', log: boolean) {
    return html`<label>
      <input
        type="radio"
        name="scale"
        .checked=${live(this.view.log === log)}
        @change=${() => this.look({ log })}
      />${scale === 'log' ? msg('log') : msg('lin')}
    </label>`;
  }

  private files(networks: readonly NetworkEnd[], target: Target, note: string) {
    const save = (form: 'png' | 'svg' | 'csv') =>
      saveNetworks(this, networks, { target, form, note, log: this.view.log, theme: this.theme });
    return html`<div class="files small">
      <span class="muted">${msg('Take along:')}</span>
      ${(['png', 'svg', 'csv'] as const).map(
        (
          form,
        ) => html`<button aria-label=${msg(str`Networks as ${form.toUpperCase()}`)} @click=${() => void save(form)}>
          ${form.toUpperCase()}
        </button>`,
      )}
    </div>`;
  }

  private go(): void {
    const { run, study, target } = this;
    if (run && study) void study.go(() => minimumRatios(run.engine, drawingOf(target)));
  }

  private leave(): void {
    this.study?.removeEventListener('change', this.heard);
    if (this.study?.working) this.study.rest();
    this.study = null;
  }

  private open(network: NetworkEnd): void {
    const { target } = this;
    const change: EditRequest['change'] = ({ engine }) => ({ ...experimentOf(target, network), engine });
    this.tell<EditRequest>('edit', { control: RATIO, change });
    this.look({ tab: 'surface', cell: [0, 0, 0] });
  }

  private look(change: Partial<PageView>): void {
    this.tell<Partial<PageView>>('view', change);
  }

  private tell<T>(name: string, detail: T): void {
    this.dispatchEvent(new CustomEvent<T>(name, { detail, bubbles: true, composed: true }));
  }
}

/** What a target's networks learn. */
function formulaOf(target: Target): string {
  return target === 'sinc' ? 'sin(5πx) / (5πx)' : 'sin(4πx)';
}

declare global {
  interface HTMLElementTagNameMap {
    'ratio-panel': RatioPanel;
  }
}

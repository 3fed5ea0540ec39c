import { msg, str } from '@lit/localize';
import { css, html, LitElement, nothing, type PropertyValues } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { findObjective } from '../../catalogue/index.ts';
import {
  BadExperiment,
  type Experiment,
  type NetworkObjective,
  type Plan,
  type ResolvedObjective,
  type TypedObjective,
} from '../../experiment/index.ts';
import { FIRST_NETWORK, networkOf } from '../networks/network-of.ts';
import { controls } from '../parts/controls.css.ts';
import { problemLine } from '../parts/problem-line.ts';
import { form } from './form.css.ts';
import type { SurfacePicker } from './surface-picker.ts';
import './surface-thumbnail.ts';
import { isTyped } from './typed-objective.ts';
import './typeset-formula.ts';
import { bringAll, hasAllTexts, textsComplete } from '../locale/localization.ts';
import { translated } from '../locale/translated.ts';

/** Which surface is descended. Fires `objective` with a catalogue name, a typed objective or a network as its detail. */
@customElement('objective-panel')
export class ObjectivePanel extends LitElement {
  static override styles = [
    controls,
    form,
    css`
      .titled button {
        font-size: 11px;
        padding-inline: 3px;
      }
      #surface {
        display: flex;
        align-items: center;
        gap: 8px;
        width: 100%;
        padding: 3px 8px 3px 3px;
        text-align: left;
      }
      #surface span {
        flex: 1;
        min-width: 0;
        overflow: hidden;
        text-overflow: ellipsis;
      }
      surface-thumbnail {
        flex: none;
        width: 60px;
        height: 42px;
      }
      typeset-formula,
      gradient-formulas,
      .note {
        margin-top: 4px;
      }
    `,
  ];

  @property({ attribute: false }) input!: Experiment['objective'];
  /** The plan that runs; null before the first. */
  @property({ attribute: false }) plan: Plan | null = null;
  @property({ attribute: false }) problem: Error | undefined;
  /** A loss that was found below the least one that was typed; null for none. */
  @property({ attribute: false }) below: number | null = null;
  @property() theme: 'light' | 'dark' = 'light';

  /** Whether the editor is open for a formula that is not typed yet. */
  @state() private editing = false;
  @state() private gradientOpen = false;
  /** Whether the picker was asked for: it is on the page from then on. */
  @state() private pickerWanted = false;
  @query('surface-picker') private picker!: SurfacePicker;

  override connectedCallback(): void {
    super.connectedCallback();
    // What is said of a surface comes with the last texts.
    void textsComplete.then(() => this.requestUpdate());
  }

  override willUpdate(changed: PropertyValues<this>): void {
    // A surface that came from elsewhere, as by a link, takes the place of what was to be typed.
    if (changed.has('input') && !isTyped(this.input) && !this.problem) this.editing = false;
  }

  private get objective(): ResolvedObjective | undefined {
    return this.plan?.objective;
  }

  override render() {
    const { input, objective, theme } = this;
    const chosen = typeof input === 'string' ? findObjective(input) : undefined;
    const typing = this.editing || isTyped(input);
    const network = typing ? null : networkOf(input);
    const ofLayers = network && isOfLayers(this.problem) ? this.problem : undefined;
    const titled = network ? objective?.title : chosen && !typing ? chosen.title : undefined;
    const title = titled && translated(titled);
    return html`
      <div class="titled">
        <h2>${network ? msg('Network') : msg('Surface')}</h2>
        <span>
          ${
            network
              ? nothing
              : html`<button id="networks" class="quiet small" ?disabled=${!objective} @click=${() => this.tell({ network: FIRST_NETWORK })}>
                  ${msg('train networks')}
                </button>`
          }
          ${
            typing
              ? nothing
              : html`<button class="quiet small" ?disabled=${!objective} @click=${() => this.type()}>${msg('type a formula')}</button>`
          }
        </span>
      </div>
      <button
        id="surface"
        aria-haspopup="dialog"
        aria-label=${msg(str`Surface: ${title ?? msg('choose a ready surface')}`)}
        @click=${() => void this.choose()}
      >
        ${chosen && !typing ? html`<surface-thumbnail .objective=${chosen} .theme=${theme}></surface-thumbnail>` : nothing}
        <span>${title ?? msg('Choose a ready surface')}</span>
        <span class="muted" style="flex: none" aria-hidden="true">▾</span>
      </button>
      ${typing && objective ? this.formula(objective) : problemLine(ofLayers ? undefined : this.problem)}
      ${network ? this.network(network, ofLayers) : nothing}
      ${objective && !network ? html`<typeset-formula .formula=${objective.formula}></typeset-formula>${this.gradient(objective)}` : nothing}
      ${objective?.note && !typing && hasAllTexts() ? html`<p class="note small muted">${translated(objective.note)}</p>` : nothing}
      ${
        this.pickerWanted
          ? html`<surface-picker
              .chosen=${chosen && !typing ? chosen.name : null}
              .theme=${theme}
              @pick=${(event: CustomEvent<string>) => this.pick(event.detail)}
            ></surface-picker>`
          : nothing
      }
    `;
  }

  /** Its fields; they come to life when their code is here. */
  private formula(objective: ResolvedObjective) {
    void bringEditor();
    return html`<formula-editor
      .input=${this.input}
      .objective=${objective}
      .problem=${this.problem}
      .below=${this.below}
      @change=${(event: CustomEvent<TypedObjective>) => this.onTyped(event.detail)}
    ></formula-editor>`;
  }

  private network(network: NetworkObjective['network'], problem: Error | undefined) {
    // Texts before the code: what it shows at once is then in the reader's language.
    void bringAll().then(() => import('../networks/network-editor.ts'));
    return html`<network-editor
      .network=${network}
      .plan=${this.plan}
      .problem=${problem}
      @change=${({ detail }: CustomEvent<NetworkObjective>) => this.tell(detail)}
    ></network-editor>`;
  }

  private gradient(objective: ResolvedObjective) {
    return html`<details @toggle=${this.onGradient}>
      <summary>${msg('gradient')}</summary>
      ${this.gradientOpen ? html`<gradient-formulas .objective=${objective}></gradient-formulas>` : nothing}
    </details>`;
  }

  private async onGradient(event: Event): Promise<void> {
    const { open } = event.target as HTMLDetailsElement;
    if (open) await import('./gradient-formulas.ts');
    this.gradientOpen = open;
  }

  private async choose(): Promise<void> {
    await Promise.all([bringAll(), import('./surface-picker.ts')]);
    this.pickerWanted = true;
    await this.updateComplete;
    await this.picker.updateComplete;
    this.picker.open();
  }

  private async type(): Promise<void> {
    this.editing = true;
    await Promise.all([this.updateComplete, bringEditor()]);
    const editor = this.renderRoot.querySelector('formula-editor');
    await editor?.updateComplete;
    editor?.focusFormula();
  }

  private pick(name: string): void {
    this.editing = false;
    this.tell(name);
  }

  private onTyped(typed: TypedObjective): void {
    this.editing = true;
    this.tell(typed);
  }

  private tell(detail: Experiment['objective']): void {
    this.dispatchEvent(new CustomEvent('objective', { detail }));
  }
}

/** Whether a refusal is about a network's layers: it is told at their field. */
const isOfLayers = (problem: Error | undefined) =>
  problem instanceof BadExperiment && problem.field === 'objective.network.widths';

/** Texts before the code: what it shows at once is then in the reader's language. */
const bringEditor = () => bringAll().then(() => import('./formula-editor.ts'));

declare global {
  interface HTMLElementTagNameMap {
    'objective-panel': ObjectivePanel;
  }
}

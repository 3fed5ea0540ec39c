import { css, html, LitElement, nothing, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import { objectives } from '../../catalogue/index.ts';
import type { Experiment, ResolvedObjective } from '../../experiment/index.ts';
import { controls } from '../parts/controls.css.ts';
import type { TypedFormula } from './formula-editor.ts';
import './formula-editor.ts';
import { problemLine } from '../parts/problem-line.ts';
import './typeset-formula.ts';

/** The option that opens the editor. */
const TYPED = 'typed';

/** Which surface is descended. Fires `objective` with a catalogue name or a typed objective as its detail. */
@customElement('objective-panel')
export class ObjectivePanel extends LitElement {
  static override styles = [
    controls,
    css`
      select {
        width: 100%;
      }
      typeset-formula {
        margin-top: 4px;
      }
      .note {
        margin-top: 4px;
      }
    `,
  ];

  @property({ attribute: false }) input!: Experiment['objective'];
  @property({ attribute: false }) objective: ResolvedObjective | undefined;
  @property({ attribute: false }) problem: Error | undefined;

  /** Whether the editor is open for a formula that is not typed yet. */
  @state() private editing = false;

  override willUpdate(changed: PropertyValues<this>): void {
    // A surface that came from elsewhere, as by a link, takes the place of what was to be typed.
    if (changed.has('input') && typeof this.input === 'string' && !this.problem) this.editing = false;
  }

  override render() {
    const { input, objective } = this;
    const typing = this.editing || typeof input !== 'string';
    return html`
      <h2>Surface</h2>
      <select aria-label="Surface" @change=${this.onChoose}>
        <option value=${TYPED} .selected=${live(typing)}>Type a formula…</option>
        ${objectives.map((each) => html`<option value=${each.name} .selected=${live(!typing && each.name === input)}>${each.title}</option>`)}
      </select>
      ${
        typing && objective
          ? html`<formula-editor
              .input=${input}
              .objective=${objective}
              .problem=${this.problem}
              @change=${(event: CustomEvent<TypedFormula>) => this.onTyped(event.detail)}
            ></formula-editor>`
          : html`
              ${objective ? html`<typeset-formula .formula=${objective.formula}></typeset-formula>` : nothing}
              ${objective?.note ? html`<p class="note small muted">${objective.note}</p>` : nothing}
              ${problemLine(this.problem)}
            `
      }
    `;
  }

  private onChoose(event: Event): void {
    const name = (event.target as HTMLSelectElement).value;
    this.editing = name === TYPED;
    if (name !== TYPED) this.tell(name);
  }

  private onTyped(typed: TypedFormula): void {
    this.editing = true;
    const { data } = this.objective ?? {};
    this.tell({
      ...typed,
      ...(data && { data: Object.fromEntries(Object.entries(data).map(([key, column]) => [key, [...column]])) }),
    });
  }

  private tell(detail: Experiment['objective']): void {
    this.dispatchEvent(new CustomEvent('objective', { detail }));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'objective-panel': ObjectivePanel;
  }
}

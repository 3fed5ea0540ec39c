import { msg, str } from '@lit/localize';
import { css, html, LitElement, nothing, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Experiment, ResolvedObjective, TypedObjective } from '../../experiment/index.ts';
import { controls } from '../parts/controls.css.ts';
import { form } from './form.css.ts';
import './formula-field.ts';
import '../parts/number-field.ts';
import { isTyped } from './typed-objective.ts';

/** An objective of one's own: its formula, its parameters with the domain of each, its least loss. Fires `change` with a `TypedObjective`. */
@customElement('formula-editor')
export class FormulaEditor extends LitElement {
  static override styles = [
    controls,
    form,
    css`
      :host {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: 8px;
        margin-top: 8px;
      }
      input {
        flex: 1;
        min-width: 0;
        text-align: right;
      }
    `,
  ];

  /** The experiment's objective. */
  @property({ attribute: false }) input!: Experiment['objective'];
  /** The objective that runs: what is typed begins with it. */
  @property({ attribute: false }) objective!: ResolvedObjective;
  /** Why what is typed cannot run. */
  @property({ attribute: false }) problem: Error | undefined;

  /** What is typed as a whole: it may run only when more of it is mended. */
  @state() private typed: TypedObjective | null = null;

  override willUpdate(changed: PropertyValues<this>): void {
    const { input, typed, problem } = this;
    // A formula that came from elsewhere takes the place of the one that is typed.
    const other = isTyped(input) && input.formula !== typed?.formula;
    if (changed.has('input') && other && !problem) this.typed = null;
  }

  private get current(): TypedObjective & { readonly domain: [number, number][] } {
    const { formula, parameters, domain, data, minimum } = this.objective;
    const plain: TypedObjective = { formula, parameters: [...parameters] };
    if (data) plain.data = Object.fromEntries(Object.entries(data).map(([name, column]) => [name, [...column]]));
    if (minimum !== null) plain.minimum = minimum;
    const typed = this.typed ?? (isTyped(this.input) ? this.input : plain);
    return { ...typed, domain: typed.domain ?? domain.map(([low, high]) => [low, high]) };
  }

  override render() {
    const { formula, parameters, domain, minimum = null, data } = this.current;
    return html`
      <formula-field
        label=${msg('Loss as a formula')}
        rows="3"
        .text=${formula}
        .problem=${this.problem}
        @change=${(event: CustomEvent<string>) => this.write(event.detail)}
      ></formula-field>
      <p class="small muted">
        ${msg('+ − * / ^, sqrt, exp, log, sin, cos, tanh, abs, min, max, if(a < b, c, d), pi; names with =, lines apart with ;')}${data ? html` ${msg(str`Data by row: ${Object.keys(data).join(', ')}; sum(…), mean(…).`)}` : nothing}
      </p>
      <label class="row">
        <span class="muted">${msg('Parameters')}</span>
        <input
          type="text"
          spellcheck="false"
          autocapitalize="off"
          .value=${parameters.join(', ')}
          @change=${(event: Event) => this.rename((event.target as HTMLInputElement).value)}
        />
      </label>
      ${domain.map(
        ([low, high], i) => html`<div class="row">
          <span class="muted grow">${msg(str`${parameters[i]} from`)}</span>
          <number-field bare label=${msg(str`${parameters[i]} from`)} .value=${low} @change=${this.bound(i, 0)}></number-field>
          <span class="muted">${msg('to')}</span>
          <number-field bare label=${msg(str`${parameters[i]} to`)} .value=${high} @change=${this.bound(i, 1)}></number-field>
        </div>`,
      )}
      <div class="row">
        <span class="muted grow">${msg('Least loss, if known')}</span>
        <number-field
          bare
          label=${msg('Least loss, if known')}
          placeholder=${msg('unknown')}
          .value=${minimum}
          @change=${(event: CustomEvent<number | null>) => this.bottom(event.detail)}
        ></number-field>
      </div>
    `;
  }

  /** Puts the cursor into the formula. */
  focusFormula(): void {
    this.renderRoot.querySelector('formula-field')?.focus();
  }

  /** What was known of the least loss holds no more for another formula. */
  private write(formula: string): void {
    const { minimum: _, ...rest } = this.current;
    this.tell({ ...rest, formula });
  }

  private rename(text: string): void {
    const parameters = text.split(/[\s,;]+/).filter((name) => name !== '');
    const { domain } = this.current;
    this.tell({ ...this.current, parameters, domain: parameters.map((_, i) => domain[i] ?? [-5, 5]) });
  }

  private bound(parameter: number, end: 0 | 1) {
    return (event: CustomEvent<number>) => {
      const domain = this.current.domain.map(([low, high]) => [low, high] as [number, number]);
      domain[parameter][end] = event.detail;
      this.tell({ ...this.current, domain });
    };
  }

  private bottom(value: number | null): void {
    const { minimum: _, ...rest } = this.current;
    this.tell(value === null ? rest : { ...rest, minimum: value });
  }

  private tell(detail: TypedObjective): void {
    this.typed = detail;
    this.dispatchEvent(new CustomEvent<TypedObjective>('change', { detail }));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'formula-editor': FormulaEditor;
  }
}

import { msg, str } from '@lit/localize';
import { css, html, LitElement, nothing, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import {
  BadExperiment,
  type Experiment,
  LIMITS,
  type ResolvedObjective,
  type TypedObjective,
} from '../../experiment/index.ts';
import { controls } from '../parts/controls.css.ts';
import { formatNumber } from '../parts/numbers.ts';
import { besideControl } from '../parts/sentences.ts';
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
  /** A loss that was found below the least one that was typed; null for none. */
  @property({ attribute: false }) below: number | null = null;

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
    const { problem, below } = this;
    const place = problem ? fieldOf(problem) : 'formula';
    const ofNames = place === 'parameters' ? problem : undefined;
    return html`
      <formula-field
        label=${msg('Loss as a formula')}
        rows="3"
        .text=${formula}
        .problem=${place === 'formula' ? problem : undefined}
        @change=${(event: CustomEvent<string>) => this.write(event.detail)}
      ></formula-field>
      <p class="small muted">
        ${msg('+ − * / ^, sqrt, exp, log, sin, cos, tanh, abs, min, max, if(a < b, c, d), pi; names with =, lines apart with ;')}${data ? html` ${msg(str`Data by row: ${Object.keys(data).join(', ')}; sum(…), mean(…).`)}` : nothing}
      </p>
      <div>
        <label class="row">
        <span class="muted">${msg('Parameters')}</span>
        <input
          type="text"
          spellcheck="false"
          autocapitalize="off"
          .value=${parameters.join(', ')}
          aria-invalid=${ofNames ? 'true' : 'false'}
          aria-describedby="names"
          @change=${(event: Event) => this.rename((event.target as HTMLInputElement).value)}
        />
      </label>
        <p id="names" class="error" role="status">${ofNames ? besideControl(ofNames) : nothing}</p>
      </div>
      ${domain.map((ends, i) => this.stretch(parameters[i], i, ends, place === `domain.${i}`))}
      <div>
      <div class="row">
        <span class="muted grow">${msg('Least loss, if known')}</span>
        <number-field
          bare
          label=${msg('Least loss, if known')}
          placeholder=${msg('unknown')}
          .value=${minimum}
          .problem=${place === 'minimum' ? problem : undefined}
          @change=${(event: CustomEvent<number | null>) => this.bottom(event.detail)}
        ></number-field>
      </div>
        <p class="error" role="status">
          ${below === null || minimum === null ? nothing : msg(str`A loss of ${lossText(below, minimum)} was reached, which is lower. Type what is the least, or leave the field empty.`)}
        </p>
      </div>
    `;
  }

  /** From where to where a parameter's domain goes. */
  private stretch(name: string, parameter: number, [low, high]: readonly [number, number], isRefused: boolean) {
    const end = (label: string, side: 0 | 1, value: number) =>
      html`<number-field
        bare
        label=${label}
        .value=${value}
        .problem=${isRefused ? domainProblem([low, high], side) : undefined}
        @change=${this.bound(parameter, side)}
      ></number-field>`;
    return html`<div class="row">
      <span class="muted grow">${msg(str`${name} from`)}</span>
      ${end(msg(str`${name} from`), 0, low)}
      <span class="muted">${msg('to')}</span>
      ${end(msg(str`${name} to`), 1, high)}
    </div>`;
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

/** A loss as it is told beside another one: what is nothing beside that is 0. */
const lossText = (loss: number, beside: number) =>
  formatNumber(Math.abs(loss) <= 1e-9 * Math.abs(beside) ? 0 : loss, 6);

/** The field that a refusal is about: `formula` where it is none of the others. */
function fieldOf(problem: Error): string {
  const field = problem instanceof BadExperiment ? problem.field.replace(/^objective\./, '') : '';
  return field.match(/^(parameters|domain\.\d+|minimum)\b/)?.[0] ?? 'formula';
}

/** Why one end of a domain cannot be what it is; undefined where the other end is what is wrong. */
function domainProblem(ends: readonly [number, number], side: 0 | 1): Error | undefined {
  if (Math.abs(ends[side]) > LIMITS.coordinate) {
    return new Error(
      msg(str`It may lie between ${formatNumber(-LIMITS.coordinate)} and ${formatNumber(LIMITS.coordinate)}.`),
    );
  }
  if (Math.abs(ends[1 - side]) > LIMITS.coordinate) return undefined;
  const other = formatNumber(ends[1 - side], 6);
  return new Error(side === 0 ? msg(str`It must be below ${other}.`) : msg(str`It must be above ${other}.`));
}

declare global {
  interface HTMLElementTagNameMap {
    'formula-editor': FormulaEditor;
  }
}

import { css, html, LitElement, nothing, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Experiment, ResolvedObjective } from '../../experiment/index.ts';
import { FormulaError } from '../../formula/index.ts';
import { controls } from '../parts/controls.css.ts';
import '../parts/number-field.ts';
import { besideControl } from '../parts/sentences.ts';

/** An objective as it is typed. */
export interface TypedFormula {
  readonly formula: string;
  readonly parameters: string[];
  readonly domain: [number, number][];
}

/** A formula typed by hand, with the place of an error under it. Fires `change` with a `TypedFormula`. */
@customElement('formula-editor')
export class FormulaEditor extends LitElement {
  static override styles = [
    controls,
    css`
      :host {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: 8px;
        margin-top: 8px;
      }
      textarea,
      pre {
        width: 100%;
        margin: 0;
        font: 13px / 20px ui-monospace, monospace;
        padding: 4px 6px;
      }
      textarea {
        display: block;
        resize: vertical;
        min-height: 68px;
      }
      pre {
        overflow-x: auto;
        color: var(--error);
      }
      .field {
        display: flex;
        flex-wrap: wrap;
        align-items: baseline;
        gap: 0 8px;
      }
      .field input {
        flex: 1;
        min-width: 0;
        text-align: right;
      }
      .field number-field {
        display: contents;
      }
      .grow {
        flex: 1;
      }
    `,
  ];

  /** The experiment's objective. */
  @property({ attribute: false }) input!: Experiment['objective'];
  /** The objective that runs: what is typed begins with it. */
  @property({ attribute: false }) objective!: ResolvedObjective;
  /** Why what is typed cannot run. */
  @property({ attribute: false }) problem: Error | undefined;

  @state() private typed: TypedFormula | null = null;

  private get current(): TypedFormula {
    const { formula, parameters, domain } = this.objective;
    return this.typed ?? { formula, parameters: [...parameters], domain: domain.map(([low, high]) => [low, high]) };
  }

  override willUpdate(changed: PropertyValues<this>): void {
    const { input, typed } = this;
    // A formula that came from elsewhere takes the place of the one that is typed.
    if (changed.has('input') && typeof input !== 'string' && input.formula !== typed?.formula) this.typed = null;
  }

  override render() {
    const { formula, parameters, domain } = this.current;
    const { problem } = this;
    return html`
      <label>
        <span class="muted">Loss as a formula</span>
        <textarea
          rows="3"
          spellcheck="false"
          autocapitalize="off"
          autocomplete="off"
          .value=${formula}
          aria-invalid=${problem ? 'true' : 'false'}
          aria-describedby="problem"
          @input=${(event: Event) => this.write((event.target as HTMLTextAreaElement).value)}
          @keydown=${this.onKey}
        ></textarea>
      </label>
      <div id="problem" role="status">
        ${problem instanceof FormulaError ? html`<pre aria-hidden="true">${pointAt(formula, problem)}</pre>` : nothing}
        ${problem ? html`<p class="error">${besideControl(problem)} The last valid formula runs on.</p>` : nothing}
      </div>
      <label class="field">
        <span class="muted">Parameters</span>
        <input
          type="text"
          spellcheck="false"
          autocapitalize="off"
          .value=${parameters.join(', ')}
          @change=${(event: Event) => this.rename((event.target as HTMLInputElement).value)}
        />
      </label>
      ${domain.slice(0, 2).map(
        ([low, high], i) => html`<div class="field">
          <span class="muted grow">${parameters[i]} from</span>
          <number-field bare label="${parameters[i]} from" .value=${low} @change=${this.bound(i, 0)}></number-field>
          <span class="muted">to</span>
          <number-field bare label="${parameters[i]} to" .value=${high} @change=${this.bound(i, 1)}></number-field>
        </div>`,
      )}
      <p class="small muted">
        + − * / ^, sqrt, exp, log, sin, cos, tanh, abs, min, max, if(a &lt; b, c, d), pi; names with =, lines apart
        with ;
      </p>
    `;
  }

  /** An empty line at the end, as pasted text may have it, would be where errors at the end are found. */
  private write(text: string): void {
    this.change({ formula: text.replace(/\s*\n\s*$/, '') });
  }

  /** Enter in a field says that all is typed, and so it is: every letter is taken at once. */
  private onKey(event: KeyboardEvent): void {
    if (event.key === 'Enter' && !event.isComposing) event.preventDefault();
  }

  private rename(text: string): void {
    const parameters = text.split(/[\s,;]+/).filter((name) => name !== '');
    const { domain } = this.current;
    this.change({ parameters, domain: parameters.map((_, i) => domain[i] ?? [-5, 5]) });
  }

  private bound(parameter: number, end: 0 | 1) {
    return (event: CustomEvent<number>) => {
      const domain = this.current.domain.map(([low, high]) => [low, high] as [number, number]);
      domain[parameter][end] = event.detail;
      this.change({ domain });
    };
  }

  private change(part: Partial<TypedFormula>): void {
    this.typed = { ...this.current, ...part };
    this.dispatchEvent(new CustomEvent<TypedFormula>('change', { detail: this.typed }));
  }
}

/** The line of a formula that holds an error, with a mark under the place. */
function pointAt(formula: string, error: FormulaError): string {
  const line = formula.split('\n')[error.position.line - 1] ?? '';
  return `${line}\n${' '.repeat(error.position.column - 1)}▲`;
}

declare global {
  interface HTMLElementTagNameMap {
    'formula-editor': FormulaEditor;
  }
}

import { msg, str } from '@lit/localize';
import { css, html, LitElement, nothing, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { FormulaError } from '../../formula/index.ts';
import { controls } from '../parts/controls.css.ts';
import { besideControl } from '../parts/sentences.ts';

/** Characters of a line that are shown with a mark, and those of them before it. */
const LONGEST = 27;
const BEFORE = 18;

/** A formula typed by hand, with the place of an error under it. Fires `change` with the text at every letter. */
@customElement('formula-field')
export class FormulaField extends LitElement {
  static override shadowRootOptions = { ...LitElement.shadowRootOptions, delegatesFocus: true };

  static override styles = [
    controls,
    css`
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
        /* As high as what it holds, where the browser can. */
        field-sizing: content;
        min-height: 30px;
        max-height: 240px;
      }
      pre {
        overflow-x: hidden;
        color: var(--error);
      }
    `,
  ];

  @property() label = '';
  /** The formula that holds. */
  @property() text = '';
  /** Lines that the field has at first. */
  @property({ type: Number }) rows = 2;
  /** Why what is typed cannot run. */
  @property({ attribute: false }) problem: Error | undefined;

  /** What is typed, while it is not what holds. */
  @state() private typed: string | null = null;

  override willUpdate(changed: PropertyValues<this>): void {
    // A formula that came from elsewhere takes the place of what is typed; one that is refused waits to be mended.
    if (changed.has('text') && !this.problem && this.text !== this.typed) this.typed = null;
  }

  override render() {
    const { label, rows, problem } = this;
    const text = this.typed ?? this.text;
    const place = problem && placeIn(text, problem);
    return html`
      <label>
        <span class="muted">${label}</span>
        <textarea
          rows=${rows}
          spellcheck="false"
          autocapitalize="off"
          autocomplete="off"
          .value=${text}
          aria-invalid=${problem ? 'true' : 'false'}
          aria-describedby="problem"
          @input=${(event: Event) => this.write((event.target as HTMLTextAreaElement).value)}
          @change=${(event: Event) => event.stopPropagation()}
          @keydown=${this.onKey}
        ></textarea>
      </label>
      <div id="problem" role="status">
        ${place === undefined ? nothing : html`<pre aria-hidden="true">${place}</pre>`}
        ${problem ? html`<p class="error">${msg(str`${besideControl(problem)} The last valid formula runs on.`)}</p>` : nothing}
      </div>
    `;
  }

  /** An empty line at the end, as pasted text may have it, would be where errors at the end are found. */
  private write(text: string): void {
    this.typed = text.replace(/\s*\n\s*$/, '');
    this.dispatchEvent(new CustomEvent<string>('change', { detail: this.typed }));
  }

  /** Enter in a field says that all is typed, and so it is: every letter is taken at once. */
  private onKey(event: KeyboardEvent): void {
    if (event.key === 'Enter' && !event.isComposing) event.preventDefault();
  }
}

/** The line of a text that holds an error, with a mark under the place; undefined where the error is none of this text. */
function placeIn(text: string, problem: Error): string | undefined {
  const error = problem instanceof FormulaError ? problem : problem.cause;
  if (!(error instanceof FormulaError) || error.text !== text) return undefined;
  const { line, column } = error.position;
  const whole = text.split('\n')[line - 1] ?? '';
  const from = whole.length <= LONGEST ? 0 : Math.max(0, column - 1 - BEFORE);
  const cut = `${from > 0 ? '…' : ''}${whole.slice(from, from + LONGEST)}`;
  return `${cut}\n${' '.repeat(column - 1 - from + (from > 0 ? 1 : 0))}▲`;
}

declare global {
  interface HTMLElementTagNameMap {
    'formula-field': FormulaField;
  }
}

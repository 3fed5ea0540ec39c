import { css, html, LitElement, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { controls } from './controls.css.ts';
import { ENTRY_ROOM, formatEntry, parseNumber, typingProblem } from './numbers.ts';
import { besideControl } from './sentences.ts';

/** Widths in letters: of what formatEntry writes at most, its point half as wide as a digit, and of what is typed. */
const [USUAL, LONGEST] = [7.5, 11];

/**
 * A typed number. Fires `change` with the number as its detail when one is entered, or null where the field may be empty and is; what
 * cannot be read, or is refused, stays in the field with a sentence under it.
 */
@customElement('number-field')
export class NumberField extends LitElement {
  static override styles = [
    controls,
    css`
      label {
        display: flex;
        align-items: center;
        justify-content: space-between;
        gap: 8px;
      }
      input {
        /* As wide as what it holds, and the padding. */
        width: var(--entry-width, calc(var(--letters) + 14px));
        text-align: right;
      }
      input::placeholder {
        color: var(--muted);
        opacity: 1;
      }
      /* A row that lays out the field's parts among its own has a line for the message at its end. */
      p {
        order: 1;
        flex-basis: 100%;
      }
      .hidden {
        position: absolute;
        width: 1px;
        height: 1px;
        overflow: hidden;
        clip-path: inset(50%);
      }
    `,
  ];

  @property() label = '';
  /** Shows the field alone; the label stays for those who listen. */
  @property({ type: Boolean }) bare = false;
  /** The number; null where the field may be empty and is. */
  @property({ type: Number }) value: number | null = 0;
  /** What an empty field stands for; without it a field may not be empty. */
  @property() placeholder: string | undefined;
  /** Whether only whole numbers make sense. */
  @property({ type: Boolean }) whole = false;
  /** How the value is written; `parseNumber` must read it. */
  @property({ attribute: false }) format: (value: number) => string = formatEntry;
  /** Why the last number was refused. */
  @property({ attribute: false }) problem: Error | undefined;

  /** What is being typed; null while the field shows its value. */
  @state() private typed: string | null = null;

  override willUpdate(changed: Map<string, unknown>): void {
    // A value from elsewhere replaces what is typed; what was refused waits to be mended.
    if (changed.has('value') && !this.problem && !this.holdsTyped) this.typed = null;
  }

  override render() {
    const text = this.typed ?? (this.value === null ? '' : this.format(this.value));
    const refused = this.problem && besideControl(this.problem);
    const message = this.typed === null ? null : (this.typingProblem(this.typed) ?? refused);
    const letters = text.length > ENTRY_ROOM ? Math.min(text.length, LONGEST) : USUAL;
    return html`
      <label>
        <span class=${this.bare ? 'hidden' : ''}>${this.label}</span>
        <input
          type="text"
          inputmode="decimal"
          autocomplete="off"
          spellcheck="false"
          style="--letters: ${letters}ch"
          .value=${text}
          placeholder=${this.placeholder ?? nothing}
          title=${this.typed === null && this.value !== null && parseNumber(text) !== this.value ? String(this.value) : nothing}
          aria-invalid=${message ? 'true' : 'false'}
          aria-describedby="message"
          ?data-settled=${this.typed === null || (this.holdsTyped && !this.problem)}
          @focus=${(event: Event) => (event.target as HTMLInputElement).select()}
          @input=${this.onInput}
          @change=${this.onChange}
          @blur=${this.onBlur}
          @keydown=${this.onKey}
        />
      </label>
      <p id="message" class="error" role="status">${message || nothing}</p>
    `;
  }

  private onInput(event: Event): void {
    this.typed = (event.target as HTMLInputElement).value;
  }

  private onChange(event: Event): void {
    // The native event says nothing of the number.
    event.stopPropagation();
    const { typed } = this;
    if (typed === null || this.typingProblem(typed) !== null) return;
    this.dispatchEvent(new CustomEvent('change', { detail: this.isEmpty(typed) ? null : parseNumber(typed) }));
  }

  private typingProblem(typed: string): string | null {
    return this.isEmpty(typed) ? null : typingProblem(typed, this.whole);
  }

  private isEmpty(typed: string): boolean {
    return this.placeholder !== undefined && typed.trim() === '';
  }

  private onBlur(): void {
    if (this.holdsTyped && !this.problem) this.typed = null;
  }

  private get holdsTyped(): boolean {
    if (this.typed === null) return false;
    return this.isEmpty(this.typed) ? this.value === null : parseNumber(this.typed) === this.value;
  }

  private onKey(event: KeyboardEvent): void {
    if (event.key === 'Escape') this.typed = null;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'number-field': NumberField;
  }
}

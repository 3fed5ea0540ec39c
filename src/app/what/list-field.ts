import { msg } from '@lit/localize';
import { css, html, LitElement, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { controls } from '../parts/controls.css.ts';
import { parseNumber } from '../parts/numbers.ts';
import { besideControl } from '../parts/sentences.ts';
import { form } from './form.css.ts';

/** A list of numbers typed with commas between them. Fires `change` with the numbers. */
@customElement('list-field')
export class ListField extends LitElement {
  static override styles = [
    controls,
    form,
    css`
      input {
        flex: 1;
        min-width: 0;
        text-align: right;
      }
    `,
  ];

  @property() name = '';
  @property({ attribute: false }) values: readonly number[] = [];
  /** Why the last list was refused. */
  @property({ attribute: false }) problem: Error | undefined;

  /** What is typed and cannot be taken, or was refused. */
  @state() private typed: string | null = null;

  override willUpdate(changed: PropertyValues<this>): void {
    const { typed, values, problem } = this;
    if (changed.has('values') && !problem && String(typed && readList(typed)) !== String(values)) this.typed = null;
  }

  override render() {
    const text = this.typed ?? this.values.join(', ');
    const unread = this.typed !== null && readList(this.typed) === null;
    const message = unread ? msg('Type numbers with commas between them, such as 100, 200.') : this.refused;
    return html`<label class="row">
        <span>${this.name}</span>
        <input
          type="text"
          autocomplete="off"
          spellcheck="false"
          .value=${text}
          aria-invalid=${message ? 'true' : 'false'}
          aria-describedby="message"
          @change=${this.onChange}
        />
      </label>
      <p id="message" class="error" role="status">${message}</p>`;
  }

  private get refused(): string {
    return this.problem && this.typed !== null ? besideControl(this.problem) : '';
  }

  private onChange(event: Event): void {
    event.stopPropagation();
    this.typed = (event.target as HTMLInputElement).value;
    const values = readList(this.typed);
    if (values) this.dispatchEvent(new CustomEvent<number[]>('change', { detail: values }));
  }
}

/** Numbers with commas or blanks between them; null where a part is none. */
function readList(text: string): number[] | null {
  const parts = text.split(/[\s,;]+/).filter((part) => part !== '');
  const values = parts.map(parseNumber);
  return values.length > 0 && values.every(Number.isFinite) ? values : null;
}

declare global {
  interface HTMLElementTagNameMap {
    'list-field': ListField;
  }
}

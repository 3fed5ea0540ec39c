import { msg, str } from '@lit/localize';
import { css, html, LitElement } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { NETWORK_LIMITS } from '../../experiment/index.ts';
import { controls } from '../parts/controls.css.ts';
import { besideControl } from '../parts/sentences.ts';
import { form } from '../what/form.css.ts';
import { isPossible, MOST_HIDDEN, typedUnits } from './typed-units.ts';

/** The widths of a network's hidden layers as they are typed, from the first: `16, 16`; nothing for no hidden layer. Fires `change` with the numbers. */
@customElement('hidden-units')
export class HiddenUnits extends LitElement {
  static override styles = [
    controls,
    form,
    css`
      input {
        width: calc(12ch + 14px);
        text-align: right;
      }
    `,
  ];

  /** Other numbers take the place of what is typed; the same ones, made anew with the network, do not. */
  @property({ attribute: false, hasChanged: (a, b) => String(a) !== String(b) }) units: readonly number[] = [];

  /** Why the network that they were last asked for was refused. */
  @property({ attribute: false }) problem: Error | undefined;

  /** What is typed and is not taken. */
  @state() private typed: string | null = null;

  override willUpdate(changed: Map<string, unknown>): void {
    // What was refused stands until something else is asked for.
    if (changed.has('units') || (changed.get('problem') && !this.problem)) this.typed = null;
  }

  override render() {
    const { typed, problem } = this;
    const told = typed === null ? null : typingProblem(typed);
    return html`<label class="row">
        <span class="grow muted">${msg('Hidden units')}</span>
        <input
          type="text"
          inputmode="numeric"
          autocomplete="off"
          spellcheck="false"
          placeholder=${msg('none')}
          .value=${typed ?? this.units.join(', ')}
          aria-invalid=${told || problem ? 'true' : 'false'}
          aria-describedby="message"
          @change=${this.onChange}
        />
      </label>
      <p id="message" class="error" role="status">
        ${told ?? (problem ? besideControl(problem) : '')}
      </p>`;
  }

  private onChange(event: Event): void {
    event.stopPropagation();
    const { value } = event.target as HTMLInputElement;
    const units = typedUnits(value);
    this.typed = value;
    if (units !== null && isPossible(units)) this.dispatchEvent(new CustomEvent<number[]>('change', { detail: units }));
  }
}

/** Why widths that are typed are none; null where they are, whatever network they make. */
function typingProblem(typed: string): string | null {
  const units = typedUnits(typed);
  if (units === null) return msg('Type whole numbers with commas between them, such as 16, 16.');
  if (isPossible(units)) return null;
  return msg(str`There may be up to ${MOST_HIDDEN} hidden layers, each of up to ${NETWORK_LIMITS.width} units.`);
}

declare global {
  interface HTMLElementTagNameMap {
    'hidden-units': HiddenUnits;
  }
}

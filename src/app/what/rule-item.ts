import { msg, str } from '@lit/localize';
import { css, html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import { ruleKinds, rules } from '../../catalogue/index.ts';
import { LIMITS, type TypedRule } from '../../experiment/index.ts';
import { translated } from '../locale/translated.ts';
import { controls } from '../parts/controls.css.ts';
import type { RuleInput } from '../rule-edits.ts';
import { form } from './form.css.ts';
import './typed-rule-editor.ts';
import './typeset-formula.ts';

/** What a rule of a list asks for. */
export type RuleCommand =
  | { readonly kind: 'choose'; readonly name: string }
  | { readonly kind: 'write'; readonly rule: TypedRule }
  | { readonly kind: 'move'; readonly by: 1 | -1 }
  | { readonly kind: 'own' | 'insert' | 'remove' };

/** The option of a rule of one's own. */
const OWN = 'own';

/** One rule of an optimizer: which one, its formula, its place in the list. Fires `command` with a `RuleCommand`. */
@customElement('rule-item')
export class RuleItem extends LitElement {
  static override styles = [
    controls,
    form,
    css`
      .row {
        flex-wrap: nowrap;
      }
      typeset-formula {
        margin-top: 4px;
      }
    `,
  ];

  @property({ attribute: false }) rule!: RuleInput;
  /** Its place in the list, from 0. */
  @property({ type: Number }) place = 0;
  /** Rules in the list. */
  @property({ type: Number }) count = 1;
  /** Why what is typed cannot run. */
  @property({ attribute: false }) problem: Error | undefined;

  override render() {
    const { rule, place, count } = this;
    const known = typeof rule === 'string' ? rules.find(({ name }) => name === rule) : undefined;
    const number = place + 1;
    return html`
      <div class="row">
        <span class="muted" aria-hidden="true">${number}</span>
        <select class="grow" aria-label=${msg(str`Rule ${number}`)} title=${known?.source ?? nothing} @change=${this.onChoose}>
          ${ruleKinds.map(
            (kind) => html`<optgroup label=${translated(kind.title)}>
              ${kind.rules.map(
                ({ name, title }) =>
                  html`<option value=${name} .selected=${live(name === rule)}>${translated(title)}</option>`,
              )}
            </optgroup>`,
          )}
          <option value=${OWN} .selected=${live(typeof rule !== 'string')}>${msg('a rule of your own')}</option>
        </select>
      </div>
      ${
        typeof rule === 'string'
          ? html`<typeset-formula .formula=${known?.formula ?? rule}></typeset-formula>`
          : html`<typed-rule-editor
              .rule=${rule}
              .place=${place}
              .problem=${this.problem}
              @write=${({ detail }: CustomEvent<TypedRule>) => this.tell({ kind: 'write', rule: detail })}
            ></typed-rule-editor>`
      }
      <div class="actions" role="group" aria-label=${msg(str`Rule ${number}`)}>
        <button class="quiet" ?disabled=${place === 0} @click=${() => this.tell({ kind: 'move', by: -1 })}>${msg('up')}</button>
        <button class="quiet" ?disabled=${place === count - 1} @click=${() => this.tell({ kind: 'move', by: 1 })}>
          ${msg('down')}
        </button>
        <button
          class="quiet"
          ?disabled=${count >= LIMITS.rules}
          title=${msg('The same rule once more, to be exchanged for another')}
          @click=${() => this.tell({ kind: 'insert' })}
        >
          ${msg('insert above')}
        </button>
        <button class="quiet" @click=${() => this.tell({ kind: 'remove' })}>${msg('remove')}</button>
      </div>
    `;
  }

  private onChoose(event: Event): void {
    const name = (event.target as HTMLSelectElement).value;
    this.tell(name === OWN ? { kind: 'own' } : { kind: 'choose', name });
  }

  private tell(detail: RuleCommand): void {
    this.dispatchEvent(new CustomEvent<RuleCommand>('command', { detail }));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'rule-item': RuleItem;
  }
}

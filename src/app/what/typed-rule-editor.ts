import { msg, str } from '@lit/localize';
import { css, html, LitElement, nothing, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { TypedRule } from '../../experiment/index.ts';
import { controls } from '../parts/controls.css.ts';
import { form } from './form.css.ts';
import './formula-field.ts';
import '../parts/number-field.ts';
import { parseNumber } from '../parts/numbers.ts';
import { readRule, withNewHyperparameter } from './typed-rule.ts';
import './typeset-formula.ts';

/** A rule of one's own: its text, first values of its state, defaults of its hyperparameters. Fires `write` with a `TypedRule`. */
@customElement('typed-rule-editor')
export class TypedRuleEditor extends LitElement {
  static override styles = [
    controls,
    form,
    css`
      :host {
        margin-top: 4px;
      }
      .state input {
        flex: 0 1 96px;
        min-width: 0;
        text-align: right;
      }
      .row {
        padding-block: 2px;
      }
      button {
        margin-block: 4px;
      }
      .symbol {
        font: 13px / 20px ui-monospace, monospace;
      }
    `,
  ];

  @property({ attribute: false }) rule!: TypedRule;
  /** Its place in the list, from 0. */
  @property({ type: Number }) place = 0;
  /** Why what is typed cannot run. */
  @property({ attribute: false }) problem: Error | undefined;

  /** What is typed, while it cannot run yet. */
  @state() private typed: TypedRule | null = null;

  override willUpdate(changed: PropertyValues<this>): void {
    // A rule that came from elsewhere takes the place of what is typed; one that is refused waits to be mended.
    const { rule, typed, problem } = this;
    if (changed.has('rule') && !problem && JSON.stringify(rule) !== JSON.stringify(typed)) this.typed = null;
  }

  override render() {
    const { problem } = this;
    const current = this.typed ?? this.rule;
    const { rule, unknown } = readRule(current.formula, current);
    const number = this.place + 1;
    return html`
      <formula-field
        label=${msg(str`Rule ${number} as a formula`)}
        .text=${current.formula}
        .problem=${problem}
        @change=${({ detail }: CustomEvent<string>) => this.write(readRule(detail, current).rule)}
      ></formula-field>
      ${unknown.map(
        (name) => html`<button class="small" @click=${() => this.write(withNewHyperparameter(rule, name))}>
          ${msg(str`make ${name} a hyperparameter`)}
        </button>`,
      )}
      ${problem ? nothing : html`<typeset-formula .formula=${rule.formula}></typeset-formula>`}
      ${Object.entries(rule.state).map(
        ([name, first]) => html`<label class="row state">
          <span class="grow"><span class="symbol">${name}</span> <span class="muted">${msg('is kept; at first')}</span></span>
          <input
            type="text"
            autocomplete="off"
            spellcheck="false"
            .value=${String(first)}
            @change=${(event: Event) => this.begin(rule, name, (event.target as HTMLInputElement).value)}
          />
        </label>`,
      )}
      ${Object.entries(rule.hyperparameters).map(
        ([name, value]) => html`<div class="row">
          <span class="grow"><span class="symbol">${name}</span> <span class="muted">${msg('by default')}</span></span>
          <number-field
            bare
            label=${msg(str`${name} by default`)}
            .value=${value}
            @change=${({ detail }: CustomEvent<number>) => this.set(rule, name, detail)}
          ></number-field>
        </div>`,
      )}
      <p class="small muted">
        ${msg('Change u or g. Known are theta, t, eta, h, lr, norm(a), dot(a, b); a name that is read before it is assigned is kept from step to step.')}
      </p>
    `;
  }

  /** A number, or a formula of hyperparameters and theta. */
  private begin(rule: TypedRule, name: string, text: string): void {
    const value = parseNumber(text);
    this.write({ ...rule, state: { ...rule.state, [name]: Number.isNaN(value) ? text.trim() : value } });
  }

  private set(rule: TypedRule, name: string, value: number): void {
    this.write({ ...rule, hyperparameters: { ...rule.hyperparameters, [name]: value } });
  }

  private write(rule: TypedRule): void {
    this.typed = rule;
    this.dispatchEvent(new CustomEvent<TypedRule>('write', { detail: rule }));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'typed-rule-editor': TypedRuleEditor;
  }
}

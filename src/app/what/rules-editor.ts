import { msg, str } from '@lit/localize';
import { css, html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { ruleKinds } from '../../catalogue/index.ts';
import { type Experiment, LIMITS, type OptimizerInput, type Plan } from '../../experiment/index.ts';
import type { Edit } from '../edits.ts';
import { translated } from '../locale/translated.ts';
import { controls } from '../parts/controls.css.ts';
import { problemLine } from '../parts/problem-line.ts';
import { rulesOf, typedFrom, withRuleAt, withRuleInserted, withRuleMoved, withRuleRemoved } from '../rule-edits.ts';
import { form } from './form.css.ts';
import { requestEdit } from './requests.ts';
import type { RuleCommand } from './rule-item.ts';
import './rule-item.ts';
import { FIRST_RULE } from './typed-rule.ts';

/** The option of a rule of one's own. */
const OWN = 'own';

/** What an optimizer does at each step, rule by rule: they are exchanged, moved, added, removed, and typed. */
@customElement('rules-editor')
export class RulesEditor extends LitElement {
  static override styles = [
    controls,
    form,
    css`
      ol {
        list-style: none;
        margin: 0;
        padding: 0;
      }
      li + li {
        margin-top: 8px;
      }
      :host {
        border-block: 1px solid var(--hairline);
        padding-block: 4px 8px;
      }
      select {
        width: 100%;
        margin-top: 8px;
      }
    `,
  ];

  @property({ type: Number }) index = 0;
  @property({ attribute: false }) input!: OptimizerInput;
  @property({ attribute: false }) experiment!: Experiment;
  @property({ attribute: false }) plan!: Plan;
  @property({ attribute: false }) problems: ReadonlyMap<string, Error> = new Map();

  override render() {
    const { input, experiment, problems, index } = this;
    const rules = rulesOf(input, experiment);
    return html`
      <p class="small muted">
        ${msg('u begins as the gradient g. Each rule changes it; at last θ ← θ − η·u.')}
        ${input.rules ? nothing : msg('A change makes this optimizer one of your own.')}
      </p>
      <ol aria-label=${msg(str`Rules of optimizer ${index + 1}`)}>
        ${repeat(
          rules,
          (_, place) => place,
          (rule, place) => html`<li>
            <rule-item
              .rule=${rule}
              .place=${place}
              .count=${rules.length}
              .problem=${problems.get(this.control(place))}
              @command=${({ detail }: CustomEvent<RuleCommand>) => this.onCommand(place, detail)}
            ></rule-item>
          </li>`,
        )}
      </ol>
      ${rules.length === 0 ? html`<p class="small">${msg('No rule: u is the gradient, as in plain gradient descent.')}</p>` : nothing}
      <select
        aria-label=${msg('Add a rule at the end')}
        ?disabled=${rules.length >= LIMITS.rules}
        @change=${(event: Event) => this.onAdd(event.target as HTMLSelectElement, rules.length)}
      >
        <option value="" selected>${msg('add a rule…')}</option>
        ${ruleKinds.map(
          ({ title, rules }) => html`<optgroup label=${translated(title)}>
            ${rules.map((rule) => html`<option value=${rule.name}>${translated(rule.title)}</option>`)}
          </optgroup>`,
        )}
        <option value=${OWN}>${msg('a rule of your own…')}</option>
      </select>
      ${problemLine(problems.get(this.control()))}
    `;
  }

  private onAdd(select: HTMLSelectElement, place: number): void {
    const { value } = select;
    select.value = '';
    if (value === '') return;
    this.edit(withRuleInserted(this.index, place, value === OWN ? FIRST_RULE : value, this.plan));
  }

  private onCommand(place: number, command: RuleCommand): void {
    this.edit(this.changeOf(place, command), command.kind === 'write' ? place : undefined);
  }

  private changeOf(place: number, command: RuleCommand): Edit {
    const { index, plan, input } = this;
    const rule = rulesOf(input, this.experiment)[place];
    switch (command.kind) {
      case 'write':
        return withRuleAt(index, place, command.rule, plan);
      case 'choose':
        return withRuleAt(index, place, command.name, plan);
      case 'own':
        return withRuleAt(index, place, typeof rule === 'string' ? typedFrom(rule, input) : rule, plan);
      case 'insert':
        return withRuleInserted(index, place, rule, plan);
      case 'move':
        return withRuleMoved(index, place, place + command.by, plan);
      case 'remove':
        return withRuleRemoved(index, place, plan);
    }
  }

  /** Names the rule's place for what is typed, or the list as a whole. */
  private control(place?: number): string {
    return `optimizers.${this.index}.rules${place === undefined ? '' : `.${place}`}`;
  }

  private edit(change: Edit, place?: number): void {
    requestEdit(this, this.control(place), change);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'rules-editor': RulesEditor;
  }
}

import { msg, str } from '@lit/localize';
import { css, html, LitElement } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Experiment, Plan } from '../../experiment/index.ts';
import { withOutcome } from '../edits.ts';
import { controls } from '../parts/controls.css.ts';
import '../parts/number-field.ts';
import { formatEntry } from '../parts/numbers.ts';
import { form } from './form.css.ts';
import { requestEdit } from './requests.ts';

type Threshold = keyof Experiment['outcomes'];

/** Each threshold, what it is called, and what it means. */
const thresholds = (): readonly (readonly [Threshold, label: string, meaning: string])[] => [
  ['escape', msg('Escape'), msg('diverged: farther from the origin than this')],
  ['bound', msg('Bound'), msg('diverged: a loss larger than this')],
  ['gradient', msg('Gradient'), msg('vanished: a gradient whose norm is at most this')],
  ['distance', msg('Distance'), msg('arrived at a minimum or saddle: nearer than this')],
];

/** The thresholds by which outcomes are told, folded away: hardly anyone changes them. */
@customElement('outcome-thresholds')
export class OutcomeThresholds extends LitElement {
  static override styles = [
    controls,
    form,
    css`
      :host {
        --entry-width: calc(7.5ch + 14px);
      }
      .row + p {
        margin-bottom: 4px;
      }
    `,
  ];

  @property({ attribute: false }) experiment!: Experiment;
  @property({ attribute: false }) plan!: Plan;
  @property({ attribute: false }) problems: ReadonlyMap<string, Error> = new Map();

  override render() {
    return html`<details>
      <summary>${msg('how outcomes are told')}</summary>
      ${thresholds().map(
        ([name, label, meaning]) => html`<div class="row">
          <span class="grow" aria-hidden="true">${label}</span>
          <number-field
            bare
            label=${msg(str`${label}, ${meaning}`)}
            placeholder=${this.usual(name)}
            .value=${this.experiment.outcomes[name] ?? null}
            .problem=${this.problems.get(`outcomes.${name}`)}
            @change=${({ detail }: CustomEvent<number | null>) =>
              requestEdit(this, `outcomes.${name}`, withOutcome(name, detail ?? undefined))}
          ></number-field>
          </div>
          <p class="small muted" aria-hidden="true">${meaning}</p>`,
      )}
      <p class="small muted">${msg('An empty field takes the value that follows from the surface.')}</p>
    </details>`;
  }

  /** What an empty field stands for. */
  private usual(name: Threshold): string {
    return this.experiment.outcomes[name] === undefined ? formatEntry(this.plan.outcomes[name]) : msg('usual');
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'outcome-thresholds': OutcomeThresholds;
  }
}

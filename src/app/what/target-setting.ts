import { msg, str } from '@lit/localize';
import { css, html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import type { Experiment, Plan } from '../../experiment/index.ts';
import { withTarget } from '../edits.ts';
import { controls } from '../parts/controls.css.ts';
import '../parts/number-field.ts';
import { formatNumber } from '../parts/numbers.ts';
import { form } from './form.css.ts';
import { requestEdit } from './requests.ts';

/** The loss that counts as arrived: the objective's, another, or none. */
@customElement('target-setting')
export class TargetSetting extends LitElement {
  static override styles = [
    controls,
    form,
    css`
      select {
        flex: 0 1 auto;
        min-width: 0;
      }
    `,
  ];

  @property({ attribute: false }) experiment!: Experiment;
  @property({ attribute: false }) plan!: Plan;
  /** Why the last target was refused. */
  @property({ attribute: false }) problem: Error | undefined;

  override render() {
    const { target } = this.experiment;
    const usual = this.plan.objective.target;
    const typed = typeof target === 'number';
    // Where an objective has no target of its own, that is none.
    const none = target === null || (target === undefined && usual === null);
    return html`<div class="row">
      <span class="grow" aria-hidden="true">${msg('Target')}</span>
      <select aria-label=${msg('Target')} @change=${this.onChoose}>
        ${
          usual === null
            ? nothing
            : html`<option value="usual" .selected=${live(target === undefined)}>${msg(str`loss ${formatNumber(usual, 6)}`)}</option>`
        }
        <option value="typed" .selected=${live(typed)}>${typed ? msg('loss') : msg('another loss…')}</option>
        <option value="none" .selected=${live(none)}>${msg('none')}</option>
      </select>
      ${
        typed
          ? html`<number-field
              bare
              label=${msg('Target loss')}
              .value=${target}
              .problem=${this.problem}
              @change=${({ detail }: CustomEvent<number>) => this.set(detail)}
            ></number-field>`
          : nothing
      }
    </div>`;
  }

  private onChoose(event: Event): void {
    const { value } = event.target as HTMLSelectElement;
    if (value === 'typed') this.set(this.plan.target ?? this.plan.objective.minimum ?? 0);
    else this.set(value === 'none' ? null : undefined);
  }

  private set(target: number | null | undefined): void {
    requestEdit(this, 'target', withTarget(target));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'target-setting': TargetSetting;
  }
}

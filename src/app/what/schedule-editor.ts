import { msg } from '@lit/localize';
import { css, html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import { type Hyperparameter, schedules, WARM_UP } from '../../catalogue/index.ts';
import type { OptimizerInput, Plan } from '../../experiment/index.ts';
import { nameOf } from '../axes.ts';
import { controls } from '../parts/controls.css.ts';
import { problemLine } from '../parts/problem-line.ts';
import {
  scheduleHyperparameters,
  scheduleText,
  withScheduleFormula,
  withScheduleNamed,
  withScheduleValue,
  withWarmUp,
} from '../schedule-edits.ts';
import { form } from './form.css.ts';
import './formula-field.ts';
import './hyperparameter-row.ts';
import './list-field.ts';
import { translated } from '../locale/translated.ts';
import { requestEdit } from './requests.ts';
import { variedLine } from './varied-line.ts';

/** The option of a schedule of one's own. */
const OWN = 'own';
/** The option of a constant rate with a warm-up before it. */
const WARM = 'warm';

/** How an optimizer's learning rate changes over the run: the schedule, its numbers, the warm-up before it, and what comes of them. */
@customElement('schedule-editor')
export class ScheduleEditor extends LitElement {
  static override styles = [
    controls,
    form,
    css`
      .row {
        flex-wrap: nowrap;
      }
      hyperparameter-row,
      formula-field,
      rate-sparkline {
        margin-top: 4px;
      }
      .check {
        display: flex;
        gap: 4px;
        align-items: center;
        min-height: 28px;
      }
    `,
  ];

  @property({ type: Number }) index = 0;
  @property({ attribute: false }) input!: OptimizerInput;
  @property({ attribute: false }) plan!: Plan;
  @property({ attribute: false }) problems: ReadonlyMap<string, Error> = new Map();

  override render() {
    const { input, plan, index } = this;
    const { schedule } = input;
    const own = schedule?.formula !== undefined;
    const varied = [plan.x, plan.y].some(({ label }) => label.startsWith('schedule.warmup'));
    const warm = Object.keys(WARM_UP).some((name) => schedule?.[name] !== undefined);
    // A constant rate, with which the page opens, is not drawn.
    if (schedule || varied) void import('./rate-sparkline.ts');
    return html`
      <div class="row">
        <label for="schedule">${msg('schedule')}</label>
        <select id="schedule" class="grow" @change=${this.onChoose}>
          ${schedules.map(
            ({ name, title }) =>
              html`<option value=${name} .selected=${live(!own && name === (schedule?.name ?? 'constant'))}>${translated(title)}</option>`,
          )}
          ${schedule ? nothing : html`<option value=${WARM}>${msg('constant after a warm-up')}</option>`}
          <option value=${OWN} .selected=${live(own)}>${msg('your own formula…')}</option>
        </select>
      </div>
      ${problemLine(this.problems.get(this.control('name')))}
      ${
        own
          ? html`<formula-field
                label=${msg('Learning rate as a formula of lr and s, the updates made so far')}
                .text=${schedule.formula ?? ''}
                .problem=${this.problems.get(this.control('formula'))}
                @change=${({ detail }: CustomEvent<string>) =>
                  this.edit('formula', withScheduleFormula(index, detail, plan))}
              ></formula-field>`
          : nothing
      }
      ${scheduleHyperparameters(input).map(([name, spec]) => this.number(name, spec))} ${this.lists()}
      ${
        schedule || varied
          ? html`<label class="check">
              <input type="checkbox" .checked=${live(warm || varied)} ?disabled=${varied} @change=${this.onWarmUp} />
              ${msg('warm-up before it')}
            </label>`
          : nothing
      }
      ${warm || varied ? Object.entries(WARM_UP).map(([name, spec]) => this.number(name, spec)) : nothing}
      ${schedule || varied ? html`<rate-sparkline .index=${index} .plan=${plan}></rate-sparkline>` : nothing}
    `;
  }

  private number(name: string, spec: Hyperparameter) {
    const { plan, index } = this;
    const axes = [plan.x, plan.y];
    const at = axes.findIndex(({ label }) => label === `schedule.${name}`);
    if (at >= 0) return variedLine(name, axes[at], at);
    const value = plan.optimizers[index]?.hyperparameters.get(`schedule.${name}`)?.value;
    const given = this.input.schedule?.[name];
    return html`<hyperparameter-row
      .name=${name}
      .spec=${spec}
      .value=${typeof given === 'number' ? given : (value ?? 0)}
      .problem=${this.problems.get(this.control(name))}
      @change=${({ detail }: CustomEvent<number | null>) =>
        this.edit(name, withScheduleValue(index, name, detail ?? undefined))}
    ></hyperparameter-row>`;
  }

  /** Lists of steps, and their entries that an axis varies. */
  private lists() {
    const { schedule } = this.input;
    const known = schedules.find(({ name }) => name === schedule?.name);
    const axes = [this.plan.x, this.plan.y];
    return Object.entries(known?.lists ?? {}).map(([name, usual]) => {
      const varied = axes.map((axis, at) =>
        axis.label.startsWith(`schedule.${name}.`) ? variedLine(nameOf(axis.label), axis, at) : nothing,
      );
      return html`<list-field
          .name=${name}
          .values=${schedule?.[name] ?? usual}
          .problem=${this.problems.get(this.control(name))}
          @change=${({ detail }: CustomEvent<number[]>) => this.edit(name, withScheduleValue(this.index, name, detail))}
        ></list-field>
        ${varied}`;
    });
  }

  private onChoose(event: Event): void {
    const { index, input, plan } = this;
    const name = (event.target as HTMLSelectElement).value;
    if (name === WARM) this.edit('warmup', withWarmUp(index, true, plan));
    else if (name !== OWN) this.edit('name', withScheduleNamed(index, name, plan));
    else {
      const text = scheduleText(input, plan.steps);
      this.edit('formula', withScheduleFormula(index, text, plan));
    }
  }

  private onWarmUp(event: Event): void {
    this.edit('warmup', withWarmUp(this.index, (event.target as HTMLInputElement).checked, this.plan));
  }

  private control(name: string): string {
    return `optimizers.${this.index}.schedule.${name}`;
  }

  private edit(name: string, change: Parameters<typeof requestEdit>[2]): void {
    requestEdit(this, this.control(name), change);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'schedule-editor': ScheduleEditor;
  }
}

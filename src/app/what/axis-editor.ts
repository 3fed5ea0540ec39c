import { msg, str } from '@lit/localize';
import { css, html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import type { Axis, Plan } from '../../experiment/index.ts';
import type { AxisChoice } from '../axes.ts';
import { type Side, withAxisPart, withVaried } from '../axis-edits.ts';
import { controls } from '../parts/controls.css.ts';
import '../parts/number-field.ts';
import { problemLine } from '../parts/problem-line.ts';
import { form } from './form.css.ts';
import { requestEdit } from './requests.ts';
import { directionName } from './varied-line.ts';

/** One axis of the grid: what it varies, from where to where, in how many cells. */
@customElement('axis-editor')
export class AxisEditor extends LitElement {
  static override styles = [
    controls,
    form,
    css`
      .name {
        flex: 0 0 48px;
      }
      .range {
        --entry-width: 100%;
        display: grid;
        grid-template-columns: minmax(0, 1fr) auto minmax(0, 1fr);
        align-items: start;
        gap: 4px 8px;
        margin: 4px 0 0 56px;
      }
      .range > span {
        line-height: 28px;
      }
    `,
  ];

  @property() side: Side = 'x';
  /** Null where nothing varies along it. */
  @property({ attribute: false }) axis: Axis | null = null;
  @property({ attribute: false }) choices: readonly AxisChoice[] = [];
  @property({ attribute: false }) plan!: Plan;
  @property({ attribute: false }) problems: ReadonlyMap<string, Error> = new Map();

  override render() {
    const { axis, side, choices } = this;
    const at = side === 'x' ? 0 : 1;
    const own = axis?.vary.replace(/^start\./, '');
    const groups = [...new Set(choices.map(({ group }) => group))];
    return html`
      <div class="row">
        <span class="name" aria-hidden="true">${directionName(at)}</span>
        <select class="grow" aria-label=${at === 0 ? msg('Varies across the grid') : msg('Varies up the grid')} @change=${this.onVary}>
          <option value="" .selected=${live(axis === null)}>${msg('nothing')}</option>
          ${groups.map(
            (group) => html`<optgroup label=${group}>
              ${choices
                .filter((each) => each.group === group)
                .map(
                  ({ vary, label }) => html`<option value=${vary} .selected=${live(vary === own)}>${label}</option>`,
                )}
            </optgroup>`,
          )}
        </select>
      </div>
      ${problemLine(this.problems.get(this.control('vary')))} ${axis ? this.range(axis, directionName(at)) : nothing}
    `;
  }

  private range(axis: Axis, direction: string) {
    const { from, to = from, count, scale } = axis;
    return html`<div class="range">
        ${this.number('from', msg(str`From, ${direction}`), from)}
        <span class="muted">${msg('to')}</span>
        ${this.number('to', msg(str`To, ${direction}`), to)} ${this.number('count', msg(str`Cells ${direction}`), count)}
        <span class="muted" aria-hidden="true">${msg('cells')}</span>
        <select
          aria-label=${msg(str`Scale ${direction}`)}
          title=${msg('Even steps from cell to cell, or equal factors')}
          @change=${(event: Event) => this.onScale((event.target as HTMLSelectElement).value as Axis['scale'])}
        >
          <option value="linear" .selected=${live(scale === 'linear')}>${msg('linear')}</option>
          <option value="log" .selected=${live(scale === 'log')}>${msg('log')}</option>
        </select>
      </div>
      ${problemLine(this.problems.get(this.control('scale')))}`;
  }

  private number(part: 'from' | 'to' | 'count', label: string, value: number) {
    return html`<number-field
      bare
      label=${label}
      ?whole=${part === 'count'}
      .value=${value}
      .problem=${this.problems.get(this.control(part))}
      @change=${({ detail }: CustomEvent<number>) => this.edit(part, withAxisPart(this.side, { [part]: detail }, this.plan))}
    ></number-field>`;
  }

  private onVary(event: Event): void {
    const vary = (event.target as HTMLSelectElement).value;
    this.edit('vary', withVaried(this.side, vary === '' ? null : vary, this.plan));
  }

  private onScale(scale: Axis['scale']): void {
    this.edit('scale', withAxisPart(this.side, { scale }, this.plan));
  }

  private control(part: string): string {
    return `grid.${this.side}.${part}`;
  }

  private edit(part: string, change: Parameters<typeof requestEdit>[2]): void {
    requestEdit(this, this.control(part), change);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'axis-editor': AxisEditor;
  }
}

import { html, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';

/** A row with a label and a choice of one of several values, each with its text. */
export function choiceRow(
  label: string,
  options: readonly (readonly [value: string, text: string])[],
  chosen: string,
  choose: (value: string) => void,
): TemplateResult {
  return html`<div class="row">
    <span class="grow muted" aria-hidden="true">${label}</span>
    <select aria-label=${label} @change=${(event: Event) => choose((event.target as HTMLSelectElement).value)}>
      ${options.map(([value, text]) => html`<option value=${value} .selected=${live(value === chosen)}>${text}</option>`)}
    </select>
  </div>`;
}

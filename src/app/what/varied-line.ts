import { html, type TemplateResult } from 'lit';
import type { ResolvedAxis } from '../../experiment/index.ts';
import { formatNumber } from '../parts/numbers.ts';

/**
 * What an axis of the grid gives a quantity instead of one value.
 * @param at 0 for the axis along the columns, 1 for that along the rows
 */
export function variedLine(name: string, { values, scale }: ResolvedAxis, at: number): TemplateResult {
  const [from, to] = [values[0], values[values.length - 1]].map((value) => formatNumber(value, 6));
  const where = at === 0 ? 'from column to column' : 'from row to row';
  const how = scale === 'log' ? ', logarithmic' : '';
  const told = values.length === 1 ? `is ${from} in every cell` : `varies ${where}: ${from} to ${to}${how}`;
  return html`<p class="small"><span class="muted">${name}</span> ${told}</p>`;
}

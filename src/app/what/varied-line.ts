import { msg, str } from '@lit/localize';
import { html, type TemplateResult } from 'lit';
import type { ResolvedAxis } from '../../experiment/index.ts';
import { formatNumber } from '../parts/numbers.ts';

/** What a direction of the grid is called: its columns (0) go across a map, its rows (1) up. */
export const directionName = (at: number) =>
  at === 0 ? msg('across', { id: '#across the grid' }) : msg('up', { id: '#up the grid' });

/**
 * What an axis of the grid gives a quantity instead of one value.
 * @param at 0 for the axis across, 1 for the one up
 */
export function variedLine(name: string, { values, scale }: ResolvedAxis, at: number): TemplateResult {
  const [from, to] = [values[0], values[values.length - 1]].map((value) => formatNumber(value, 6));
  const how = scale === 'log' ? msg(', logarithmic') : '';
  const range =
    at === 0 ? msg(str`${from} to ${to} across the grid${how}`) : msg(str`${from} to ${to} up the grid${how}`);
  const told = values.length === 1 ? msg(str`${from} in every cell`) : range;
  return html`<p class="small" style="padding-block: 4px"><span class="muted">${name}</span> ${told}</p>`;
}

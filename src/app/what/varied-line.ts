import { msg, str } from '@lit/localize';
import { html, type TemplateResult } from 'lit';
import type { ResolvedAxis } from '../../experiment/index.ts';
import { formatNumber } from '../parts/numbers.ts';

/** What the directions of the grid are called: its columns go across a map, its rows up. */
export const DIRECTIONS = ['across', 'up'] as const;

/**
 * What an axis of the grid gives a quantity instead of one value.
 * @param at 0 for the axis across, 1 for the one up
 */
export function variedLine(name: string, { values, scale }: ResolvedAxis, at: number): TemplateResult {
  const [from, to] = [values[0], values[values.length - 1]].map((value) => formatNumber(value, 6));
  const how = scale === 'log' ? ', logarithmic' : '';
  const told =
    values.length === 1 ? msg(str`${from} in every cell`) : msg(str`${from} to ${to} ${DIRECTIONS[at]} the grid${how}`);
  return html`<p class="small" style="padding-block: 4px"><span class="muted">${name}</span> ${told}</p>`;
}

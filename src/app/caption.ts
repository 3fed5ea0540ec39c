import { msg, str } from '@lit/localize';
import { html, type TemplateResult } from 'lit';
import type { Plan } from '../experiment/index.ts';
import { coversDomain, variesStarts } from './grids.ts';
import { betweenSentences, spaceAfter } from './locale/spacing.ts';
import { translated } from './locale/translated.ts';
import { optimizerColor } from './parts/colors.ts';
import { counted } from './parts/counted.ts';
import { formatCount } from './parts/numbers.ts';
import { firstTry, STARTER } from './starter.ts';
import type { Tab } from './view/page-view.ts';

/**
 * One sentence of what is seen, and one thing to try.
 * @param tab what is looked at
 * @param mixedFrom step from which the run goes by other numbers than before; null for none
 */
export function caption(plan: Plan, tab: Tab, mixedFrom: number | null): TemplateResult {
  const { optimizers } = plan;
  const last = optimizers.length - 1;
  const before = (i: number) => {
    if (i === 0) return '';
    return i === last ? `${spaceAfter(optimizers[i - 1].label)}${msg(' and ')}` : msg(', ');
  };
  const names = optimizers.map(
    ({ label }, i) =>
      html`${before(i)}<span class="name"><span class="key" style="background: ${optimizerColor(i)}"></span>${label}</span>`,
  );
  const listed = [names, spaceAfter(optimizers[last].label)];
  return html`${told(plan, listed)}${betweenSentences()}${mixedFrom === null ? html`<span class="muted">${hint(plan, tab)}</span>` : mixedNote(mixedFrom)}`;
}

function told(plan: Plan, listed: unknown) {
  const { objective, cells } = plan;
  if (objective.initialisation) {
    const networks = counted(cells, 'network');
    const [, widths, set] = /^Network (\S+) on (.*)$/.exec(objective.title) ?? [];
    return msg(html`<span>${networks}, each ${widths} on ${translated(set)}, trained by ${listed}.</span>`);
  }
  const title = objective.name === 'typed' ? msg('your formula') : translated(objective.title);
  const surface = `${title}${spaceAfter(title)}`;
  const many = variesStarts(plan) ? counted(cells, 'start') : counted(cells, 'trajectory');
  return coversDomain(plan)
    ? msg(html`<span>${many} all over ${surface}, each moved by ${listed}.</span>`)
    : msg(html`<span>${many} on ${surface}, each moved by ${listed}.</span>`);
}

/** What is to be said of a run that goes by other numbers from a step on. */
export function mixedNote(from: number): TemplateResult {
  return html`<strong>${msg(str`Changed at step ${formatCount(from)}`)}</strong>${msg(': counts mix what was before and after. Reset reruns it all.')}`;
}

function hint(plan: Plan, tab: Tab): string {
  const { experiment, optimizers, objective } = plan;
  if (variesRate(plan) && tab !== 'maps') return msg('Try this: see in the Maps tab which learning rates do best.');
  const names = (inputs: Plan['experiment']['optimizers']) => inputs.map(({ name }) => name).join();
  if (experiment.objective === STARTER.objective && names(experiment.optimizers) === names(STARTER.optimizers))
    return firstTry();
  if (optimizers.length === 1) return msg('Try this: compare another optimizer.');
  return objective.minima.length > 1
    ? msg('Which of them finds which minimum?')
    : variesRate(plan)
      ? ''
      : msg('Try this: change one learning rate.');
}

/** Whether an axis of the grid varies the learning rate: there is no slider for it then. */
function variesRate({ x, y }: Plan): boolean {
  return [x, y].some(
    ({ varied, values }) => varied.kind === 'hyperparameter' && varied.name === 'lr' && values.length > 1,
  );
}

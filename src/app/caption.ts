import { html, type TemplateResult } from 'lit';
import type { Plan } from '../experiment/index.ts';
import { coversDomain, variesStarts } from './grids.ts';
import { optimizerColor } from './parts/colors.ts';
import { counted, formatCount } from './parts/numbers.ts';
import { FIRST_TRY, STARTER } from './starter.ts';

/**
 * One sentence of what is seen, and one thing to try.
 * @param mixedFrom step from which the run goes by other numbers than before; null for none
 */
export function caption(plan: Plan, mixedFrom: number | null): TemplateResult {
  const { objective, optimizers, cells } = plan;
  const names = optimizers.map(
    ({ label }, i) =>
      html`<span class="name"><span class="key" style="background: ${optimizerColor(i)}"></span>${label}</span>`,
  );
  const listed = names.map((name, i) => [i === 0 ? '' : i === names.length - 1 ? ' and ' : ', ', name]);
  if (objective.initialisation)
    return html`${counted(cells, 'network')}, each ${objective.title.replace(/^Network /, '')}, trained by ${listed}.
      ${after(plan, mixedFrom)}`;
  const surface = objective.name === 'typed' ? 'your formula' : objective.title;
  const many = variesStarts(plan) ? counted(cells, 'start') : counted(cells, 'trajectory', 'trajectories');
  return html`${many} ${coversDomain(plan) ? 'all over' : 'on'} ${surface}, each moved by ${listed}.
    ${after(plan, mixedFrom)}`;
}

function after(plan: Plan, mixedFrom: number | null) {
  return mixedFrom === null ? html`<span class="muted">${hint(plan)}</span>` : mixedNote(mixedFrom);
}

/** What is to be said of a run that goes by other numbers from a step on. */
export function mixedNote(from: number): TemplateResult {
  return html`<strong>Changed at step ${formatCount(from)}</strong>: counts mix what was before and after. Reset reruns it
    all.`;
}

function hint(plan: Plan): string {
  const { experiment, optimizers, objective } = plan;
  if (variesRate(plan)) return 'Try this: see in the Maps tab which learning rates do best.';
  const names = (inputs: Plan['experiment']['optimizers']) => inputs.map(({ name }) => name).join();
  if (experiment.objective === STARTER.objective && names(experiment.optimizers) === names(STARTER.optimizers))
    return `Try this: ${FIRST_TRY}`;
  if (optimizers.length === 1) return 'Try this: compare another optimizer.';
  return objective.minima.length > 1 ? 'Which of them finds which minimum?' : 'Try this: change one learning rate.';
}

/** Whether an axis of the grid varies the learning rate: there is no slider for it then. */
function variesRate({ x, y }: Plan): boolean {
  return [x, y].some(
    ({ varied, values }) => varied.kind === 'hyperparameter' && varied.name === 'lr' && values.length > 1,
  );
}

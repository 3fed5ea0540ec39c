import { msg, str } from '@lit/localize';
import { type Plan, settingOf } from '../../experiment/index.ts';
import { nameOf } from '../axes.ts';
import { coversDomain, variesStarts } from '../grids.ts';
import { closedUp } from '../locale/spacing.ts';
import { translated } from '../locale/translated.ts';
import { counted } from '../parts/counted.ts';
import { listed } from '../parts/listed.ts';
import { formatCount, formatNumber } from '../parts/numbers.ts';

/**
 * One line under a picture: the experiment in a sentence, how far it is, what made it.
 * @param what what is seen of it, as a sentence; empty where the picture says so
 */
export function captionText(plan: Plan, step: number, what = ''): string {
  const text = msg(
    str`${what} ${experimentSentence(plan)} Step ${formatCount(step)} of ${formatCount(plan.steps)}. Scree`,
  );
  return closedUp(text.trim());
}

/** An experiment in a sentence. */
export function experimentSentence(plan: Plan): string {
  const { objective, optimizers, cells } = plan;
  const varied = new Set([plan.x, plan.y].map(({ varied }) => (varied.kind === 'hyperparameter' ? varied.name : '')));
  const names = optimizers.map(({ label, hyperparameters }) => {
    const rate = hyperparameters.get('lr')?.value ?? 0;
    return varied.has('lr') ? label : `${label} (lr ${formatNumber(rate)})`;
  });
  const surface = objective.name === 'typed' ? objective.formula.replace(/\s+/g, ' ') : translated(objective.title);
  const many = variesStarts(plan) ? counted(cells, 'start') : counted(cells, 'trajectory');
  return closedUp(
    coversDomain(plan)
      ? msg(str`${many} all over ${surface}, each moved by ${listed(names)}${axesText(plan)}.`)
      : msg(str`${many} on ${surface}, each moved by ${listed(names)}${axesText(plan)}.`),
  );
}

/** One cell of an optimizer's grid in a sentence: where it starts, and what its axes give it. */
export function cellSentence(plan: Plan, [optimizer, i, j]: readonly [number, number, number]): string {
  const { start } = settingOf(plan, optimizer, [i, j]);
  const along = [
    { axis: plan.x, value: plan.x.values[i] },
    { axis: plan.y, value: plan.y.values[j] },
  ].filter(({ axis }) => axis.varied.kind !== 'start' && axis.values.length > 1);
  const values = along.map(({ axis, value }) => msg(str`, ${nameOf(axis.label)} ${formatNumber(value)}`)).join('');
  const from = start.map((each) => formatNumber(each)).join(', ');
  return closedUp(
    msg(str`${plan.optimizers[optimizer].label} from (${from})${values}: column ${i}, row ${j} of the grid.`),
  );
}

/** What axes vary besides starts, and over what range. */
function axesText({ x, y }: Plan): string {
  const others = [x, y].filter(({ varied, values }) => varied.kind !== 'start' && values.length > 1);
  const ranges = others.map(({ label, values }) =>
    msg(str`, ${nameOf(label)} from ${formatNumber(values[0])} to ${formatNumber(values[values.length - 1])}`),
  );
  return ranges.join('');
}

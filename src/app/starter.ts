import { msg } from '@lit/localize';
import { type Experiment, readExperiment } from '../experiment/index.ts';

/** What the page opens with. */
export const STARTER: Experiment = readExperiment({
  objective: 'himmelblau',
  optimizers: [{ name: 'adam', lr: 0.05 }, { name: 'momentum' }],
  steps: 600,
});

/** One thing to try with what the page opens with. */
export const firstTry = () => msg('Try this: drag the learning rate of Heavy ball up. Past 0.05 no valley holds it.');

/** Optimizers whose steps are a multiple of the gradient: their own default rate fits test surfaces. */
const GRADIENT_SIZED = new Set(['sgd', 'momentum', 'nesterov', 'adadelta', 'prodigy', 'schedule-free-sgd']);

/**
 * A learning rate with which an optimizer visibly moves. The steps of most are about as long as the rate itself,
 * whatever the gradient: they cross the domain in some hundred steps. Undefined where the optimizer's own default does.
 */
export function startingRate(optimizer: string, domain: readonly (readonly [number, number])[]): number | undefined {
  if (GRADIENT_SIZED.has(optimizer)) return undefined;
  const extent = Math.max(...domain.map(([low, high]) => high - low));
  return Number((extent / 200).toPrecision(1));
}

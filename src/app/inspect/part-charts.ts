import { msg } from '@lit/localize';
import type { Examination, Part } from '../../analysis/examination.ts';
import type { ResolvedOptimizer } from '../../experiment/index.ts';
import type { Spread } from '../parts/spread.ts';

/** A chart of one part of the update. */
export interface PartChart {
  readonly part: Part;
  /** Its symbol, and its name. */
  readonly label: string;
  /** What it is, in words. */
  readonly what: string;
  readonly spread: Spread;
}

const THETA: PartChart = {
  part: 'theta',
  label: 'θ',
  get what() {
    return msg('where the coordinate stands');
  },
  spread: 'linear',
};
const G: PartChart = {
  part: 'g',
  get label() {
    return msg('g, gradient');
  },
  get what() {
    return msg('the gradient that each update is made from: of its batch where rows are drawn, noise included');
  },
  spread: 'signed',
};
const M: PartChart = {
  part: 'm',
  get label() {
    return msg('m, momentum');
  },
  get what() {
    return msg('what the momentum rule makes of the gradients');
  },
  spread: 'signed',
};
const SIGMA: PartChart = {
  part: 'sigma',
  get label() {
    return msg('σ, scale');
  },
  get what() {
    return msg('what the scale rule divides the update by');
  },
  spread: 'log',
};
const RATE: PartChart = {
  part: 'rate',
  get label() {
    return msg('η/σ, rate of each parameter');
  },
  get what() {
    return msg('the learning rate over the scale');
  },
  spread: 'log',
};
const U: PartChart = {
  part: 'u',
  get label() {
    return msg('u, update');
  },
  get what() {
    return msg('what the rules make of the gradient; θ moves by −η·u');
  },
  spread: 'signed',
};
const EFFECTIVE: PartChart = {
  part: 'effective',
  get label() {
    return msg('η·u/g, effective rate');
  },
  get what() {
    return msg('the rate at which plain descent makes the same step');
  },
  spread: 'signed',
};

/** The charts of what an optimizer has: of a rule whose momentum and scale cannot be taken apart, the whole update. */
export function partCharts(
  { hasMomentum, hasScale }: Pick<Examination, 'hasMomentum' | 'hasScale'>,
  { rules }: Pick<ResolvedOptimizer, 'rules'>,
): readonly PartChart[] {
  const whole = !hasMomentum && !hasScale && rules.length > 0;
  return [THETA, G, ...(hasMomentum ? [M] : []), ...(whole ? [U] : []), ...(hasScale ? [SIGMA, RATE] : [EFFECTIVE])];
}

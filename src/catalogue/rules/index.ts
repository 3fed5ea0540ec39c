import type { Rule } from '../rule.ts';
import { around } from './around.ts';
import { momenta } from './momenta.ts';
import { scale } from './scale.ts';
import { whole } from './whole.ts';

export { momenta, scale };

/** Every rule by what it does to the update. */
export const ruleKinds: readonly { readonly title: string; readonly rules: readonly Rule[] }[] = [
  { title: 'Momentum', rules: momenta },
  { title: 'Scale', rules: scale },
  { title: 'Both at once', rules: whole },
  { title: 'Decay, clipping, averaging', rules: around },
];

/**
 * Every rule that named optimizers are composed of. Bias corrections divide by a running weight w = 1 − β^t, because the power itself loses
 * digits in float32; where the field's formula divides 0 by 0, the divisor is replaced by 1.
 */
export const rules: readonly Rule[] = [...around, ...momenta, ...scale, ...whole];

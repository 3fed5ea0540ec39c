import type { Rule } from '../rule.ts';
import { around } from './around.ts';
import { momenta } from './momenta.ts';
import { scale } from './scale.ts';
import { whole } from './whole.ts';

/**
 * Every rule that named optimizers are composed of. Bias corrections divide by a running weight w = 1 − β^t, because the power itself loses
 * digits in float32; where the field's formula divides 0 by 0, the divisor is replaced by 1.
 */
export const rules: readonly Rule[] = [...around, ...momenta, ...scale, ...whole];

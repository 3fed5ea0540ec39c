import type { Lane, Lanes } from '../lanes.ts';
import { doubles } from './arithmetic.ts';
import { decay } from './decay.ts';
import { roundPairs } from './pairs.ts';
import { polynomial } from './polynomial.ts';

/**
 * log(1 + e^x) of four float32, to 1.3 ulp, as max(x, 0) + log(1 + e^−|x|).
 *
 * With e = e^−|x| and s = e/(2 + e) the logarithm is 2·artanh s = s·p(s²), where nothing cancels when e is small; p is a minimax fit of our own (Remez), to 2^−27.
 */
export function softplus(l: Lanes, x: Lane): Lane {
  const { add, mul, div, number } = doubles(l);
  const logs = decay(l, x).map((e) => {
    const s = div(e, add(e, number(2)));
    return mul(s, polynomial(doubles(l), mul(s, s), TERMS));
  });
  return l.op('f32x4.add', l.op('f32x4.pmax', x, l.f32(0)), roundPairs(l, logs));
}

const TERMS = [0.280294269, 0.27998212, 0.400217503, 0.666664124, 2];

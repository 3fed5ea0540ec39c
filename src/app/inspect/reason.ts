import { msg, str } from '@lit/localize';
import { SINGULAR } from '../../analysis/bend.ts';
import { negativeCount } from '../../analysis/curvature.ts';
import { type Motion, STRAIGHT, type Verdict } from '../../analysis/verdict.ts';
import type { Outcome } from '../../engine/index.ts';
import type { Plan } from '../../experiment/index.ts';
import { counted } from '../parts/counted.ts';
import { listed } from '../parts/listed.ts';
import { formatCount, formatNumber } from '../parts/numbers.ts';
import { inRow } from '../parts/sentences.ts';

/** Eigenvalues that are listed; of more it is told between which they lie. */
const LISTED = 4;

/** Why a trajectory's outcome is called so, in sentences with the numbers that decided. */
export function reasonOf(plan: Plan, verdict: Verdict): string {
  switch (verdict.outcome) {
    case 'diverged':
      return divergence(plan, verdict);
    case 'oscillating':
    case 'crawling':
      return inRow([notVanished(plan, verdict), motionText(verdict, plan), ...bendThere(verdict)]);
    default:
      return inRow(
        verdict.reachedTarget
          ? [targetText(plan, verdict), ...bendThere(verdict)]
          : [vanishedText(plan, verdict), bendText(verdict)],
      );
  }
}

function divergence({ outcomes }: Plan, { step, radius, loss, batchLoss }: Verdict): string {
  const at = formatCount(step);
  if (!(radius <= outcomes.escape)) {
    return msg(
      str`At step ${at} it was ${formatNumber(radius)} from the origin, beyond the escape radius of ${formatNumber(outcomes.escape)}.`,
    );
  }
  const bound = formatNumber(outcomes.bound);
  if (batchLoss !== null) {
    const size = formatNumber(Math.abs(batchLoss));
    return msg(str`At step ${at} the size of the loss of the next batch, ${size}, passed its bound of ${bound}.`);
  }
  return msg(str`At step ${at} the size of the loss, ${formatNumber(Math.abs(loss))}, passed its bound of ${bound}.`);
}

function targetText({ target }: Plan, { loss, arrivedAt }: Verdict): string {
  return msg(
    str`The loss, ${formatNumber(loss)}, is at or below the target of ${formatNumber(target ?? 0)}; it came there first at step ${formatCount(arrivedAt)}.`,
  );
}

function vanishedText({ outcomes }: Plan, { vanished, gradientNorm, distance }: Verdict): string {
  const norm = msg(str`The gradient's norm, ${formatNumber(gradientNorm)},`);
  if (vanished === 'norm') return msg(str`${norm} is at or below the threshold of ${formatNumber(outcomes.gradient)}.`);
  return msg(
    str`${norm} counts as vanished: by the local quadratic model a stationary point is ${formatNumber(distance)} away, within ${formatNumber(outcomes.distance)}.`,
  );
}

function notVanished({ outcomes }: Plan, { gradientNorm, distance }: Verdict): string {
  const away = Number.isFinite(distance)
    ? distance > outcomes.distance
      ? msg(
          str`, and the nearest stationary point of the local quadratic model is ${formatNumber(distance)} away, not within ${formatNumber(outcomes.distance)}`,
        )
      : msg(', and the surface is too steep here for its quadratic model to count')
    : '';
  return msg(
    str`The gradient has not vanished: its norm, ${formatNumber(gradientNorm)}, is above ${formatNumber(outcomes.gradient)}${away}.`,
  );
}

function bendText({ outcome, eigenvalues, lowestAhead }: Verdict): string {
  if (eigenvalues.length === 0) return msg('A network this large has no Hessian here: it counts as flat ground.');
  const values = eigenvaluesText(eigenvalues);
  if (lowestAhead !== null && formatNumber(lowestAhead) !== formatNumber(eigenvalues[0])) {
    return bendAheadText(outcome, values, formatNumber(lowestAhead));
  }
  if (outcome === 'saddle') return msg(str`${values}: below 0 in some direction, so it is a saddle.`);
  if (outcome === 'flat') {
    return msg(
      str`${values}: one of them cannot be told from 0 (below ${formatNumber(SINGULAR)} of the largest, or too small to matter), so the ground is flat.`,
    );
  }
  return msg(str`${values}: above 0 in every direction, so it is a minimum.`);
}

/** The same where the least eigenvalue is another one at the stationary point that the quadratic model finds. */
function bendAheadText(outcome: Outcome, values: string, ahead: string): string {
  const there = msg(str`${values}; the least one is ${ahead} at the stationary point of the quadratic model`);
  if (outcome === 'saddle') return msg(str`${there}: below 0, so it is a saddle.`);
  if (outcome === 'flat') {
    return msg(str`${there}: that cannot be told from 0, as on the floor of a bent valley, so the ground is flat.`);
  }
  return msg(str`${there}: above 0, so it is a minimum.`);
}

/** The curvature where a trajectory is, which does not decide what it is called; empty where there is none. */
function bendThere({ eigenvalues }: Verdict): string[] {
  return Number.isFinite(eigenvalues[0]) ? [msg(str`${eigenvaluesText(eigenvalues)}.`)] : [];
}

function eigenvaluesText(eigenvalues: Float64Array): string {
  const numbers = [...eigenvalues].map((value) => formatNumber(value));
  const [least, largest] = [numbers[0], numbers[numbers.length - 1]];
  const all = listed(numbers);
  const [count, negative] = [formatCount(numbers.length), formatCount(negativeCount(eigenvalues))];
  if (numbers.length > LISTED)
    return msg(
      str`The Hessian's ${count} eigenvalues are between ${least} and ${largest}, ${negative} of them below 0`,
    );
  return numbers.length === 1
    ? msg(str`The Hessian's eigenvalue is ${all}`)
    : msg(str`The Hessian's eigenvalues are ${all}`);
}

function motionText({ motion, outcome }: Verdict, { steps, objective }: Plan): string {
  if (!motion)
    return msg(
      str`No whole window of the run's ${counted(steps, 'step')} has passed yet: until then it counts as on its way.`,
    );
  const { from, to, way, path, lossBefore, lossAfter, still } = motion;
  // The path is estimated from the steps at the records; none is shorter than what it leads to.
  const length = formatNumber(Math.max(way, path));
  const several = objective.parameters.length > 1;
  const summed = several ? msg(' (summed over the coordinates)') : '';
  const bothSummed = several ? msg(' (both summed over the coordinates)') : '';
  const window = msg(str`From step ${formatCount(from)} to ${formatCount(to)}`);
  if (outcome === 'crawling') {
    if (still) return msg(str`${window} it stood still: its steps are too small to change the position.`);
    return msg(
      str`${window} it got ${formatNumber(way)} away on a path of about ${length}${bothSummed}, and the loss fell from ${fall(motion)}: it still descends.`,
    );
  }
  if (way < STRAIGHT * path) {
    return msg(
      str`${window} it made a path of about ${length} to get ${formatNumber(way)} away${bothSummed}, less than a quarter: it goes to and fro.`,
    );
  }
  return msg(
    str`${window} it got ${formatNumber(way)} away${summed}, and the loss did not fall: it was ${formatNumber(lossBefore)} and is ${formatNumber(lossAfter)}.`,
  );
}

/** Two losses, with as many digits as it takes to tell them apart. */
function fall({ lossBefore, lossAfter }: Motion): string {
  for (let digits = 3; ; digits++) {
    const [before, after] = [lossBefore, lossAfter].map((loss) => formatNumber(loss, digits));
    if (before !== after || digits === 9) return msg(str`${before} to ${after}`);
  }
}

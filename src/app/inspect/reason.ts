import { type Motion, SINGULAR, STRAIGHT, type Verdict } from '../../analysis/verdict.ts';
import type { Plan } from '../../experiment/index.ts';
import { counted, formatCount, formatNumber } from '../parts/numbers.ts';

/** Why a trajectory's outcome is called so, in sentences with the numbers that decided. */
export function reasonOf(plan: Plan, verdict: Verdict): string {
  switch (verdict.outcome) {
    case 'diverged':
      return divergence(plan, verdict);
    case 'oscillating':
    case 'crawling':
      return `${notVanished(plan, verdict)} ${motionText(verdict, plan)}`;
    default:
      return verdict.reachedTarget ? targetText(plan, verdict) : `${vanishedText(plan, verdict)} ${bendText(verdict)}`;
  }
}

function divergence({ outcomes }: Plan, { step, radius, loss, batchLoss }: Verdict): string {
  const when = `At ${counted(step, 'step').replace(/^(\S+) steps?$/, 'step $1')}`;
  if (!(radius <= outcomes.escape)) {
    return `${when} it was ${formatNumber(radius)} from the origin, beyond the escape radius of ${formatNumber(outcomes.escape)}.`;
  }
  const what = batchLoss === null ? 'the loss' : 'the loss of its batch';
  return `${when} the size of ${what}, ${formatNumber(Math.abs(batchLoss ?? loss))}, passed its bound of ${formatNumber(outcomes.bound)}.`;
}

function targetText({ target }: Plan, { loss, arrivedAt }: Verdict): string {
  return `The loss, ${formatNumber(loss)}, is at or below the target of ${formatNumber(target ?? 0)}; it came there first at step ${formatCount(arrivedAt)}.`;
}

function vanishedText({ outcomes }: Plan, { vanished, gradientNorm, distance }: Verdict): string {
  const norm = `The gradient's norm, ${formatNumber(gradientNorm)},`;
  if (vanished === 'norm') return `${norm} is at or below the threshold of ${formatNumber(outcomes.gradient)}.`;
  return `${norm} counts as vanished: by the local quadratic model a stationary point is ${formatNumber(distance)} away, within ${formatNumber(outcomes.distance)}.`;
}

function notVanished({ outcomes }: Plan, { gradientNorm, distance }: Verdict): string {
  const away = Number.isFinite(distance)
    ? distance > outcomes.distance
      ? `, and the nearest stationary point of the local quadratic model is ${formatNumber(distance)} away, not within ${formatNumber(outcomes.distance)}`
      : ', and the surface is too steep here for its quadratic model to count'
    : '';
  return `The gradient has not vanished: its norm, ${formatNumber(gradientNorm)}, is above ${formatNumber(outcomes.gradient)}${away}.`;
}

function bendText({ outcome, eigenvalues }: Verdict): string {
  const values = `The Hessian's ${eigenvalues.length === 1 ? 'eigenvalue is' : 'eigenvalues are'} ${listed([...eigenvalues].map((value) => formatNumber(value)))}`;
  if (outcome === 'saddle') return `${values}: below 0 in some direction, so it is a saddle.`;
  if (outcome === 'flat') {
    return `${values}: one of them cannot be told from 0 (below ${formatNumber(SINGULAR)} of the largest, or too small to matter), so the ground is flat.`;
  }
  return `${values}: above 0 in every direction, so it is a minimum.`;
}

function motionText({ motion, outcome }: Verdict, { steps, objective }: Plan): string {
  if (!motion)
    return `No whole window of the run's ${counted(steps, 'step')} has passed yet: until then it counts as on its way.`;
  const { from, to, way, path, lossBefore, lossAfter, still } = motion;
  // The path is estimated from the steps at the records; none is shorter than what it leads to.
  const length = `about ${formatNumber(Math.max(way, path))}`;
  const summed = (what: string) => (objective.parameters.length > 1 ? ` (${what}summed over the coordinates)` : '');
  const window = `From step ${formatCount(from)} to ${formatCount(to)}`;
  if (outcome === 'crawling') {
    if (still) return `${window} it stood still: its steps are too small to change the position.`;
    return `${window} it got ${formatNumber(way)} away on a path of ${length}${summed('both ')}, and the loss fell from ${fall(motion)}: it still descends.`;
  }
  if (way < STRAIGHT * path) {
    return `${window} it made a path of ${length} to get ${formatNumber(way)} away${summed('both ')}, less than a quarter: it goes to and fro.`;
  }
  return `${window} it got ${formatNumber(way)} away${summed('')}, and the loss did not fall: it was ${formatNumber(lossBefore)} and is ${formatNumber(lossAfter)}.`;
}

/** Two losses, with as many digits as it takes to tell them apart. */
function fall({ lossBefore, lossAfter }: Motion): string {
  for (let digits = 3; ; digits++) {
    const [before, after] = [lossBefore, lossAfter].map((loss) => formatNumber(loss, digits));
    if (before !== after || digits === 9) return `${before} to ${after}`;
  }
}

function listed(texts: readonly string[]): string {
  return texts.length < 2 ? texts.join() : `${texts.slice(0, -1).join(', ')} and ${texts.at(-1)}`;
}

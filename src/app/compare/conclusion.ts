import { msg, str } from '@lit/localize';
import type { Standing } from '../../analysis/comparison.ts';
import { type Difference, turned } from '../../analysis/differences.ts';
import { overlap } from '../../analysis/wilson.ts';
import { closedUp } from '../locale/spacing.ts';
import { counted } from '../parts/counted.ts';
import { inSeries, listed } from '../parts/listed.ts';
import { formatCount, formatNumber } from '../parts/numbers.ts';
import { inRow } from '../parts/sentences.ts';
import { shareOf } from './columns.ts';

/** An optimizer's name and where it stands. */
export interface Named {
  readonly label: string;
  readonly standing: Standing;
}

/** Median steps that differ by less than this share are not worth a word. */
const ALIKE = 0.05;

/**
 * What can be concluded from the cells, in plain words: who arrives how often, and whether that tells them apart.
 * @param members what the cells are: "starts", "trajectories"
 * @param pair how the two differ, the first from the second; null where there are not two
 * @param soFar the step that the run has come to; null where it is over
 */
export function conclusionOf(
  named: readonly Named[],
  members: string,
  pair: Difference | null,
  soFar: number | null,
): string {
  const ranked = [...named].sort((a, b) => b.standing.arrivals.share - a.standing.arrivals.share);
  const [first] = ranked;
  if (!first) return '';
  if (first.standing.arrivals.share === 0) return closedUp(nobody(named, members, soFar));
  const when = soFar === null ? '' : msg(str`So far, at step ${formatCount(soFar)}: `);
  const share = ({ standing: { arrivals, cells } }: Named) => shareOf(arrivals, cells).replace(' ', '\u00a0');
  const [, ...others] = ranked;
  const clauses = [
    msg(str`${first.label} arrives from ${share(first)} of the ${members}`),
    ...others.map((each) => msg(str`${each.label} from ${share(each)}`)),
  ];
  const paired = pair && pairText(ranked, first === named[0] ? pair : turned(pair));
  return closedUp(inRow([msg(str`${when}${inSeries(clauses)}.`), ...(paired ? [paired] : []), ...apart(ranked)]));
}

/** Said where no cell of any optimizer arrives. */
function nobody([first, ...others]: readonly Named[], members: string, soFar: number | null): string {
  if (soFar === null) {
    return others.length === 0
      ? msg(str`${first.label} arrives from none of the ${members}.`)
      : msg('None of them arrives.');
  }
  const step = formatCount(soFar);
  return others.length === 0
    ? msg(str`So far, at step ${step}: ${first.label} arrives from none of the ${members} yet.`)
    : msg(str`So far, at step ${step}: none of them arrives yet.`);
}

/** In how many cells only one of two arrives. */
function pairText([first, second]: readonly Named[], { onlyFirst, onlySecond }: Difference): string {
  if (onlyFirst + onlySecond === 0) return msg('Both arrive in the same cells.');
  return msg(
    str`${first.label} arrives where ${second.label} does not: ${counted(onlyFirst, 'cell')}; the reverse: ${formatCount(onlySecond)}.`,
  );
}

/** Whether the best can be told from those behind it. */
function apart(ranked: readonly Named[]): string[] {
  const [first, ...others] = ranked;
  if (others.length === 0) return [];
  const tied = others.filter(({ standing }) => overlap(standing.arrivals, first.standing.arrivals));
  if (tied.length === 0) {
    return [
      others.length === 1
        ? msg(str`Their intervals, told as if the cells were drawn at random, do not overlap.`)
        : msg(
            str`By how many arrive, ${first.label} is ahead of all others: its interval, told as if the cells were drawn at random, overlaps with none of theirs.`,
          ),
    ];
  }
  const names = listed([first, ...tied].map(({ label }) => label));
  const near = others.length === 1 ? msg('they are near each other') : msg(str`${names} cannot be told apart`);
  return [
    msg(str`By how many arrive, ${near}: their intervals, told as if the cells were drawn at random, overlap.`),
    ...faster([first, ...tied]),
  ];
}

/** Who of those that arrive alike is faster, where a target tells. */
function faster(tied: readonly Named[]): string[] {
  const timed = tied.flatMap(({ label, standing: { steps } }) =>
    steps === null || !Number.isFinite(steps) ? [] : [{ label, steps }],
  );
  if (timed.length < 2) return [];
  timed.sort((a, b) => a.steps - b.steps);
  const [first, second] = timed;
  if (second.steps - first.steps <= ALIKE * second.steps) return [];
  return [
    msg(
      str`${first.label} is faster: half of its cells reach the target within ${formatNumber(first.steps)} steps, of ${second.label} within ${formatNumber(second.steps)}.`,
    ),
  ];
}

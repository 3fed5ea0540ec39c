import type { Standing } from '../../analysis/comparison.ts';
import { overlap } from '../../analysis/wilson.ts';
import { formatCount, formatNumber, formatShare } from '../parts/numbers.ts';

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
 * @param soFar the step that the run has come to; null where it is over
 */
export function conclusionOf(named: readonly Named[], members: string, soFar: number | null): string {
  const ranked = [...named].sort((a, b) => b.standing.arrivals.share - a.standing.arrivals.share);
  const [first] = ranked;
  if (!first) return '';
  const when = soFar === null ? '' : `So far, at step ${formatCount(soFar)}: `;
  if (first.standing.arrivals.share === 0) {
    const nobody = named.length === 1 ? `${first.label} arrives from none of the ${members}` : `none of them arrives`;
    return `${when}${soFar === null ? capital(nobody) : nobody}${soFar === null ? '.' : ' yet.'}`;
  }
  const share = ({ standing: { arrivals, cells } }: Named) =>
    formatShare(Math.round(arrivals.share * cells), cells).replace(' ', '\u00a0');
  const [, ...others] = ranked;
  const clauses = [
    `${first.label} arrives from ${share(first)} of the ${members}`,
    ...others.map((each) => `${each.label} from ${share(each)}`),
  ];
  return [`${when}${clauses.join(', ')}.`, ...apart(ranked)].join(' ');
}

/** Whether the best can be told from those behind it. */
function apart(ranked: readonly Named[]): string[] {
  const [first, ...others] = ranked;
  if (others.length === 0) return [];
  const tied = others.filter(({ standing }) => overlap(standing.arrivals, first.standing.arrivals));
  if (tied.length === 0) {
    return [
      others.length === 1
        ? 'The intervals do not overlap: this difference is more than chance.'
        : `${first.label} is ahead of all others by more than chance.`,
    ];
  }
  const names = listed([first, ...tied].map(({ label }) => label));
  return [`${names} cannot be told apart by this: their intervals overlap.`, ...faster([first, ...tied])];
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
    `${first.label} is faster: half of its cells reach the target within ${formatNumber(first.steps)} steps, of ${second.label} within ${formatNumber(second.steps)}.`,
  ];
}

function listed(names: readonly string[]): string {
  return names.length < 2 ? names.join() : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

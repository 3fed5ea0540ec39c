import { msg, str } from '@lit/localize';
import type { ResolvedObjective } from '../../experiment/index.ts';
import { kindName, type Mark, type MarkKind } from '../map/mark.ts';
import { formatCount, formatNumber } from '../parts/numbers.ts';

/** Digits of values; of coordinates as many more, up to so many, as points are nearer to one another than to 0. */
const [DIGITS, MORE] = [5, 9];

/** What is listed of a point, as it is written. */
export interface PointRow {
  readonly mark: Mark;
  readonly kind: string;
  /** What that means, where the kind does not say it. */
  readonly what: string;
  readonly at: readonly string[];
  readonly value: string;
  /** In ascending order; a dash for each that is not known. */
  readonly eigenvalues: readonly string[];
}

/** How many there are of a kind, in words. */
export interface PointCount {
  readonly kind: MarkKind;
  readonly words: string;
}

/** The rows of a list: a point each; of points that are not isolated, one for each value. */
export function pointRows(within: readonly Mark[], { parameters }: ResolvedObjective): PointRow[] {
  const digits = parameters.map((_, k) => digitsOf(within.map(({ at }) => at[k])));
  return oneOfEach(within).map((mark) => {
    const { kind, at, value, bends } = mark;
    const known = isOnlyKnown(mark);
    return {
      mark,
      kind: known ? msg(str`${kindName(kind)}, known`) : nameOf(mark),
      what: known
        ? msg('Known of this surface. The search did not find it: the gradient does not vanish here, as at a kink.')
        : meaningOf(mark),
      at: at.map((each, k) => formatNumber(each, digits[k])),
      value: formatNumber(value, DIGITS),
      eigenvalues: parameters.map((_, i) => (bends[i] ? formatNumber(bends[i].eigenvalue) : '–')),
    };
  });
}

/** How many points there are of each kind, those that are only known apart. */
export function pointCounts(within: readonly Mark[]): PointCount[] {
  const counts = new Map<string, { readonly mark: Mark; count: number }>();
  for (const mark of oneOfEach(within)) {
    const key = `${mark.tip ? 'tip' : mark.kind} ${isOnlyKnown(mark)}`;
    const counted = counts.get(key) ?? { mark, count: 0 };
    counted.count++;
    counts.set(key, counted);
  }
  return [...counts.values()].map(({ mark, count }) => {
    const words = wordsFor(mark.tip ? 'tip' : mark.kind, count);
    return { kind: mark.kind, words: isOnlyKnown(mark) ? msg(str`${words} known besides`) : words };
  });
}

function nameOf({ kind, point, tip }: Mark): string {
  if (tip) return kind === 'minimum' ? msg('tip, a minimum') : msg('tip, a maximum');
  if (point?.shape === 'minimum') return msg('kink, a minimum');
  return point?.shape === 'maximum' ? msg('kink, a maximum') : kindName(kind);
}

function meaningOf({ kind, point, tip }: Mark): string {
  if (tip) return msg('The gradient jumps here: this is an extremum, but no critical point.');
  if (point?.differences) {
    return msg('The formula has no second derivatives here: the eigenvalues are made of differences of the gradient.');
  }
  switch (kind) {
    case 'valley':
      return msg('A valley, a ring, a crest or a plateau of critical points. This is one of them.');
    case 'degenerate':
      return msg('An eigenvalue is 0 here, so that the Hessian does not tell what it is.');
    case 'kink':
      return msg('There is no Hessian here. What it is, the losses around it tell.');
    default:
      return '';
  }
}

function wordsFor(kind: MarkKind | 'tip', count: number): string {
  const number = formatCount(count);
  const one = count === 1;
  switch (kind) {
    case 'minimum':
      return one ? msg(str`${number} minimum`) : msg(str`${number} minima`);
    case 'saddle':
      return one ? msg(str`${number} saddle`) : msg(str`${number} saddles`);
    case 'maximum':
      return one ? msg(str`${number} maximum`) : msg(str`${number} maxima`);
    case 'degenerate':
      return msg(str`${number} degenerate`);
    case 'kink':
      return one ? msg(str`${number} kink`) : msg(str`${number} kinks`);
    case 'tip':
      return one ? msg(str`${number} tip`) : msg(str`${number} tips`);
    case 'valley':
      return msg(str`${number} not isolated`);
  }
}

/** Whether the catalogue knows a point that was not found. */
function isOnlyKnown({ kind, point, tip }: Mark): boolean {
  return kind !== 'valley' && point === null && !tip;
}

function oneOfEach(marks: readonly Mark[]): Mark[] {
  return marks.filter(
    (mark, i) =>
      mark.kind !== 'valley' || marks.findIndex(({ kind, value }) => kind === 'valley' && value === mark.value) === i,
  );
}

/** How many digits tell coordinates apart. */
function digitsOf(values: readonly number[]): number {
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const more = Math.ceil(Math.log10(Math.max(-low, high) / (high - low)));
  return more > 0 && more <= MORE ? DIGITS + more : DIGITS;
}

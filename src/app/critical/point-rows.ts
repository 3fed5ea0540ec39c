import type { ResolvedObjective } from '../../experiment/index.ts';
import type { Mark, MarkKind } from '../map/mark.ts';
import { KIND_WORDS } from '../map/mark-signs.ts';
import { formatCount, formatNumber } from '../parts/numbers.ts';

/** Digits of coordinates: enough to tell neighbours apart. */
const DIGITS = 5;

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

const KNOWN = 'Known of this surface. The search did not find it: the gradient does not vanish here, as at a kink.';
const VALLEY = 'Not isolated: a valley, a crest or a plateau of critical points. This is one of them.';
const DEGENERATE = 'An eigenvalue is 0 here, so that the Hessian does not tell what it is.';

/** The rows of a list: a point each; of points that are not isolated, one for each value. */
export function pointRows(within: readonly Mark[], { parameters }: ResolvedObjective): PointRow[] {
  return oneOfEach(within).map((mark) => {
    const { kind, at, value, bends } = mark;
    const known = isOnlyKnown(mark);
    return {
      mark,
      kind: known ? `${kind}, known` : KIND_WORDS[kind].one,
      what: known ? KNOWN : kind === 'valley' ? VALLEY : kind === 'degenerate' ? DEGENERATE : '',
      at: at.map((each) => formatNumber(each, DIGITS)),
      value: formatNumber(value, DIGITS),
      eigenvalues: parameters.map((_, i) => (bends[i] ? formatNumber(bends[i].eigenvalue) : '–')),
    };
  });
}

/** How many points there are of each kind, those that are only known apart. */
export function pointCounts(within: readonly Mark[]): PointCount[] {
  const counts = new Map<string, { readonly mark: Mark; count: number }>();
  for (const mark of oneOfEach(within)) {
    const key = `${mark.kind} ${isOnlyKnown(mark)}`;
    const counted = counts.get(key) ?? { mark, count: 0 };
    counted.count++;
    counts.set(key, counted);
  }
  return [...counts.values()].map(({ mark, count }) => {
    const words = `${formatCount(count)} ${KIND_WORDS[mark.kind][count === 1 ? 'one' : 'many']}`;
    return { kind: mark.kind, words: isOnlyKnown(mark) ? `${words} known besides` : words };
  });
}

/** Whether the catalogue knows a point that was not found. */
function isOnlyKnown({ kind, bends }: Mark): boolean {
  return kind !== 'valley' && bends.length === 0;
}

function oneOfEach(marks: readonly Mark[]): Mark[] {
  return marks.filter(
    (mark, i) =>
      mark.kind !== 'valley' || marks.findIndex(({ kind, value }) => kind === 'valley' && value === mark.value) === i,
  );
}

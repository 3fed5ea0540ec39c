import { CRITICAL_KINDS, type CriticalKind, type CriticalPoints } from '../analysis/critical/critical-point.ts';
import type { StationaryPoint } from '../catalogue/index.ts';
import type { FormulaObjective } from '../experiment/index.ts';
import { plural } from '../formula/index.ts';
import { completeness } from './completeness.ts';
import { counted, formatTable, grouped, rounded } from './table.ts';

/** A known point is found where one lies no farther off than this share of the domain. */
const SAME = 1e-6;
/** Significant digits of values in the table; of places as many more as their domain is narrower than it is far from 0, up to all that float64 has. */
const [DIGITS, ALL] = [7, 17];
/** Extrema besides that are listed. */
const BESIDES = 10;

const PLURALS: Readonly<Record<CriticalKind, readonly [one: string, many: string]>> = {
  minimum: ['minimum', 'minima'],
  saddle: ['saddle', 'saddles'],
  maximum: ['maximum', 'maxima'],
  degenerate: ['degenerate point', 'degenerate points'],
  kink: ['kink', 'kinks'],
};

/** Minima that the catalogue knows in the domain where the gradient does not vanish, as at the tip of a cone or on the edge, and that were not found. */
export function minimaBesides(
  { minima, domain }: FormulaObjective,
  { points, tips }: CriticalPoints,
): readonly StationaryPoint[] {
  return minima.filter(({ at, kink }) => {
    const isHere = (point: { readonly at: readonly number[] }) =>
      at.every((value, k) => Math.abs(value - point.at[k]) <= SAME * (domain[k][1] - domain[k][0]));
    const isInside = at.every((value, k) => value >= domain[k][0] && value <= domain[k][1]);
    return kink && isInside && !points.some(isHere) && !tips.some(isHere);
  });
}

/** Extrema that are no critical points, a line each. */
function extremaBesides(objective: FormulaObjective, found: CriticalPoints, place: Place): string {
  const { parameters } = objective;
  const told = (at: readonly number[], value: number) =>
    `${short(value)} at ${at.map((each, k) => `${parameters[k]} = ${place(each, k)}`).join(', ')}\n`;
  const tips = found.tips
    .slice(0, BESIDES)
    .map(({ shape, at, value }) => `besides, a ${shape} where the gradient jumps: ${told(at, value)}`);
  const more = found.tips.length - tips.length;
  const known = minimaBesides(objective, found).map(
    ({ at, value }) => `besides, a minimum is known where the gradient does not vanish: ${told(at, value)}`,
  );
  return [...tips, ...(more > 0 ? [`and ${grouped(more)} more of these, which --json lists\n`] : []), ...known].join(
    '',
  );
}

/** The table of what a search found, with what there are and how complete it is. */
export function criticalTable(objective: FormulaObjective, found: CriticalPoints): string {
  const { parameters, domain } = objective;
  const { points, notIsolated } = found;
  const where = parameters.map((name, i) => `${name} from ${domain[i][0]} to ${domain[i][1]}`).join(', ');
  if (!found.valued) return `${completeness(found)}: ${where}\n`;
  const place = placesIn(domain);
  const how = `${extremaBesides(objective, found, place)}${completeness(found)}\n`;
  if (points.length + notIsolated.length === 0) return `no critical points: ${where}\n${how}`;
  const columns = [
    { heading: 'kind' },
    ...parameters.map((heading) => ({ heading, right: true })),
    { heading: 'value', right: true },
    ...parameters.map((_, i) => ({ heading: i === 0 ? 'eigenvalues' : '', right: true })),
  ];
  const rows = [
    ...points.map(({ kind, shape, at, value, eigenvalues }) => [
      shape === null || shape === 'neither' ? kind : `${kind} (${shape})`,
      ...at.map(place),
      short(value),
      ...at.map((_, i) => rounded(eigenvalues[i] ?? null)),
    ]),
    ...notIsolated.map(({ value, sample: [at] }) => [
      'not isolated',
      ...at.map(place),
      short(value),
      ...at.map(() => '–'),
    ]),
  ];
  const told = CRITICAL_KINDS.map((kind) => [countOf({ points }, kind), ...PLURALS[kind]] as const)
    .filter(([many]) => many > 0)
    .map(([many, one, more]) => `${many} ${plural(many, one, more)}`);
  const sets = notIsolated.length > 0 ? [`${notIsolated.length} not isolated`] : [];
  const made = points.filter(({ differences }) => differences).length;
  const by =
    made === 0
      ? ''
      : `eigenvalues of ${counted(made, 'point')} by differences of the gradient, for the formula has no second derivatives there\n`;
  const shared =
    sets.length === 0
      ? ''
      : 'a row that is not isolated is one place of all that have its value: they may lie on several curves\n';
  return `${formatTable(columns, rows)}\n${[...told, ...sets].join(', ')}: ${where}\n${by}${shared}${how}`;
}

/** A coordinate of the parameter of that number, as it is written. */
type Place = (value: number, parameter: number) => string;

/** Writes coordinates with as many digits as tell neighbours apart, however far from 0 a domain is. */
function placesIn(domain: FormulaObjective['domain']): Place {
  const digits = domain.map(([low, high]) =>
    Math.min(ALL, DIGITS + Math.max(0, Math.ceil(Math.log10(Math.max(-low, high) / (high - low))))),
  );
  return (value, k) => String(Number(value.toPrecision(digits[k])));
}

/** How many points of a kind there are. */
export const countOf = ({ points }: Pick<CriticalPoints, 'points'>, kind: CriticalKind) =>
  points.filter((point) => point.kind === kind).length;

/** A value with as many digits as tell neighbouring points apart. */
const short = (value: number) => String(Number(value.toPrecision(DIGITS)));

import { msg, str } from '@lit/localize';
import type { Objective } from '../../catalogue/index.ts';
import { type CellTable, OUTCOMES, type Outcome } from '../../engine/index.ts';
import { HUES, minimumColor, OUTCOME_SIGNS, toRgb } from '../parts/colors.ts';
import { formatNumber } from '../parts/numbers.ts';
import type { CellCodes } from './cell-codes.ts';
import type { MapColors } from './map-colors.ts';
import { mixed, plain, type Swatch, type Texture } from './textures.ts';

/** One kind of cell on a map of outcomes. */
export interface OutcomeClass {
  readonly label: string;
  readonly meaning: string;
  readonly swatch: Swatch;
}

/** How cells are told by their outcome, and the converged ones by their minimum. */
export interface OutcomeClasses {
  readonly classes: readonly OutcomeClass[];
  /** The code of each known minimum, by its place in the objective's list. */
  readonly ofMinimum: readonly number[];
  /** The code of an outcome; of `converged`, that of a minimum which is not known. */
  readonly ofOutcome: readonly number[];
  /** Whether each known minimum has a code of its own. */
  readonly eachMinimum: boolean;
}

/** Textures of minima in the order of their hues: the first, often the only one, has none. */
const OF_MINIMA: readonly Texture[] = ['plain', 'rising', 'dots', 'falling', 'level', 'upright', 'crossed', 'grid'];
const OF_OUTCOMES: Readonly<Record<Outcome, Texture>> = {
  converged: 'checks',
  saddle: 'bricks',
  flat: 'doubled',
  oscillating: 'waves',
  crawling: 'chevrons',
  diverged: 'plain',
};

/** How far a texture's marks are from their ground, towards paper. */
const MARKED = { minimum: 0.42, outcome: 0.2 };
/** How far the colour of what is on its way is towards paper. */
const WAITING = 0.55;
/** Losses that differ by no more are equally deep minima. */
const EQUAL = 1e-9;

/** How many of an objective's minima have a hue of their own on maps: all up to eight; of more the lowest, where they are few. */
function ownHues(minima: Objective['minima']): number {
  if (minima.length <= HUES) return minima.length;
  const lowest = minima.filter(({ value }) => value <= minima[0].value + EQUAL).length;
  return lowest < HUES ? lowest : 0;
}

/** The colour that maps give to a minimum, by its place in the objective's list. */
export function minimumColorOnMap({ minima }: Objective, index: number): string {
  return minimumColor(Math.min(index, ownHues(minima)));
}

/**
 * The kinds of cells that an objective's map can have. Up to eight minima have a hue each; of more, the lowest have, where they are few, and the others
 * share one.
 * @param done whether the run is over: until then what still descends is on its way
 */
export function outcomeClasses(objective: Objective, colors: MapColors, done: boolean): OutcomeClasses {
  const { minima, parameters } = objective;
  const single = ownHues(minima);
  const marked = (color: Swatch['color'], texture: Texture, share = MARKED.minimum): Swatch => ({
    color,
    texture,
    mark: mixed(color, colors.paper, share),
  });

  const classes: OutcomeClass[] = minima.slice(0, single).map(({ at, value }, i) => ({
    label: parameters.length <= 2 ? msg(str`minimum ${i + 1} at ${placeOf(at)}`) : msg(str`minimum ${i + 1}`),
    meaning: msg(str`${OUTCOME_SIGNS.converged.meaning}: loss ${formatNumber(value)} at ${placeOf(at)}`),
    swatch: marked(toRgb(minimumColor(i)), OF_MINIMA[i]),
  }));
  const ofMinimum = classes.map((_, i) => i);
  if (single < minima.length) {
    ofMinimum.push(...minima.slice(single).map(() => classes.length));
    classes.push({
      label: single > 0 ? msg('a higher minimum') : msg('a known minimum'),
      meaning: msg(str`${OUTCOME_SIGNS.converged.meaning}; the cell's values tell which`),
      swatch: marked(toRgb(minimumColor(single)), OF_MINIMA[single]),
    });
  }
  const ofOutcome = OUTCOMES.map((_, i) => classes.length + i);
  for (const outcome of OUTCOMES) {
    const waiting = outcome === 'crawling' && !done;
    const { label, meaning } = OUTCOME_SIGNS[outcome];
    classes.push({
      label:
        outcome === 'converged'
          ? minima.length > 0
            ? msg('converged elsewhere')
            : label
          : waiting
            ? msg('on the way')
            : label,
      meaning: waiting ? msg('still descending') : meaning,
      // What has come to nothing yet is the ground on which the rest is seen.
      swatch: waiting
        ? plain(mixed(colors.outcomes[outcome], colors.paper, WAITING))
        : marked(colors.outcomes[outcome], OF_OUTCOMES[outcome], MARKED.outcome),
    });
  }
  return { classes, ofMinimum, ofOutcome, eachMinimum: single === minima.length && minima.length > 1 };
}

/** The codes of a table's cells by their outcomes. */
export function outcomeCodes({ outcome, minimum }: CellTable, { ofMinimum, ofOutcome }: OutcomeClasses): CellCodes {
  // A converged cell's place is that of its minimum, from 0 on; those of the outcomes lie behind the minima.
  const minima = ofMinimum.length;
  const codeOf = Uint16Array.from([...ofMinimum, ...ofOutcome]);
  return {
    fill(codes, first, columns) {
      for (let k = 0; k < codes.length; k++) {
        const cell = first + columns[k];
        const reached = minimum[cell];
        codes[k] = codeOf[reached >= 0 ? reached : minima + outcome[cell]];
      }
    },
  };
}

/** Coordinates as people write a point; many of them are cut short. */
function placeOf(at: readonly number[]): string {
  const shown = at.slice(0, 4).map((value) => formatNumber(value));
  return `(${[...shown, ...(at.length > 4 ? ['…'] : [])].join(', ')})`;
}

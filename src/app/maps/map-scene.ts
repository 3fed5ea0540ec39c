import { msg, str } from '@lit/localize';
import type { Plan, ResolvedAxis } from '../../experiment/index.ts';
import { nameOf } from '../axes.ts';
import type { CellCodes } from './cell-codes.ts';
import type { MapColors } from './map-colors.ts';

/** One of the maps side by side. */
export interface MapPicture {
  readonly title: string;
  /** Colour of its frame, as style sheets write it. */
  readonly frame: string;
  /** A few words beside the title. */
  readonly note: string;
  /** What is painted; null before anything is known. */
  readonly cells: CellCodes | null;
}

/** A place on a map with a short name. */
export interface MapMark {
  readonly label: string;
  /** Places along both axes, from 0 to 1. */
  readonly at: readonly [number, number];
}

/** An axis as it is drawn. */
export interface DrawnAxis {
  readonly name: string;
  readonly axis: ResolvedAxis;
}

/** All that is drawn of several maps of one grid. */
export interface MapScene {
  readonly maps: readonly MapPicture[];
  readonly x: DrawnAxis;
  readonly y: DrawnAxis;
  readonly marks: readonly MapMark[];
  /** The palette's tiles that the cells' codes mean. */
  readonly tiles: Uint32Array;
  readonly colors: MapColors;
}

/** What an axis varies, in the words of its control. */
export function axisName(axis: ResolvedAxis, { x, y, objective }: Plan): string {
  const { varied, label } = axis;
  if (varied.kind === 'noise') return msg('gradient noise');
  if (varied.kind === 'hyperparameter') return nameOf(label);
  if (varied.kind === 'initialisation' || varied.kind === 'batch') return nameOf(label);
  const name = objective.parameters[varied.parameter];
  const all = [x, y].every((each) => each.varied.kind === 'start' || each.values.length === 1);
  return all ? name : msg(str`start of ${name}`);
}

import { NETWORK_LIMITS } from '../../experiment/index.ts';

/** Hidden layers that a network has at most: the last layer makes its outputs. */
export const MOST_HIDDEN = NETWORK_LIMITS.layers - 1;

/** Numbers with blanks, commas, semicolons, dashes or crosses between them. */
const LIST = /^\d+((\s*[,;×x–-]\s*|\s+)\d+)*\s*[,;]?$/;

/** The widths of hidden layers in a text, as `16, 16` or `16-16`; none in an empty one, null where it is no list of whole numbers from 1 to 9999. */
export function typedUnits(text: string): number[] | null {
  const trimmed = text.trim();
  if (trimmed === '') return [];
  if (!LIST.test(trimmed)) return null;
  const parts = trimmed.match(/\d+/g) ?? [];
  return parts.every((part) => /^[1-9]\d{0,3}$/.test(part)) ? parts.map(Number) : null;
}

/** Whether hidden layers can have these widths, as many as they are. */
export function isPossible(units: readonly number[]): boolean {
  return units.length <= MOST_HIDDEN && units.every((each) => each <= NETWORK_LIMITS.width);
}

import { msg, str } from '@lit/localize';
import type { Plan } from '../../experiment/index.ts';
import { formatNumber } from '../parts/numbers.ts';

/** Parameters that are listed with their values; of more, only the number is told. */
const LISTED = 4;

/** What plane of more parameters than two the map shows, as a sentence; null where it shows all there is. */
export function sliceNote({ objective: { parameters }, start }: Plan): string | null {
  if (parameters.length < 3) return null;
  const [first, second, ...others] = parameters;
  const plane = msg(str`The plane of ${first} and ${second} through the start`);
  if (others.length > LISTED) return msg(str`${plane}: the other ${others.length} parameters stand where they start.`);
  return msg(str`${plane}: ${others.map((name, i) => `${name} = ${formatNumber(start[i + 2])}`).join(', ')}.`);
}

import { objectives } from '../catalogue/index.ts';
import { CONSTANTS } from '../formula/index.ts';
import { BadInput } from './faults.ts';

/** Whether a text is a single name: a misspelt objective, not a formula of one that is not known. */
export const isName = (text: string) => /^\s*[A-Za-z_]\w*\s*$/.test(text) && !Object.hasOwn(CONSTANTS, text.trim());

/**
 * What is said of a name that is no objective's.
 * @param nor what else it is not
 * @param option what makes it a parameter, and so a formula
 */
export function noObjective(name: string, nor: string, option: string): BadInput {
  const known = objectives.map((each) => each.name).join(', ');
  return new BadInput(`"${name}" is no objective, ${nor}; add ${option} if it is a formula; objectives are ${known}`);
}

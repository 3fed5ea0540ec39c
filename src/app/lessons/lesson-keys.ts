import { isUsedBy, USERS } from '../bar/keys.ts';
import { isSomethingOnTop } from '../parts/on-top.ts';

/** Keys that lead to another step, and by how many. */
export const STEP_KEYS: Readonly<Record<string, number>> = { n: 1, p: -1 };

/** Fields that are written in: Escape takes back what was typed there. */
const FIELDS = 'input:not([type=range], [type=checkbox], [type=radio]), textarea';

/** What a key asks of the lessons, wherever it is pressed: steps to go on, or to be closed. Null where it is for something else, as Escape is in a menu, or n in a list. */
export function lessonCommand(event: KeyboardEvent): number | 'close' | null {
  const { key, defaultPrevented, ctrlKey, metaKey, altKey, shiftKey } = event;
  if (defaultPrevented || ctrlKey || metaKey || altKey || shiftKey) return null;
  const close = key === 'Escape';
  if (!close && !(key in STEP_KEYS)) return null;
  if (isUsedBy(event, close ? FIELDS : USERS) || isSomethingOnTop()) return null;
  return close ? 'close' : STEP_KEYS[key];
}

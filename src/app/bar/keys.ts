import type { RunCommand } from './run-bar.ts';

/** What a key asks for. */
export type KeyCommand = RunCommand | 'undo' | 'redo';

const COMMANDS: Readonly<Record<string, KeyCommand>> = { ' ': 'toggle', ArrowRight: 'step', r: 'reset' };

/** What uses every key itself, what uses the space bar (a tab that is chosen has no more use for it), and what has a way back of its own: a field whose text is taken over has none. */
export const USERS = 'input, textarea, select, [role=application], [popover], dialog';
const PRESSED = 'button:not([role=tab][aria-selected=true]), summary, a';
const WRITERS = 'input:not([type=range], [type=checkbox], [type=radio], [data-settled]), textarea';

/** The command that a key gives, wherever it is pressed but in a control that uses it itself. */
export function commandFor(event: KeyboardEvent): KeyCommand | null {
  if (event.defaultPrevented || event.altKey) return null;
  const usedBy = (users: string) => isUsedBy(event, users);
  if (event.ctrlKey || event.metaKey) return usedBy(WRITERS) ? null : wayBack(event);
  if (event.key in COMMANDS && !usedBy(event.key === ' ' ? `${USERS}, ${PRESSED}` : USERS)) return COMMANDS[event.key];
  return null;
}

/** Whether a key was pressed in one of the controls that a selector names. */
export function isUsedBy(event: KeyboardEvent, users: string): boolean {
  return event.composedPath().some((at) => at instanceof Element && at.matches(users));
}

function wayBack({ key, shiftKey }: KeyboardEvent): KeyCommand | null {
  if (key.toLowerCase() === 'z') return shiftKey ? 'redo' : 'undo';
  return key.toLowerCase() === 'y' && !shiftKey ? 'redo' : null;
}

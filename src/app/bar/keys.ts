import type { RunCommand } from './run-bar.ts';

const COMMANDS: Readonly<Record<string, RunCommand>> = { ' ': 'toggle', ArrowRight: 'step', r: 'reset' };

/** What uses every key itself, and what uses the space bar. */
const WRITERS = 'input, textarea, select, [role=application]';
const PRESSED = 'button, summary, a';

/** The command that a key gives, wherever it is pressed but in a control that uses it itself. */
export function commandFor(event: KeyboardEvent): RunCommand | null {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return null;
  const users = event.key === ' ' ? `${WRITERS}, ${PRESSED}` : WRITERS;
  const used = event.composedPath().some((target) => target instanceof Element && target.matches(users));
  return used ? null : (COMMANDS[event.key] ?? null);
}

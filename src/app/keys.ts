import type { RunCommand } from './run-bar.ts';

const COMMANDS: Readonly<Record<string, RunCommand>> = { ' ': 'toggle', ArrowRight: 'step', r: 'reset' };

/** The command that a key gives, wherever it is pressed but in a control that uses it itself. */
export function commandFor(event: KeyboardEvent): RunCommand | null {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return null;
  const uses = event.composedPath().some((target) => target instanceof Element && target.matches(USERS));
  return uses ? null : (COMMANDS[event.key] ?? null);
}

const USERS = 'input, textarea, select, button, summary, a, wa-select, [role=application]';

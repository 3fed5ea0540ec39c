import { commandFor } from './bar/keys.ts';
import { listenForFiles } from './files/dropped-files.ts';
import { onSpoken } from './locale/localization.ts';
import { onSystemTheme } from './theme.ts';
import type { Workspace } from './workspace.ts';

/** What a page hears of besides what its parts tell it. */
export interface PageEvents {
  /** The system's theme changed. */
  themed(): void;
  /** Texts are in another language. */
  spoken(): void;
  /** Whether a file is held over the page. */
  fileOver(over: boolean): void;
}

/** Listens for keys, presses, files that are dropped, the system's theme, another language, and errors that nobody has caught, until the signal. */
export function listenForPage(page: HTMLElement, workspace: Workspace, events: PageEvents, signal: AbortSignal): void {
  const { place } = workspace;
  onSystemTheme(events.themed, signal);
  onSpoken(events.spoken, signal);
  place.keys.addEventListener('keydown', (event) => onKey(event as KeyboardEvent, workspace), { signal });
  listenForFiles(page, { over: events.fileOver, dropped: (file) => void workspace.openFile(file) }, signal);
  listenForPresses(workspace, signal);
  // On a page of others, errors are theirs to catch.
  if (place.guest) return;
  addEventListener('error', (event) => workspace.unexpected(event.error ?? event.message), { signal });
  addEventListener('unhandledrejection', (event) => workspace.unexpected(event.reason), { signal });
}

function onKey(event: KeyboardEvent, workspace: Workspace): void {
  const command = commandFor(event);
  if (!command) return;
  event.preventDefault();
  workspace.command(command);
}

/** Numbers the presses of a finger or a mouse button. */
function listenForPresses(workspace: Workspace, signal: AbortSignal): void {
  let presses = 0;
  const on = (name: string, gesture: () => number | null) => {
    const note = () => {
      workspace.gesture = gesture();
    };
    addEventListener(name, note, { capture: true, signal });
  };
  on('pointerdown', () => ++presses);
  for (const name of ['pointerup', 'pointercancel']) on(name, () => null);
}

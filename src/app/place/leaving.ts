/**
 * Calls back, until the signal, when the page is left or goes out of sight: it may never get to what it meant to do later.
 * @param first whether this goes before what is called otherwise
 */
export function onLeaving(left: () => void, signal: AbortSignal, first = false): void {
  const heard = () => {
    if (document.hidden) left();
  };
  addEventListener('visibilitychange', heard, { capture: first, signal });
  addEventListener('pagehide', left, { capture: first, signal });
}

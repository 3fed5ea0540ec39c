/** What this browser keeps under a name; null where it keeps nothing, or lets nothing be kept. */
export function readStored(key: string): unknown {
  try {
    return JSON.parse(localStorage.getItem(key) ?? 'null');
  } catch {
    // Storage may be forbidden or hold what another version wrote.
    return null;
  }
}

/** Keeps a value under a name. False where the browser does not let it: forbidden, or full. */
export function writeStored(key: string, value: unknown): boolean {
  try {
    localStorage.setItem(key, JSON.stringify(value));
    return true;
  } catch {
    return false;
  }
}

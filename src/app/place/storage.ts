/** For how long something is kept: by the browser, or by one of its tabs for as long as that is there. */
export type Span = 'browser' | 'tab';

const storageOf = (span: Span) => (span === 'tab' ? sessionStorage : localStorage);

/** What is kept under a name; null where nothing is, or nothing may be kept. */
export function readStored(key: string, span: Span = 'browser'): unknown {
  try {
    return JSON.parse(storageOf(span).getItem(key) ?? 'null');
  } catch {
    // Storage may be forbidden or hold what another version wrote.
    return null;
  }
}

/** Keeps a value under a name. False where the browser does not let it: forbidden, or full. */
export function writeStored(key: string, value: unknown, span: Span = 'browser'): boolean {
  try {
    storageOf(span).setItem(key, JSON.stringify(value));
    return true;
  } catch {
    return false;
  }
}

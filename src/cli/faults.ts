/** Input that cannot be used: the sentence says what was found, where, and what to do. */
export class BadInput extends Error {
  override readonly name = 'BadInput';
}

/** The user has asked the program to stop. */
export class Interrupted extends Error {
  override readonly name = 'Interrupted';
  /**
   * @param exitCode 128 and the signal's number, as shells expect
   * @param message how far the command came
   */
  constructor(
    readonly exitCode: number,
    message = 'stopped',
  ) {
    super(message);
  }
}

/** How a command ends that did not succeed. */
export interface Ending {
  readonly exitCode: number;
  /** One line for people; null where nothing is to be said. */
  readonly line: string | null;
}

/** Names of the errors that mean bad input. By name: telling them must not load the modules that define them. */
const INPUT_ERRORS = new Set(['BadInput', 'BadTable', 'BadExperiment', 'FormulaError']);

/** Turns whatever a command threw into an exit code and one line. */
export function endingOf(error: unknown): Ending {
  if (error instanceof Interrupted) return { exitCode: error.exitCode, line: oneLine(error.message) };
  if (isBrokenPipe(error)) return { exitCode: 0, line: null };
  if (error instanceof Error && INPUT_ERRORS.has(error.name)) return { exitCode: 2, line: oneLine(error.message) };
  const message = error instanceof Error ? error.message || error.name : String(error);
  return { exitCode: 1, line: oneLine(message) };
}

/** Runs `work`; bad input found in it is reported with where it stands: a file, an option. */
export async function locating<T>(place: string, work: () => T | Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof Error && INPUT_ERRORS.has(error.name))) throw error;
    throw new BadInput(`${place}: ${error.message}`);
  }
}

/** Whether whoever read our output has stopped reading, as `head` does. */
export function isBrokenPipe(error: unknown): boolean {
  return (error as NodeJS.ErrnoException | null)?.code === 'EPIPE';
}

/** A text on one line, without control characters: what it quotes may come from a file. */
export function oneLine(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  return text.replace(/[\s\u0000-\u001f\u007f-\u009f]+/g, ' ').trim();
}

import type { EngineChoice } from '../experiment/index.ts';
import type { Opened } from './engine.ts';
import { Interrupted } from './faults.ts';

/** What a command sees of the world, so that tests can give it another. */
export interface Host {
  /** Writes results; waits while their reader is slower than we are. */
  out(text: string): Promise<void>;
  /** Writes what is for people only: messages, progress. */
  err(text: string): void;
  /** Whether messages go to a terminal, on which a line can be written over. */
  readonly interactive: boolean;
  /** Width of the terminal that results go to; null where they go elsewhere. */
  readonly columns: number | null;
  /** Standard input, piece by piece. */
  input(): AsyncIterable<Uint8Array>;
  /** Opens the engine of a choice; loads its modules only then. */
  openEngine(choice: EngineChoice): Promise<Opened>;
  /** Seconds since the program began. */
  elapsed(): number;
  /** Aborted, with an `Interrupted` as its reason, when the user asks the program to stop. */
  readonly interruption: AbortSignal;
}

/** This process as a host. */
export function processHost(): Host {
  const interruption = new AbortController();
  for (const [signal, code] of [
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ] as const) {
    process.once(signal, () => interruption.abort(new Interrupted(code)));
  }
  // Errors of writing arrive with the write itself; without a listener they would end the process as well.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {});
  return {
    out: (text) =>
      new Promise((resolve, reject) => {
        process.stdout.write(text, (error) => (error ? reject(error) : resolve()));
      }),
    err: (text) => {
      process.stderr.write(text);
    },
    interactive: process.stderr.isTTY === true,
    columns: process.stdout.isTTY ? process.stdout.columns : null,
    input: () => process.stdin,
    openEngine: async (choice) => (await import('./engine.ts')).openEngine(choice),
    elapsed: () => performance.now() / 1000,
    interruption: interruption.signal,
  };
}

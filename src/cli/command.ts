import type { Arguments } from './arguments.ts';
import type { Host } from './host.ts';

/** An option of a command. */
export interface Option {
  /** What its value is called in the help; none for a switch. */
  readonly value?: string;
  /** Whether it may be given several times; the values are joined by commas. */
  readonly repeatable?: true;
  readonly what: string;
}

/** A command as data: what the help, the check of its arguments and the dispatch need to know. */
export interface Command {
  readonly name: string;
  readonly summary: string;
  /** What its one operand is called. */
  readonly operand: string;
  /** Whether the operand may begin with `-`, as a formula may. */
  readonly dashed?: true;
  readonly options: Readonly<Record<string, Option>>;
  /** The rest of its help page. */
  readonly details: string;
  /** Loads the code that runs it. */
  readonly load: () => Promise<(args: Arguments, host: Host) => Promise<void>>;
}

import { version } from '../../package.json';
import { readArguments } from './arguments.ts';
import { commands } from './commands.ts';
import { BadInput, endingOf } from './faults.ts';
import { commandHelp, generalHelp } from './help.ts';
import type { Host } from './host.ts';

/** Runs the command line and gives its exit code. Whatever goes wrong is told in one line. */
export async function runProgram(args: readonly string[], host: Host, debug = false): Promise<number> {
  try {
    await dispatch(args, host);
    return 0;
  } catch (error) {
    const { exitCode, line } = endingOf(error);
    if (line !== null) host.err(`scree: ${line}\n`);
    if (debug && exitCode === 1) host.err(`${(error as Error).stack ?? error}\n`);
    return exitCode;
  }
}

async function dispatch([first, ...rest]: readonly string[], host: Host): Promise<void> {
  const asked = first === 'help' ? commands.find(({ name }) => name === rest[0]) : undefined;
  if (asked) return host.out(commandHelp(asked));
  if (first === '--help' || first === '-h' || first === 'help') return host.out(generalHelp());
  if (first === '--version') return host.out(`${version}\n`);
  const names = commands.map(({ name }) => name).join(', ');
  if (first === undefined) throw new BadInput(`no command; commands are ${names}, and scree --help tells more`);
  const command = commands.find(({ name }) => name === first);
  if (!command) throw new BadInput(`"${first}" is no command; commands are ${names}`);
  const args = readArguments(command, rest);
  if (!args) return host.out(commandHelp(command));
  const execute = await command.load();
  await execute(args, host);
}

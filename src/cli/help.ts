import type { Command } from './command.ts';
import { commands } from './commands.ts';

/** The page that `scree --help` shows. */
export function generalHelp(): string {
  const width = Math.max(...commands.map(({ name }) => name.length));
  return `scree runs populations of optimizers on loss surfaces and tells what becomes of every trajectory.

Usage: scree COMMAND … [OPTIONS]

${commands.map(({ name, summary }) => `  ${name.padEnd(width)}  ${summary}\n`).join('')}
scree COMMAND --help tells more; scree --version tells the version.
Exit codes: 0 done, 1 a fault (SCREE_DEBUG=1 shows where), 2 input that cannot be used, 130 stopped with Ctrl-C.
SCREE_GPU=software passes over the machine's own GPU.
`;
}

/** The page that `scree COMMAND --help` shows. */
export function commandHelp({ name, summary, operand, options, details }: Command): string {
  const lines = [...Object.entries(options), ['help', { what: 'show this page' }] as const].map(([option, spec]) => ({
    left: `--${option}${'value' in spec ? ` ${spec.value}` : ''}`,
    what: spec.what,
  }));
  const width = Math.max(...lines.map(({ left }) => left.length));
  return `scree ${name}: ${summary}.

Usage: scree ${name} ${operand} [OPTIONS]

${lines.map(({ left, what }) => `  ${left.padEnd(width)}  ${what}\n`).join('')}
${details}
`;
}

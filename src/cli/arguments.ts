import { parseArgs } from 'node:util';
import type { Command } from './command.ts';
import { BadInput } from './faults.ts';

/** A command's arguments, checked against what it takes. */
export interface Arguments {
  readonly operand: string;
  /** Values of options by name; a switch that is given has the value ''. */
  readonly options: ReadonlyMap<string, string>;
}

/** Reads a command's arguments; null where its help is asked for. Throws `BadInput`. */
export function readArguments(command: Command, args: readonly string[]): Arguments | null {
  const options = Object.fromEntries(
    Object.entries(command.options).map(([name, option]) => [
      name,
      { type: option.value ? 'string' : 'boolean' } as const,
    ]),
  );
  const { tokens } = parseArgs({
    args: command.dashed ? dashesLast(args) : [...args],
    options: { ...options, help: { type: 'boolean', short: 'h' } },
    allowPositionals: true,
    strict: false,
    tokens: true,
  });
  const values = new Map<string, string>();
  const operands: string[] = [];
  for (const token of tokens) {
    if (token.kind === 'positional') operands.push(token.value);
    if (token.kind !== 'option') continue;
    if (token.name === 'help') return null;
    const { name, rawName, value } = token;
    const option = command.options[name];
    if (!option || !rawName.startsWith('--')) throw new BadInput(`unknown option ${rawName}; ${possible(command)}`);
    if (option.value && (value === undefined || value === '' || value.startsWith('--'))) {
      throw new BadInput(`${rawName} without a value; write ${rawName} ${option.value}`);
    }
    if (!option.value && value !== undefined) throw new BadInput(`${rawName} with a value; write ${rawName} alone`);
    const before = values.get(name);
    if (before !== undefined && !option.repeatable) throw new BadInput(`${rawName} stands twice; give it once`);
    values.set(name, before === undefined ? (value ?? '') : `${before},${value}`);
  }
  if (operands.length === 0)
    throw new BadInput(`no ${command.operand}; write scree ${command.name} ${command.operand}`);
  if (operands.length > 1) {
    const surplus = operands.slice(1).map((each) => `"${each}"`);
    const are = surplus.length === 1 ? 'is one operand' : `are ${surplus.length} operands`;
    const one = `scree ${command.name} takes one ${command.operand} at a time`;
    throw new BadInput(`${surplus.join(', ')} ${are} too many; ${one}, "${operands[0]}" stands first`);
  }
  return { operand: operands[0], options: values };
}

/** Moves what begins with one dash behind `--`, where it is taken for an operand. */
function dashesLast(args: readonly string[]): string[] {
  const end = args.includes('--') ? args.indexOf('--') : args.length;
  const before = args.slice(0, end);
  const isDashed = (arg: string) => /^-[^-]/.test(arg) && arg !== '-h';
  return [...before.filter((arg) => !isDashed(arg)), '--', ...before.filter(isDashed), ...args.slice(end + 1)];
}

function possible(command: Command): string {
  const names = [...Object.keys(command.options), 'help'].map((name) => `--${name}`);
  return `scree ${command.name} has ${names.join(', ')}`;
}

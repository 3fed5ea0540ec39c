import { describe, expect, test } from 'vitest';
import { readArguments } from '../../../src/cli/arguments.ts';
import { commands } from '../../../src/cli/commands.ts';
import { namedNumbers, wholeNumber } from '../../../src/cli/values.ts';
import { numberFrom } from '../../../src/import/numbers.ts';

const read = (name: string, ...args: string[]) => {
  const command = commands.find((each) => each.name === name);
  if (!command) throw new Error(name);
  const result = readArguments(command, args);
  return result && { operand: result.operand, options: Object.fromEntries(result.options) };
};

describe('arguments', () => {
  test.each([
    [['run', 'a.json'], { operand: 'a.json', options: {} }],
    [['run', 'a.json', '--out', 'd'], { operand: 'a.json', options: { out: 'd' } }],
    [['run', '--out=d', '-'], { operand: '-', options: { out: 'd' } }],
    [
      ['trace', 'a.json', '--cell', '1,2', '--optimizer', '0'],
      { operand: 'a.json', options: { cell: '1,2', optimizer: '0' } },
    ],
    [['eval', 'x^2', '--at', 'x=-1'], { operand: 'x^2', options: { at: 'x=-1' } }],
    [['eval', '-x^2', '--at', 'x=1', '--at', 'y=2'], { operand: '-x^2', options: { at: 'x=1,y=2' } }],
    [['eval', '--at', 'x=1', '-x', '--json'], { operand: '-x', options: { at: 'x=1', json: '' } }],
    [['eval', '--at', 'x=1', '--', '--x'], { operand: '--x', options: { at: 'x=1' } }],
    [['list', '--json', 'rules'], { operand: 'rules', options: { json: '' } }],
    [['run', '--help'], null],
    [['eval', '-h'], null],
    [['run', 'a.json', 'b.json', '--help'], null],
  ])('%j', ([name, ...args], expected) => {
    expect(read(name, ...args)).toEqual(expected);
  });

  test.each([
    [['run'], 'no EXPERIMENT.json; write scree run EXPERIMENT.json'],
    [['run', 'a', 'b'], '"b" is one operand too many; scree run takes one EXPERIMENT.json at a time, "a" stands first'],
    [['run', 'a', 'b', 'c'], '"b", "c" are 2 operands too many; '],
    [['run', 'a', '--oot', 'd'], 'unknown option --oot; scree run has --out, --engine, --help'],
    [['run', 'a', '-o', 'd'], 'unknown option -o; scree run has --out, --engine, --help'],
    [['run', 'a', '--out'], '--out without a value; write --out DIR'],
    [['run', 'a', '--out='], '--out without a value; write --out DIR'],
    [['eval', 'x', '--at', '--json'], '--at without a value; write --at x=1,y=2'],
    [['eval', 'x', '--json=yes'], '--json with a value; write --json alone'],
    [['run', 'a', '--out', 'b', '--out', 'c'], '--out stands twice; give it once'],
  ])('%j is refused', ([name, ...args], message) => {
    expect(() => read(name, ...args)).toThrow(message);
  });
});

describe('values', () => {
  test.each([
    ['1', 1],
    ['-1.5e3', -1500],
    ['+.5', 0.5],
    ['2.', 2],
    ['', Number.NaN],
    ['1e999', Number.POSITIVE_INFINITY],
    ['0x10', Number.NaN],
    ['Infinity', Number.NaN],
  ])('number %s', (text, value) => {
    expect(numberFrom(text)).toBe(value);
  });

  test('whole numbers keep to their bounds', () => {
    expect(wholeNumber('7', '--steps', 1, 10)).toBe(7);
    expect(wholeNumber('1e1', '--steps', 1, 10)).toBe(10);
    for (const [text, problem] of [
      ['0', 'is too small'],
      ['-1', 'is too small'],
      ['11', 'is too large'],
      ['1e999', 'is too large'],
      ['1.5', 'is not whole'],
      ['x', 'is no number'],
      ['', 'is no number'],
    ]) {
      const message = `--steps: "${text}" ${problem}; it must be a whole number from 1 to 10`;
      expect(() => wholeNumber(text, '--steps', 1, 10)).toThrow(message);
    }
  });

  test('points keep their order', () => {
    expect([...namedNumbers('y=2, x=-1e-3', '--at')]).toEqual([
      ['y', 2],
      ['x', -1e-3],
    ]);
    expect(() => namedNumbers('x=1e999', '--at')).toThrow('--at: x: 1e999 is too large; numbers end at 1.8e308');
    expect(() => namedNumbers('x=one', '--at')).toThrow('--at: x: "one" is no number; write it like -1.5e3');
    expect(() => namedNumbers('x=1,', '--at')).toThrow('"" is not a name and its number');
    expect(() => namedNumbers('x=1,x=2', '--at')).toThrow('"x" stands twice');
    expect(() => namedNumbers('2x=1', '--at')).toThrow('write --at x=1,y=2');
  });
});

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import manifest from '../../../package.json';
import { optimizers } from '../../../src/catalogue/index.ts';
import { commands } from '../../../src/cli/commands.ts';
import { FakeHost, scree } from '../../support/cli.ts';

const folder = mkdtempSync(join(tmpdir(), 'scree-'));
afterAll(() => rmSync(folder, { recursive: true }));

let files = 0;
/** A file with this content, by its path. */
function file(content: string | Uint8Array, ending = 'json'): string {
  const path = join(folder, `${files++}.${ending}`);
  writeFileSync(path, content);
  return path;
}

const good = { objective: 'sphere', optimizers: [{ name: 'sgd' }] };
const experiment = (change: object) => file(JSON.stringify({ ...good, ...change }));
const grid = experiment({
  optimizers: [{ name: 'sgd' }, { name: 'adam' }],
  grid: { x: { vary: 'x', from: 0, to: 1, count: 3 } },
});

// A file system that takes nothing new, from anybody.
const unwritable: [string[], string][] =
  process.platform === 'linux'
    ? ['/proc', '/proc/scree'].map((path) => [
        ['run', grid, '--out', path],
        `--out: ${path}: nothing can be written there (ENOENT); choose another place`,
      ])
    : [];

describe('bad input ends with 2 and one line', () => {
  test.each<[string[], string]>([
    [[], 'no command; commands are run, trace, eval, critical, plane, ratio, list, and scree --help tells more'],
    [['rum'], '"rum" is no command; commands are run, trace, eval, critical, plane, ratio, list'],
    [['--foo'], '"--foo" is no command; commands are run, trace, eval, critical, plane, ratio, list'],
    [['run'], 'no EXPERIMENT.json; write scree run EXPERIMENT.json'],
    [['run', 'a.json', '--foo'], 'unknown option --foo; scree run has --out, --engine, --help'],
    [['run', 'nowhere.json'], 'nowhere.json: there is no such file; check the path'],
    [['run', folder], `${folder}: it is a folder; name a file in it`],
    [['run', file('')], ': it is empty; a value belongs there, such as {…}'],
    [['run', file('{"a": }')], ': unexpected `}` at line 1, column 7; '],
    [['run', file('{"steps": NaN}')], ': unexpected `NaN` at line 1, column 11; '],
    [['run', file('{"steps": 1, "steps": 2}')], ': "steps" stands twice at line 1, column 14; remove one'],
    [['run', file(new Uint8Array([0xff, 0xfe, 0x7b, 0]))], ': not a text in UTF-8; save it as UTF-8'],
    [['run', file('[]')], ': experiment: [] is of the wrong kind; it must be '],
    [['run', experiment({ step: 5 })], ': experiment: unknown field "step"; '],
    [['run', experiment({ steps: -5 })], ': steps: -5 is too small; it must be at least 1'],
    [['run', experiment({ objective: 'spere' })], ': objective: "spere" is no objective; known are '],
    [
      ['run', experiment({ objective: { formula: 'x^2 + z' } })],
      ': objective.formula: unknown name `z` at column 7; this objective has x, y',
    ],
    [
      ['run', experiment({ optimizers: [{ name: 'sgd' }, { rules: [{ formula: 'u = q*u' }] }] })],
      ': optimizers.1.rules.0.formula: unknown name `q` at column 5; ',
    ],
    [['run', grid, grid], 'is one operand too many; scree run takes one EXPERIMENT.json at a time, '],
    [['run', experiment({ optimizers: [{ name: 'sgd', lr: 'a\nb' }] })], ': optimizers.0.lr: '],
    [['run', experiment({}), '--out', file('')], '.json is a file; name a folder'],
    [['run', experiment({}), '--out', join(file(''), 'x')], ': a part of the path is a file; check the path'],
    ...unwritable,
    [['trace', grid], '--optimizer is missing; known are 0 (SGD), 1 (Adam)'],
    [['trace', grid, '--optimizer', '2'], '--optimizer: "2" is none of the experiment\'s; known are 0 (SGD), 1 (Adam)'],
    [['trace', grid, '--optimizer', 'Lion'], '--optimizer: "Lion" is none of the experiment\'s; known are '],
    [['trace', grid, '--optimizer', 'Adam'], '--cell is missing; write I,J: column 0 to 2 and row 0 to 0'],
    [
      ['trace', grid, '--optimizer', '0', '--cell', '3,0'],
      '--cell: "3,0" is not in the grid; write I,J: column 0 to 2 and row 0 to 0',
    ],
    [['trace', grid, '--optimizer', '0', '--cell', '-1,0'], '--cell: "-1,0" is not in the grid; '],
    [['trace', grid, '--optimizer', '0', '--cell', '0'], '--cell: "0" is not in the grid; '],
    [
      ['trace', grid, '--optimizer', '0', '--cell', '0,0', '--steps', '0'],
      '--steps: "0" is too small; it must be a whole number from 1 to ',
    ],
    [
      ['eval', 'himelblau'],
      '"himelblau" is no objective, nor a parameter in --at; add --at himelblau=1 if it is a formula; objectives are ravine, ',
    ],
    [['eval', 'himelblau', '--at', 'x=1,y=2'], '"himelblau" is no objective, nor a parameter in --at; '],
    [['eval', 'x^2'], '--at is missing; name the parameters and their values: --at x=1,y=2'],
    [['eval', ''], 'the formula is missing; write scree eval "x^2 + y" --at x=1,y=2'],
    [['eval', ' ', '--at', 'x=1'], 'the formula is missing; '],
    [['eval', '2^'], 'the formula ends too early at column 3; '],
    [['eval', 'x^2 + y', '--at', 'x=1'], 'unknown name `y` at column 7; '],
    [['eval', 'x^2', '--at', 'x'], '--at: "x" is not a name and its number; write --at x=1,y=2'],
    [['eval', 'x^2', '--at', 'pi=1'], 'objective.parameters: "pi" is a constant; choose another name'],
    [
      ['eval', 'x^2', '--at', 'x=1', '--engine', 'gpu'],
      '--engine: "gpu" is not known; it may be float64, auto, webgpu, cpu',
    ],
    [['run', grid, '--engine', 'metal'], '--engine: "metal" is not known; it may be auto, webgpu, cpu'],
    [['trace', grid, '--engine', 'metal'], '--engine: "metal" is not known; it may be auto, webgpu, cpu'],
    [['run', experiment({ engine: 'metal' })], ': engine: "metal" cannot be used; '],
    [['eval', 'sphere', '--at', 'x=1,z=2'], '--at: "z" is no parameter; sphere has x, y'],
    [['eval', 'sphere', '--at', 'x=1'], '--at: "y" is missing; sphere has x, y'],
    [
      ['eval', 'sphere', '--data', file('X\n1', 'csv')],
      '--data: "sphere" has its own data; type the formula to use other data',
    ],
    [
      ['eval', 'a*X', '--at', 'a=1', '--data', file('X', 'txt')],
      '.txt: neither .csv nor .json; save the table as one of them',
    ],
    [['eval', 'a*X', '--at', 'a=1', '--data', file('X,Y\n1,2\n3', 'csv')], ': 1 value at line 3; there are 2 columns'],
    [
      ['eval', 'a*X', '--at', 'a=1', '--data', file('X,Y\n1,two', 'csv')],
      ': "two" is no number at line 2, column "Y"; write it like -1.5e3',
    ],
    [['eval', 'a*X', '--at', 'a=1', '--data', file('X\n1,2', 'csv')], ': 2 values at line 2; there is 1 column'],
    [
      ['eval', 'a*X', '--at', 'a=1', '--data', file('X\n1e999', 'csv')],
      ': 1e999 is too large at line 2, column "X"; numbers end at 1.8e308',
    ],
    [
      ['eval', 'a*X', '--at', 'a=1', '--data', file('X,X\n1,2', 'csv')],
      ': "X" stands twice at line 1; columns need different names',
    ],
    [
      ['eval', 'a*X', '--at', 'a=1', '--data', file('1,2', 'csv')],
      ': no rows; the first line has the names, every other a row of values',
    ],
    [
      ['eval', 'a*X', '--at', 'a=1', '--data', file('{"X": 1}')],
      ': "X" is no list of numbers; write {"name": [numbers], …}',
    ],
    [
      ['eval', 'a*X', '--at', 'a=1', '--data', file('{"X": [1, "2"]}')],
      ': entry 1 of "X", from 0, is "2"; every entry must be a number',
    ],
    [
      ['list', 'optimisers'],
      'list: "optimisers" is not known; it may be objectives, optimizers, schedules, rules, data',
    ],
  ])('%j', async (args, line) => {
    const { code, output, messages } = await scree(args);
    expect(messages).toContain(line);
    expect(messages).toMatch(/^scree: [^\n]+\n$/);
    expect(output).toBe('');
    expect(code).toBe(2);
  });

  test('standard input', async () => {
    const { code, messages } = await scree(['run', '-'], new FakeHost('{"objective": 1}'));
    expect(messages).toMatch(/^scree: standard input: objective: [^\n]+\n$/);
    expect(code).toBe(2);
  });
});

test('a fault ends with 1 and one line', async () => {
  const { code, messages } = await scree(['run', experiment({})]);
  expect(messages).toBe('scree: no GPU here\n');
  expect(code).toBe(1);
});

test('a reader that stops reading is no fault', async () => {
  const host = new FakeHost();
  host.out = () => Promise.reject(Object.assign(new Error('write EPIPE'), { code: 'EPIPE' }));
  expect(await scree(['list', 'rules'], host)).toEqual({ code: 0, output: '', messages: '' });
});

describe('pages', () => {
  test('the version', async () => {
    expect(await scree(['--version'])).toEqual({ code: 0, output: `${manifest.version}\n`, messages: '' });
  });

  test('the general help names every command', async () => {
    const { output } = await scree(['--help']);
    for (const { name, summary } of commands) expect(output).toMatch(new RegExp(`^  ${name} +${summary}$`, 'm'));
  });

  test.each(commands)('help of $name', async (command) => {
    const { code, output } = await scree([command.name, '--help']);
    expect(code).toBe(0);
    expect(await scree(['help', command.name])).toMatchObject({ output });
    for (const name of Object.keys(command.options)) expect(output).toContain(`  --${name}`);
    for (const line of output.split('\n')) expect(line.length).toBeLessThanOrEqual(120);
  });
});

describe('list', () => {
  test.each(['objectives', 'optimizers', 'schedules', 'rules', 'data'])('%s', async (what) => {
    const entries = JSON.parse((await scree(['list', what, '--json'])).output);
    const lines = (await scree(['list', what])).output.trimEnd().split('\n');
    expect(lines).toHaveLength(entries.length + 1);
    expect(lines.slice(1).map((line) => line.split(' ')[0])).toEqual(entries.map(({ name }: { name: string }) => name));
  });

  test('optimizers have their hyperparameters, defaults and ranges', async () => {
    const entries = JSON.parse((await scree(['list', 'optimizers', '--json'])).output);
    expect(entries).toHaveLength(optimizers.length);
    const adamw = entries.find(({ name }: { name: string }) => name === 'adamw');
    expect(adamw.hyperparameters.weight_decay).toMatchObject({ default: 0.01, range: [0, 1e6] });
    expect(adamw.hyperparameters.beta1.default).toBe(0.9);
    expect(adamw.flags).toEqual({ amsgrad: false });
  });

  test('lines are cut to the terminal', async () => {
    const host = new FakeHost();
    host.columns = 60;
    for (const line of (await scree(['list', 'rules'], host)).output.split('\n'))
      expect([...line].length).toBeLessThanOrEqual(60);
  });
});

describe('eval', () => {
  const json = async (...args: string[]) => JSON.parse((await scree(['eval', ...args, '--json'])).output);

  test('a formula', async () => {
    const result = await json('x^2 + 10*x*y^2', '--at', 'y=2,x=1');
    expect(result).toEqual({
      formula: 'x^2 + 10*x*y^2',
      engine: 'float64',
      parameters: ['y', 'x'],
      at: [2, 1],
      value: 41,
      gradient: [40, 42],
      hessian: [
        [20, 40],
        [40, 2],
      ],
      eigenvalues: [expect.closeTo(-30, 12), expect.closeTo(52, 12)],
    });
  });

  test('an objective of the catalogue, at its customary start or elsewhere', async () => {
    expect(await json('rosenbrock', '--at', 'x=1,y=1')).toMatchObject({ value: 0, gradient: [0, 0] });
    expect(await json('rosenbrock', '--at', 'y=1,x=0')).toMatchObject({
      parameters: ['x', 'y'],
      at: [0, 1],
      value: 101,
    });
    expect((await json('ravine')).at).toEqual([-120, -4]);
  });

  test.each([
    ['csv', '"X", Y\r\n1,2\r\n\r\n2,4\r\n'],
    ['json', '{"X": [1, 2], "Y": [2, 4]}'],
  ])('data from %s', async (ending, text) => {
    expect(await json('sum((Y - a*X)^2)', '--at', 'a=1', '--data', file(text, ending))).toMatchObject({
      value: 5,
      hessian: [[10]],
    });
  });

  test('a page for people', async () => {
    const { output } = await scree(['eval', 'x^2 + 10*x*y^2', '--at', 'x=1,y=2']);
    const lines = output.split('\n');
    expect(lines.slice(0, -2)).toEqual([
      'value        41',
      'gradient',
      '  x  42',
      '  y  40',
      'Hessian',
      '  x   2  40',
      '  y  40  20',
    ]);
    expect(lines.at(-2)).toMatch(/^eigenvalues {2}-[\d.]+ {2}[\d.]+$/);
  });

  test('notes about the formula go to the messages, with their place', async () => {
    const { code, messages } = await scree(['eval', '1 + x^y', '--at', 'x=1,y=2']);
    expect(messages).toMatch(/^scree: note: [^\n]+ \(column \d\)\n$/);
    expect(code).toBe(0);
  });

  test.each([
    ['sqrt(x)', 'x=0', 'sqrt has no derivative at 0'],
    ['1 + sqrt(x)', 'x=-1', 'sqrt has no value below 0'],
    ['abs(x - y)', 'x=2,y=2', 'abs has no derivative at 0'],
    ['relu(x)', 'x=0', 'relu has no derivative at 0'],
    ['max(x, y)', 'x=1,y=1', 'max has no derivative where its arguments are equal'],
    ['floor(x)', 'x=3', 'floor jumps at whole numbers'],
    ['if(x < 1, x, 1)', 'x=1', 'a comparison changes where its sides are equal'],
    ['1/x', 'x=0', 'a division by 0 has neither a value nor derivatives'],
    ['log(x)', 'x=0', 'log has neither a value nor derivatives at 0 and below'],
    ['abs(x)^1.5', 'x=0', 'a power whose exponent is no integer has no derivatives where its base is 0'],
  ])('%s at %s: what is undefined is told', async (formula, at, note) => {
    const { code, messages } = await scree(['eval', formula, '--at', at]);
    expect(messages).toContain(`scree: note: ${note}`);
    expect(code).toBe(0);
  });

  test('in a sum, any row may be singular', async () => {
    const data = file('X\n1\n2\n3', 'csv');
    const at = async (a: string) => (await scree(['eval', 'sum(abs(a - X))', '--at', a, '--data', data])).messages;
    expect(await at('a=2')).toMatch(/^scree: note: abs has no derivative at 0, [^\n]+\n$/);
    expect(await at('a=2.5')).toBe('');
  });

  test('a constant is a formula, and so is a parameter', async () => {
    expect(await json('pi', '--at', 'x=0')).toMatchObject({ value: Math.PI });
    expect(await json('sphere', '--at', 'sphere=3')).toMatchObject({ value: 3, gradient: [1] });
  });

  test('a constant needs no point', async () => {
    expect(await json('2^3^2')).toEqual({
      formula: '2^3^2',
      engine: 'float64',
      parameters: [],
      at: [],
      value: 512,
      gradient: [],
      hessian: [],
      eigenvalues: [],
    });
    expect(await json('unused = 2; mean(X) + unused', '--data', file('X\n1\n3', 'csv'))).toMatchObject({ value: 4 });
    expect(await scree(['eval', 'pi'])).toEqual({ code: 0, output: `value        ${Math.PI}\n`, messages: '' });
  });

  test('what is no number is null in JSON', async () => {
    expect(await json('log(x)', '--at', 'x=-1')).toMatchObject({ value: null, gradient: [null] });
  });
});

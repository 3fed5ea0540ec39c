import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { Interrupted } from '../../../src/cli/faults.ts';
import { openNodeCpuEngine } from '../../../src/engine/cpu/node.ts';
import { FakeHost, scree } from '../../support/cli.ts';

const folder = mkdtempSync(join(tmpdir(), 'scree-'));
afterAll(() => rmSync(folder, { recursive: true }));
const data = join(folder, 'line.csv');
writeFileSync(data, 'X,Y\n1,2\n2,4\n3,6\n');

const critical = (...args: string[]) =>
  scree(['critical', ...args], new FakeHost('', () => openNodeCpuEngine({ workers: 1 })));
const json = async (...args: string[]) => JSON.parse((await critical(...args, '--json')).output);

test('a table of Himmelblau’s nine points, and what there are', async () => {
  const { code, output, messages } = await critical('himmelblau');
  expect([code, messages]).toEqual([0, '']);
  const lines = output.split('\n');
  expect(lines[0]).toMatch(/^kind +x +y +value +eigenvalues$/);
  expect(lines[1]).toMatch(/^minimum +3 +2 +0 +25\.72 +82\.28$/);
  expect(lines[9]).toMatch(/^maximum +-0\.2708446 +-0\.9230386 +181\.6165 +-45\.61 +-16\.07$/);
  expect(lines.slice(10)).toEqual([
    '',
    '4 minima, 4 saddles, 1 maximum: x from -5 to 5, y from -5 to 5',
    'complete, as far as 3,072 starts tell: the last 1,024 starts led to nothing new',
    '',
  ]);
});

test('JSON has all digits, eigenvectors and counts', async () => {
  const result = await json('x^2 - 4*y^2');
  expect(result).toEqual({
    objective: 'typed',
    formula: 'x^2 - 4*y^2',
    parameters: ['x', 'y'],
    domain: [
      [-5, 5],
      [-5, 5],
    ],
    engine: 'cpu',
    counts: { minimum: 0, saddle: 1, maximum: 0, degenerate: 0, kink: 0, not_isolated: 0 },
    points: [
      {
        kind: 'saddle',
        at: [0, 0],
        value: 0,
        eigenvalues: [-8, 2],
        eigenvectors: [
          [0, 1],
          [1, 0],
        ],
        differences: false,
        shape: null,
      },
    ],
    not_isolated: [],
    tips: [],
    jumps: false,
    known_besides: [],
    starts: 3072,
    last_starts: 1024,
    unfinished: 0,
    unresolved: 0,
    level: false,
    valued: true,
    complete: true,
    crowded: false,
    estimated: null,
  });
});

test('a domain leaves out what is not in it, and may be given in parts', async () => {
  expect((await critical('himmelblau', '--domain', 'x=0:5', '--domain', 'y=0:5')).output).toMatch(
    /\n1 minimum, 2 saddles: x from 0 to 5, y from 0 to 5\ncomplete, /,
  );
  expect((await json('x^3 - x', '--domain', 'x=0:2')).points).toHaveLength(1);
  // x and y are parameters wherever they stand, any other bare name where a domain is given for it.
  for (const [formula, ...options] of [['x', '--domain', 'x=-1:1'], ['w', '--domain', 'w=-1:1'], ['y']]) {
    expect((await critical(formula, ...options)).output).toMatch(
      /^no critical points: [wxy] from -[15] to [15]\ncomplete, as far as [\d,]+ starts tell/,
    );
  }
});

test('far from 0, coordinates have as many digits as tell neighbours apart', async () => {
  const far = await critical('((x - 1000000.25)*(x - 1000000.5))^2', '--domain', 'x=1e6:1000001');
  const at = far.output.split('\n').flatMap((line) => /^m\w+ +(\S+)/.exec(line)?.[1] ?? []);
  expect(at).toEqual(['1000000.25', '1000000.5', '1000000.375']);
});

test('a domain that is level nearly everywhere is told to be so', async () => {
  const { output } = await critical('exp(-1e9*(x - 1)^2)');
  expect(output).toMatch(/not complete: the surface is level at nearly all of the last 256 starts; what is narrow/);
});

test('a formula without a value anywhere is told to be one', async () => {
  const nowhere = 'the formula has no value there, as far as the last 256 starts tell';
  const { code, output, messages } = await critical('sqrt(-1 - x^2)');
  expect({ code, output, messages }).toEqual({ code: 0, output: `${nowhere}: x from -5 to 5\n`, messages: '' });
  const told = await critical('sqrt(-1 - x^2)', '--json');
  expect(told.messages).toBe(`scree: note: ${nowhere}\n`);
  expect(JSON.parse(told.output)).toMatchObject({ valued: false, complete: false, points: [] });
  // Where there is one, it may have no derivatives.
  expect((await critical('abs(x) + log(y)', '--domain', 'y=-1:0.1')).output).toMatch(/^no critical points: /);
});

test('parameters are the names of the formula, its own and those of data left out', async () => {
  const fit = await json('r = a*X + b - Y; mean(r^2)', '--data', data);
  expect(fit.parameters).toEqual(['a', 'b']);
  expect(fit.points).toMatchObject([{ kind: 'minimum', at: [expect.closeTo(2, 9), expect.closeTo(0, 9)] }]);
  expect((await json('-cos(pi*w)', '--domain', 'w=-0.5:0.5')).parameters).toEqual(['w']);
});

test('a search that is not complete says why', async () => {
  const far = await critical('sin(1e6*x)', '--domain', 'x=1e11:1.00000001e11', '--json');
  expect(far.messages).toMatch(/^scree: note: not complete: from 100 % of .* float64 has too few digits/);
  expect(JSON.parse(far.output)).toMatchObject({ complete: false, unresolved: 1, points: [] });
});

test('the user may stop it, and is told how far it came', async () => {
  const stopped = async (when: (host: FakeHost) => void) => {
    const host = new FakeHost('', () => openNodeCpuEngine({ workers: 1 }));
    when(host);
    return scree(['critical', 'schaffer-2'], host);
  };
  const stop = (host: FakeHost) => host.stop.abort(new Interrupted(130));
  expect(await stopped(stop)).toEqual({
    code: 130,
    output: '',
    messages: 'scree: stopped before the first runs had ended; nothing is written\n',
  });
  const late = await stopped((host) => {
    // It asks for the time once it searches.
    let asked = 0;
    host.elapsed = () => {
      if (++asked === 400) stop(host);
      return performance.now() / 1000;
    };
  });
  expect(late).toMatchObject({ code: 130, output: '' });
  expect(late.messages).toMatch(
    /^scree: stopped after 2,[\d]{3} starts; \d+ points? found until then, nothing is written\n$/,
  );
});

describe('bad input ends with 2 and one line', () => {
  test.each<[string[], string]>([
    [
      ['himelblau'],
      '"himelblau" is no objective, nor a parameter in --domain; add --domain himelblau=-5:5 if it is a formula; objectives are ravine, ',
    ],
    [[' '], 'the objective is missing; write scree critical "x^4 - x^2 + y^2"'],
    [['2^3'], 'a formula without parameters has no critical points; name some, such as x'],
    [['x^2 +'], 'the formula ends too early at column '],
    [['sphere', '--domain', 'z=0:1'], '--domain: "z" is no parameter; sphere has x, y'],
    [['x^2', '--domain', 'y=0:1'], '--domain: "y" is no parameter; the formula has x'],
    [['x^2', '--domain', 'x=0'], '--domain: "x=0" is not a name and its interval; write --domain x=-1:1,y=0:5'],
    [['x^2', '--domain', 'x=1:-1'], '--domain: x: 1:-1 is empty; write the low end first'],
    [['x^2', '--domain', 'x=0:a'], '--domain: x: "a" is no number; write it like -1.5e3'],
    [['sphere', '--domain', 'x=0:1e13'], '--domain: x: 1e13 is too far from 0; it must be from -1e12 to 1e12'],
    [['x^2', '--domain', 'x=0:1,x=0:2'], '--domain: "x" stands twice; give it once'],
    [['sphere', '--data', data], '--data: "sphere" has its own data; type the formula to use other data'],
  ])('%j', async (args, message) => {
    const { code, output, messages } = await critical(...args);
    expect(messages.startsWith(`scree: ${message}`), messages).toBe(true);
    expect(messages.split('\n')).toHaveLength(2);
    expect([code, output]).toEqual([2, '']);
  });
});

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { Interrupted } from '../../../src/cli/faults.ts';
import { openNodeCpuEngine } from '../../../src/engine/cpu/node.ts';
import { FakeHost, scree } from './support.ts';

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
  expect(lines.slice(10)).toEqual(['', '4 minima, 4 saddles, 1 maximum: x from -5 to 5, y from -5 to 5', '']);
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
    counts: { minimum: 0, saddle: 1, maximum: 0, degenerate: 0, not_isolated: 0 },
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
      },
    ],
    not_isolated: [],
    starts: expect.any(Number),
    complete: true,
  });
});

test('a domain leaves out what is not in it, and may be given in parts', async () => {
  expect((await critical('himmelblau', '--domain', 'x=0:5', '--domain', 'y=0:5')).output).toMatch(
    /\n1 minimum, 2 saddles: x from 0 to 5, y from 0 to 5\n$/,
  );
  expect((await json('x^3 - x', '--domain', 'x=0:2')).points).toHaveLength(1);
  expect((await critical('x', '--domain', 'x=-1:1')).output).toBe('no critical points: x from -1 to 1\n');
});

test('parameters are the names of the formula, its own and those of data left out', async () => {
  const fit = await json('r = a*X + b - Y; mean(r^2)', '--data', data);
  expect(fit.parameters).toEqual(['a', 'b']);
  expect(fit.points).toMatchObject([{ kind: 'minimum', at: [expect.closeTo(2, 9), expect.closeTo(0, 9)] }]);
  expect((await json('-cos(pi*w)', '--domain', 'w=-0.5:0.5')).parameters).toEqual(['w']);
});

test('what is degenerate or not isolated is told as such', async () => {
  expect((await critical('monkey-saddle')).output).toMatch(/^degenerate +0 +0 +0 +0 +0$/m);
  const { output } = await critical('(x + y)^2');
  expect(output).toMatch(/^not isolated +\S+ +\S+ +\S+ +– +–$/m);
  expect(output).toMatch(/\n1 not isolated: x from -5 to 5, y from -5 to 5\n$/);
  const { not_isolated } = await json('(x + y)^2');
  expect(not_isolated[0].sample.length).toBeGreaterThan(3);
  for (const [x, y] of not_isolated[0].sample) expect(x + y).toBeCloseTo(0, 9);
});

test('a search that ends at its bound says so', async () => {
  const { code, messages } = await critical('sin(90*x)*sin(90*y)');
  expect([code, messages]).toEqual([0, 'scree: note: the search ended at its bound; there may be more points\n']);
});

test('the user may stop it', async () => {
  const host = new FakeHost('', () => openNodeCpuEngine({ workers: 1 }));
  host.stop.abort(new Interrupted(130));
  expect(await scree(['critical', 'sin(90*x)*sin(90*y)'], host)).toMatchObject({ code: 130, output: '' });
});

describe('bad input ends with 2 and one line', () => {
  test.each<[string[], string]>([
    [['himelblau'], '"himelblau" is no objective, nor a parameter in --domain; objectives are ravine, '],
    [[' '], 'the objective is missing; write scree critical "x^4 - x^2 + y^2"'],
    [['2^3'], 'a formula without parameters has no critical points; name some, such as x'],
    [['x^2 +'], 'the formula ends too early at column '],
    [['sphere', '--domain', 'z=0:1'], '--domain: "z" is no parameter; sphere has x, y'],
    [['x^2', '--domain', 'y=0:1'], '--domain: "y" is no parameter; the formula has x'],
    [['x^2', '--domain', 'x=0'], '--domain: "x=0" is not a name and its interval; write --domain x=-1:1,y=0:5'],
    [['x^2', '--domain', 'x=1:-1'], '--domain: x: 1:-1 is empty; write the low end first'],
    [['x^2', '--domain', 'x=0:a'], '--domain: x: "a" is no number; write it like -1.5e3'],
    [['x^2', '--domain', 'x=0:1,x=0:2'], '--domain: "x" stands twice; give it once'],
    [['sphere', '--data', data], '--data: "sphere" has its own data; type the formula to use other data'],
  ])('%j', async (args, message) => {
    const { code, output, messages } = await critical(...args);
    expect(messages.startsWith(`scree: ${message}`), messages).toBe(true);
    expect(messages.split('\n')).toHaveLength(2);
    expect([code, output]).toEqual([2, '']);
  });
});

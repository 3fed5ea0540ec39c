import { expect, test } from 'vitest';
import { openNodeCpuEngine } from '../../src/engine/cpu/node.ts';
import { FakeHost, scree } from '../support/cli.ts';

const critical = (...args: string[]) =>
  scree(['critical', ...args], new FakeHost('', () => openNodeCpuEngine({ workers: 1 })));
const json = async (...args: string[]) => JSON.parse((await critical(...args, '--json')).output);

test('what is degenerate or not isolated is told as such', async () => {
  expect((await critical('monkey-saddle')).output).toMatch(/^degenerate +0 +0 +0 +0 +0$/m);
  const { output } = await critical('(x + y)^2');
  expect(output).toMatch(/^not isolated +\S+ +\S+ +\S+ +– +–$/m);
  expect(output).toMatch(
    /\n1 not isolated: x from -5 to 5, y from -5 to 5\na row that is not isolated is one place of all that have its value: they may lie on several curves\ncomplete, /,
  );
  const { not_isolated } = await json('(x + y)^2');
  expect(not_isolated[0].sample.length).toBeGreaterThan(3);
  for (const [x, y] of not_isolated[0].sample) expect(x + y).toBeCloseTo(0, 9);
});

test('kinks have no eigenvalues, but what they are by the values around; where only the formula has a kink, the surface has some', async () => {
  const { output } = await critical('-abs(x*y) + 3', '--domain', 'x=-2:2,y=-2:2');
  expect(output).toMatch(/^kink \(maximum\) +0 +0 +3 +– +–$/m);
  expect(output).toMatch(/^1 kink: /m);
  expect(output).toMatch(
    / led to nothing new; there may be more kinks; there may be extrema where the gradient jumps, as on an edge: these are no critical points\n$/,
  );
  const drop = (await critical('drop-wave')).output;
  expect(drop).toMatch(/^minimum +0 +0 +-1 +72\.5 +72\.5$/m);
  expect(drop).not.toMatch(/besides/);
  expect(drop).toMatch(/^1 minimum, 14 not isolated: .*\neigenvalues of 1 point by differences of the gradient/m);
});

test('the kinks of Schwefel’s function are found after an engine’s runs, too', async () => {
  expect((await json('schwefel')).counts).toEqual({
    ...{ minimum: 49, saddle: 98, maximum: 49 },
    ...{ degenerate: 0, kink: 29, not_isolated: 0 },
  });
});

test('extrema at which the gradient jumps are told besides', async () => {
  const { output } = await critical('abs(x) + abs(y - 1)');
  expect(output).toMatch(
    /^no critical points: .*\nbesides, a minimum where the gradient jumps: 0 at x = 0, y = 1\ncomplete, .*; there may be more extrema where the gradient jumps, as on an edge: these are no critical points\n$/,
  );
  expect((await critical('x + abs(y)')).output).toMatch(
    /^no critical points: .*\ncomplete, .*; there may be extrema where the gradient jumps, as on an edge: these are no critical points\n$/,
  );
  const waves = await critical('cos(4*x) - abs(y)');
  expect(waves.output.match(/^besides, a maximum where the gradient jumps: /gm)).toHaveLength(7);
  const small = ['--domain', 'x=-0.3:0.3,y=-0.3:0.3'];
  // What the catalogue knows is not told twice.
  const ackley = await json('ackley', ...small);
  expect(ackley).toMatchObject({ jumps: true, known_besides: [], tips: [{ shape: 'minimum', at: [0, 0] }] });
  expect(ackley.tips).toHaveLength(1);
  const away = await json('ackley', '--domain', 'x=0.5:0.8,y=0.5:0.8');
  expect(away).toMatchObject({ jumps: false, known_besides: [], tips: [] });
});

test.each<[string, string, RegExp]>([
  ['narrow valleys', 'schaffer-2', /\nnot complete: from \d\d\.\d % of the last [\d,]+ starts runs come to no end, /],
  [
    'thousands of points',
    'sin(30*x)*sin(30*y)',
    /\nnot complete: the search ended at its bound; there are about \d\d,\d{3} isolated points/,
  ],
])('scree critical says why a search that comes to its bound is not complete: %s', async (_, objective, why) => {
  const { code, output, messages } = await critical(objective);
  expect({ code, messages }).toEqual({ code: 0, messages: '' });
  expect(output).toMatch(why);
});

test.each([
  ['sin(1/x)', 1],
  ['cos(1/x)', 1],
])('%s: extrema that crowd together are what the values around say, and never all of them', async (formula, height) => {
  const { points, complete, crowded } = await json(formula, '--domain', 'x=-1:1');
  expect({ complete, crowded }).toEqual({ complete: false, crowded: true });
  expect(points.length).toBeGreaterThan(500);
  const wrong = points.filter(
    ({ kind, value }: { kind: string; value: number }) =>
      kind !== (Math.abs(value - height) < 0.5 ? 'maximum' : 'minimum'),
  );
  expect(wrong.slice(0, 3)).toEqual([]);
});

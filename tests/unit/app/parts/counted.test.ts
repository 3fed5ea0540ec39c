import { expect, it } from 'vitest';
import { counted } from '../../../../src/app/parts/counted.ts';
import { listed } from '../../../../src/app/parts/listed.ts';

it.each([
  [1, 'start', '1 start'],
  [65_536, 'start', '65,536 starts'],
  [1, 'trajectory', '1 trajectory'],
  [2, 'trajectory', '2 trajectories'],
  [1, 'cell', '1 cell'],
  [0, 'cell', '0 cells'],
  [1, 'step', '1 step'],
  [1000, 'step', '1,000 steps'],
] as const)('counts %d %s', (count, what, text) => expect(counted(count, what)).toBe(text));

it.each([
  [[], ''],
  [['a'], 'a'],
  [['a', 'b'], 'a and b'],
  [['a', 'b', 'c', 'd'], 'a, b, c and d'],
])('lists %j', (texts, told) => expect(listed(texts)).toBe(told));

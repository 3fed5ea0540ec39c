import { afterAll, describe, expect, test } from 'vitest';
import type { Pool } from '../../../../src/engine/cpu/jobs.ts';
import { Kernels } from '../../../../src/engine/cpu/kernels.ts';
import { openNodePool } from '../../../../src/engine/cpu/node-workers.ts';
import { Bands } from '../../../../src/engine/cpu/view/bands.ts';
import { type Seen, strideOf } from '../../../../src/engine/cpu/view/messages.ts';
import { type Plan, planExperiment } from '../../../../src/experiment/index.ts';
import { surfaceInFloat64 } from '../../../support/cpu-surface.ts';

const pool: Pool = openNodePool(2);
const kernels = new Kernels();
afterAll(() => pool.destroy());

const planOf = (objective: unknown) => planExperiment({ objective, optimizers: [{ name: 'adam' }] });

/** The whole domain in a picture of that size. */
function whole({ objective: { domain } }: Plan, width: number, height: number, theme: Seen['theme'] = 'light'): Seen {
  const [x, y = [-1, 1]] = domain;
  const middle = ([low, high]: readonly number[]) => (low + high) / 2;
  const scale = [(x[1] - x[0]) / width, (y[1] - y[0]) / height] as const;
  return { center: [middle(x), middle(y)], scale, width, height, ratio: 1, theme, finer: 1 };
}

async function draw(plan: Plan, seen: Seen, first = 0, rows = seen.height): Promise<Uint8Array> {
  const bands = await Bands.create(pool, kernels, plan);
  return bands.draw(seen, 1, first, rows);
}

/** The pixels that are more than 2/255 off, and in how many there was something to compare. */
async function compare(plan: Plan, seen: Seen) {
  const bytes = await draw(plan, seen);
  const at = surfaceInFloat64(plan, seen);
  const wrong: unknown[] = [];
  const found = { compared: 0, lines: 0, hatched: 0 };
  for (let row = 0; row < seen.height; row++) {
    for (let column = 0; column < seen.width; column++) {
      const { colour, value, steepness, line } = at(column, row);
      const got = bytes.subarray(4 * (row * strideOf(seen.width) + column)).subarray(0, 4);
      if (!value) found.hatched++;
      if (line > 0.1) found.lines++;
      // Which contour is near is a matter of rounding where one pixel spans several.
      if (steepness > 1.5) continue;
      found.compared++;
      const off = Math.max(...colour.map((part, i) => Math.abs(part - got[i])));
      if (!(off <= 2 && got[3] === 255)) wrong.push({ column, row, colour, got: [...got], steepness, line });
    }
  }
  return { wrong, ...found };
}

describe('the surface has the colours of surface.wgsl', () => {
  test.each([
    ['himmelblau', 'light', 1],
    ['himmelblau', 'dark', 2],
    ['rosenbrock', 'light', 1],
    ['rastrigin', 'light', 2],
  ] as const)('%s, %s, %i pixels for one', async (objective, theme, ratio) => {
    const plan = planOf(objective);
    const { wrong, compared, lines } = await compare(plan, { ...whole(plan, 161, 100, theme), ratio });
    expect(wrong).toEqual([]);
    expect(compared).toBeGreaterThan(10_000);
    expect(lines).toBeGreaterThan(100);
  });

  test('contours between those of the whole, where little of it is in sight', async () => {
    const plan = planOf('himmelblau');
    const near = { ...whole(plan, 161, 100), center: [1.5, 1], scale: [0.002, 0.002] } as const;
    const [usual, finer] = [await compare(plan, near), await compare(plan, { ...near, finer: 25 })];
    expect([usual.wrong, finer.wrong]).toEqual([[], []]);
    expect(finer.lines).toBeGreaterThan(5 * usual.lines + 200);
  });

  test('an objective of one parameter is flat along the second axis', async () => {
    const plan = planOf({ formula: 'x^4 - 3*x^2 + x', parameters: ['x'], domain: [[-2, 2]] });
    const seen = whole(plan, 160, 40);
    const { wrong, lines } = await compare(plan, seen);
    expect(wrong).toEqual([]);
    expect(lines).toBeGreaterThan(100);
    const bytes = await draw(plan, seen);
    expect(bytes.subarray(0, 640)).toEqual(bytes.subarray(39 * 640, 40 * 640));
  });

  test('parameters that are not seen stand at their start', async () => {
    const plan = planExperiment({
      objective: {
        formula: 'x^2 + y^2 + (x - z)^2',
        parameters: ['x', 'y', 'z'],
        domain: [
          [-2, 2],
          [-2, 2],
          [1, 3],
        ],
      },
      optimizers: [{ name: 'sgd' }],
      start: { z: 2.5 },
    });
    const { wrong } = await compare(plan, whole(plan, 120, 120));
    expect(wrong).toEqual([]);
  });

  test('a sum over a table', async () => {
    const plan = planOf({
      formula: 'mean((a*u + b - v)^2)',
      parameters: ['a', 'b'],
      domain: [
        [-2, 2],
        [-2, 2],
      ],
      data: { u: [0, 1, 2, 3], v: [0.5, 1, 2.5, 2] },
    });
    const { wrong } = await compare(plan, whole(plan, 120, 120));
    expect(wrong).toEqual([]);
  });

  test('hatched where there is no value', async () => {
    const plan = planOf({
      formula: 'log(x) + y^2',
      parameters: ['x', 'y'],
      domain: [
        [-1, 1],
        [-1, 1],
      ],
    });
    const { wrong, hatched } = await compare(plan, whole(plan, 160, 80));
    expect(hatched).toBe(6400);
    expect(wrong).toEqual([]);
  });

  test('losses that overflow are never black', async () => {
    const plan = planOf({
      formula: 'exp(x) + exp(y)',
      parameters: ['x', 'y'],
      domain: [
        [-4, 4],
        [-4, 4],
      ],
    });
    const bytes = await draw(plan, { ...whole(plan, 64, 64), scale: [3, 3] });
    expect(Math.min(...bytes)).toBeGreaterThan(0x60);
  });
});

test('rows drawn by themselves are the rows of the whole', async () => {
  const plan = planOf('himmelblau');
  const seen = whole(plan, 101, 60);
  const all = await draw(plan, seen);
  const row = 4 * strideOf(101);
  expect(await draw(plan, seen, 17, 9)).toEqual(all.slice(17 * row, 26 * row));
});

test('a coarse picture shows the middle of each of its pixels', async () => {
  const plan = planOf('himmelblau');
  const seen = whole(plan, 120, 90);
  const bands = await Bands.create(pool, kernels, plan);
  const coarse = await bands.draw({ ...seen, ratio: 3 }, 3, 0, 30);
  const small = await bands.draw(
    { ...seen, width: 40, height: 30, scale: [3 * seen.scale[0], 3 * seen.scale[1]] },
    1,
    0,
    30,
  );
  expect(coarse).toEqual(small);
});

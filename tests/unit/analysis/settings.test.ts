import { describe, expect, it, test } from 'vitest';
import { bestSetting } from '../../../src/analysis/best-setting.ts';
import { differenceOf, NONE, turned } from '../../../src/analysis/differences.ts';
import { goodRange, hasSuccessCurve, successCurve } from '../../../src/analysis/success-curve.ts';
import { planExperiment, settingOf } from '../../../src/experiment/index.ts';
import { type Cell, gone, home, tableOf } from './tables.ts';

const rates = { vary: 'lr', from: 1e-4, to: 1, count: 5, scale: 'log' as const };
const starts = { vary: 'x', from: -4, to: 4, count: 2 };
const plan = planExperiment({
  objective: 'himmelblau',
  optimizers: [{ name: 'adam' }, { name: 'momentum' }],
  grid: { x: rates, y: starts },
});

describe('the range in which at least 90 % arrive', () => {
  const axis = { values: Float64Array.from([1e-4, 1e-3, 1e-2, 1e-1, 1]), scale: 'log' as const };
  const found = (...shares: number[]) => goodRange(axis, Float64Array.from(shares));

  it('has its ends between the grid values, as the axis runs', () => {
    // From 0 to 1 over a decade the share passes 0.9 at nine tenths of it.
    expect(found(0, 1, 1, 0, 0)).toMatchObject({ openBelow: false, openAbove: false });
    expect(found(0, 1, 1, 0, 0)?.from).toBeCloseTo(10 ** -3.1, 12);
    expect(found(0, 1, 1, 0, 0)?.decades).toBeCloseTo(1.2, 12);
    expect(found(0.5, 0.9, 0.95, 0.5, 0)?.from).toBe(1e-3);
  });

  it('is open where it reaches the end of the axis', () => {
    expect(found(1, 1, 0.8, 0, 0)).toMatchObject({ from: 1e-4, openBelow: true, openAbove: false });
    expect(found(1, 1, 0.8, 0, 0)?.decades).toBeCloseTo(1.5, 12);
    expect(found(1, 1, 1, 1, 1)).toEqual({ from: 1e-4, to: 1, openBelow: true, openAbove: true, decades: 4 });
  });

  it('is the widest where there are several, and none where there is none', () => {
    expect(found(1, 0, 1, 1, 0.4)?.from).toBeCloseTo(10 ** -2.1, 12);
    expect(found(0.8, 0.89, 0.7, 0, 0)).toBeNull();
  });

  it('of an axis that runs downwards is the same', () => {
    const falling = { values: axis.values.slice().reverse(), scale: axis.scale };
    expect(goodRange(falling, Float64Array.from([0, 0, 0.8, 1, 1]))).toMatchObject({
      openBelow: true,
      openAbove: false,
    });
    expect(goodRange(falling, Float64Array.from([0, 0, 0.8, 1, 1]))?.decades).toBeCloseTo(1.5, 12);
  });

  it('of a linear axis runs evenly, and has decades only above 0', () => {
    const linear = { values: Float64Array.from([0, 0.5, 1]), scale: 'linear' as const };
    expect(goodRange(linear, Float64Array.from([1, 0.8, 0]))).toEqual({
      from: 0,
      to: expect.closeTo(0.25, 12),
      openBelow: true,
      openAbove: false,
      decades: null,
    });
  });
});

test('the curve of success is the share along the other axis', () => {
  const cells = [home(), gone, home(), {}, {}, home(), home(), {}, {}, { arrivedAt: 3 }];
  expect([...successCurve(plan, tableOf(cells), 'x')]).toEqual([1, 0.5, 0.5, 0, 0.5]);
  expect([...successCurve(plan, tableOf(cells), 'y')]).toEqual([0.4, 0.6]);
  expect(hasSuccessCurve(plan, 0, plan.x)).toBe(true);
  expect(hasSuccessCurve(plan, 0, plan.y)).toBe(false);
});

describe('the best setting', () => {
  const best = (cells: readonly Cell[]) => bestSetting(plan, 0, tableOf(cells));
  const row = (...kinds: Cell[]) => [...kinds, ...kinds];

  it('arrives most often', () => {
    const cells = [{}, home(), home(), gone, gone, {}, {}, home(), gone, gone];
    expect(best(cells)).toMatchObject({ cells: 2, arrivals: { share: 1 } });
    expect(best(cells)?.values).toEqual(new Map([['lr', plan.x.values[2]]]));
  });

  it('of equals is the one with fewest steps, then with the lowest loss', () => {
    const slow = { ...home(), arrivedAt: 50 };
    expect(best(row(slow, home(), slow, gone, {}))?.values.get('lr')).toBe(plan.x.values[1]);
    expect(best(row(home(0, 0.3), home(0, 0.2), home(0, 0.1), slow, {}))?.values.get('lr')).toBe(plan.x.values[2]);
  });

  it('of two hyperparameters is a cell, of none is none', () => {
    const plane = planExperiment({
      ...plan.experiment,
      grid: { x: rates, y: { vary: 'momentum', from: 0, to: 0.9, count: 2 } },
    });
    const cells = tableOf([{}, {}, {}, {}, {}, {}, {}, {}, home(), {}]);
    expect(bestSetting(plane, 1, cells)?.values).toEqual(
      new Map([
        ['lr', plan.x.values[3]],
        ['momentum', 0.9],
      ]),
    );
    // Adam has no momentum: for it the rows are repetitions.
    expect(bestSetting(plane, 0, cells)).toMatchObject({ cells: 2, arrivals: { share: 0.5 } });
    const alone = planExperiment({ ...plan.experiment, grid: {} });
    expect(bestSetting(alone, 0, tableOf([]))).toBeNull();
  });
});

describe('how far apart optimizers are', () => {
  const tables = [
    tableOf([home(0), home(1), {}, gone, { loss: 2 }]),
    tableOf([home(0), home(0), home(0), {}, { outcome: 'oscillating', loss: 1 }]),
    tableOf([home(0), home(1), {}, gone, { loss: 5 }]),
  ];
  const between = (a: number, b: number) => differenceOf(plan, tables[a], tables[b]);

  it('is none from itself, and where outcomes and minima are the same', () => {
    for (const i of [0, 1, 2]) expect(between(i, i)).toEqual(NONE);
    expect(between(0, 2)).toEqual(NONE);
  });

  it('is the same seen from either side, who is better turned round', () => {
    for (const a of [0, 1, 2]) {
      for (const b of [0, 1, 2]) {
        const found = between(a, b);
        expect(between(b, a)).toEqual(turned(found));
        expect(found.firstBetter + found.secondBetter).toBeLessThanOrEqual(found.differing);
      }
    }
  });

  it('counts other outcomes and other minima; who arrives is better, then who ends lower and inside', () => {
    // Another minimum at the same loss; arrives against crawling; crawling against diverged; a lower loss.
    expect(between(0, 1)).toEqual({ ...NONE, differing: 4, secondBetter: 3, onlySecond: 1 });
  });

  it('counts who alone arrives, also where it has left again and the outcomes are alike', () => {
    const left = tableOf([{ arrivedAt: 10 }, home(), {}, home()]);
    const never = tableOf([{}, {}, home(), home()]);
    expect(differenceOf(plan, left, never)).toMatchObject({ onlyFirst: 2, onlySecond: 1 });
  });

  it('where both arrive, takes the lower minimum for better, however far down it either has come', () => {
    const wells = planExperiment({ objective: 'styblinski-tang', optimizers: [{ name: 'adam' }], target: null });
    const { minima } = wells.objective;
    const other = minima.findIndex(({ value }) => value > minima[0].value + 1);
    const low = tableOf([home(0, -78.3), home(0, -78)]);
    const high = tableOf([home(other, -64), home(0, -78.33)]);
    expect(differenceOf(wells, low, high)).toEqual({ ...NONE, differing: 1, firstBetter: 1 });
  });
});

test("a cell's setting has what the axes vary in the place of the plan's", () => {
  const { start, noise, hyperparameters } = settingOf(plan, 1, [4, 0]);
  expect(start).toEqual([-4, plan.start[1]]);
  expect(noise).toBe(0);
  expect([...hyperparameters]).toEqual([
    ['lr', 1],
    ['momentum', 0.9],
    ['dampening', 0],
  ]);
});

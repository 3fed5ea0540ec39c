import { describe, expect, test } from 'vitest';
import { type DataSet, dataSets, findDataSet } from '../../../src/catalogue/index.ts';

const named = (name: string) => findDataSet(name) as DataSet;
const points = ({ inputs, targets }: ReturnType<DataSet['make']>) =>
  targets.map((label, i) => ({ at: inputs.map((column) => column[i]), label }));

describe.each(dataSets.map((each) => [each.name, each] as const))('%s', (_, set) => {
  test.each([2, 3, 64, 501])('%i rows of finite numbers, the same every time', (rows) => {
    const inputs = set.inputs ?? 5;
    const making = { rows, noise: 0.2, seed: 9, inputs };
    const made = set.make(making);
    expect(made.inputs.map(({ length }) => length)).toEqual(Array(inputs).fill(rows));
    expect(made.targets).toHaveLength(rows);
    expect([...made.inputs.flat(), ...made.targets].every(Number.isFinite)).toBe(true);
    expect(set.make(making)).toEqual(made);
    expect(set.make({ ...making, seed: 10 })).not.toEqual(made);
    if (set.classes > 0) expect(made.targets.every((label) => label === 0 || label === 1)).toBe(true);
  });
});

test.each([
  ['sinc', (x: number) => Math.sin(5 * Math.PI * x) / (5 * Math.PI * x)],
  ['sine', (x: number) => Math.sin(4 * Math.PI * x)],
] as const)('%s at even places from 1e-4 to 1, with normal noise', (name, value) => {
  const exact = named(name).make({ rows: 32, noise: 0, seed: 1, inputs: 1 });
  const [x] = exact.inputs;
  expect([x[0], x[31]]).toEqual([1e-4, 1]);
  x.forEach((at, i) => {
    expect(exact.targets[i]).toBe(value(at));
    expect(at - (x[i - 1] ?? 1e-4 - (1 - 1e-4) / 31)).toBeCloseTo((1 - 1e-4) / 31, 12);
  });
  const noisy = named(name).make({ rows: 4000, noise: 0.5, seed: 1, inputs: 1 });
  const errors = noisy.targets.map((y, i) => (y - value(noisy.inputs[0][i])) / 0.5);
  const moment = (power: number) => errors.reduce((sum, each) => sum + each ** power, 0) / errors.length;
  expect(Math.abs(moment(1))).toBeLessThan(5 / Math.sqrt(4000));
  expect(Math.abs(moment(2) - 1)).toBeLessThan(5 * Math.sqrt(2 / 4000));
});

describe('without noise', () => {
  const make = (name: string) => points(named(name).make({ rows: 2000, noise: 0, seed: 4, inputs: 2 }));

  test('the disc lies within half of the radius, the ring beyond seven tenths', () => {
    for (const { at, label } of make('circles')) {
      const radius = Math.hypot(...at);
      expect(label === 1 ? radius < 2.5 : radius >= 3.5 && radius <= 5).toBe(true);
    }
    expect(make('circles').filter(({ label }) => label === 1)).toHaveLength(1000);
  });

  test('of the four squares opposite ones are alike, and a gap of 0.3 lies between', () => {
    const made = make('xor');
    for (const { at, label } of made) {
      expect(at.every((value) => Math.abs(value) >= 0.3 && Math.abs(value) <= 5.3)).toBe(true);
      expect(label).toBe(at[0] * at[1] > 0 ? 1 : 0);
    }
    const share = made.filter(({ label }) => label === 1).length / made.length;
    expect(Math.abs(share - 0.5)).toBeLessThan(5 * Math.sqrt(0.25 / made.length));
  });

  test('the clouds have their means at ±2 and variance 0.5', () => {
    for (const label of [0, 1]) {
      const cloud = make('gaussians').filter((each) => each.label === label);
      expect(cloud).toHaveLength(1000);
      for (const axis of [0, 1]) {
        const away = cloud.map(({ at }) => at[axis] - (label === 1 ? 2 : -2));
        const mean = away.reduce((sum, each) => sum + each) / 1000;
        const variance = away.reduce((sum, each) => sum + each ** 2, 0) / 1000;
        expect(Math.abs(mean)).toBeLessThan(5 * Math.sqrt(0.5 / 1000));
        expect(Math.abs(variance / 0.5 - 1)).toBeLessThan(5 * Math.sqrt(2 / 1000));
      }
    }
  });

  test('the arms of the spirals turn one and three quarter times, one opposite the other', () => {
    const made = make('spirals');
    for (let k = 0; k < 1000; k++) {
      const [one, other] = [made[k], made[k + 1000]];
      expect([one.label, other.label]).toEqual([1, 0]);
      const share = k / 1000;
      const angle = 3.5 * Math.PI * share;
      expect(one.at[0]).toBeCloseTo(5 * share * Math.sin(angle), 12);
      expect(one.at[1]).toBeCloseTo(5 * share * Math.cos(angle), 12);
      expect(other.at.map((value, axis) => value + one.at[axis]).every((sum) => Math.abs(sum) < 1e-12)).toBe(true);
    }
  });
});

test('the random numbers are standard normal, and no two columns go together', () => {
  const { inputs, targets } = named('random').make({ rows: 4000, noise: 0, seed: 3, inputs: 3 });
  const columns = [...inputs, targets];
  columns.forEach((a, i) => {
    columns.slice(i).forEach((b, j) => {
      const product = a.reduce((sum, each, row) => sum + each * b[row], 0) / 4000;
      expect(Math.abs(product - Number(j === 0)), `columns ${i} and ${i + j}`).toBeLessThan(5 * Math.sqrt(2 / 4000));
    });
  });
});

import { afterAll, describe, expect, it, test } from 'vitest';
import {
  channelOf,
  curvatureChannel,
  type Examination,
  examine,
  LOSS,
  NORM,
  stabilityChannel,
} from '../../../src/analysis/examination.ts';
import { type ExperimentInput, planExperiment } from '../../../src/experiment/index.ts';
import { openCpuEngine } from '../../support/cpu-engine.ts';

const engine = openCpuEngine();
afterAll(() => engine.destroy());

const planOf = (fields: Partial<ExperimentInput> = {}) =>
  planExperiment({
    objective: { formula: '(x^2 + 25*y^2)/2', minimum: 0 },
    optimizers: [{ name: 'adam', lr: 0.05 }],
    grid: { x: { vary: 'x', from: 2 }, y: { vary: 'y', from: -1 } },
    steps: 60,
    ...fields,
  });

const rounded = (value: number) => Number(value.toPrecision(9));

async function examined(plan = planOf(), signal = new AbortController().signal): Promise<Examination> {
  let found: Examination | undefined;
  await examine(engine, plan, 0, [0, 0], signal, (examination) => {
    found = examination;
  });
  if (!found) throw new Error('nothing was told');
  return found;
}

/** One trajectory on x² − 2·y² + 3·z²·… of so many parameters, whose Hessian is the same everywhere. */
const bowlOf = (curvatures: readonly number[], steps: number) => {
  const parameters = curvatures.map((_, i) => `p${i}`);
  const formula = curvatures.map((curvature, i) => `${curvature}/2*p${i}^2`).join(' + ');
  return planOf({
    objective: { formula, parameters },
    optimizers: [{ name: 'sgd', lr: 0.001 }],
    grid: { x: { vary: 'p0', from: 1 } },
    steps,
  });
};
/** What is told of the Hessian along it: for each channel, the values other than NaN. */
const bendsOf = ({ record }: Examination, parameters: number, channels: number) =>
  Array.from({ length: channels }, (_, i) =>
    record.series(curvatureChannel(parameters) + i).values.filter((value) => !Number.isNaN(value)),
  );

describe('a cell that is followed', () => {
  it('is told with loss, gradient and the parts of each update', async () => {
    const { record, path, verdict, step } = await examined();
    const points = path.all;
    expect([step, points.length]).toEqual([60, 61]);
    const [loss, norm] = [record.series(LOSS).values, record.series(NORM).values];
    const [g, m, sigma] = (['g', 'm', 'sigma'] as const).map((part) => record.series(channelOf(part, 1, 2)).values);
    const u = record.series(channelOf('u', 1, 2)).values;
    expect([g[0], m[0], sigma[0]]).toEqual([Number.NaN, Number.NaN, Number.NaN]);
    for (const k of [1, 2, 30, 60]) {
      const [x, y, told] = points[k];
      expect(loss[k], `loss at ${k}`).toBe(told);
      expect(norm[k], `norm at ${k}`).toBeCloseTo(Math.hypot(x, 25 * y), 4);
      // The update that led here was made from the gradient before.
      expect(g[k], `g at ${k}`).toBeCloseTo(25 * points[k - 1][1], 4);
      expect(points[k - 1][1] - (0.05 * m[k]) / sigma[k], `y at ${k}`).toBeCloseTo(y, 5);
      expect(u[k], `u at ${k}`).toBeCloseTo(m[k] / sigma[k], 6);
    }
    expect(verdict).toMatchObject({ step: 60, loss: loss[60] });
  });

  it('for long takes no more memory, and others get their turn', async () => {
    let turns = 0;
    const timer = setInterval(() => turns++, 1);
    const { record, path, step } = await examined(planOf({ steps: 30_000 }));
    clearInterval(timer);
    expect(step).toBe(30_000);
    expect(record.series(LOSS).values.length).toBeLessThanOrEqual(2000);
    expect(path.all.length).toBeLessThanOrEqual(2001);
    expect(turns, 'turns of others').toBeGreaterThan(10);
  });
});

describe('the curvature along a cell', () => {
  it('is both eigenvalues of two parameters at every step', async () => {
    const { record, path } = await examined(planOf({ objective: { formula: 'x^4/12 - y^4/12' }, steps: 20 }));
    const [low, high] = [0, 1].map((i) => record.series(curvatureChannel(2) + i).values);
    path.all.forEach(([x, y], k) => {
      expect(low[k], `least at ${k}`).toBeCloseTo(-(y ** 2), 6);
      expect(high[k], `largest at ${k}`).toBeCloseTo(x ** 2, 6);
    });
  });

  it('is the least, the largest and the number below 0 of more, and how near to the limit of stability it is', async () => {
    const found = await examined(bowlOf([4, -1, -1e-9, 0, 2], 20));
    expect(bendsOf(found, 5, 3).map((values) => [...new Set(values.map(rounded))])).toEqual([[-1], [4], [1]]);
    expect(bendsOf(found, 5, 3)[0].length).toBe(21);
    const stability = found.record.series(stabilityChannel(5)).values;
    expect(rounded(1000 * stability[20])).toBe(4);
  });

  it('of many parameters is told at some of the steps, and at the last', async () => {
    const many = bowlOf(
      Array.from({ length: 16 }, (_, i) => i - 3),
      2000,
    );
    const [least, largest, negative] = bendsOf(await examined(many), 16, 3);
    expect(least.length).toBeGreaterThanOrEqual(64);
    expect(least.length).toBeLessThan(1000);
    expect([least, largest, negative].map((values) => rounded(values.at(-1) ?? 0))).toEqual([-3, 12, 3]);
  });
});

test('what is called off tells nothing more', async () => {
  const stop = new AbortController();
  const seen: Examination[] = [];
  const following = examine(engine, planOf({ steps: 1_000_000 }), 0, [0, 0], stop.signal, (each) => {
    seen.push(each);
    stop.abort();
  });
  await following;
  expect(seen.length).toBe(1);
  expect(seen[0].verdict).toBeNull();
  expect(seen[0].step).toBeLessThan(1_000_000);
});

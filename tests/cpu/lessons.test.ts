import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Engine, OUTCOMES, type TraceRow } from '../../src/engine/index.ts';
import { LESSONS, stepAt } from '../../src/lessons/index.ts';
import { openTestEngine } from '../support/engine.ts';
import { alone, arrivals, coarser, ends, experimentOf, left, median, near, rowsOf } from '../support/lesson-runs.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await openTestEngine();
});
afterAll(() => engine.destroy());

describe('1, stuck', () => {
  test('the loss stays and the gradient does not vanish', async () => {
    const [[start], [end]] = await alone(engine, 'stuck.1', [0, 1000]);
    near(start.loss, 5942, 1e-3, 'first loss');
    near(end.loss, 5068, 1e-3, 'last loss');
    near(end.gradient, 1000, 1e-2, 'last gradient norm');
    expect(end.outcome).toBe('oscillating');
  });

  test('all that are stuck oscillate, with a large gradient', async () => {
    const [[{ cells, shares }]] = await ends(engine, 'stuck.2');
    // Which of the starts near a border fall to its other side is rounding's to choose.
    near(shares.converged, 54, 0.04, 'converged');
    near(shares.oscillating, 46, 0.04, 'oscillating');
    expect(shares.saddle + shares.flat).toBe(0);
    const oscillating = OUTCOMES.indexOf('oscillating');
    const norms = [...cells.gradientNorm].filter((_, cell) => cells.outcome[cell] === oscillating);
    expect(Math.min(...norms)).toBeGreaterThan(30);
    const [, column, row] = stepAt(LESSONS, 'stuck.3')?.step.view?.cell ?? [];
    expect(OUTCOMES[cells.outcome[64 * Number(row) + Number(column)]]).toBe('oscillating');
  });
});

describe('2, critical points', () => {
  test('a saddle holds those that start on its ridge', async () => {
    const [optimizers] = await ends(engine, 'critical.1');
    expect(optimizers.map(({ shares }) => shares.saddle)).toEqual([100, 100, 100]);
  });

  test('noise leads off it', async () => {
    const [[sgd, momentum, adam]] = await ends(engine, 'critical.2');
    near((100 * arrivals(sgd.cells).length) / 4096, 74, 0.03, 'SGD has arrived');
    expect([momentum, adam].map(({ cells }) => arrivals(cells).length)).toEqual([4096, 4096]);
    for (const { cells } of [momentum, adam]) near(left(cells), 3.5, 0.2, 'above the target again, in percent');
  });

  test("the monkey saddle holds only starts on its arms, and Himmelblau's hold nobody", async () => {
    const [[{ cells, shares }]] = await ends(engine, 'critical.3');
    const held = [...cells.divergedAt].flatMap((step, cell) => (step < 0 ? [cell] : []));
    expect(held).toEqual(Array.from({ length: 33 }, (_, i) => 32 * 65 + 32 + i));
    expect(shares.saddle).toBeGreaterThan(0);
    // The start in the saddle itself is flat.
    expect(shares.saddle + shares.flat + shares.diverged).toBeCloseTo(100, 9);
    const [optimizers] = await ends(engine, 'critical.4', [], coarser('critical.4', 64, 64));
    expect(optimizers.map((each) => each.shares.converged)).toEqual([100, 100, 100]);
  });
});

describe('3, the ravine', () => {
  test('swings at a large rate, has not arrived at a small one', async () => {
    const [[first], [end]] = await alone(engine, 'ravine.1', [1, 1000]);
    near(first.theta[1], 8.945, 1e-3, 'w after a step');
    near(first.loss, 4203, 1e-3, 'first loss');
    near(end.loss, 4190, 1e-3, 'last loss');
    near(end.gradient, 1293, 1e-3, 'gradient norm');
    const [[valley], [late]] = await alone(engine, 'ravine.2', [50, 100_000]);
    expect(Math.abs(valley.theta[1] - 2.4727)).toBeLessThan(0.01);
    near(late.theta[0], -123.7, 1e-4, 'b after 100,000 updates');
    near(late.gradient, 361, 1e-2, 'gradient norm');
    expect(late.arrived).toBe(-1);
  });

  test('no rate arrives in 100,000 updates', async () => {
    const grid = { ...experimentOf('ravine.3').grid, y: { vary: 'w', from: -4 } };
    const [[{ cells, shares }]] = await ends(engine, 'ravine.3', [], { grid });
    expect(arrivals(cells).length).toBe(0);
    expect(shares.diverged).toBeGreaterThan(5);
    expect(shares.crawling + shares.oscillating + shares.diverged).toBeCloseTo(100, 9);
  });

  test('both troubles on the cone', async () => {
    const [[large, small]] = await alone(engine, 'ravine.4');
    near(large.loss, 4900, 1e-3, 'loss at the large rate');
    expect(large.outcome).toBe('oscillating');
    near(small.loss, 551, 1e-3, 'loss at the small rate');
    near(small.theta[0], 6.43, 1e-3, 'x at the small rate');
  });
});

describe('4 and 5, σ and Adagrad', () => {
  test('the first step is η in every parameter', async () => {
    const [[{ theta }]] = await alone(engine, 'sigma.1', [1]);
    expect(theta[0]).toBeCloseTo(-119.3, 4);
    expect(theta[1]).toBeCloseTo(-3.3, 5);
    const [{ gradient }] = await rowsOf(engine, experimentOf('sigma.1', { steps: 1 }));
    near(gradient[1] / gradient[0], 352, 2e-3, 'ratio of the gradients');
  });

  test('Adagrad arrives on a valley of any shape, and its paths do not depend on it', async () => {
    const [[sgd, adagrad]] = await ends(engine, 'sigma.2');
    near((100 * arrivals(sgd.cells).length) / 4096, 3, 0.2, 'SGD has arrived');
    near((100 * arrivals(adagrad.cells).length) / 4096, 97, 0.02, 'Adagrad has arrived');
    const round = { formula: '(x^2 + y^2)/2', domain: [[-6, 6] as [number, number], [-6, 6] as [number, number]] };
    const few = coarser('sigma.2', 12, 12);
    const [[, same]] = await ends(engine, 'sigma.2', [100], { ...few, objective: round });
    const [[, other]] = await ends(engine, 'sigma.2', [100], few);
    const away = Math.max(
      ...same.cells.theta.flatMap((values, k) => [
        ...values.map((value, i) => Math.abs(value - other.cells.theta[k][i])),
      ]),
    );
    expect(away).toBeLessThan(1e-4);
  });

  test('Adagrad goes through the ravine', async () => {
    const [[valley], [adagrad, sgd]] = await alone(engine, 'adagrad.1', [29, 1500]);
    expect(Math.abs(valley.theta[1] - 2.455)).toBeLessThan(0.01);
    near(adagrad.theta[0], -181, 3e-3, 'b');
    near(sgd.theta[0] + 120, -0.04, 0.1, "SGD's way in b");
  });

  test('the crescent: steps to the target', async () => {
    const [found] = await alone(engine, 'adagrad.2');
    const said = [1769, 884, 242, 203];
    for (const [i, steps] of said.entries()) near(found[i].arrived, steps, 0.02, `optimizer ${i}`);
    expect(found.slice(4).map(({ arrived }) => arrived)).toEqual([-1, -1]);
  });
});

describe('6, RMSProp', () => {
  test('the longer the memory, the later it arrives', async () => {
    const [[{ cells }]] = await ends(engine, 'rmsprop.1');
    const row = (j: number) => cells.arrivedAt.subarray(96 * j, 96 * (j + 1)).map((step) => (step < 0 ? 1501 : step));
    expect(Math.min(...row(0))).toBeGreaterThanOrEqual(200);
    expect(Math.max(...row(0))).toBeLessThanOrEqual(300);
    expect(row(47).filter((step) => step > 1500).length).toBeGreaterThan(48);
    expect(median(row(47))).toBeGreaterThan(2 * median(row(0)));
  });

  test('the longest step at the cliff', async () => {
    const experiment = experimentOf('rmsprop.2', { steps: 260 });
    for (const [k, said] of [13.1, 9.9, 3.0, 1.27, 1.03].entries()) {
      const rows = await rowsOf(engine, experiment, k);
      near(Math.max(...rows.slice(1).map(({ u }) => Math.abs(u[0]))), said, 0.02, `optimizer ${k}`);
    }
    const [found] = await alone(engine, 'rmsprop.2', [], { steps: 1200 });
    near(found[0].arrived, 1070, 0.03, 'Adagrad arrives');
    near(found[3].arrived, 345, 0.03, 'RMSProp arrives');
  });

  test('who is thrown over the ridge', async () => {
    const [optimizers] = await ends(engine, 'rmsprop.3', [], coarser('rmsprop.3', 500, 1));
    const lost = optimizers.map(({ cells }) => cells.theta[0].filter((x) => x > 0.9).length / 5);
    expect(lost[0]).toBeGreaterThan(50);
    expect(lost.slice(1)).toEqual([0, 0, 0, 0]);
  });
});

describe('7, Adam', () => {
  test('RMSProp swings across the ravine, Adam arrives', async () => {
    const [[rms, adam]] = await ends(engine, 'adam.1', [], coarser('adam.1', 10, 10));
    expect(rms.shares.oscillating).toBe(100);
    near(median(rms.cells.loss) - 101_936.7, 2200, 0.05, "RMSProp's loss");
    expect(median(rms.cells.gradientNorm)).toBeGreaterThan(80_000);
    expect(arrivals(adam.cells).length).toBe(100);
  });

  test('m cancels across the valley, not along it', async () => {
    const experiment = experimentOf('adam.2');
    const [adam, rms, sgd] = await Promise.all([0, 1, 2].map((k) => rowsOf(engine, experiment, k)));
    expect(adam[200].theta[0]).toBeCloseTo(10, 3);
    const steps = (rows: readonly TraceRow[]) => rows.slice(101).map(({ u, eta }) => Math.abs(eta * u[1]));
    near(median(steps(sgd)), 0.5, 1e-3, "SGD's steps in y");
    near(median(steps(rms)), 0.05, 1e-3, "RMSProp's");
    expect(Math.max(...steps(adam))).toBeLessThan(0.01);
  });
});

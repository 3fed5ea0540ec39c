import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Engine } from '../../src/engine/index.ts';
import { type NetworkObjective, planExperiment } from '../../src/experiment/index.ts';
import { openTestEngine } from '../support/engine.ts';
import { alone, arrivals, coarser, type End, ends, experimentOf, left, median, near } from '../support/lesson-runs.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await openTestEngine();
});
afterAll(() => engine.destroy());

describe('8 and 9, bursts and decay: rounding seeds them, so only envelopes can be told', () => {
  test('the larger η, the sooner', async () => {
    const experiment = experimentOf('bursts.2', { steps: 6000 });
    const plan = planExperiment(experiment);
    const population = await engine.populate(plan);
    const settled = plan.optimizers.map(() => false);
    const first = plan.optimizers.map(() => Number.POSITIVE_INFINITY);
    while (population.step < plan.steps) {
      const looks = Array.from({ length: 125 }, () => {
        // A burst lasts more than thirty steps.
        population.advance(16);
        return population.checkpoint();
      });
      for (const { step, states } of await Promise.all(looks)) {
        states.forEach(({ values }, k) => {
          const [b, w] = [values[2] + values[0], values[3] + values[1]];
          // The valley's w at b: (ΣXY − b·ΣX)/ΣX².
          const away = Math.abs(w - (1_860_871 - b * 2510) / 873_408);
          settled[k] ||= away < 0.01;
          if (settled[k] && away > 0.5) first[k] = Math.min(first[k], step);
        });
      }
    }
    population.destroy();
    const [one, most, half, , least] = first;
    expect(one).toBeGreaterThan(600);
    expect(one).toBeLessThan(1000);
    expect(most).toBeGreaterThan(1500);
    expect(most).toBeLessThan(1900);
    expect(half).toBeGreaterThan(3828);
    expect(least).toBe(Number.POSITIVE_INFINITY);
  });

  test('decayed rates arrive', async () => {
    const [[sqrt, constant]] = await alone(engine, 'decay.1', [62_000]);
    near(sqrt.arrived, 61_142, 0.01, '1/√t');
    near(constant.arrived, 2400, 0.03, 'constant');
    const time = { x: { vary: 'schedule.T', from: 100, to: 100_000, count: 7, scale: 'log' as const } };
    const [[{ cells }]] = await ends(engine, 'decay.2', [], { grid: time, start: { b: -120, w: -4 } });
    // T = 100, 316, 1,000, 3,162, …
    expect([...cells.arrivedAt].slice(0, 2)).toEqual([-1, -1]);
    near(cells.arrivedAt[2], 5409, 0.01, 'T = 1,000');
    near(Math.min(...cells.arrivedAt.subarray(2)), 2400, 0.05, 'the soonest');
    const [[floor]] = await ends(engine, 'decay.2', [], { grid: time, start: { b: -120, w: 2.5 } });
    expect([...floor.cells.arrivedAt].slice(5)).toEqual([-1, -1]);
  });
});

describe('10, warm-up', () => {
  /** Shares of a hundred that end within radius 2; the noise is the same everywhere, and 2,000 runs of 6,000 are off by 2.2 at two standard deviations. */
  const kept = async (name: string) => {
    const [optimizers] = await ends(engine, name, [], coarser(name, 20, 100));
    return optimizers.map(
      ({ cells: { theta } }) => theta[0].filter((value, i) => Math.hypot(value, theta[1][i]) < 2).length / 20,
    );
  };
  const within = (got: readonly number[], said: readonly number[]) => {
    for (const [i, share] of said.entries()) {
      expect(Math.abs(got[i] - share), `optimizer ${i}: got ${got[i]} %, the lesson says ${share}`).toBeLessThan(3.5);
    }
  };

  test('it helps, and RAdam does without', async () => within(await kept('warmup.2'), [66, 79, 81, 90]));
  test('by m, not by σ', async () => within(await kept('warmup.3'), [66, 81, 62, 74]));
  test('at much noise RAdam is the worst', async () => within(await kept('warmup.4'), [21, 25, 26, 16]));

  test("each fall of ResNet's rate lowers the floor", async () => {
    const levels = (await ends(engine, 'warmup.1', [32_000, 40_000, 60_000])).map(
      ([{ cells }]) => cells.loss.reduce((sum, loss) => sum + loss) / 144,
    );
    // In theory 11.7 and 10.1; the mean of 144 losses is off by a tenth.
    near(levels[0] / levels[1], 10, 0.5, 'first fall');
    near(levels[1] / levels[2], 10, 0.4, 'second fall');
  });
});

describe('11 and 12, the whole form and flat surfaces', () => {
  test('the parts, one by one', async () => {
    const [optimizers] = await ends(engine, 'whole.1', [], coarser('whole.1', 32, 8));
    for (const [i, said] of [0.045, 0.029, 0.064, 0.026, 0.0038].entries()) {
      near(median(optimizers[i].cells.loss), said, 0.3, `optimizer ${i}`);
    }
  });

  test("the second card's rules are Adam", async () => {
    const named = { name: 'adam', lr: 0.05, schedule: { name: 'cosine' } };
    const rules = experimentOf('whole.2').optimizers[1];
    const [[composed, adam]] = await ends(engine, 'whole.2', [300], { optimizers: [rules, named] });
    expect(composed.cells.theta).toEqual(adam.cells.theta);
  });

  test('standardising, half by half', async () => {
    const share = ({ cells }: End) => (100 * arrivals(cells).length) / cells.loss.length;
    const [[raw]] = await ends(engine, 'flattening.1', [], coarser('flattening.1', 24, 2));
    near(share(raw), 4, 0.2, 'arrived on the raw surface');
    const [[centred]] = await ends(engine, 'flattening.2', [], coarser('flattening.2', 24, 2));
    expect(share(centred)).toBe(100);
    near(median(arrivals(centred.cells)), 63_000, 0.02, 'centred');
    const [[scaled]] = await ends(engine, 'flattening.3');
    expect(share(scaled)).toBe(100);
    near(median(arrivals(scaled.cells)), 54, 0.05, 'scaled');
    const [[both]] = await ends(engine, 'flattening.4', [1]);
    expect(share(both)).toBe(100);
  });

  test('a small network learns from standardised inputs alone', async () => {
    const [[raw]] = await ends(engine, 'flattening.5');
    expect(arrivals(raw.cells).length).toBe(0);
    near(median(raw.cells.loss), 0.479, 2e-3, 'loss of all');
    expect(Math.min(...raw.cells.loss)).toBeGreaterThan(0.45);
    const [[scaled]] = await ends(engine, 'flattening.6');
    expect(arrivals(scaled.cells).length).toBe(576);
    near(median(arrivals(scaled.cells)), 171, 0.02, 'steps of half');
    const faster = { optimizers: [{ name: 'sgd', lr: 0.3 }] };
    const [[fast]] = await ends(engine, 'flattening.6', [], faster);
    expect(arrivals(fast.cells).length).toBe(576);
    const [[relu]] = await ends(engine, 'flattening.7');
    near((100 * arrivals(relu.cells).length) / 576, 98.4, 5e-3, 'share that arrives');
    near(left(relu.cells), 1, 0.3, 'above the target again, in percent');
    near(median(arrivals(relu.cells)), 261, 0.02, 'steps of half');
    const { objective } = experimentOf('flattening.5');
    const { network } = objective as NetworkObjective;
    const [[lost]] = await ends(engine, 'flattening.5', [], {
      objective: { network: { ...network, activation: 'relu' } },
      optimizers: [{ name: 'sgd', lr: 0.01 }],
    });
    near(lost.shares.diverged, 98.4, 5e-3, 'share that diverges');
  });
});

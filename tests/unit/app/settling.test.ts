import { describe, expect, it } from 'vitest';
import { withCellAlone, withSettings } from '../../../src/app/settling.ts';
import { type ExperimentInput, planExperiment, settingOf } from '../../../src/experiment/index.ts';

const rates = { vary: 'lr', from: 1e-3, to: 1, count: 40, scale: 'log' as const };
const planOf = (grid: ExperimentInput['grid'], fields: Partial<ExperimentInput> = {}) =>
  planExperiment({
    objective: 'himmelblau',
    optimizers: [{ name: 'adam' }, { name: 'momentum', lr: 0.02 }],
    grid,
    ...fields,
  });
const chosen = (...values: (readonly [string, number])[]) => new Map([[0, new Map(values)]]);

describe('a setting that is taken over', () => {
  it('is given to its optimizer alone; starts take the place of the axis', () => {
    const plan = planOf({ x: rates, y: { vary: 'x', from: -1, to: 1, count: 30 } });
    const next = planExperiment(withSettings(chosen(['lr', 0.1]), plan)(plan.experiment));
    expect(next.optimizers.map(({ hyperparameters }) => hyperparameters.get('lr')?.value)).toEqual([0.1, 0.02]);
    expect([next.x.label, next.y.label]).toEqual(['x', 'y']);
    expect([next.x.values.length, next.y.values.length]).toEqual([30, 40]);
    expect([next.x.values[0], next.y.values[0]]).toEqual([-1, -5]);
  });

  it('leaves axes over noise and over what it does not set', () => {
    const noisy = planOf({ x: { vary: 'noise', from: 0, to: 1, count: 8 }, y: rates });
    expect(withSettings(chosen(['lr', 0.1]), noisy)(noisy.experiment).grid).toMatchObject({
      x: { vary: 'x', count: 40 },
      y: { vary: 'noise', count: 8 },
    });
    const other = planOf({ x: { vary: 'momentum', from: 0, to: 0.9, count: 8 }, y: rates });
    expect(withSettings(chosen(['lr', 0.1]), other)(other.experiment).grid).toMatchObject({
      x: { vary: 'x' },
      y: { vary: 'momentum' },
    });
  });

  it('of two hyperparameters, or of a row, gives a plane of starts', () => {
    const plane = planOf({ x: rates, y: { vary: 'beta1', from: 0, to: 0.9, count: 40 } });
    const next = planExperiment(withSettings(chosen(['lr', 0.1], ['beta1', 0.5]), plane)(plane.experiment));
    expect([next.x.label, next.y.label, next.cells]).toEqual(['x', 'y', 64 * 64]);
    expect(next.optimizers[0].hyperparameters.get('beta1')?.value).toBe(0.5);
    const row = planOf({ x: rates });
    expect(planExperiment(withSettings(chosen(['lr', 0.1]), row)(row.experiment)).cells).toBe(64 * 64);
  });

  it('reaches into schedules and their lists', () => {
    const plan = planOf(
      { x: { vary: 'schedule.milestones.1', from: 10, to: 90, count: 9 }, y: rates },
      {
        optimizers: [{ name: 'sgd', schedule: { name: 'multi-step', milestones: [5, 50, 95] } }, { name: 'adam' }],
      },
    );
    const values = chosen(['schedule.milestones.1', 20], ['schedule.warmup', 7]);
    expect(withSettings(values, plan)(plan.experiment).optimizers[0].schedule).toEqual({
      name: 'multi-step',
      milestones: [5, 20, 95],
      warmup: 7,
    });
  });
});

describe('a cell as an experiment of its own', () => {
  it('starts where the cell does, with what its axes vary, for every optimizer that has it', () => {
    const plan = planOf({ x: rates, y: { vary: 'beta1', from: 0, to: 0.9, count: 4 } }, { start: { x: 1, y: 3 } });
    const next = planExperiment(withCellAlone(plan, settingOf(plan, 1, [39, 3]), [39, 3])(plan.experiment));
    expect([next.cells, next.start, settingOf(next, 1, [0, 0]).start]).toEqual([1, [1, 3], [1, 3]]);
    const [adam, ball] = next.optimizers.map(({ hyperparameters }) => hyperparameters);
    expect([adam.get('lr')?.value, adam.get('beta1')?.value]).toEqual([1, 0.9]);
    expect([ball.get('lr')?.value, ball.has('beta1')]).toEqual([1, false]);
  });

  it('has the noise and the start that its cell had', () => {
    const plan = planOf({
      x: { vary: 'y', from: -2, to: 2, count: 5 },
      y: { vary: 'noise', from: 0, to: 1, count: 3 },
    });
    const next = planExperiment(withCellAlone(plan, settingOf(plan, 0, [1, 2]), [1, 2])(plan.experiment));
    expect([next.noise, settingOf(next, 0, [0, 0]).start[1]]).toEqual([1, -1]);
  });
});

import { describe, expect, it } from 'vitest';
import { coversDomain, sideOf, variesStarts, withObjective, withSide } from '../../../src/app/grids.ts';
import { type ExperimentInput, planExperiment, readExperiment } from '../../../src/experiment/index.ts';

const experiment = readExperiment({ objective: 'himmelblau', optimizers: [{ name: 'adam', lr: 0.05 }] });
const plan = planExperiment(experiment);
const planned = (fields: Partial<ExperimentInput>) => planExperiment({ ...experiment, ...fields });
const rates = { vary: 'lr', from: 1e-3, to: 1, count: 40, scale: 'log' as const };
const across = { vary: 'x', from: -1, to: 1, count: 30, scale: 'linear' as const };

describe('another number of starts', () => {
  it.each([64, 256, 512])('is spread over the domain, %d along each side, and told so', (side) => {
    const spread = planExperiment(withSide(side)(experiment));
    expect(spread.cells).toBe(side * side);
    expect([sideOf(spread), variesStarts(spread), coversDomain(spread)]).toEqual([side, true, true]);
  });

  it('keeps what the axes vary, and from where to where', () => {
    const { grid } = withSide(64)(planned({ grid: { x: rates, y: across } }).experiment);
    expect(grid).toEqual({ x: { ...rates, count: 64 }, y: { ...across, count: 64 } });
  });

  it('makes a row longer, and leaves what is fixed', () => {
    const fixed = { vary: 'y', from: 2, count: 1, scale: 'linear' as const };
    const { grid } = withSide(64)(planned({ grid: { x: rates, y: fixed } }).experiment);
    expect(grid).toEqual({ x: { ...rates, count: 4096 }, y: fixed });
    const column = withSide(512)(planned({ grid: { x: fixed, y: rates } }).experiment);
    expect(column.grid).toEqual({ x: fixed, y: { ...rates, count: 16_384 } });
  });

  it('spreads a single trajectory over the domain, for it varies nothing', () => {
    const single = planned({ grid: { x: { vary: 'x', from: 1 }, y: { vary: 'y', from: 1 } } });
    expect(planExperiment(withSide(256)(single.experiment))).toMatchObject({ cells: 65_536 });
  });
});

describe('another surface', () => {
  it('is given as many starts, over its own domain', () => {
    const small = planExperiment(withSide(64)(experiment));
    const other = planExperiment(withObjective('rosenbrock', small)(small.experiment));
    expect([other.x.values[0], other.x.values[63], other.cells]).toEqual([-2, 2, 4096]);
  });

  it('puts the starts of one parameter in a row, and back', () => {
    const line = planExperiment(withObjective('flat-steep-flat', plan)(experiment));
    expect([line.x.values.length, line.y.values.length]).toEqual([16384, 1]);
    expect(sideOf(line)).toBe(128);
    expect(planExperiment(withObjective('sphere', line)(line.experiment)).cells).toBe(16384);
    expect(planExperiment(withObjective('sphere', line, plan.cells)(line.experiment)).cells).toBe(plan.cells);
  });

  it('has starts as near in number as a square comes', () => {
    const row = planned({ objective: { formula: 'x^2', parameters: ['x'] }, grid: { x: { ...across, count: 1000 } } });
    expect(planExperiment(withObjective('sphere', row)(row.experiment)).cells).toBe(32 * 32);
  });

  it('keeps axes over anything but starts', () => {
    const grid = planned({ grid: { x: rates, y: across } });
    const other = withObjective('rosenbrock', grid)(grid.experiment).grid;
    expect(other).toEqual({ x: rates, y: { ...across, from: -2, to: 2 } });
    const dropped = planned({ grid: { x: { ...across, vary: 'start.y' }, y: rates } });
    expect(withObjective('flat-steep-flat', dropped)(dropped.experiment).grid).toEqual({ x: rates });
  });

  it('keeps the whole grid where a formula of the same parameters and domain is typed', () => {
    const grid = { x: { ...across, scale: 'linear' as const } };
    const typed = { formula: 'x^2 + y^2', parameters: ['x', 'y'], domain: plan.objective.domain as [number, number][] };
    const before = planned({ grid, start: { y: 2 } });
    const after = withObjective(typed, before)(before.experiment);
    expect([after.grid, after.start, after.objective]).toEqual([grid, { y: 2 }, typed]);
  });
});

describe('a grid', () => {
  it('is told from one of starts all over the domain', () => {
    const grid = planned({ grid: { x: rates } });
    expect([sideOf(grid), variesStarts(grid), coversDomain(grid)]).toEqual([null, false, false]);
    const part = planned({ grid: { x: across, y: { ...across, vary: 'y' } } });
    expect([sideOf(part), variesStarts(part), coversDomain(part)]).toEqual([30, true, false]);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { axisTicks, cellAlong, placeAlong, rangeOf, valueAlong } from '../../../../src/app/maps/axis-scale.ts';
import { type Ranges, rangesIn, rangesOf, withRanges } from '../../../../src/app/maps/zoom.ts';
import { ZoomHistory } from '../../../../src/app/maps/zoom-history.ts';
import { type Plan, planExperiment } from '../../../../src/experiment/index.ts';

const RATES = { vary: 'lr', from: 1e-4, to: 1, count: 65, scale: 'log' as const };
const STARTS = { vary: 'x', from: -2, to: 2, count: 33, scale: 'linear' as const };

function planOf(grid: object): Plan {
  return planExperiment({ objective: 'rosenbrock', optimizers: [{ name: 'adam' }], grid });
}

const plan = planOf({ x: RATES, y: STARTS });
const share = fc.double({ min: 0, max: 1, noNaN: true });

describe('places along an axis', () => {
  it('are those of its cells’ middles', () => {
    for (const axis of [plan.x, plan.y]) {
      axis.values.forEach((value, i) => {
        const place = placeAlong(axis, value);
        expect(place).toBeCloseTo((i + 0.5) / axis.values.length, 9);
        expect(cellAlong(axis.values.length, place)).toBe(i);
        expect(valueAlong(axis, place) / value || 1).toBeCloseTo(1, 9);
      });
    }
  });

  it('have ticks in the axis’s own scale', () => {
    expect(axisTicks(plan.x, 400, 48).labels).toEqual(['10⁻⁴', '10⁻³', '10⁻²', '10⁻¹', '10⁰']);
    expect(axisTicks(plan.y, 200, 40).labels).toEqual(['−2', '−1', '0', '1', '2']);
  });
});

describe('a part of the grid', () => {
  it('has the ranges that lie in it, to a thousandth of their width', () => {
    fc.assert(
      fc.property(share, share, (a, b) => {
        fc.pre(Math.abs(a - b) > 0.05);
        const [from, to] = [Math.min(a, b), Math.max(a, b)];
        for (const axis of [plan.x, plan.y]) {
          const range = rangeOf(axis, [from, to]);
          const exact = [valueAlong(axis, from), valueAlong(axis, to)];
          const along = (value: number) => (axis.scale === 'log' ? Math.log(value) : value);
          const width = along(exact[1]) - along(exact[0]);
          expect(Math.abs(along(range.from) - along(exact[0]))).toBeLessThan(2e-3 * width + 1e-12);
          expect(Math.abs(along(range.to) - along(exact[1]))).toBeLessThan(2e-3 * width + 1e-12);
        }
      }),
    );
  });

  it('keeps counts, scales and all else; an axis that is not cut stays as it is', () => {
    const ranges = rangesIn(plan, { x: [0.25, 0.75], y: null }) as Ranges;
    const { grid } = withRanges(ranges, plan)(plan.experiment);
    expect(grid.y).toEqual(STARTS);
    expect(grid.x).toMatchObject({ vary: 'lr', count: 65, scale: 'log' });
    expect(grid.x?.from).toBeCloseTo(9.4e-4, 4);
    expect(grid.x?.to).toBeCloseTo(0.106, 2);
    expect(() => planExperiment(withRanges(ranges, plan)(plan.experiment))).not.toThrow();
  });

  it('writes out a grid that the experiment does not give', () => {
    const implicit = planOf({});
    const ranges = rangesIn(implicit, { x: [0, 0.5], y: [0, 0.5] }) as Ranges;
    const { grid } = withRanges(ranges, implicit)(implicit.experiment);
    expect(grid.x).toMatchObject({ vary: 'x', count: 256, scale: 'linear' });
    expect(grid.y).toMatchObject({ vary: 'y', count: 256, scale: 'linear' });
    const row = planOf({ x: RATES });
    expect(withRanges(rangesIn(row, { x: [0, 0.5], y: null }) as Ranges, row)(row.experiment).grid.y).toBeUndefined();
  });

  it('is refused where float32 could not tell its cells apart', () => {
    expect(rangesIn(planOf({ x: { ...STARTS, from: 1, to: 1.00001 } }), { x: [0.4, 0.5], y: null })).toBeNull();
  });
});

describe('ZoomHistory', () => {
  const at = (to: number): Ranges => ({ x: { vary: 'x', from: 0, to }, y: { vary: 'y', from: 0, to: 1 } });

  it('leads back zoom by zoom, and to the first', () => {
    const history = new ZoomHistory();
    history.follow(at(8));
    history.enter(at(8), at(4));
    history.follow(at(8)); // the plan of before, until the new one runs
    history.follow(at(4));
    history.enter(at(4), at(2));
    history.follow(at(2));
    expect(history.first).toEqual(at(8));
    expect(history.leave(at(2))).toEqual(at(4));
    history.follow(at(4));
    expect(history.leave(at(4))).toEqual(at(8));
    history.follow(at(8));
    expect(history.canLeave(at(8))).toBe(false);
  });

  it('ends where the axes are changed by anything else', () => {
    const history = new ZoomHistory();
    history.enter(at(8), at(4));
    history.follow(at(4));
    history.follow(at(5));
    expect(history.canLeave(at(5))).toBe(false);
    expect(history.first).toBeNull();
  });

  it('passes over a zoom that came to nothing', () => {
    const history = new ZoomHistory();
    history.enter(at(8), at(4));
    history.follow(at(8));
    expect(history.canLeave(at(8))).toBe(false);
    expect(rangesOf(plan).x).toEqual({ vary: 'lr', from: 1e-4, to: 1 });
  });
});

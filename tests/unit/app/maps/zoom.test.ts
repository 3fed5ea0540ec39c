import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { axisTicks, cellAlong, placeAlong, rangeOf, valueAlong } from '../../../../src/app/maps/axis-scale.ts';
import { domainRanges, rangesIn, withRanges } from '../../../../src/app/maps/zoom.ts';
import { wayBack, wholeOf, zoomedBack, zoomedInto } from '../../../../src/app/maps/zoom-trail.ts';
import { MOST_ZOOMS, readView } from '../../../../src/app/view/page-view.ts';
import { type Ends, endsOf, isZoomOf, variedBy } from '../../../../src/app/view/zooms.ts';
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
    const ranges = rangesIn(plan, { x: [0.25, 0.75], y: null }) as Ends;
    const { grid } = withRanges(ranges, plan)(plan.experiment);
    expect(grid.y).toEqual(STARTS);
    expect(grid.x).toMatchObject({ vary: 'lr', count: 65, scale: 'log' });
    expect(grid.x?.from).toBeCloseTo(9.4e-4, 4);
    expect(grid.x?.to).toBeCloseTo(0.106, 2);
    expect(() => planExperiment(withRanges(ranges, plan)(plan.experiment))).not.toThrow();
  });

  it('writes out a grid that the experiment does not give', () => {
    const implicit = planOf({});
    const ranges = rangesIn(implicit, { x: [0, 0.5], y: [0, 0.5] }) as Ends;
    const { grid } = withRanges(ranges, implicit)(implicit.experiment);
    expect(grid.x).toMatchObject({ vary: 'x', count: 256, scale: 'linear' });
    expect(grid.y).toMatchObject({ vary: 'y', count: 256, scale: 'linear' });
    const row = planOf({ x: RATES });
    expect(withRanges(rangesIn(row, { x: [0, 0.5], y: null }) as Ends, row)(row.experiment).grid.y).toBeUndefined();
  });

  it('of whole numbers ends at those that lie in it', () => {
    const seeds = { vary: 'network.seed', from: 0, to: 9, count: 10 };
    const network = planExperiment({
      objective: { network: { widths: [1, 2, 1], data: 'sine' } },
      optimizers: [{ name: 'sgd' }],
      grid: { x: { vary: 'lr', from: 0.1, to: 1, count: 2 }, y: seeds },
    });
    const ranges = rangesIn(network, { x: null, y: [0.22, 0.61] }) as Ends;
    expect(ranges.slice(2)).toEqual([2, 5]);
    expect(() => planExperiment(withRanges(ranges, network)(network.experiment))).not.toThrow();
    expect(rangesIn(network, { x: null, y: [0.38, 0.42] })).toBeNull();
  });

  it('is refused where float32 could not tell its cells apart', () => {
    expect(rangesIn(planOf({ x: { ...STARTS, from: 1, to: 1.00001 } }), { x: [0.4, 0.5], y: null })).toBeNull();
  });
});

describe('the way back from zooms', () => {
  const at = (to: number) => planOf({ x: { ...STARTS, from: 0, to } });
  const ends = (to: number) => endsOf(at(to));

  it('leads zoom by zoom to the first, through a link too', () => {
    const zooms = zoomedInto(zoomedInto(null, at(8), ends(4)), at(4), ends(2));
    const back = readView(JSON.parse(JSON.stringify({ zooms }))).zooms;
    expect(back).toEqual({ vary: variedBy(at(2)), through: [ends(8), ends(4), ends(2)] });
    expect(wayBack(back, at(2))).toEqual([ends(8), ends(4)]);
    const once = zoomedBack(back, at(2));
    expect(wayBack(once, at(4))).toEqual([ends(8)]);
    expect(zoomedBack(once, at(4))).toBeNull();
  });

  it('is there before the zoom runs, and after the zoom is undone', () => {
    const zooms = zoomedInto(null, at(8), ends(4));
    expect(wayBack(zooms, at(8))).toEqual([]);
    expect(wayBack(zooms, at(4))).toEqual([ends(8)]);
    expect(wayBack(zoomedInto(zooms, at(8), ends(2)), at(2))).toEqual([ends(8)]);
  });

  it('does not lead round in a circle: from the whole grid it leads nowhere, and that is whole', () => {
    const zooms = zoomedInto(zoomedInto(null, at(8), ends(4)), at(4), ends(2));
    expect(wholeOf(zooms, at(2))).toEqual(ends(8));
    for (const there of [zooms, zoomedInto(zooms, at(2), ends(8))]) {
      expect(wayBack(there, at(8))).toEqual([]);
      expect(wholeOf(there, at(8))).toEqual(ends(8));
      expect(wayBack(zoomedInto(there, at(8), ends(3)), at(3))).toEqual([ends(8)]);
    }
    expect(wholeOf(null, at(8))).toEqual(domainRanges(at(8)));
  });

  it('ends where the axes are changed by anything else', () => {
    const zooms = zoomedInto(null, at(8), ends(4));
    expect(wayBack(zooms, at(5))).toEqual([]);
    const other = planOf({ x: { ...STARTS, vary: 'lr', from: 0.1, to: 4 } });
    expect(isZoomOf({ vary: variedBy(at(4)), through: [endsOf(other)] }, other)).toBe(false);
    expect(isZoomOf({ vary: variedBy(other), through: [endsOf(other)] }, other)).toBe(true);
  });

  it('keeps to what a link holds: the first ranges and the last', () => {
    let zooms = zoomedInto(null, at(100), ends(99));
    for (let to = 99; to > 20; to--) zooms = zoomedInto(zooms, at(to), ends(to - 1));
    expect(zooms.through).toHaveLength(MOST_ZOOMS);
    expect(readView({ zooms }).zooms).toEqual(zooms);
    expect([zooms.through[0], zooms.through.at(-1)]).toEqual([ends(100), ends(20)]);
  });
});

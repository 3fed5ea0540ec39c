import { describe, expect, it } from 'vitest';
import { axisRange, columnsOf, extentOf, spreadApart } from '../../../../src/app/charts/columns.ts';
import { measurement as measured } from '../../../support/measurements.ts';

const measurement = (step: number, ...losses: number[][]) =>
  measured(step, ...losses.map((loss) => ({ loss: Float64Array.from(loss) })));
const history = [
  measurement(0, [1, 2, 3, 4, 5], [10, 20, 30, 40, 50]),
  measurement(8, [0, -1e-9, 0.5, 1, Number.POSITIVE_INFINITY], Array(5).fill(Number.NaN)),
];
const loss = (measure: { loss: Float64Array }) => measure.loss;

describe('columnsOf', () => {
  it('lays out a column for each optimizer and probability, with gaps for what is not finite', () => {
    const { steps, columns } = columnsOf(history, [0, 1], loss, false);
    expect(steps).toEqual([0, 8]);
    expect(columns).toHaveLength(10);
    expect(columns[4]).toEqual([5, null]);
    expect(columns[1]).toEqual([2, -1e-9]);
    expect(columns[7]).toEqual([30, null]);
  });

  it('draws what a logarithm does not take on a floor, a decade below all that it takes', () => {
    const { columns, floor } = columnsOf(history, [0, 1], loss, true);
    expect(floor).toEqual({ at: 0.01, label: '≤ 0' });
    expect(columns[0]).toEqual([1, 0.01]);
    expect(columns[1]).toEqual([2, 0.01]);
    expect(columns[2]).toEqual([3, 0.5]);
  });

  it.each([
    ['beside others', [5, 5, 5, 5, 5], { at: 0.1, label: '0' }],
    ['beside far smaller ones', [1e-30, 5, 5, 5, 5], { at: 1e-15, label: '0' }],
    ['where nothing else was measured', [0, 0, 0, 0, 0], { at: 0.1, label: '0' }],
  ])('draws an exact 0 at the lower end of the axis, %s', (_, others, expected) => {
    const { columns, floor } = columnsOf([measurement(0, others), measurement(8, Array(5).fill(0))], [0], loss, true);
    expect(floor).toEqual(expected);
    expect(columns.map((column) => column[1])).toEqual(Array(5).fill(expected.at));
    const [low, high] = [Math.min(...columns.flat().map(Number)), Math.max(...columns.flat().map(Number))];
    expect(axisRange(low, high, true, floor)[0]).toBe(expected.at);
    expect(axisRange(low, low, true, floor)).toEqual([expected.at, 10 * expected.at]);
  });

  it('needs no floor where all is above 0, nor on an even axis', () => {
    expect(columnsOf([history[0]], [0, 1], loss, true).floor).toBeNull();
    expect(columnsOf(history, [0, 1], loss, false).floor).toBeNull();
  });

  it('has a column of gaps for an optimizer that was not measured', () => {
    expect(columnsOf(history, [0, 1, 2], loss, true).columns[14]).toEqual([null, null]);
  });
});

describe('columns of what is shown', () => {
  it('leave out who is hidden', () => {
    const { columns } = columnsOf(history, [1], loss, false);
    expect(columns).toHaveLength(5);
    expect(columns[2]).toEqual([30, null]);
  });
});

describe('extentOf', () => {
  it('sees no more than the steps that are shown', () => {
    const columns = [
      [3, null, 7],
      [1, 5, null],
    ];
    expect(extentOf([0, 8, 16], columns, [0, 16])).toEqual([1, 7]);
    expect(extentOf([0, 8, 16], columns, [8, 16])).toEqual([5, 7]);
    expect(extentOf([0, 8, 16], columns, [17, 20])).toEqual([null, null]);
  });
});

describe('axisRange', () => {
  it.each([
    [3, 250, true, [1, 1000]],
    [1, 1, true, [0.1, 1]],
    [1e-300, 1, true, [1e-16, 1]],
    [null, null, true, [0.1, 10]],
    [0, 10, false, [-0.5, 10.5]],
    [null, null, false, [0, 1]],
  ])('%d to %d, logarithmic %s', (low, high, log, range) => {
    const [bottom, top] = axisRange(low, high, log);
    expect(bottom).toBeCloseTo(range[0], 18);
    expect(top).toBeCloseTo(range[1], 9);
  });
});

describe('spreadApart', () => {
  it('moves labels apart in order, within bounds', () => {
    expect(spreadApart([50, 52, 10], 14, 0, 100)).toEqual([50, 64, 10]);
    expect(spreadApart([99, 98], 14, 0, 100)).toEqual([100, 86]);
  });
});

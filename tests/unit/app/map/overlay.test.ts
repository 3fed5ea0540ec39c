import { describe, expect, it } from 'vitest';
import { besideAxis, isClear } from '../../../../src/app/map/axes.ts';
import { commonStart } from '../../../../src/app/map/common-start.ts';
import { lossAt } from '../../../../src/app/map/contour-levels.ts';
import { namedMinima } from '../../../../src/app/map/fate-paint.ts';
import { LossCurve } from '../../../../src/app/map/loss-curve.ts';
import { mapCommand } from '../../../../src/app/map/map-keys.ts';
import { pathOf } from '../../../../src/app/map/path-shape.ts';
import { freestCorner } from '../../../../src/app/map/readout-corner.ts';
import { sliceNote } from '../../../../src/app/map/slice-note.ts';
import type { Pixels, Viewport } from '../../../../src/app/map/viewport.ts';
import { reliefOf } from '../../../../src/engine/relief.ts';
import { asFormula, planExperiment } from '../../../../src/experiment/index.ts';

const SIZE = [600, 400] as const;
/** One parameter unit is ten pixels; 0 lies in the middle. */
const VIEW: Viewport = { center: [0, 0], scale: [0.1, 0.1] };
const planOf = (objective: unknown, more: object = {}) =>
  planExperiment({ objective, optimizers: [{ name: 'adam' }], ...more });

it('the numbers along the left edge tell how far they reach into the map', () => {
  // From −20 to 20, and from 1.99998 to 2.00002.
  expect(besideAxis(VIEW, SIZE)).toBeCloseTo(10 + 6.5 * '−10'.length, 9);
  expect(besideAxis({ center: [0, 2], scale: [1e-7, 1e-7] }, SIZE)).toBeCloseTo(10 + 6.5 * '1.99999'.length, 9);
});

describe('a path', () => {
  it('goes through its steps, with a dot where one stands apart', () => {
    const { line, dots, end } = pathOf([0, 0, 1, 0, 1.01, 0, 1, 2], VIEW, SIZE);
    expect(line).toBe('M300.0 200.0L310.0 200.0L310.0 180.0');
    expect(dots).toBe('M310.0 200.0h0M310.0 180.0h0');
    expect(end).toEqual([310, 180]);
  });

  it('keeps its last step, and ends where it is thrown out', () => {
    expect(pathOf([0, 0, 0.01, 0], VIEW, SIZE).line).toBe('M300.0 200.0L300.1 200.0');
    const thrown = pathOf([0, 0, 1, 1, 1e9, 1], VIEW, SIZE);
    expect(thrown).toMatchObject({ line: 'M300.0 200.0L310.0 190.0', end: null });
    expect(pathOf([0, 0, Number.NaN, 1], VIEW, SIZE).end).toBeNull();
  });
});

it.each([
  ['−100', 740, 'b', false],
  ['−110', 690, 'b', true],
  ['8', 740, 'w1_1_1', false],
  ['8', 680, 'w1_1_1', true],
])('the label %s at %d leaves the name %s free: %s', (label, at, name, clear) => {
  expect(isClear(label, at, name, 758)).toBe(clear);
});

it('a readout stands where it covers least', () => {
  const around = (x: number, y: number): Pixels[] => [0, 1, 2].map((i) => [x + i, y]);
  const size: Pixels = [1000, 700];
  expect(freestCorner([], size)).toBe('lower left');
  expect(freestCorner(around(100, 600), size)).toBe('lower right');
  expect(freestCorner([...around(100, 600), ...around(900, 650)], size)).toBe('upper left');
});

it('the scale of tints begins at the lowest loss exactly, and ends where the palette does', () => {
  const relief = reliefOf(asFormula(planOf('rosenbrock').objective));
  expect(lossAt(relief, 0)).toBe(0);
  expect(lossAt(relief, 30)).toBeCloseTo(Math.exp(relief.high), 0);
});

describe('the curve of an objective of one parameter', () => {
  const plan = planOf({ formula: '(x - 1)^2 - 3', parameters: ['x'], domain: [[-3, 5]] });
  const curve = new LossCurve(plan);

  it('is its loss, from edge to edge', () => {
    const heights = curve.across(VIEW, SIZE);
    expect(heights[0]).toBeCloseTo(31 ** 2 - 3, 3);
    expect(heights.at(-1)).toBeCloseTo(29 ** 2 - 3, 3);
    expect(heights[(heights.length - 1) / 2]).toBeCloseTo(-2, 6);
    expect(curve.across({ ...VIEW, center: [0, 9] }, SIZE)).toBe(heights);
    expect(curve.across({ ...VIEW, center: [1, 0] }, SIZE)).not.toBe(heights);
  });

  it('is seen whole, with room below', () => {
    const [low, high] = curve.range([-3, 5]);
    expect(low).toBeLessThan(-3);
    expect(high).toBeGreaterThan(11);
  });

  it('has a gap where there is no value', () => {
    const root = new LossCurve(planOf({ formula: 'sqrt(x^2 - 1)', parameters: ['x'], domain: [[-3, 3]] }));
    expect(root.path(VIEW, SIZE).match(/M/g)?.length).toBe(2);
  });
});

it('a plane of more parameters is told with the values of those that are not seen', () => {
  const many = (names: string[]) =>
    planOf({ formula: names.map((name) => `${name}^2`).join(' + '), parameters: names });
  expect(sliceNote(planOf('himmelblau'))).toBeNull();
  expect(sliceNote(planOf({ formula: 'a^2+b^2+c^2', parameters: ['a', 'b', 'c'] }, { start: { c: 2.5 } }))).toBe(
    'The plane of a and b through the start: c = 2.5.',
  );
  expect(sliceNote(many(['a', 'b', 'c', 'd', 'f', 'g', 'h']))).toMatch(/the other 5 parameters/);
});

it('trajectories that all leave one place have a start in common', () => {
  const axis = (vary: string, from: number, to: number) => ({ vary, from, to, count: 4 });
  const start = { x: 0.5, y: 0.25 };
  const of = (x: object, y: object) => commonStart(planOf('himmelblau', { grid: { x, y }, start }));
  expect(of(axis('lr', 0.1, 1), axis('noise', 0, 1))).toEqual([0.5, 0.25]);
  expect(of(axis('lr', 0.1, 1), axis('y', 0, 1))).toBeNull();
  expect(of(axis('lr', 0.1, 1), { vary: 'y', from: 3, count: 1 })).toEqual([0.5, 3]);
});

it('few minima have a colour each, of many the lowest have one', () => {
  expect(new Set(namedMinima(planOf('himmelblau').objective).map(({ color }) => color)).size).toBe(4);
  const many = planOf('rastrigin').objective;
  expect(many.minima.length).toBeGreaterThan(8);
  expect(namedMinima(many).map(({ index }) => index)).toEqual([0]);
});

it('keys: arrows move the map, with shift the start; with ctrl they are the browser’s', () => {
  const key = (name: string, held: object = {}) =>
    mapCommand({ key: name, shiftKey: false, ctrlKey: false, metaKey: false, altKey: false, ...held });
  expect(key('ArrowLeft')).toEqual({ kind: 'pan', by: [48, -0] });
  expect(key('ArrowUp', { shiftKey: true })).toEqual({ kind: 'nudge', by: [0, -8] });
  expect(key('Enter')).toEqual({ kind: 'launch' });
  expect(key('Escape')).toEqual({ kind: 'remove' });
  expect(key('ArrowLeft', { ctrlKey: true })).toBeNull();
  expect(key('r')).toBeNull();
});

import { describe, expect, it, test } from 'vitest';
import { ThinnedRecord } from '../../../src/analysis/thinned.ts';
import { ThinnedPath } from '../../../src/analysis/thinned-path.ts';

describe('a thinned record', () => {
  const filled = (steps: number, value: (step: number) => number) => {
    const record = new ThinnedRecord(1, 100);
    for (let step = 0; step < steps; step++) record.push(step, [value(step)]);
    return record.series(0);
  };

  it('holds every step of a short run', () => {
    const { steps, values } = filled(100, (step) => step ** 2);
    expect([...steps]).toEqual([...values].map(Math.sqrt));
    expect(steps.length).toBe(100);
  });

  test.each([101, 1000, 123_457])('of %d steps is small, and loses no peak', (count) => {
    const peak = Math.floor(count / 3);
    const { steps, values } = filled(count, (step) => (step === peak ? 99 : step === peak + 7 ? -99 : Math.sin(step)));
    expect(steps.length).toBeLessThanOrEqual(200);
    expect(Math.max(...values)).toBe(99);
    expect(Math.min(...values)).toBe(-99);
    expect(Math.abs(steps[values.indexOf(99)] - peak)).toBeLessThan(count / 25);
    expect([...steps]).toEqual([...steps].sort((a, b) => a - b));
  });

  it('keeps the order of time: what rises goes on rising, what falls falling', () => {
    const rising = filled(5000, (step) => step).values;
    const falling = filled(5000, (step) => -step).values;
    expect([...rising]).toEqual([...rising].sort((a, b) => a - b));
    expect([...falling]).toEqual([...falling].sort((a, b) => b - a));
  });

  it('takes what has no value as none', () => {
    const { values } = filled(1000, (step) => (step % 2 === 0 ? Number.NaN : step));
    expect(values.every(Number.isFinite)).toBe(true);
    expect(filled(1000, () => Number.NaN).values.some(Number.isFinite)).toBe(false);
  });
});

test.each([5, 100, 4321])(
  'a thinned path of %d points keeps the first, the last, and an even distance between',
  (count) => {
    const path = new ThinnedPath(50);
    for (let k = 0; k < count; k++) path.push([k, -k]);
    const points = path.all.map(([x]) => x);
    expect(points.length).toBeLessThanOrEqual(51);
    expect([points[0], points.at(-1)]).toEqual([0, count - 1]);
    expect(points.map((_, place) => path.at(place)?.step)).toEqual(points);
    expect([path.length, path.at(points.length)]).toEqual([points.length, null]);
    expect(new Set(points.slice(1, -1).map((x, k) => x - points[k])).size).toBeLessThanOrEqual(1);
  },
);

import { describe, expect, it } from 'vitest';
import { Speedometer } from '../../../src/app/speedometer.ts';

/** A speedometer that has seen ticks of so many steps, each after so many ms of a clock that began at 0. */
function seen(...ticks: [steps: number, took: number][]): Speedometer {
  const meter = new Speedometer();
  meter.start(0, 0);
  let [step, now] = [0, 0];
  for (const [steps, took] of ticks) {
    step += steps;
    now += took;
    meter.note(step, now);
  }
  return meter;
}
const times = (count: number, steps: number, took: number) =>
  Array.from({ length: count }, (): [number, number] => [steps, took]);

describe('a speedometer', () => {
  it('tells steps for each second that passes', () => {
    expect(seen(...times(100, 8, 40)).perSecond).toBeCloseTo(200, 9);
  });

  it('forgets how it was some seconds ago', () => {
    expect(seen(...times(1000, 1, 10), ...times(60, 1, 100)).perSecond).toBeCloseTo(10, 0);
  });

  it('tells ticks that are longer than it looks back', () => {
    expect(seen([0, 10], [7, 3500], [7, 3500]).perSecond).toBeCloseTo(2, 9);
  });

  it('says nothing at first, and keeps a reading for a while', () => {
    expect(seen(...times(4, 1, 100)).perSecond).toBe(0);
    const meter = seen(...times(5, 1, 100));
    expect(meter.perSecond).toBeCloseTo(10, 9);
    meter.note(100, 600);
    expect(meter.perSecond).toBeCloseTo(10, 9);
  });

  it('begins anew after a reset', () => {
    const meter = seen(...times(50, 1, 100));
    meter.note(1, 5100);
    expect(meter.perSecond).toBe(0);
  });
});

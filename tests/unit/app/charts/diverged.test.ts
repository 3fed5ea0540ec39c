import { expect, test } from 'vitest';
import { someDiverged } from '../../../../src/app/charts/diverged.ts';
import { type Measurement, OUTCOMES } from '../../../../src/engine/index.ts';

test('trajectories have diverged where an optimizer that is shown has some', () => {
  const outcomes = OUTCOMES.map((outcome) => Number(outcome === 'diverged'));
  const none = OUTCOMES.map(() => 4);
  none[OUTCOMES.indexOf('diverged')] = 0;
  const measurement = { step: 3, optimizers: [{ outcomes: none }, { outcomes }] } as unknown as Measurement;
  const line = (index: number) => ({ index, label: '', color: '' });
  expect(someDiverged(measurement, [line(0)])).toBe(false);
  expect(someDiverged(measurement, [line(0), line(1)])).toBe(true);
  expect(someDiverged(undefined, [line(1)])).toBe(false);
});

import { describe, expect, it } from 'vitest';
import { labelPlaces } from '../../../../src/app/map/label-places.ts';
import type { Pixels } from '../../../../src/app/map/viewport.ts';

const anywhere = () => true;
const straight = (length: number, degrees: number): Pixels[] => {
  const turn = (degrees * Math.PI) / 180;
  return Array.from({ length: length / 10 + 1 }, (_, i) => [10 * i * Math.cos(turn), 10 * i * Math.sin(turn)]);
};

describe('labels of a line', () => {
  it('lie along it and never stand on their heads', () => {
    for (const [degrees, angle] of [
      [0, 0],
      [30, 30],
      [120, -60],
      [180, 0],
      [-100, 80],
    ]) {
      const [label, ...others] = labelPlaces(straight(200, degrees), [], anywhere);
      expect(others).toEqual([]);
      expect(Math.abs(((label.angle - angle + 90) % 180) - 90)).toBeLessThan(1e-6);
      expect(Math.abs(label.angle)).toBeLessThanOrEqual(90);
    }
  });

  it('are as many as the line is long, far from each other', () => {
    expect(labelPlaces(straight(100, 0), [], anywhere)).toEqual([]);
    const labels = labelPlaces(straight(1700, 0), [], anywhere).map(({ at }) => at[0]);
    expect(labels.length).toBeGreaterThan(2);
    labels.sort((a, b) => a - b);
    for (let i = 1; i < labels.length; i++) expect(labels[i] - labels[i - 1]).toBeGreaterThanOrEqual(210);
  });

  it('keep away from what is there, and inside', () => {
    const line = straight(400, 0);
    for (const { at } of labelPlaces(line, [[200, 20]], anywhere)) expect(Math.abs(at[0] - 200)).toBeGreaterThan(60);
    for (const { at } of labelPlaces(line, [], ([x]) => x > 250)) expect(at[0]).toBeGreaterThan(250);
    expect(
      labelPlaces(
        line,
        [
          [80, 0],
          [180, 0],
          [280, 0],
          [380, 0],
        ],
        ([x]) => x > 60 && x < 340,
      ),
    ).toEqual([]);
  });

  it('stand where the line is straight', () => {
    const bend = (x: number): Pixels => [x, x < 200 ? 25 * Math.sin(x / 8) : 0];
    const [label] = labelPlaces(
      Array.from({ length: 100 }, (_, i) => bend(4 * i)),
      [],
      anywhere,
    );
    expect(label.at[0]).toBeGreaterThan(215);
  });
});

import { describe, expect, it } from 'vitest';
import { findCriticalPoints } from '../../../../src/analysis/critical/search.ts';
import { foundMarks } from '../../../../src/app/critical/found-marks.ts';
import { pointCounts, pointRows } from '../../../../src/app/critical/point-rows.ts';
import { describeMark, isSameMark, knownMarks } from '../../../../src/app/map/mark.ts';
import { minimumColor } from '../../../../src/app/parts/colors.ts';
import { asFormula, resolveObjective } from '../../../../src/experiment/index.ts';

const marksOf = (input: Parameters<typeof resolveObjective>[0]) => {
  const objective = asFormula(resolveObjective(input));
  return { objective, marks: foundMarks(objective, findCriticalPoints(objective)) };
};
const typed = (formula: string) => ({
  formula,
  parameters: ['x', 'y'],
  domain: [
    [-2, 2],
    [-2, 2],
  ] as [number, number][],
});

describe('the marks of what was found', () => {
  it('are the same in another part of the plane, and differ from one another', () => {
    const { objective, marks } = marksOf('himmelblau');
    const part = {
      ...objective,
      domain: [
        [-5, 4],
        [-4.5, 5],
      ] as const,
    };
    const again = foundMarks(part, findCriticalPoints(part));
    for (const mark of marks)
      expect(
        again.filter((each) => isSameMark(each, mark)),
        String(mark.at),
      ).toHaveLength(1);
  });

  it('are nine on Himmelblau, each once, and its minima keep their hues', () => {
    const { objective, marks } = marksOf('himmelblau');
    expect(pointCounts(marks).map(({ words }) => words)).toEqual(['4 minima', '4 saddles', '1 maximum']);
    for (const [i, { at }] of objective.minima.entries()) {
      const mark = marks.find((each) => Math.hypot(each.at[0] - at[0], each.at[1] - at[1]) < 1e-3);
      expect(mark?.color, `minimum ${i}`).toBe(minimumColor(i));
    }
    expect(new Set(marks.map(({ at }) => String(at))).size).toBe(9);
    // The least loss is 0 but for rounding errors.
    expect(marks.slice(0, 4).map(({ value }) => value)).toEqual([0, 0, 0, 0]);
  });

  it('are of tips, too, which keep what the catalogue knows of them', () => {
    const objective = resolveObjective('ackley');
    const domain = [
      [-0.3, 0.3],
      [-0.3, 0.3],
    ] as const;
    const marks = foundMarks(objective, findCriticalPoints({ ...objective, domain }));
    const kink = knownMarks(objective)[0];
    expect(marks.filter(({ at }) => at.every((each) => Math.abs(each) < 1e-3))).toEqual([{ ...kink, tip: true }]);
    expect(describeMark(marks[0], ['x', 'y'])).toBe('Minimum at a tip: loss 0 at x = 0, y = 0');
    const top = marksOf(typed('-abs(x) - abs(y - 1)'));
    expect(pointCounts(top.marks)).toEqual([{ kind: 'maximum', words: '1 tip' }]);
    expect(pointRows(top.marks, top.objective)).toMatchObject([
      { kind: 'tip, a maximum', what: expect.stringMatching(/jumps here/), at: ['0', '1'], eigenvalues: ['–', '–'] },
    ]);
  });

  it('leave a kink that only the catalogue knows', () => {
    const objective = resolveObjective('ackley');
    const kink = knownMarks(objective)[0];
    const [row] = pointRows([kink], objective);
    expect(row).toMatchObject({ kind: 'minimum, known', at: ['0', '0'], eigenvalues: ['–', '–'] });
    expect(pointCounts([kink])).toEqual([{ kind: 'minimum', words: '1 minimum known besides' }]);
  });

  it('tell minima that nobody knew, and kinds that eigenvalues do not tell', () => {
    const { objective, marks } = marksOf(typed('x^3 - 3*x*y^2 + (x + 1.5)^2*0'));
    expect(marks.map(({ kind }) => kind)).toEqual(['degenerate']);
    expect(pointRows(marks, objective)[0].what).toMatch(/eigenvalue is 0/);
    const well = marksOf(typed('x^2 + 3*y^2')).marks;
    expect(well).toMatchObject([{ kind: 'minimum', color: 'var(--converged)' }]);
    expect(describeMark(well[0], ['x', 'y'])).toBe('Minimum: loss 0 at x = 0, y = 0\neigenvalues 2 and 6');
  });

  it('tell kinks by what they are, without eigenvalues, and where only the formula has one', () => {
    const { objective, marks } = marksOf(typed('-abs(x*y)'));
    expect(describeMark(marks[0], ['x', 'y'])).toBe('Maximum at a kink: loss 0 at x = 0, y = 0');
    expect(pointCounts(marks)).toEqual([{ kind: 'kink', words: '1 kink' }]);
    expect(pointRows(marks, objective)).toMatchObject([
      { kind: 'kink, a maximum', what: expect.stringMatching(/no Hessian/), eigenvalues: ['–', '–'] },
    ]);
    const neither = marksOf(typed('x*abs(x) + y^2')).marks;
    expect(describeMark(neither[0], ['x', 'y'])).toBe('Kink: loss 0 at x = 0, y = 0');
    const smooth = marksOf(typed('1 - cos(sqrt(x^2 + y^2))'));
    expect(pointRows(smooth.marks, smooth.objective)).toMatchObject([
      { kind: 'minimum', what: expect.stringMatching(/differences of the gradient/), eigenvalues: ['1', '1'] },
    ]);
  });

  it('have digits enough to be told apart, however far from 0', () => {
    const far = typed('((x - 1000000.25)*(x - 1000000.5))^2 + y^2');
    const domain: [number, number][] = [
      [1e6, 1e6 + 1],
      [-2, 2],
    ];
    const objective = asFormula(resolveObjective({ ...far, domain }));
    const rows = pointRows(foundMarks(objective, findCriticalPoints(objective)), objective);
    expect(rows.map(({ at: [x] }) => x)).toEqual(['1.00000025 × 10⁶', '1.0000005 × 10⁶', '1.000000375 × 10⁶']);
  });

  it('of a valley stand all along it, and are one row', () => {
    const { objective, marks } = marksOf(typed('(x^2 + y^2 - 1)^2'));
    const valley = marks.filter(({ kind }) => kind === 'valley');
    expect(valley.length).toBeGreaterThan(8);
    expect(valley.every(({ at: [x, y] }) => Math.abs(Math.hypot(x, y) - 1) < 1e-6)).toBe(true);
    expect(
      pointRows(marks, objective)
        .map(({ kind }) => kind)
        .sort(),
    ).toEqual(['maximum', 'not isolated']);
    expect(
      pointCounts(marks)
        .map(({ words }) => words)
        .sort(),
    ).toEqual(['1 maximum', '1 not isolated']);
  });
});

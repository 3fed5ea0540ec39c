import { describe, expect, it, test } from 'vitest';
import { Replay } from '../../../../src/analysis/replay.ts';
import { Judge } from '../../../../src/analysis/verdict.ts';
import { framePath, holds } from '../../../../src/app/inspect/frame-path.ts';
import { reasonOf } from '../../../../src/app/inspect/reason.ts';
import type { TraceRow } from '../../../../src/engine/index.ts';
import { simulate } from '../../../../src/engine/oracle.ts';
import { type ExperimentInput, planExperiment, resolveObjective, settingOf } from '../../../../src/experiment/index.ts';

/** Why the outcome of the one cell of an experiment is called so. */
function reason(formula: string, start: readonly [number, number], fields: Partial<ExperimentInput> = {}): string {
  const plan = planExperiment({
    objective: { formula },
    optimizers: [{ name: 'sgd', lr: 0.1 }],
    grid: { x: { vary: 'x', from: start[0] }, y: { vary: 'y', from: start[1] } },
    steps: 400,
    ...fields,
  });
  expect(settingOf(plan, 0, [0, 0]).start.slice(0, 2)).toEqual(start);
  const rows = simulate(plan, 0, [0, 0], { precision: 'float32' }) as unknown as TraceRow[];
  const [judge, replay] = [new Judge(plan), new Replay(plan, 0, [0, 0])];
  for (const row of rows) judge.push(row, replay.after(row));
  return reasonOf(plan, judge.verdict(rows[rows.length - 1]));
}

describe('why an outcome is called so', () => {
  const well = 'x^4/4 - x^2/2 + y^2';

  test('converged, by the curvature or by the target', () => {
    expect(reason(well, [2, 1])).toMatch(
      /gradient's norm, .*, is at or below the threshold of 10⁻⁵\. The Hessian's eigenvalues are 2 and 2: above 0 in every direction/,
    );
    expect(reason(well, [2, 1], { target: -0.2 })).toMatch(
      /The loss, −0\.25, is at or below the target of −0\.2; it came there first at step \d+\. The Hessian's eigenvalues are 2 and 2\.$/,
    );
  });

  test('saddle and flat', () => {
    expect(reason(well, [0, 1])).toMatch(/eigenvalues are −1 and 2: below 0 in some direction, so it is a saddle/);
    expect(reason('x^2 + 0*y', [1, 1])).toMatch(/eigenvalues are 0 and 2: one of them cannot be told from 0/);
  });

  test('told at the stationary point of the quadratic model, where the surface bends otherwise there', () => {
    const near = { optimizers: [{ name: 'sgd', lr: 0.01 }], steps: 80 };
    expect(reason('(x^2 + y^2 - 1)^2', [0.3, 0.4], near)).toMatch(
      /eigenvalues are −0\.0\d+ and 7\.\d+; the least one is .+ at the stationary point of the quadratic model: that cannot be told from 0, as on the floor of a bent valley, so the ground is flat\.$/,
    );
    const still = { optimizers: [{ name: 'sgd', lr: 1e-9 }], steps: 4, outcomes: { distance: 0.02 } };
    expect(reason('0.001*(1 - x)^2 + (y - x^2)^2', [1, 1.003], still)).toMatch(
      /eigenvalues are −0\.002 and \S+; the least one is 4\.\d+ × 10⁻⁴ at the stationary point of the quadratic model: above 0, so it is a minimum\.$/,
    );
    expect(reason('0.02*x*y^2 + x^2 - 0.001*y^2', [0.01, 0], still)).toMatch(
      /; the least one is −0\.002 at the stationary point of the quadratic model: below 0, so it is a saddle\.$/,
    );
  });

  test('oscillating and crawling, with way and path of the last window', () => {
    const fast = { optimizers: [{ name: 'sgd', lr: 1 }] };
    expect(reason('x^2 + y^2', [2, 1], fast)).toMatch(
      /gradient has not vanished: its norm, 4\.47, is above 10⁻⁵.* From step 364 to 392 it made a path of about 168 to get 0 away \(both summed over the coordinates\), less than a quarter: it goes to and fro\./,
    );
    const slow = { optimizers: [{ name: 'sgd', lr: 1e-4 }] };
    expect(reason('x^2 + y^2', [2, 1], slow)).toMatch(
      /on a path of .*, and the loss fell from 4\.\d+ to 4\.\d+: it still descends\. The Hessian's eigenvalues are 2 and 2\.$/,
    );
  });

  test('of many parameters, how many directions go down', () => {
    const names = ['x', 'y', 'a', 'b', 'c'];
    const formula = 'x^2 + y^2 - a^2 - 2*b^2 + 3*c^2';
    expect(
      reason(formula, [2, 1], {
        objective: { formula, parameters: names },
        optimizers: [{ name: 'sgd', lr: 1e-3 }],
        steps: 20,
      }),
    ).toMatch(/it still descends\. The Hessian's 5 eigenvalues are between −4 and 6, 2 of them below 0\.$/);
  });

  test('a path is told no shorter than the way that it leads', () => {
    // The step shrinks from record to record, so that the last one stands for longer ones before it.
    const text = reason('x^2 + y^2', [2, 1], { optimizers: [{ name: 'sgd', lr: 1e-3 }] });
    const [, way, path] = text.match(/it got (\S+) away on a path of about (\S+) \(both summed/) ?? [];
    expect(Number(path)).toBeGreaterThanOrEqual(Number(way));
  });

  test('diverged: the step, and which bound it passed', () => {
    const wild = { optimizers: [{ name: 'sgd', lr: 3 }] };
    expect(reason(well, [2, 1], wild)).toMatch(
      /At step \d+ it was .* from the origin, beyond the escape radius of 707/,
    );
    const low = { ...wild, outcomes: { bound: 100, escape: 1e9 } };
    expect(reason(well, [2, 1], low)).toMatch(/At step \d+ the size of the loss, .*, passed its bound of 100/);
  });
});

describe('the frame of a path', () => {
  const objective = resolveObjective('himmelblau');
  const size = [320, 240] as const;

  it('holds all of it, and comes close to a short one', () => {
    const path = [
      [3, 2],
      [3.001, 2.002],
      [3.0005, 2.001],
    ] as const;
    const view = framePath(path, objective, size);
    expect(holds(view, path, size)).toBe(true);
    expect(view.scale[0] * size[0]).toBeLessThan(0.1);
  });

  it('does not follow what was thrown out to where nothing is seen', () => {
    const view = framePath(
      [
        [1, 1],
        [2, 2],
        [1e7, 3],
      ],
      objective,
      size,
    );
    expect(view.scale[0] * size[0]).toBeLessThan(60);
    expect(
      holds(
        view,
        [
          [1, 1],
          [2, 2],
        ],
        size,
      ),
    ).toBe(true);
  });
});

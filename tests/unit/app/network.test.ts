import { describe, expect, test } from 'vitest';
import { axisChoices } from '../../../src/app/axes.ts';
import {
  axesOf,
  PRESETS,
  withAxisPart,
  withFittingAxes,
  withPreset,
  withSwappedAxes,
  withVaried,
} from '../../../src/app/axis-edits.ts';
import { withBatch } from '../../../src/app/edits.ts';
import { withObjective, withSide } from '../../../src/app/grids.ts';
import { commonStart } from '../../../src/app/map/common-start.ts';
import { middleCell, planFrom, valuesTaken } from '../../../src/app/map/launch-plan.ts';
import { axisName } from '../../../src/app/maps/map-scene.ts';
import { withRuleInserted } from '../../../src/app/rule-edits.ts';
import { simulate } from '../../../src/engine/oracle.ts';
import { type NetworkObjective, planExperiment, settingOf } from '../../../src/experiment/index.ts';

const objective = { network: { widths: [1, 4, 1], data: 'sinc', seed: 3 } };
const plan = planExperiment({ objective, optimizers: [{ name: 'adam' }], steps: 20 });
const { experiment } = plan;
const networkOf = (edited: typeof experiment) => (edited.objective as NetworkObjective).network;

describe('a network on the page', () => {
  test('has axes over its first weights, each of which can be chosen and runs', () => {
    const choices = axisChoices(experiment, plan.objective).map(({ vary }) => vary);
    expect(choices).toContain('lr.2');
    expect(choices.slice(0, 3)).toEqual(['network.scale', 'network.seed', 'w1_1_1']);
    for (const side of ['x', 'y'] as const) {
      for (const vary of choices) {
        const edited = planExperiment(withVaried(side, vary, plan)(experiment));
        expect(edited[side].label).toBe(vary);
      }
    }
  });

  test('shows the grid that it has where none is given', () => {
    const [x, y] = axesOf(experiment, plan.objective);
    expect([x?.vary, y?.vary]).toEqual(['lr', 'network.seed']);
    expect(withAxisPart('x', { count: 16 }, plan)(experiment).grid).toEqual({});
    const swapped = planExperiment(withSwappedAxes(plan)(experiment));
    expect([swapped.x.label, swapped.y.label, swapped.cells]).toEqual(['network.seed', 'lr', 256]);
  });

  test('keeps the seed and the scale that an axis of a single cell gave', () => {
    const grid = { x: { vary: 'lr', from: 0.1, count: 1 }, y: { vary: 'network.seed', from: 9, count: 1 } };
    const fixed = planExperiment({ ...experiment, grid });
    const edited = withVaried('x', 'w1_1_1', fixed)(fixed.experiment);
    expect(networkOf(edited).seed).toBe(9);
    expect(planExperiment(edited).cells).toBe(256);
  });

  test('can be left for another surface, and its grid with it', () => {
    for (const grid of [{}, { x: { vary: 'network.scale', from: 1, to: 2, count: 8 } }]) {
      const from = planExperiment({ ...experiment, grid });
      const beale = planExperiment(withObjective('beale', from)(from.experiment));
      expect(beale.objective.name).toBe('beale');
      const kept = { ...from.experiment, objective: 'beale' };
      expect(() => planExperiment(withFittingAxes(kept, beale.objective))).not.toThrow();
    }
  });

  test('forgets learning rates of layers that another objective does not have', () => {
    const deep = planExperiment({
      objective: { network: { widths: [1, 2, 2, 1], data: 'sinc' } },
      optimizers: [{ name: 'adam', 'lr.1': 0.1, 'lr.3': 0.2 }],
      grid: { x: { vary: 'lr.1', from: 0.01, to: 1, count: 4 }, y: { vary: 'lr.3', from: 0.01, to: 1, count: 4 } },
    });
    const shallow = planExperiment(withObjective(experiment.objective, deep)(deep.experiment));
    expect(shallow.experiment.optimizers).toEqual([{ name: 'adam', 'lr.1': 0.1 }]);
    expect([shallow.x.label, shallow.y.values.length]).toEqual(['lr.1', 1]);
    const beale = planExperiment(withObjective('beale', deep)(deep.experiment));
    expect(beale.experiment.optimizers).toEqual([{ name: 'adam' }]);
  });

  test('draws rows where it is told to, and forgets it with its data', () => {
    const batched = planExperiment(withVaried('y', 'batch', plan)(withBatch(4)(experiment)));
    expect([batched.y.label, batched.y.values[0], batched.y.values.at(-1)]).toEqual(['batch', 1, 32]);
    expect([...batched.y.values].every(Number.isInteger)).toBe(true);
    const beale = planExperiment(withObjective('beale', batched)(batched.experiment));
    expect([beale.batch, beale.x.label, beale.experiment.grid.y]).toEqual([null, 'lr', undefined]);
    const single = planExperiment({ ...experiment, grid: { x: { vary: 'batch', from: 3, count: 1 } } });
    expect(planExperiment(withVaried('x', 'lr', single)(single.experiment)).batch).toBe(3);
    expect(planExperiment(withBatch(null)(withBatch(4)(experiment))).batch).toBeNull();
  });

  test('keeps its layers’ learning rates when its rules are taken apart', () => {
    const given = planExperiment({ ...experiment, optimizers: [{ name: 'adam', 'lr.2': 0.1 }] });
    const [composed] = withRuleInserted(0, 0, 'clip-norm', given)(given.experiment).optimizers;
    expect(Object.keys(composed).filter((name) => name.startsWith('lr'))).toEqual(['lr.2']);
    expect(planExperiment({ ...experiment, optimizers: [composed] }).optimizers[0].update.rates).toHaveLength(13);
  });

  test.each(PRESETS)('has the ready grid "%s"', (preset) => {
    expect(planExperiment(withPreset(preset, plan)(experiment)).cells).toBe(256);
  });

  test('has as many networks as are asked for', () => {
    expect(
      planExperiment(
        withSide(32)(
          planExperiment({ ...experiment, grid: { x: { vary: 'network.seed', from: 0, to: 7, count: 8 } } }).experiment,
        ),
      ).cells,
    ).toBe(1024);
  });

  test('names its axes in words', () => {
    expect([axisName(plan.x, plan), axisName(plan.y, plan)]).toEqual(['learning rate', 'initialisation seed']);
  });

  test('starts together only where no axis varies what its first weights are drawn from', () => {
    expect(commonStart(plan)).toBeNull();
    const rates = planExperiment({ ...experiment, grid: { x: { vary: 'lr', from: 0.01, to: 1, count: 4 } } });
    expect(commonStart(rates)).toEqual(rates.start.slice(0, 2));
  });

  test('is launched from the point that was clicked, whatever its seed', () => {
    const start = plan.start.map((value, i) => (i < 2 ? 1 + i : value));
    const launched = planFrom(plan, start, middleCell(plan));
    expect(settingOf(launched, 0, [0, 0]).start).toEqual(start);
    expect([...simulate(launched, 0)[0].theta]).toEqual(start);
    expect(valuesTaken(plan, middleCell(plan), false)).toMatch(/^With lr = 0\.0\d+ \(the middle of the grid\)\.$/);
  });
});

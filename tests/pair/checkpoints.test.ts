import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { CellTable, Engine } from '../../src/engine/index.ts';
import { planExperiment } from '../../src/experiment/index.ts';
import { openTestEngine } from '../support/engine.ts';
import { differences, drive } from '../support/engine-bits.ts';
import { EXPERIMENTS } from '../support/engine-experiments.ts';
import { agreement, Sensitivity, tell } from '../support/engine-pair.ts';

const engines: Partial<Record<'webgpu' | 'cpu', Engine>> = {};
beforeAll(async () => {
  engines.webgpu = await openTestEngine('webgpu');
  engines.cpu = await openTestEngine('cpu');
});
afterAll(() => {
  for (const engine of Object.values(engines)) engine.destroy();
});

const WHOLE = () => Number.POSITIVE_INFINITY;
const SWITCH = 101;

describe.each([
  ['webgpu', 'cpu'],
  ['cpu', 'webgpu'],
] as const)('a checkpoint of %s, continued on %s', (first, second) => {
  test.each(Object.entries(EXPERIMENTS))('%s: as a run that stayed', async (_, experiment) => {
    const plan = planExperiment(experiment);
    const [from, to] = [engines[first] as Engine, engines[second] as Engine];
    const stayed = await tell(from, plan);
    const sensitivity = await Sensitivity.of(engines.cpu as Engine, plan, stayed);

    const begun = await from.populate(plan);
    await drive(begun, SWITCH, WHOLE);
    const resumed = await to.populate(plan);
    resumed.restore(await begun.checkpoint());
    expect(resumed.step).toBe(SWITCH);
    begun.destroy();
    await drive(resumed, plan.steps, WHOLE);
    const tables: CellTable[] = [];
    for (const k of plan.optimizers.keys()) tables.push(await resumed.cells(k));
    resumed.destroy();

    for (const [k, each] of sensitivity.entries()) {
      const { labels, places, divergedAt, arrivedAt } = agreement(each, tables[k]);
      for (const { compared, agreed } of [labels, places, divergedAt, arrivedAt]) expect(agreed).toBe(compared);
      expect(divergedAt.compared + arrivedAt.compared).toBeGreaterThan(1.6 * plan.cells);
      expect(places.compared).toBeGreaterThan(0.1 * plan.cells);
    }
  });

  test('nothing of it is lost on the way', async () => {
    const plan = planExperiment(EXPERIMENTS['starts, several optimizers']);
    const population = await (engines[first] as Engine).populate(plan);
    await drive(population, SWITCH, WHOLE);
    const checkpoint = await population.checkpoint();
    const other = await (engines[second] as Engine).populate(plan);
    other.restore(checkpoint);
    expect(differences(await other.checkpoint(), checkpoint)).toEqual([]);
    for (const each of [population, other]) each.destroy();
  });
});

import { expect } from 'vitest';
import type { Engine } from '../../src/engine/index.ts';
import { type ExperimentInput, planExperiment } from '../../src/experiment/index.ts';

/** What networks must have learned at the end of an experiment. */
export interface Lesson {
  readonly experiment: Omit<ExperimentInput, 'grid'>;
  /** The loss that a share of the networks must have reached. */
  readonly loss: number;
  readonly share: number;
}

/** Trains 256 networks that differ in their first weights alone, and expects them to have learned. */
export async function expectLearned(engine: Engine, { experiment, loss, share }: Lesson): Promise<void> {
  const grid = { x: { vary: 'network.seed', from: 0, to: 255, count: 256 } };
  const plan = planExperiment({ ...experiment, grid });
  const population = await engine.populate(plan);
  population.advance(plan.steps);
  await population.measure();
  const { loss: losses } = await population.cells(0);
  population.destroy();
  const got = losses.filter((each) => each <= loss).length / losses.length;
  const median = losses.toSorted()[losses.length / 2];
  expect(got, `share of losses up to ${loss}; their median is ${median}`).toBeGreaterThanOrEqual(share);
}

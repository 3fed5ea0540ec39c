import { expect, it, vi } from 'vitest';
import { CellsReader } from '../../../../src/app/view/cells-reader.ts';
import { Run } from '../../../../src/engine/index.ts';
import { planExperiment } from '../../../../src/experiment/index.ts';
import { FakeEngine } from '../../../support/fake-engine.ts';

const plan = planExperiment({ objective: 'sphere', optimizers: [{ name: 'sgd' }], steps: 100 });

it('reads a run that went back and came as far again', async () => {
  const engine = new FakeEngine('GPU');
  const run = await Run.start(async () => engine, plan);
  let readings = 0;
  vi.spyOn(engine.populations[0], 'cells').mockImplementation(async () => {
    readings++;
    return [] as never;
  });
  const reader = new CellsReader({ changed: () => {}, failed: expect.unreachable });
  const toEnd = async () => {
    while (!run.done) await run.tick(1000);
    await run.look();
    reader.follow(run, true);
  };
  await toEnd();
  await vi.waitFor(() => expect(readings).toBe(1));
  run.reset();
  await toEnd();
  await vi.waitFor(() => expect(readings).toBe(2));
  // Nothing has changed: nothing is read.
  reader.follow(run, true);
  await new Promise((resolve) => setTimeout(resolve, 400));
  expect(readings).toBe(2);
});

import { expect, test } from 'vitest';
import { readRow, rowWidth, traceOf, withLeadingUpdates } from '../../../src/engine/trace-rows.ts';
import { planExperiment } from '../../../src/experiment/index.ts';

/** A row of one parameter as it is recorded: with the update that is made next. */
function recorded(step: number) {
  const [theta, loss, gradient, u, eta, used] = [step, 10 * step, 1, 100 + step, 0.5, 2];
  expect(rowWidth(1)).toBe(6);
  return readRow(Float32Array.of(theta, loss, gradient, u, eta, used), step, 1);
}

async function* batches(...sizes: number[]) {
  let step = 0;
  for (const size of sizes) yield Array.from({ length: size }, () => recorded(step++));
}

test('each row has the update that led there, across batches too', async () => {
  const plan = planExperiment({ objective: { formula: 'x^2', parameters: ['x'] }, optimizers: [{ name: 'sgd' }] });
  const engine = { follow: () => withLeadingUpdates(batches(2, 1, 3)) };
  const { parameters, rows } = await traceOf(engine, plan, 0, [0, 0]);
  expect(parameters).toEqual(['x']);
  expect(rows.map(({ step }) => step)).toEqual([0, 1, 2, 3, 4, 5]);
  expect(rows.map(({ u }) => u[0])).toEqual([Number.NaN, 100, 101, 102, 103, 104]);
  expect(rows.map(({ eta }) => eta)).toEqual([Number.NaN, 0.5, 0.5, 0.5, 0.5, 0.5]);
  expect(rows[1].effective[0]).toBe(25);
});

test('whoever leaves the loop ends the computation', async () => {
  let ended = false;
  async function* endless() {
    try {
      for (let step = 0; ; step++) yield [recorded(step)];
    } finally {
      ended = true;
    }
  }
  for await (const [row] of withLeadingUpdates(endless())) if (row.step === 3) break;
  expect(ended).toBe(true);
});

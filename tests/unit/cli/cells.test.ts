import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { CellsFile } from '../../../src/cli/cells.ts';
import { Interrupted } from '../../../src/cli/faults.ts';
import { OUTCOMES } from '../../../src/engine/index.ts';
import { planExperiment } from '../../../src/experiment/index.ts';
import { fakeCells, rowsOf } from '../../support/cli.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'scree-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const plan = planExperiment({
  objective: { formula: 'i^2 + j^2', parameters: ['i', 'j'] },
  optimizers: [{ name: 'sgd' }],
  grid: {
    x: { vary: 'i', from: -1, to: 1, count: 300 },
    y: { vary: 'lr', from: 1e-3, to: 1, count: 220, scale: 'log' },
  },
});

test('every cell, in several row groups', async () => {
  const path = join(folder, 'cells.parquet');
  const file = new CellsFile(path, plan);
  const cells = fakeCells(plan, 400);
  await file.add(0, cells, new AbortController().signal);
  file.finish();
  expect(readdirSync(folder)).toEqual(['cells.parquet']);
  const orNull = (value: number) => (value < 0 ? null : value);
  const row = (cell: number) => ({
    optimizer: 'SGD',
    i: cell % 300,
    j: Math.floor(cell / 300),
    axis_i: plan.x.values[cell % 300],
    lr: plan.y.values[Math.floor(cell / 300)],
    start_i: cells.start[0][cell],
    start_j: cells.start[1][cell],
    theta_i: cells.theta[0][cell],
    theta_j: cells.theta[1][cell],
    outcome: OUTCOMES[cells.outcome[cell]],
    minimum: orNull(cells.minimum[cell]),
    diverged_at: orNull(cells.divergedAt[cell]),
    arrived_at: orNull(cells.arrivedAt[cell]),
    loss: cells.loss[cell],
    best: cells.best[cell],
    gradient_norm: cells.gradientNorm[cell],
  });
  // The whole of the second group, and a part of the first.
  const first = 65_000;
  const found = await rowsOf(path, first);
  expect(found).toHaveLength(plan.cells - first);
  found.forEach((each, k) => {
    if (k % 7 === 0) expect(each).toEqual(row(first + k));
  });
});

test('an interruption is seen between two row groups, and no half of a file is left', async () => {
  const file = new CellsFile(join(folder, 'cells.parquet'), plan);
  const stop = new AbortController();
  const adding = file.add(0, fakeCells(plan, 400), stop.signal);
  stop.abort(new Interrupted(130));
  await expect(adding).rejects.toThrow(Interrupted);
  file.abandon();
  expect(readdirSync(folder)).toEqual([]);
});

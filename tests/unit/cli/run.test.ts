import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parquetReadObjects } from 'hyparquet';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { Interrupted } from '../../../src/cli/faults.ts';
import { OUTCOMES } from '../../../src/engine/index.ts';
import { planExperiment } from '../../../src/experiment/index.ts';
import { FakeEngine, FakeHost, fakeCells, scree } from './support.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'scree-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const experiment = {
  objective: { formula: 'i^2 + j^2', parameters: ['i', 'j'] },
  optimizers: [{ name: 'sgd' }, { name: 'sgd' }],
  grid: {
    x: { vary: 'i', from: -1, to: 1, count: 300 },
    y: { vary: 'lr', from: 1e-3, to: 1, count: 250, scale: 'log' },
  },
  steps: 400,
};
const plan = planExperiment(experiment);

test('writes every cell, in several row groups', async () => {
  const host = new FakeHost(JSON.stringify(experiment), () => new FakeEngine());
  const out = join(folder, 'a', 'b');
  const { code, output, messages } = await scree(['run', '-', '--out', out], host);
  expect(messages).toBe('');
  expect(code).toBe(0);
  expect(output).toMatch(/^optimizer .*\nSGD .*\nSGD 2 .*\n75,000 cells × 2 × 400 steps in /);
  expect(readdirSync(out).sort()).toEqual(['cells.parquet', 'result.json']);

  const bytes = readFileSync(join(out, 'cells.parquet'));
  const file = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length);
  const rows = await parquetReadObjects({ file });
  expect(rows).toHaveLength(2 * plan.cells);
  const cells = fakeCells(plan, 400);
  for (let k = 0; k < rows.length; k += 977) {
    const cell = k % plan.cells;
    const orNull = (value: number) => (value < 0 ? null : value);
    expect(rows[k]).toEqual({
      optimizer: k < plan.cells ? 'SGD' : 'SGD 2',
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
  }

  const result = JSON.parse(readFileSync(join(out, 'result.json'), 'utf8'));
  expect(result).toMatchObject({ columns: 300, rows: 250, device: { name: 'fake' } });
  expect(result.optimizers.map((each: { optimizer: string }) => each.optimizer)).toEqual(['SGD', 'SGD 2']);
  expect(result.experiment.grid.x).toEqual({ vary: 'i', from: -1, to: 1, count: 300, scale: 'linear' });
  expect(result.curves.steps.at(-1)).toBe(400);
  expect(result.curves.optimizers[1].loss).toHaveLength(5);
  expect(result.curves.optimizers[1].outcomes.converged).toHaveLength(result.curves.steps.length);
});

test.each([
  [[], 'auto'],
  [['--engine', 'cpu'], 'cpu'],
])('%j: the engine is the one asked for, and stays so in result.json', async (option, choice) => {
  const host = new FakeHost(JSON.stringify(experiment), () => new FakeEngine());
  host.reason = 'Nothing else was there.';
  const { code, output } = await scree(['run', '-', '--out', folder, ...option], host);
  expect({ code, choices: host.choices }).toEqual({ code: 0, choices: [choice] });
  expect(output).toMatch(/ on the CPU engine \(fake\): .* particle-steps\/s\.\nNothing else was there\.\n$/);
  const { device, experiment: written } = JSON.parse(readFileSync(join(folder, 'result.json'), 'utf8'));
  expect(device).toMatchObject({ engine: 'cpu', name: 'fake' });
  expect(written.engine).toBe(choice);
});

test("the option stands above the experiment's own field", async () => {
  const host = new FakeHost(JSON.stringify({ ...experiment, engine: 'webgpu' }), () => new FakeEngine());
  await scree(['run', '-'], host);
  expect(host.choices).toEqual(['webgpu']);
  await scree(['run', '-', '--engine', 'auto'], host);
  expect(host.choices).toEqual(['webgpu', 'auto']);
});

test('a device that is lost is replaced, and that is told', async () => {
  const engines = [new FakeEngine(200), new FakeEngine(400), new FakeEngine()];
  let opened = 0;
  const host = new FakeHost(JSON.stringify(experiment), () => engines[opened++]);
  const { code, messages, output } = await scree(['run', '-'], host);
  expect(messages).toBe('scree: the device was lost (pulled out); the run goes on from step 0\n'.repeat(2));
  expect(output).toContain('400 steps');
  expect({ code, opened }).toEqual({ code: 0, opened: 3 });
});

test('a device that is lost again and again is given up', async () => {
  const host = new FakeHost(JSON.stringify(experiment), () => new FakeEngine(200));
  const { code, messages } = await scree(['run', '-'], host);
  expect(messages.split('\n').at(-2)).toBe('scree: the device was lost 5 times; try a smaller grid');
  expect(code).toBe(1);
});

test('Ctrl-C ends with 130 and leaves no half of a file', async () => {
  const engine = new FakeEngine();
  const host = new FakeHost(JSON.stringify(experiment), () => engine);
  engine.settled = async () => host.stop.abort(new Interrupted(130));
  const { code, output, messages } = await scree(['run', '-', '--out', folder], host);
  expect({ code, output, messages }).toEqual({ code: 130, output: '', messages: '' });
  expect(readdirSync(folder)).toEqual([]);
  expect(engine.destroyed).toBe(1);
});

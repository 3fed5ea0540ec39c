import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { Interrupted } from '../../../src/cli/faults.ts';
import { planExperiment } from '../../../src/experiment/index.ts';
import { FakeEngine, FakeHost, rowsOf, scree } from '../../support/cli.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'scree-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const experiment = {
  objective: { formula: 'i^2 + j^2', parameters: ['i', 'j'] },
  optimizers: [{ name: 'sgd' }, { name: 'sgd' }],
  grid: {
    x: { vary: 'i', from: -1, to: 1, count: 30 },
    y: { vary: 'lr', from: 1e-3, to: 1, count: 25, scale: 'log' },
  },
  steps: 400,
};
const plan = planExperiment(experiment);

test('writes a table and two files', async () => {
  const host = new FakeHost(JSON.stringify(experiment), () => new FakeEngine());
  const out = join(folder, 'a', 'b');
  const { code, output, messages } = await scree(['run', '-', '--out', out], host);
  expect(messages).toBe('');
  expect(code).toBe(0);
  expect(output).toMatch(/^optimizer .*\nSGD .*\nSGD 2 .*\n750 cells × 2 × 400 steps in /);
  expect(readdirSync(out).sort()).toEqual(['cells.parquet', 'result.json']);
  expect(await rowsOf(join(out, 'cells.parquet'))).toHaveLength(2 * plan.cells);

  const result = JSON.parse(readFileSync(join(out, 'result.json'), 'utf8'));
  expect(result).toMatchObject({ columns: 30, rows: 25, device: { name: 'fake' } });
  expect(result.particle_steps_per_second * result.seconds).toBeCloseTo(750 * 2 * 400, 3);
  expect(result.optimizers.map((each: { optimizer: string }) => each.optimizer)).toEqual(['SGD', 'SGD 2']);
  expect(result.experiment.grid.x).toEqual({ vary: 'i', from: -1, to: 1, count: 30, scale: 'linear' });
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
  expect(output).toMatch(
    / on the CPU engine \(fake\): .* particle-steps\/s\.\nIn all .*\.\nNothing else was there\.\n$/,
  );
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

test('the times add up to what a watch shows', async () => {
  const engine = new FakeEngine();
  const host = new FakeHost(JSON.stringify({ ...experiment, steps: 100 }), () => engine);
  let now = 3;
  host.elapsed = () => now;
  engine.settled = async () => {
    now = 7;
  };
  const read = host.input.bind(host);
  host.openEngine = async () => {
    now = 5;
    return { engine, reason: null };
  };
  host.input = () => {
    now = 4;
    return read();
  };
  const { output } = await scree(['run', '-'], host);
  expect(output).toContain(
    [
      '750 cells × 2 × 100 steps in 2.0 s on the CPU engine (fake): 75000 particle-steps/s.',
      'In all 7.0 s: 5.0 s to start, 2.0 s of steps, 0.000 s for the results.',
    ].join('\n'),
  );
});

describe('Ctrl-C ends with 130, says how far the run came, and leaves nothing behind', () => {
  const stopped = 'scree: stopped at step 4 of 400';
  test('in a folder that was there', async () => {
    const engine = new FakeEngine();
    const host = new FakeHost(JSON.stringify(experiment), () => engine);
    engine.settled = async () => host.stop.abort(new Interrupted(130));
    const ended = await scree(['run', '-', '--out', folder], host);
    expect(ended).toEqual({ code: 130, output: '', messages: `${stopped}; nothing was written to ${folder}\n` });
    expect(readdirSync(folder)).toEqual([]);
    expect(engine.destroyed).toBe(1);
  });

  test('in folders of its own, though a tick never ends', async () => {
    const engine = new FakeEngine();
    const host = new FakeHost(JSON.stringify(experiment), () => engine);
    engine.settled = () => {
      host.stop.abort(new Interrupted(130));
      return new Promise(() => {});
    };
    const out = join(folder, 'a', 'b');
    const { code, messages } = await scree(['run', '-', '--out', out], host);
    expect({ code, messages }).toEqual({ code: 130, messages: `${stopped}; nothing was written to ${out}\n` });
    expect(readdirSync(folder)).toEqual([]);
  });

  test('without a folder', async () => {
    const engine = new FakeEngine();
    const host = new FakeHost(JSON.stringify(experiment), () => engine);
    engine.settled = async () => host.stop.abort(new Interrupted(143));
    expect(await scree(['run', '-'], host)).toEqual({ code: 143, output: '', messages: `${stopped}\n` });
  });

  test('while the engine is opened', async () => {
    const host = new FakeHost(JSON.stringify(experiment));
    host.openEngine = () => {
      host.stop.abort(new Interrupted(130));
      return new Promise(() => {});
    };
    const { code, messages } = await scree(['run', '-'], host);
    expect({ code, messages }).toEqual({ code: 130, messages: 'scree: stopped before the first step\n' });
  });

  test('while cells are read', async () => {
    const engine = new FakeEngine();
    const host = new FakeHost(JSON.stringify(experiment), () => engine);
    const { populate } = engine;
    engine.populate = async (plan) => {
      const population = await populate.call(engine, plan);
      population.cells = () => {
        host.stop.abort(new Interrupted(130));
        return new Promise(() => {});
      };
      return population;
    };
    const { code, messages } = await scree(['run', '-'], host);
    const line = 'scree: stopped after the last step, before the table\n';
    expect({ code, messages }).toEqual({ code: 130, messages: line });
  });
});

test('a run that fails takes its empty folder away too', async () => {
  const host = new FakeHost(JSON.stringify(experiment));
  expect(await scree(['run', '-', '--out', join(folder, 'a')], host)).toMatchObject({ code: 1 });
  expect(readdirSync(folder)).toEqual([]);
});

test.each(['result.json', 'cells.parquet', 'cells.parquet.part'])(
  'a folder called %s is told to be in the way',
  async (name) => {
    mkdirSync(join(folder, name));
    const host = new FakeHost(JSON.stringify(experiment), () => new FakeEngine());
    expect(await scree(['run', '-', '--out', folder], host)).toEqual({
      code: 2,
      output: '',
      messages: `scree: --out: ${join(folder, name)} is a folder, where a file is to be written; remove it, or name another folder\n`,
    });
    expect(host.choices).toEqual([]);
  },
);

test('a start that the grid varies is told to be unused, and is not written', async () => {
  const fixed = { ...experiment, start: { i: 0.5, j: 2 } };
  const host = new FakeHost(JSON.stringify(fixed), () => new FakeEngine());
  const { code, messages } = await scree(['run', '-', '--out', folder], host);
  expect({ code, messages }).toEqual({
    code: 0,
    messages: 'scree: note: start.i is not used, for the grid varies i\n',
  });
  const written = JSON.parse(readFileSync(join(folder, 'result.json'), 'utf8')).experiment;
  expect(written.start).toEqual({ j: 2 });
  const still = { ...fixed, start: { i: -1 }, grid: { x: { vary: 'i', from: -1 } } };
  expect(await scree(['run', '-'], new FakeHost(JSON.stringify(still), () => new FakeEngine()))).toMatchObject({
    messages: '',
  });
});

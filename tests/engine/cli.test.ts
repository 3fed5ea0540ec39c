import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parquetReadObjects } from 'hyparquet';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { quantile } from '../../src/cli/quantiles.ts';
import { OUTCOMES } from '../../src/engine/index.ts';
import { ENGINE } from '../support/engine.ts';

const folder = mkdtempSync(join(tmpdir(), 'scree-'));
afterAll(() => rmSync(folder, { recursive: true }));

interface Ended {
  readonly code: number | null;
  readonly output: string;
  readonly messages: string;
}

/** Runs a program of Node to its end. `onOutput` sees the child whenever it has written something. */
function node(
  args: readonly string[],
  input = '',
  onOutput?: (child: ReturnType<typeof spawn>) => void,
): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, { stdio: 'pipe' });
    let [output, messages] = ['', ''];
    child.stdout.setEncoding('utf8').on('data', (text) => {
      output += text;
      onOutput?.(child);
    });
    child.stderr.setEncoding('utf8').on('data', (text) => {
      messages += text;
    });
    child.stdin.on('error', () => {}).end(input);
    child.on('error', reject).on('close', (code) => resolve({ code, output, messages }));
  });
}

const scree = (args: readonly string[], input?: string) => node(['bin/scree.js', ...args], input);

beforeAll(async () => {
  const { code, output, messages } = await node([
    'node_modules/vite/bin/vite.js',
    'build',
    '--config',
    'vite.cli.config.ts',
  ]);
  expect(code, output + messages).toBe(0);
});

const COLUMNS = 12;
const ROWS = 9;
const experiment = {
  objective: 'rosenbrock',
  optimizers: [
    { name: 'adam', beta2: 0.99 },
    { name: 'sgd', label: 'Plain' },
  ],
  grid: {
    x: { vary: 'x', from: -2, to: 2, count: COLUMNS },
    y: { vary: 'lr', from: 1e-4, to: 1, count: ROWS, scale: 'log' },
  },
  start: { y: 2 },
  steps: 300,
  noise: 0.01,
  seed: 5,
  engine: ENGINE,
};
const path = join(folder, 'experiment.json');
writeFileSync(path, JSON.stringify(experiment));

type Row = Record<string, number | string | null>;
interface RunFiles {
  readonly ended: Ended;
  // biome-ignore lint/suspicious/noExplicitAny: what it holds is what is tested
  readonly result: any;
  readonly rows: readonly Row[];
  readonly bytes: Buffer;
}

async function runInto(name: string, args: readonly string[], input?: string): Promise<RunFiles> {
  const out = join(folder, name);
  const ended = await scree(['run', ...args, '--out', out], input);
  const bytes = readFileSync(join(out, 'cells.parquet'));
  const file = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length) as ArrayBuffer;
  const rows = (await parquetReadObjects({ file })) as Row[];
  return { ended, result: JSON.parse(readFileSync(join(out, 'result.json'), 'utf8')), rows, bytes };
}

describe('run', () => {
  let first: RunFiles;
  beforeAll(async () => {
    first = await runInto('first', [path]);
  });

  test('ends well, with a table and nothing else', () => {
    expect(first.ended).toMatchObject({ code: 0, messages: '' });
    const lines = first.ended.output.split('\n');
    expect(lines[0]).toMatch(/^optimizer .* median loss +95 % loss +median \|∇\| +arrived +median steps$/);
    expect(lines.slice(1, 3).map((line) => line.split(' ')[0])).toEqual(['Adam', 'Plain']);
    expect(lines[3]).toMatch(/108 cells × 2 × 300 steps in [\d.]+ s on .+: [\d.e]+ particle-steps\/s\.$/);
  });

  test('counts every cell once, in the table and in the curves', () => {
    const { result } = first;
    expect(result).toMatchObject({ columns: COLUMNS, rows: ROWS, device: { engine: ENGINE } });
    result.optimizers.forEach((summary: { outcomes: Record<string, number>; arrived: number }, k: number) => {
      const curves = result.curves.optimizers[k];
      for (const step of result.curves.steps.keys()) {
        const sum = OUTCOMES.reduce((total, outcome) => total + curves.outcomes[outcome][step], 0);
        expect(sum).toBe(COLUMNS * ROWS);
      }
      for (const outcome of OUTCOMES) expect(curves.outcomes[outcome].at(-1)).toBe(summary.outcomes[outcome]);
      expect(curves.arrived.at(-1)).toBe(summary.arrived);
    });
    expect(result.curves.steps.at(-1)).toBe(300);
  });

  test('the table follows from the cells', () => {
    const { rows, result } = first;
    expect(rows).toHaveLength(2 * COLUMNS * ROWS);
    for (const summary of result.optimizers) {
      const own = rows.filter(({ optimizer }) => optimizer === summary.optimizer);
      for (const outcome of OUTCOMES) {
        expect(own.filter((row) => row.outcome === outcome)).toHaveLength(summary.outcomes[outcome]);
      }
      const sorted = (name: string, of: readonly Row[]) => of.map((row) => row[name] as number).sort((a, b) => a - b);
      const alive = own.filter(({ outcome }) => outcome !== 'diverged');
      const arrived = own.filter(({ arrived_at }) => arrived_at !== null);
      expect(summary.median_loss).toBe(quantile(sorted('loss', alive), 0.5));
      expect(summary.loss_95).toBe(quantile(sorted('loss', alive), 0.95));
      expect(summary.median_gradient_norm).toBe(quantile(sorted('gradient_norm', alive), 0.5));
      expect(summary.arrived).toBe(arrived.length);
      if (arrived.length > 0) expect(summary.median_steps_to_target).toBe(quantile(sorted('arrived_at', arrived), 0.5));
    }
  });

  test('the cells are those of the grid, and both kinds of ending are among them', () => {
    const { rows } = first;
    for (const [k, row] of rows.entries()) {
      const [i, j] = [k % COLUMNS, Math.floor(k / COLUMNS) % ROWS];
      expect(row).toMatchObject({ i, j, start_y: 2 });
      expect(row.x).toBeCloseTo(-2 + (4 * i) / (COLUMNS - 1), 14);
      expect(row.lr).toBeCloseTo(1e-4 * 1e4 ** (j / (ROWS - 1)), 14);
      expect(row.start_x).toBe(Math.fround(row.x as number));
      expect(row.diverged_at !== null).toBe(row.outcome === 'diverged');
      expect(row.best as number).toBeLessThanOrEqual(row.loss as number);
    }
    expect(rows.some(({ outcome }) => outcome === 'diverged')).toBe(true);
    expect(rows.some(({ outcome }) => outcome !== 'diverged')).toBe(true);
  });

  test('the experiment in result.json gives the same cells to the bit', async () => {
    const again = await runInto('again', ['-'], JSON.stringify(first.result.experiment));
    expect(again.ended).toMatchObject({ code: 0, messages: '' });
    expect(again.result.experiment).toEqual(first.result.experiment);
    expect(again.bytes.equals(first.bytes)).toBe(true);
  });

  test.each([
    ['0', 0, 3, 2],
    ['Adam', 0, 11, 8],
    ['Plain', 1, 0, 0],
    ['1', 1, 5, 8],
  ])('a trace of %s ends where the cell does, to the bit', async (name, k, i, j) => {
    const { code, output, messages } = await scree(['trace', path, '--optimizer', name, '--cell', `${i},${j}`]);
    expect({ code, messages }).toEqual({ code: 0, messages: '' });
    const [header, ...lines] = output
      .trimEnd()
      .split('\n')
      .map((line) => line.split(','));
    const value = (line: readonly string[], column: string) => Number(line[header.indexOf(column)]);
    const cell = first.rows[(k * ROWS + j) * COLUMNS + i];
    const last = lines[lines.length - 1];
    expect(value(last, 'step')).toBe(cell.diverged_at ?? 300);
    expect(lines).toHaveLength(1 + value(last, 'step'));
    for (const column of ['theta_x', 'theta_y', 'loss']) expect(value(last, column)).toBe(cell[column]);
    const norm = value(last, 'gradient_norm');
    expect(Math.abs(norm - (cell.gradient_norm as number))).toBeLessThanOrEqual(1e-5 * norm);
    expect(lines[0].slice(header.indexOf('u_x'))).toEqual(['', '', '', '', '']);
  });
});

test('eval: the engine agrees with float64', async () => {
  const args = ['eval', 'exp(x)*sin(y) + (x - y)^4/3 + log(1 + x^2)', '--at', 'x=0.7,y=-1.3', '--json'];
  const [double, single] = await Promise.all([scree(args), scree([...args, '--engine', ENGINE])]);
  expect(double).toMatchObject({ code: 0, messages: '' });
  expect(single).toMatchObject({ code: 0, messages: '' });
  const [exact, rounded] = [JSON.parse(double.output), JSON.parse(single.output)];
  expect(rounded.engine).toBe(ENGINE);
  const numbers = ({ value, gradient, hessian, eigenvalues }: typeof exact) => [
    value,
    ...gradient,
    ...hessian.flat(),
    ...eigenvalues,
  ];
  const size = Math.max(...numbers(exact).map(Math.abs));
  numbers(exact).forEach((value, i) => {
    expect(Math.abs(numbers(rounded)[i] - value)).toBeLessThanOrEqual(2e-6 * size);
  });
});

describe('bad input ends with 2 and one line', () => {
  test.each([
    [['run', 'nowhere.json'], ''],
    [['run', '-'], '{"objective": "sphere", "optimizers": [{"name": "adam", "lr": NaN}]}'],
    [['run', '-'], '{"objective": "sphere", "optimizers": [{"name": "adam", "beta": 1}]}'],
    [['run', '-', '--out', path], JSON.stringify(experiment)],
    [['eval', 'x^^2', '--at', 'x=1', '--engine', ENGINE], ''],
    [['trace', path, '--optimizer', '0', '--cell', '99,0'], ''],
    [['nonsense'], ''],
  ])('%j', async (args, input) => {
    const { code, output, messages } = await scree(args, input);
    expect(messages).toMatch(/^scree: [^\n]+\n$/);
    expect({ code, output }).toEqual({ code: 2, output: '' });
  });
});

test('list --json is JSON', async () => {
  const { code, output, messages } = await scree(['list', 'optimizers', '--json']);
  expect({ code, messages }).toEqual({ code: 0, messages: '' });
  expect(JSON.parse(output).map(({ name }: { name: string }) => name)).toContain('adam');
});

test('a reader that stops reading ends the program quietly', async () => {
  const args = ['bin/scree.js', 'trace', path, '--optimizer', '0', '--cell', '0,0'];
  const { code, output, messages } = await node(args, '', (child) => child.stdout?.destroy());
  expect(output).toMatch(/^step,/);
  expect({ code, messages }).toEqual({ code: 0, messages: '' });
});

describe.skipIf(process.platform === 'win32')('Ctrl-C ends with 130 and says how far it came', () => {
  const long = JSON.stringify({ ...experiment, steps: 10_000_000 });

  test('a run, of which nothing is left', async () => {
    const out = join(folder, 'stopped');
    const child = spawn(process.execPath, ['bin/scree.js', 'run', '-', '--out', out], { stdio: 'pipe' });
    let messages = '';
    child.stderr.setEncoding('utf8').on('data', (text) => {
      messages += text;
    });
    child.stdin.end(long);
    const ended = new Promise((resolve) => child.on('close', resolve));
    while (!existsSync(join(out, 'cells.parquet.part'))) await sleep(50);
    await sleep(1000);
    child.kill('SIGINT');
    expect(await ended).toBe(130);
    expect(messages).toMatch(
      /^scree: stopped (at step [\d,]+ of 10,000,000|before the first step); nothing was written to /,
    );
    expect(existsSync(out)).toBe(false);
  });

  test('a trace, whose lines are written while it goes on', async () => {
    const args = ['bin/scree.js', 'trace', '-', '--optimizer', '0', '--cell', '0,0'];
    let stopped = false;
    const { code, output, messages } = await node(args, long, (child) => {
      // A second signal would end the program without a word.
      if (!stopped) stopped = child.kill('SIGINT');
    });
    const last = output.trimEnd().split('\n').at(-1)?.split(',')[0];
    const told =
      /^scree: stopped (after the line|with the lines up to that) of step ([\d,]+) of 10,000,000( on their way to the reader)?\n$/;
    const [, how, step] = told.exec(messages) ?? [];
    expect({ code, messages }).toEqual({ code: 130, messages: expect.stringMatching(told) });
    const missing = Number(step.replaceAll(',', '')) - Number(last);
    // What is on its way when the signal comes may or may not arrive.
    if (how === 'after the line') expect(missing).toBe(0);
    else expect(missing).toBeGreaterThanOrEqual(0);
    expect(Number(last)).toBeLessThan(10_000_000);
  });
});

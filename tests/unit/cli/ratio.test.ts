import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { Interrupted } from '../../../src/cli/faults.ts';
import { openNodeCpuEngine } from '../../../src/engine/cpu/node.ts';
import { FakeHost, rowsOf, scree } from '../../support/cli.ts';

const folder = mkdtempSync(join(tmpdir(), 'scree-'));
afterAll(() => rmSync(folder, { recursive: true }));

const host = () => new FakeHost('', () => openNodeCpuEngine({ workers: 1 }));
const ratio = (...args: string[]) => scree(['ratio', ...args], host());

test('a table, and both files', async () => {
  const out = join(folder, 'made');
  const { code, output, messages } = await ratio('sinc', '--networks', '24', '--seed', '5', '--out', out);
  expect([code, messages]).toEqual([0, '']);
  expect(output).toMatch(/^minimum ratio +networks +median loss\n/);
  expect(output).toMatch(/\n24 networks on sinc: \d+ critical, \d+ gradient-flat, \d+ unfinished\n/);
  expect(output).toMatch(/\ncorrelation of loss and ratio -0\.\d+, median gradient norm \S+\nCPU, 1 worker: \S+ s\n$/);
  const result = JSON.parse(readFileSync(join(out, 'result.json'), 'utf8'));
  expect(result).toMatchObject({ target: 'sinc', networks: 24, seed: 5, device: { engine: 'cpu' } });
  const rows = await rowsOf(join(out, 'networks.parquet'));
  expect(rows.map(({ network }) => network)).toEqual([...Array(24).keys()]);
  expect(Object.keys(rows[0])).toHaveLength(7 + 13 + 13);
  for (const { steps, loss, end } of rows) {
    expect(steps).toBeLessThanOrEqual(1996);
    expect(loss).toBeGreaterThanOrEqual(0);
    expect(Object.keys(result.ends)).toContain(end);
  }
  for (const { ratio, networks } of result.ratios) {
    expect(rows.filter((row) => Math.abs((row.ratio as number) - ratio) < 1e-6)).toHaveLength(networks);
  }
});

test('the same seed gives the same, as JSON', async () => {
  const read = async () => JSON.parse((await ratio('sine', '--networks', '8', '--json')).output);
  const [one, other] = [await read(), await read()];
  expect({ ...one, seconds: 0 }).toEqual({ ...other, seconds: 0 });
});

test('the user may stop it', async () => {
  const stopped = host();
  stopped.stop.abort(new Interrupted(130));
  const { code, output, messages } = await scree(['ratio', 'sinc'], stopped);
  expect([code, output, messages]).toEqual([130, '', 'scree: stopped after 0 of 1,000 networks\n']);
});

describe('bad input ends with 2 and one line', () => {
  test.each<[string[], string]>([
    [['cosine'], 'ratio: "cosine" is not known; it may be sinc, sine'],
    [['sinc', '--networks', '1'], '--networks: "1" is too small; it must be a whole number from 2 to 16384'],
    [['sinc', '--seed', '-1'], '--seed: "-1" is too small; it must be a whole number from 0 to 4294967295'],
    [['sinc', '--engine', 'gpu'], '--engine: "gpu" is not known; it may be auto, webgpu, cpu'],
  ])('%j', async (args, message) => {
    expect(await ratio(...args)).toEqual({ code: 2, output: '', messages: `scree: ${message}\n` });
  });
});

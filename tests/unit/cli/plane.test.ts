import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { FakeHost, scree } from '../../support/cli.ts';
import { openCpuEngine } from '../../support/cpu-engine.ts';

const folder = mkdtempSync(join(tmpdir(), 'scree-'));
afterAll(() => rmSync(folder, { recursive: true }));

const rate = (vary: string) => ({ vary, from: 0.01, to: 10_000, count: 4, scale: 'log' });
const network = { widths: [2, 3, 1], parametrisation: 'mean-field', biases: false, data: { name: 'random', rows: 8 } };
const experiment = {
  objective: { network },
  optimizers: [{ name: 'sgd', lr: 1 }],
  grid: { x: rate('lr.1'), y: rate('lr.2') },
  steps: 30,
  engine: 'cpu',
};

let files = 0;
function file(value: object): string {
  const path = join(folder, `${files++}.json`);
  writeFileSync(path, JSON.stringify(value));
  return path;
}
const plane = (value: object, ...args: string[]) =>
  scree(['plane', file(value), ...args], new FakeHost('', () => openCpuEngine({ workers: 1 })));

test('a plane of trainability is told with its boundary, and written cell by cell', async () => {
  const out = join(folder, 'out');
  const { code, output, messages } = await plane(experiment, '--resolution', '40', '--out', out);
  expect([code, messages]).toEqual([0, '']);
  const [, trained, dimension] = /^SGD +(\d+) % +(\d\.\d+) ± \d\.\d+ +\d\.\d+$/m.exec(output) ?? [];
  expect(output).toMatch(/^40 × 40 networks × 1 × 30 steps in \S+ s on CPU, 1 worker: \S+ networks\/s\.$/m);
  const [head, ...lines] = readFileSync(join(out, 'plane.csv'), 'utf8').trimEnd().split('\n');
  expect(head).toBe('optimizer,lr.1,lr.2,trainability');
  const values = lines.map((line) => Number(line.split(',')[3]));
  expect(values).toHaveLength(1600);
  const share = (100 * values.filter((value) => value <= 0).length) / 1600;
  expect(Math.abs(Number(trained) - share)).toBeLessThanOrEqual(0.5);
  // A line of some roughness.
  expect(Number(dimension)).toBeGreaterThan(0.8);
  expect(Number(dimension)).toBeLessThan(1.6);
});

test('a plane too small for a box dimension says so', async () => {
  const { output } = await plane(experiment, '--resolution', '4');
  expect(output).toContain('A box dimension takes a boundary, and 64 networks or so along each axis.');
});

test.each([
  [{ ...experiment, objective: 'himmelblau', grid: {}, optimizers: [{ name: 'sgd' }] }, 'the objective is no network'],
  [{ ...experiment, grid: { x: rate('lr.1') } }, 'the grid varies fewer than two things'],
  [{ ...experiment, noise: 0.1 }, 'with noise or mini-batches neighbouring networks differ by chance'],
  [{ ...experiment, batch: 4 }, 'with noise or mini-batches neighbouring networks differ by chance'],
])('what has no plane is refused with its reason (%#)', async (value, reason) => {
  const { code, messages } = await plane(value);
  expect(code).toBe(2);
  expect(messages).toContain(reason);
});

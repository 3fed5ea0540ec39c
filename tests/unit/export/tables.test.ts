import { parquetReadObjects } from 'hyparquet';
import { ByteWriter } from 'hyparquet-writer';
import { expect, test } from 'vitest';
import { type Measurement, OUTCOMES } from '../../../src/engine/index.ts';
import { planExperiment } from '../../../src/experiment/index.ts';
import { cellColumns } from '../../../src/export/cell-columns.ts';
import { type Column, stretchesOf } from '../../../src/export/columns.ts';
import { csvHeader, csvLine, csvNumber, csvRows } from '../../../src/export/csv.ts';
import { curveColumns } from '../../../src/export/curve-columns.ts';
import { ParquetTable } from '../../../src/export/parquet.ts';
import { fakeCells } from '../../support/cli.ts';

const plan = planExperiment({
  objective: 'beale',
  optimizers: [{ name: 'sgd', label: 'plain, "quoted"' }, { name: 'adam' }],
  grid: {
    x: { vary: 'x', from: -1, to: 1, count: 7 },
    y: { vary: 'lr', from: 1e-3, to: 1, count: 5, scale: 'log' },
  },
});

/** Rows of sources written as Parquet and read again. */
async function reopened<Source>(columns: readonly Column<Source>[], sources: readonly Source[], rows: number) {
  const bytes = new ByteWriter();
  const table = new ParquetTable(bytes, 'test', columns);
  for (const source of sources) for (const stretch of stretchesOf(source, rows)) table.write(stretch);
  table.finish();
  return await parquetReadObjects({ file: bytes.getBuffer() });
}

/** Rows of sources written as CSV and read again, by a reader that knows quotes. */
function reread<Source>(columns: readonly Column<Source>[], sources: readonly Source[], rows: number) {
  const text = sources.flatMap((source) => [...stretchesOf(source, rows)].map((stretch) => csvRows(columns, stretch)));
  const lines = `${csvHeader(columns)}${text.join('')}`.trimEnd().split('\n');
  const cells = (line: string) =>
    [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(
      ([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain,
    );
  const names = cells(lines[0]);
  return lines.slice(1).map((line) => Object.fromEntries(cells(line).map((cell, i) => [names[i], cell])));
}

const asText = (value: unknown) => (typeof value === 'string' ? value : csvNumber(value as number | null));

test('cells come back from Parquet and CSV as they are in the tables', async () => {
  const columns = cellColumns(plan);
  const sources = [0, 1].map((optimizer) => ({ optimizer, cells: fakeCells(plan, 10 + optimizer) }));
  const found = await reopened(columns, sources, plan.cells);
  const texts = reread(columns, sources, plan.cells);
  expect(found).toHaveLength(2 * plan.cells);
  expect(texts).toHaveLength(2 * plan.cells);
  found.forEach((row, k) => {
    const { cells, optimizer } = sources[Math.floor(k / plan.cells)];
    const cell = k % plan.cells;
    expect(row, `row ${k}`).toMatchObject({
      optimizer: plan.optimizers[optimizer].label,
      lr: plan.y.values[Math.floor(cell / 7)],
      outcome: OUTCOMES[cells.outcome[cell]],
      loss: cells.loss[cell],
      theta_y: cells.theta[1][cell],
    });
    const expected = Object.fromEntries(Object.entries(row).map(([name, value]) => [name, asText(value)]));
    expect(texts[k], `row ${k}`).toEqual(expected);
  });
});

test('curves have a row for each optimizer and measured step, quantiles under their per cents', async () => {
  const measure = (base: number) => ({
    loss: Float64Array.from({ length: 5 }, (_, p) => base + p / 8),
    lossCounts: { first: 0, counts: new Uint32Array(), signed: false, from: 0 },
    gradientNorm: Float64Array.from({ length: 5 }, (_, p) => 2 * base + p / 8),
    effectiveStep: new Float64Array(5).fill(Number.NaN),
    outcomes: Uint32Array.from({ length: OUTCOMES.length }, (_, code) => base + code),
    arrived: 3 * base,
  });
  const history: Measurement[] = [0, 4, 9].map((step) => ({ step, optimizers: [measure(step), measure(step + 100)] }));
  const columns = curveColumns(plan);
  const sources = [0, 1].map((optimizer) => ({ optimizer, history }));
  const found = await reopened(columns, sources, history.length);
  expect(found.map(({ step }) => step)).toEqual([0, 4, 9, 0, 4, 9]);
  expect(found[4]).toMatchObject({
    optimizer: 'Adam',
    step: 4,
    loss_05_approx: 104,
    loss_50_approx: 104,
    loss_95_approx: 105,
    loss_above: 0,
    gradient_norm_75_approx: 208,
    converged: 104,
    diverged: 109,
    arrived: 312,
  });
  expect(reread(columns, sources, history.length)[4]).toMatchObject({
    loss_50_approx: '104',
    effective_step_50_approx: '',
  });
});

test('a line of CSV quotes what would break it', () => {
  expect(csvLine(['a', 'b,c', 'd"e', 'f\ng'])).toBe('a,"b,c","d""e","f\ng"\n');
});

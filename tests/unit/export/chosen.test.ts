import { expect, test } from 'vitest';
import { type CellTable, OUTCOMES } from '../../../src/engine/index.ts';
import { planExperiment } from '../../../src/experiment/index.ts';
import { bestConfiguration, winnerOf } from '../../../src/export/snippet/chosen.ts';
import { fakeCells } from '../../support/cli.ts';

const COLUMNS = 4;
const plan = planExperiment({
  objective: 'beale',
  optimizers: [{ name: 'sgd' }, { name: 'adam' }, { name: 'lion' }],
  grid: {
    x: { vary: 'lr', from: 1e-3, to: 1, count: COLUMNS, scale: 'log' },
    y: { vary: 'y', from: -1, to: 1, count: 5 },
  },
});

/** A table in which the cells that `arrives` tells converge, and the others crawl. */
function table(arrives: (column: number) => boolean): CellTable {
  const code = (cell: number) => OUTCOMES.indexOf(arrives(cell % COLUMNS) ? 'converged' : 'crawling');
  return {
    ...fakeCells(plan, 10),
    outcome: Uint8Array.from({ length: plan.cells }, (_, cell) => code(cell)),
    arrivedAt: new Int32Array(plan.cells).fill(-1),
  };
}

test('the optimizer that arrives most often wins, with the setting that does', () => {
  const tables = [table((column) => column === 0), table((column) => column >= 2), table(() => false)];
  expect(winnerOf(plan, tables)).toBe(1);
  const first = bestConfiguration(plan, 0, tables[0]);
  expect(first.values.get('lr')).toBe(plan.x.values[0]);
  expect(first.start).toEqual(plan.start);
  expect([plan.x.values[2], plan.x.values[3]]).toContain(bestConfiguration(plan, 1, tables[1]).values.get('lr'));
});

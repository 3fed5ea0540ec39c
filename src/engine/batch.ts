import { rowDrawn } from '../catalogue/index.ts';
import { type Plan, rowCount } from '../experiment/index.ts';
import type { RowSample } from '../formula/index.ts';

/** Whether updates are made from rows that are drawn from the data, and not from all of them. */
export function isBatched(plan: Plan): boolean {
  return plan.batch !== null || [plan.x, plan.y].some(({ varied }) => varied.kind === 'batch');
}

/** What a sum over so many drawn rows is multiplied with, so that its expectation is the sum over all. */
export function batchWeight({ objective }: Plan, batch: number): number {
  return rowCount(objective) / batch;
}

/**
 * The rows that an update's gradient is made from: drawn with replacement by a hash of (seed, cell, step, draw).
 * @param cell index of the trajectory in the grid
 * @param step number of the update, from 1
 * @param batch how many
 */
export function rowsOf(plan: Plan, cell: number, step: number, batch: number): RowSample {
  const rows = rowCount(plan.objective);
  return {
    rows: Uint32Array.from({ length: batch }, (_, draw) => rowDrawn(plan.seed, cell, step, draw, rows)),
    weight: batchWeight(plan, batch),
  };
}

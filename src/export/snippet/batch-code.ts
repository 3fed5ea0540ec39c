import { rowCount } from '../../experiment/index.ts';
import type { Configuration } from './configuration.ts';

/**
 * Lines of Python that define `batch_of(step)`: the rows that an update is made from, counted from 1, drawn by the hash that Scree draws them with.
 * None where updates are made from all rows.
 * @param array what makes an array of a list: `torch.tensor`
 */
export function batchCode({ plan, batch, cell }: Configuration, array: string): string[] {
  if (batch === null) return [];
  const rows = rowCount(plan.objective);
  return [
    'def pcg(v):',
    '    state = (v*747796405 + 2891336453) & 0xFFFFFFFF',
    '    word = (((state >> ((state >> 28) + 4)) ^ state)*277803737) & 0xFFFFFFFF',
    '    return (word >> 22) ^ word',
    '',
    '',
    'def batch_of(step):',
    `    draws = pcg(pcg(pcg(${plan.seed}) + ${cell}) + step)`,
    `    return ${array}([pcg(draws + 0x80000000 + k)*${rows} >> 32 for k in range(${batch})])`,
  ];
}

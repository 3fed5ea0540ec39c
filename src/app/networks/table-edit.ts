import { msg, str } from '@lit/localize';
import type { Plan } from '../../experiment/index.ts';
import { BadTable } from '../../import/bad-table.ts';
import { examplesIn, formulaColumns } from '../../import/columns.ts';
import type { Edit } from '../edits.ts';
import { readTableFile } from '../files/table-file.ts';
import { withObjective } from '../grids.ts';
import { isTyped } from '../what/typed-objective.ts';
import { onTable } from './network-edits.ts';
import { FIRST_NETWORK, networkOf } from './network-of.ts';

/**
 * The present experiment with the table in a file: as the data of a formula of one's own, else of a network, which takes the place of a surface.
 * Rejects with an Error with a sentence.
 */
export async function withTableFile(file: File, plan: Plan): Promise<Edit> {
  const { objective } = plan.experiment;
  try {
    const table = await readTableFile(file);
    if (isTyped(objective)) return withObjective({ ...objective, data: formulaColumns(table) }, plan);
    return withObjective({ network: onTable(networkOf(objective) ?? FIRST_NETWORK, examplesIn(table)) }, plan);
  } catch (error) {
    if (!(error instanceof BadTable)) throw error;
    throw new Error(msg(str`The table in ${file.name} cannot be used: ${error.message}`));
  }
}

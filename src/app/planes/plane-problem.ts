import { msg } from '@lit/localize';
import { planeObstacle } from '../../analysis/trainability/plane-plan.ts';
import type { Plan } from '../../experiment/index.ts';

/** Why a plan has no plane of trainability, as a sentence; null where it has one. */
export function planeProblem(plan: Plan): string | null {
  switch (planeObstacle(plan)) {
    case 'objective':
      return msg('A plane of trainability is of networks: choose “train networks” on the left.');
    case 'grid':
      return msg('A plane needs two axes of the grid: choose what goes across and up on the left.');
    case 'noise':
      return msg(
        'With noise or mini-batches neighbouring networks differ by chance: for a plane, set the noise to 0 and learn all rows.',
      );
    default:
      return null;
  }
}

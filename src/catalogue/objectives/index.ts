import type { Objective } from '../objective.ts';
import { bowls } from './bowls.ts';
import { hills } from './hills.ts';
import { kinks } from './kinks.ts';
import { lattices } from './lattices.ts';
import { lecture } from './lecture.ts';
import { plateaus } from './plateaus.ts';
import { regression } from './regression.ts';
import { saddles } from './saddles.ts';
import { trainability } from './trainability.ts';
import { valleys } from './valleys.ts';
import { wells } from './wells.ts';

/** Every objective of the catalogue: the lecture's first, then the field's test surfaces by kind. */
export const objectives: readonly Objective[] = [
  ...regression,
  ...lecture,
  ...bowls,
  ...valleys,
  ...wells,
  ...saddles,
  ...hills,
  ...lattices,
  ...trainability,
  ...plateaus,
  ...kinks,
];

const byName = new Map(objectives.map((objective) => [objective.name, objective]));

/** The catalogue's objective of that name, if there is one. */
export function findObjective(name: string): Objective | undefined {
  return byName.get(name);
}

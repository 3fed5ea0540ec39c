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

/** Objectives of one kind. */
export interface ObjectiveKind {
  readonly title: string;
  readonly objectives: readonly Objective[];
}

/** Every objective of the catalogue by kind: the lecture's first, then the field's test surfaces. */
export const objectiveKinds: readonly ObjectiveKind[] = [
  { title: 'From the lecture', objectives: [...regression, ...lecture] },
  { title: 'Bowls', objectives: bowls },
  { title: 'Valleys', objectives: valleys },
  { title: 'A few minima', objectives: wells },
  { title: 'Saddles', objectives: saddles },
  { title: 'Hills', objectives: hills },
  { title: 'Many minima', objectives: lattices },
  { title: 'Fractal borders', objectives: trainability },
  { title: 'Plateaus', objectives: plateaus },
  { title: 'Kinks', objectives: kinks },
];

/** Every objective of the catalogue. */
export const objectives: readonly Objective[] = objectiveKinds.flatMap((kind) => kind.objectives);

const byName = new Map(objectives.map((objective) => [objective.name, objective]));

/** The catalogue's objective of that name, if there is one. */
export function findObjective(name: string): Objective | undefined {
  return byName.get(name);
}

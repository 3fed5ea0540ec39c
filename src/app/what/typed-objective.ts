import type { Experiment, TypedObjective } from '../../experiment/index.ts';

/** Whether an objective is a formula of one's own. */
export function isTyped(input: Experiment['objective']): input is TypedObjective {
  return typeof input !== 'string' && 'formula' in input;
}

import { ENGINE_CHOICES, type EngineChoice, type Plan, planExperiment } from '../experiment/index.ts';
import { locating } from './faults.ts';
import { placeOf, readJson } from './files.ts';
import type { Host } from './host.ts';
import { oneOf } from './values.ts';

/** Plans the experiment of a file; the option `--engine`, where it is given, stands above the file's own field. */
export async function readPlan(operand: string, options: ReadonlyMap<string, string>, host: Host): Promise<Plan> {
  const given = options.get('engine');
  const engine = given === undefined ? undefined : oneOf<EngineChoice>(given, '--engine', ENGINE_CHOICES);
  const input = await readJson(operand, host);
  const plan = await locating(placeOf(operand), () => planExperiment(input));
  return engine ? { ...plan, experiment: { ...plan.experiment, engine } } : plan;
}

import { ENGINE_CHOICES, type EngineChoice, type Plan, planExperiment } from '../experiment/index.ts';
import { FormulaError } from '../formula/index.ts';
import { BadInput, locating } from './faults.ts';
import { placeOf, readJson } from './files.ts';
import type { Host } from './host.ts';
import { unusedStarts } from './starts.ts';
import { oneOf } from './values.ts';

/** Plans the experiment of a file; the option `--engine`, where it is given, stands above the file's own field. */
export async function readPlan(operand: string, options: ReadonlyMap<string, string>, host: Host): Promise<Plan> {
  const given = options.get('engine');
  const engine = given === undefined ? undefined : oneOf<EngineChoice>(given, '--engine', ENGINE_CHOICES);
  const input = await readJson(operand, host);
  const plan = await locating(placeOf(operand), () => planOf(input));
  const unused = unusedStarts(plan);
  for (const name of Object.keys(plan.experiment.start)) {
    if (unused.has(name)) host.err(`scree: note: start.${name} is not used, for the grid varies ${name}\n`);
  }
  return engine ? { ...plan, experiment: { ...plan.experiment, engine } } : plan;
}

/** An optimizer's formula names its field; the objective's stands alone on the page, but not in a file. */
function planOf(input: unknown): Plan {
  try {
    return planExperiment(input);
  } catch (error) {
    throw error instanceof FormulaError ? new BadInput(`objective.formula: ${error.message}`) : error;
  }
}

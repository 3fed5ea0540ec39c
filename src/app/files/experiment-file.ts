import { msg, str } from '@lit/localize';
import { type Experiment, planExperiment } from '../../experiment/index.ts';
import { experimentName } from '../../export/file-name.ts';
import { withoutDefaults } from '../link/link.ts';
import { sentenceOf } from '../parts/sentences.ts';
import { saveFile } from './save-file.ts';

/** Largest file that is read, in bytes. */
const MOST = 4 * 2 ** 20;

/** The experiment in a JSON file: one that the page or a person wrote, or a `result.json` of the command line. Rejects with an Error with a sentence. */
export async function readExperimentFile(file: File): Promise<Experiment> {
  if (file.size > MOST)
    throw new Error(msg(str`The file ${file.name} is too large: an experiment is a JSON file of at most 4 MB.`));
  let value: unknown;
  try {
    value = JSON.parse(await file.text());
  } catch (error) {
    throw new Error(msg(str`The file ${file.name} is no JSON. ${sentenceOf(error)} Open one that was saved here.`));
  }
  try {
    return planExperiment(experimentIn(value)).experiment;
  } catch (error) {
    throw new Error(msg(str`The experiment in ${file.name} cannot run. ${sentenceOf(error)}`));
  }
}

/** Lets the browser save an experiment as a JSON file. */
export function saveExperimentFile(experiment: Experiment): void {
  saveFile(fileName(experiment), new Blob([experimentText(experiment)], { type: 'application/json' }));
}

/** An experiment as a file holds it: fields that hold their defaults are left out. */
export function experimentText(experiment: Experiment): string {
  return `${JSON.stringify(withoutDefaults(experiment), null, 2)}\n`;
}

/** A file name that tells what is in it: `himmelblau-adam-momentum.json`. */
export function fileName(experiment: Experiment): string {
  return `${experimentName(experiment)}.json`;
}

function experimentIn(value: unknown): unknown {
  const isResult = typeof value === 'object' && value !== null && 'scree' in value && 'experiment' in value;
  return isResult ? value.experiment : value;
}

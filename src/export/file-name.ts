import type { Experiment } from '../experiment/index.ts';

/** Longest part of a name that tells the experiment, in characters. */
const LONGEST = 60;

/** Text as a part of a file name: lower case, words joined by `-`. */
export function plainWords(text: string, longest = LONGEST): string {
  const plain = text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '');
  return plain.slice(0, longest).replace(/-$/, '');
}

/** What an experiment is called in file names: `himmelblau-adam-momentum`. */
export function experimentName({ objective, optimizers }: Experiment): string {
  const names = optimizers.map(({ label, name }) => label ?? name ?? 'rules');
  return plainWords(
    [typeof objective === 'string' ? objective : 'network' in objective ? 'network' : 'formula', ...names].join(' '),
  );
}

/**
 * The name of a file that is exported: `scree-himmelblau-adam-step600-surface.png`.
 * @param step number of steps made; null where the file does not depend on it
 * @param what what the file shows: a view, a chart, a table
 */
export function exportName(experiment: Experiment, step: number | null, what: string, extension: string): string {
  const parts = ['scree', experimentName(experiment), ...(step === null ? [] : [`step${step}`]), plainWords(what)];
  return `${parts.filter((part) => part !== '').join('-')}.${extension}`;
}

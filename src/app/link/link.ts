import { type Experiment, planExperiment, readExperiment } from '../../experiment/index.ts';

/** The experiment that an address carries after its `#`; null for none. Throws an Error that says what is wrong. */
export function readLink(hash: string): Experiment | null {
  const text = hash.replace(/^#/, '');
  if (text === '') return null;
  let value: unknown;
  try {
    value = JSON.parse(decodeURIComponent(text));
  } catch {
    throw new Error('it is cut off or was changed on its way');
  }
  return planExperiment(value).experiment;
}

/** The part of an address, from `#`, that carries an experiment. Fields that hold their defaults are left out. */
export function writeLink(experiment: Experiment): string {
  const bare = readExperiment({ objective: experiment.objective, optimizers: experiment.optimizers });
  const given = Object.entries(experiment).filter(
    ([field, value]) =>
      field === 'objective' ||
      field === 'optimizers' ||
      JSON.stringify(value) !== JSON.stringify(bare[field as keyof Experiment]),
  );
  return `#${encodeURIComponent(JSON.stringify(Object.fromEntries(given)))}`;
}

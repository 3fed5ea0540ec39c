import {
  dataSets,
  H,
  type Hyperparameter,
  LEARNING_RATE,
  NETWORK,
  NOISE,
  objectiveKinds,
  optimizers,
  ruleKinds,
  rules,
  schedules,
  WARM_UP,
} from '../../src/catalogue/index.ts';

const whats = (specs: Readonly<Record<string, Hyperparameter>>) => Object.values(specs).map(({ what }) => what);

/** What the page shows of the catalogue, schedules by the names of their texts. Optimizers keep their names, and so do sets of data that are called by a formula. */
export const TEXTS_OF_CATALOGUE: readonly string[] = [
  ...objectiveKinds.flatMap(({ title, objectives }) => [
    title,
    ...objectives.flatMap((each) => [each.title, each.note]),
  ]),
  ...ruleKinds.map(({ title }) => title),
  ...rules.flatMap(({ title, hyperparameters }) => [title, ...whats(hyperparameters)]),
  ...optimizers.flatMap(({ note }) => note ?? []),
  ...schedules.flatMap(({ name, hyperparameters }) => [`#schedule ${name}`, ...whats(hyperparameters)]),
  ...[H, NETWORK, WARM_UP, { LEARNING_RATE, NOISE }].flatMap(whats),
  ...dataSets.flatMap(({ title }) => (/\(/.test(title) ? [] : title)),
];

import { msg, str } from '@lit/localize';
import { BATCH, type Hyperparameter, NETWORK, NOISE } from '../catalogue/index.ts';
import {
  type Axis,
  type Experiment,
  hasData,
  isLayerRate,
  layerCount,
  type ResolvedObjective,
  rowCount,
  variablesOf,
} from '../experiment/index.ts';
import { isDecay } from './what/slider-scale.ts';

/** Something that an axis of the grid may vary. */
export interface AxisChoice {
  /** What an axis calls it. */
  readonly vary: string;
  readonly label: string;
  /** What it belongs to, for a list in groups. */
  readonly group: string;
}

/** The two axes of a grid: along the columns, along the rows; null where a grid has only one cell in that direction. */
export type Axes = readonly [Axis | null, Axis | null];

/** Everything that an axis may vary in an experiment, each once. */
export function axisChoices(experiment: Experiment, objective: ResolvedObjective): AxisChoice[] {
  const { parameters, initialisation, layered } = objective;
  // The weights of a large network are too many to choose among; those that are varied stay.
  const { x, y } = experiment.grid;
  const isVaried = (name: string) => [x, y].some((axis) => axis?.vary.replace(/^start\./, '') === name);
  const starts = (layered ? parameters.filter(isVaried) : parameters).map(
    (name): AxisChoice => ({ vary: name, label: msg(str`start ${name}`), group: msg('Start') }),
  );
  const numbers = [...variablesIn(experiment).keys()].filter((name) => !parameters.includes(name));
  const ofSchedule = (vary: string) => vary.startsWith('schedule.');
  const choice = (group: string) => (vary: string) => ({ vary, label: nameOf(vary), group });
  const drawn = initialisation ? Object.keys(NETWORK) : [];
  return [
    ...drawn.map(choice(msg('Network'))),
    ...starts,
    ...numbers.filter((vary) => !ofSchedule(vary)).map(choice(msg('Optimizer'))),
    ...numbers.filter(ofSchedule).map(choice(msg('Schedule'))),
    ...(hasData(objective) ? ['batch'] : []).map(choice(msg('Gradient'))),
    { vary: 'noise', label: msg('gradient noise'), group: msg('Gradient') },
  ];
}

/** What something that an axis varies is called for people. */
export function nameOf(vary: string): string {
  if (vary === 'lr') return msg('learning rate');
  if (vary === 'batch') return msg('batch size');
  if (isLayerRate(vary)) return msg(str`rate of layer ${vary.slice('lr.'.length)}`);
  if (vary === 'network.scale') return msg('initialisation scale');
  if (vary === 'network.seed') return msg('initialisation seed');
  const [, list, place] = /^schedule\.(\w+)\.(\d+)$/.exec(vary) ?? [];
  return list ? `${list} ${Number(place) + 1}` : vary.replace(/^(schedule|start)\./, '');
}

/** Every number of the optimizers that an axis may vary, by name. Throws `BadExperiment` where an optimizer is not known. */
export function variablesIn({
  objective,
  optimizers,
}: Pick<Experiment, 'objective' | 'optimizers'>): ReadonlyMap<string, Hyperparameter> {
  return new Map(optimizers.flatMap((input) => [...variablesOf(input, layerCount(objective))]));
}

/** An axis over something, over the range in which it is usually of interest. */
export function proposedAxis(vary: string, count: number, experiment: Experiment, objective: ResolvedObjective): Axis {
  const parameter = objective.parameters.indexOf(vary);
  if (parameter >= 0) {
    const [from, to] = objective.domain[parameter];
    return { vary, from, to, count, scale: 'linear' };
  }
  const gradient = { noise: NOISE, batch: batchOf(objective) }[vary];
  const spec = gradient ?? NETWORK[vary] ?? variablesIn(experiment).get(vary);
  if (!spec) throw new Error(`internal: nothing is called ${vary}`);
  if (vary === 'network.seed') return { vary, from: 0, to: Math.max(0, count - 1), count, scale: 'linear' };
  const [from, to] = vary === 'lr' || isLayerRate(vary) ? ratesOf(experiment) : rangeOf(spec, experiment.steps);
  return { vary, from, to, count, scale: spec.log ? 'log' : 'linear' };
}

/** The batch, from a single row to as many as an objective has; an eighth of them where it is first asked for. */
export function batchOf(objective: ResolvedObjective): Hyperparameter {
  const rows = rowCount(objective);
  return { ...BATCH, default: Math.max(1, Math.round(rows / 8)), slider: [1, Math.max(2, rows)] };
}

/** Whole decades around the learning rates in play, one more on each side. */
function ratesOf({ optimizers }: Experiment): [number, number] {
  const rates = optimizers.map((input) => input.lr ?? variablesOf(input).get('lr')?.default).filter(isPositive);
  const [least, most] = rates.length > 0 ? [Math.min(...rates), Math.max(...rates)] : [1e-3, 1e-3];
  const decade = (rate: number, round: (power: number) => number) => Number(`1e${round(Math.log10(rate))}`);
  return [Math.max(1e-12, decade(least / 10, Math.floor)), Math.min(1e6, decade(most * 10, Math.ceil))];
}

function rangeOf(spec: Hyperparameter, steps: number): [number, number] {
  const { range, slider, log } = spec;
  const within = (value: number) => Math.min(range[1], Math.max(range[0], value));
  // Steps of a schedule: from the first to the last of the run.
  if (log && range[1] >= 1e7) return [within(Math.max(1, range[0])), within(Math.max(10, steps))];
  if (isDecay(spec)) return Number(spec.default) >= 0.99 ? [0.9, 0.9999] : [0, 0.99];
  return [within(slider[0]), within(slider[1])];
}

function isPositive(value: unknown): value is number {
  return typeof value === 'number' && value > 0;
}

import { type Hyperparameter, LEARNING_RATE, type Rule } from '../catalogue/index.ts';
import { plural } from '../formula/index.ts';
import { BadExperiment } from './errors.ts';
import type { Experiment } from './schema.ts';

const NAME = /^lr\.(.*)$/;

/** What the learning rate of a layer is called, layers counted from 1. */
export function layerRateName(layer: number): string {
  return `lr.${layer}`;
}

/** Whether a name is that of a layer's learning rate, of a layer that is there or not. */
export function isLayerRate(name: string): boolean {
  return NAME.test(name);
}

/** How many layers an objective has that may have learning rates of their own: 0 unless it is a network. */
export function layerCount(objective: Experiment['objective']): number {
  return typeof objective === 'object' && 'network' in objective ? objective.network.widths.length - 1 : 0;
}

/**
 * The learning rates that a network's layers may have of their own, by name.
 * @param layers how many there are; 0 of an objective that is no network
 * @param usual the optimizer's `lr`, which holds where a layer has none
 */
export function layerRates(layers: number, usual = LEARNING_RATE.default): Map<string, Hyperparameter> {
  const spec = (layer: number): Hyperparameter => ({
    ...LEARNING_RATE,
    default: usual,
    what: `learning rate of layer ${layer}`,
  });
  return new Map(Array.from({ length: layers }, (_, i) => [layerRateName(i + 1), spec(i + 1)]));
}

/** Throws `BadExperiment` where a layer's learning rate is given that the objective does not have. */
export function checkLayer(name: string, layers: number, field: string): void {
  const layer = NAME.exec(name)?.[1];
  if (layer === undefined || (/^[1-9]\d*$/.test(layer) && Number(layer) <= layers)) return;
  if (layers === 0) {
    throw new BadExperiment(
      field,
      `"${name}" is the learning rate of a layer`,
      'only an objective that is a network has layers',
    );
  }
  const has = layers === 1 ? 'it has lr.1 alone' : `it has lr.1 to lr.${layers}`;
  throw new BadExperiment(
    field,
    `the network has no layer "${layer}"`,
    `${has}, one for each of its ${layers} ${plural(layers, 'layer')}`,
  );
}

/** Throws `BadExperiment` where layers cannot have rates of their own: with a rule that needs one for all, or beside a rate of 0, of which theirs would be a multiple. */
export function checkLayerRates(rules: readonly Rule[], lr: number, field: string): void {
  const one = rules.find(({ oneRate }) => oneRate !== undefined);
  if (one) {
    throw new BadExperiment(field, `the rule "${one.name}" has no rates of layers`, `${one.oneRate}: leave it out`);
  }
  if (!(lr > 0)) {
    throw new BadExperiment(
      field,
      `a layer's rate beside an lr of ${lr}`,
      'lr must be above 0: the schedule is made of it',
    );
  }
}

import { plural } from '../../formula/index.ts';
import { BadExperiment } from '../errors.ts';
import { type Activation, NETWORK_LIMITS, type Network } from './schema.ts';

/** A number of a network that is learned. */
export interface Weight {
  readonly name: string;
  /** Number of its layer, from 1. */
  readonly layer: number;
  /** Whether it is added to a unit's sum, and not multiplied with an input. */
  readonly bias: boolean;
}

/** One layer of a network: as many units as `to`, each with a weight for every input, and a bias where the network has biases. */
export interface Layer {
  /** From 1. */
  readonly number: number;
  /** Numbers that come in, and numbers that go out. */
  readonly from: number;
  readonly to: number;
  readonly activation: Activation;
  /** What the weighted sum of its inputs is multiplied by, before the bias. */
  readonly factor: number;
  /** Place of its first parameter among all of the network: unit by unit its weights, then its bias. */
  readonly offset: number;
}

/** How many parameters a layer has. */
function sizeOf(from: number, to: number, biases: boolean): number {
  return to * (from + (biases ? 1 : 0));
}

/** The layers of a network. Throws `BadExperiment` where there are too many parameters, or not an activation for each layer. */
export function layersOf({ widths, activation, biases, parametrisation }: Network, field: string): Layer[] {
  const count = widths.length - 1;
  if (Array.isArray(activation) && activation.length !== count) {
    const problem = `${activation.length} ${plural(activation.length, 'entry', 'entries')}`;
    const possible = `${count} ${plural(count, 'layer needs', 'layers need')} one each, the last one's included; or give one name for all but the last`;
    throw new BadExperiment(`${field}.activation`, problem, possible);
  }
  let parameters = 0;
  const layers = widths.slice(1).map((to, i): Layer => {
    const from = widths[i];
    const usual = typeof activation === 'string' && i < count - 1 ? activation : 'linear';
    const own = Array.isArray(activation) ? activation[i] : usual;
    const factor = parametrisation === 'mean-field' ? meanField(from, own, i === count - 1) : 1;
    const layer = { number: i + 1, from, to, activation: own, factor, offset: parameters };
    parameters += sizeOf(from, to, biases);
    return layer;
  });
  if (parameters > NETWORK_LIMITS.parameters) {
    throw new BadExperiment(
      `${field}.widths`,
      `a network of ${parameters} parameters is too large`,
      `it may have at most ${NETWORK_LIMITS.parameters}: use fewer layers or narrower ones`,
    );
  }
  return layers;
}

/**
 * The factor of a layer's sums in the mean-field parametrisation, whose weights are of size 1 (Mei, Montanari & Nguyen 2018), as Sohl-Dickstein has it (2024, arXiv
 * 2402.06184): √(2/inputs) before a function that is not linear, 1/√inputs before a linear one, 1/inputs in the last layer.
 */
function meanField(inputs: number, activation: Activation, last: boolean): number {
  if (last) return 1 / inputs;
  return Math.sqrt((activation === 'linear' ? 1 : 2) / inputs);
}

/** Name of a weight of a unit, both from 1: layer 2's third unit has `w2_3_1`, `w2_3_2`, … for its inputs. */
export function weightName(layer: number, unit: number, input: number): string {
  return `w${layer}_${unit}_${input}`;
}

/** Name of a unit's bias. */
export function biasName(layer: number, unit: number): string {
  return `b${layer}_${unit}`;
}

/** All that a network learns, layer by layer and unit by unit: a unit's weights, then its bias. */
export function weightsOf(layers: readonly Layer[], biases: boolean): Weight[] {
  return layers.flatMap(({ number: layer, from, to }) =>
    Array.from({ length: to }, (_, unit) => [
      ...Array.from({ length: from }, (_, input) => ({
        name: weightName(layer, unit + 1, input + 1),
        layer,
        bias: false,
      })),
      ...(biases ? [{ name: biasName(layer, unit + 1), layer, bias: true }] : []),
    ]).flat(),
  );
}

import type { LayeredNetwork } from '../../../experiment/index.ts';

type Activation = LayeredNetwork['layers'][number]['activation'];

/** An activation in WGSL. */
interface ActivationText {
  /** The constant that stands for it. */
  readonly code: string;
  /** What comes out of a sum. */
  value(z: string): string;
  /** The derivative of that by the sum, from what came out. */
  slope(h: string): string;
}

/** Every activation in WGSL, of one number. */
export const ACTIVATIONS: Readonly<Record<Activation, ActivationText>> = {
  tanh: { code: 'TANH', value: (z) => `scree_tanh(${z})`, slope: (h) => `1.0 - ${h} * ${h}` },
  relu: { code: 'RELU', value: (z) => `select(0.0, ${z}, ${z} > 0.0)`, slope: (h) => `select(0.0, 1.0, ${h} > 0.0)` },
  sigmoid: { code: 'SIGMOID', value: (z) => `scree_sigmoid(${z})`, slope: (h) => `${h} * (1.0 - ${h})` },
  linear: { code: 'LINEAR', value: (z) => z, slope: () => '1.0' },
};

/** The activations that a network has. */
export function activationsOf({ layers }: LayeredNetwork): Activation[] {
  return [...new Set(layers.map(({ activation }) => activation))];
}

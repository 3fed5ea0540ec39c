import type { LayeredNetwork } from '../../../experiment/index.ts';

type Activation = LayeredNetwork['layers'][number]['activation'];

/** An activation in WGSL. */
interface ActivationText {
  /** The constant that stands for it. */
  readonly code: string;
  /** What comes out of a sum, a number. */
  value(z: string): string;
  /** The derivative of that by the sum, from what came out: a number, or a vector of such a type. */
  slope(h: string, type: 'f32' | 'vec2f'): string;
}

/** Every activation in WGSL. */
export const ACTIVATIONS: Readonly<Record<Activation, ActivationText>> = {
  tanh: { code: 'TANH', value: (z) => `scree_tanh(${z})`, slope: (h) => `1.0 - ${h} * ${h}` },
  relu: {
    code: 'RELU',
    value: (z) => `select(0.0, ${z}, ${z} > 0.0)`,
    slope: (h, type) => `select(${type}(), ${type}(1.0), ${h} > ${type}())`,
  },
  sigmoid: { code: 'SIGMOID', value: (z) => `scree_sigmoid(${z})`, slope: (h) => `${h} * (1.0 - ${h})` },
  linear: { code: 'LINEAR', value: (z) => z, slope: (_, type) => `${type}(1.0)` },
};

/** The activations that a network has. */
export function activationsOf({ layers }: LayeredNetwork): Activation[] {
  return [...new Set(layers.map(({ activation }) => activation))];
}

import { normal, uniform } from '../../catalogue/index.ts';
import { type Plan, planExperiment } from '../../experiment/index.ts';

/** Functions that the picture's networks learn: sin(5πx)/(5πx) and sin(4πx), by the names of their data sets. */
export const TARGETS = ['sinc', 'sine'] as const;
export type Target = (typeof TARGETS)[number];

/** What the networks of a picture are drawn from. */
export interface Drawing {
  readonly target: Target;
  /** Number of networks. */
  readonly networks: number;
  readonly seed: number;
}

/** Units of the hidden layer. */
const HIDDEN = 4;
/** Deviations of the first weights: of the hidden layer, of the output, and of the output's bias. */
const [INNER, OUTER, BIAS] = [6, 0.5, 0.1];
/** The share of networks that are not trained, and the power of 10 below which the numbers of the others' updates lie. */
const [UNTRAINED, DECADES] = [0.25, 3.3];
/** Numbers that each network draws, by what they are for. */
const DRAW = { weight: 0, bend: 1, steps: 2 } as const;

/** A network of the picture before it is trained. */
export interface DrawnNetwork {
  /** In the order of the plan's parameters. */
  readonly start: readonly number[];
  /** Updates of Adam. */
  readonly steps: number;
}

/**
 * The population that the networks are cells of: 1-4-1, tanh, the mean square over 32 points, Adam with a learning rate of 0.02. Its cells begin
 * elsewhere by themselves.
 */
export function picturePlan({ target, networks }: Drawing): Plan {
  return planExperiment({
    objective: { network: { widths: [1, HIDDEN, 1], data: target } },
    optimizers: [{ name: 'adam', lr: 0.02 }],
    grid: { x: { vary: 'network.seed', from: 0, to: networks - 1, count: networks } },
    steps: Math.ceil(10 ** DECADES),
    target: null,
  });
}

/**
 * The networks of Hung-yi Lee's figure 4: hidden weights w normal with deviation 6; their biases −w times a number from 0 to 1, so that every unit bends
 * somewhere among the data; output weights normal with deviation 0.5, its bias 0.1; 10^(0 … 3.3) updates for three of four, none for the others.
 */
export function drawNetworks({ networks, seed }: Drawing): DrawnNetwork[] {
  const units = Array.from({ length: HIDDEN }, (_, k) => k);
  return Array.from({ length: networks }, (_, i) => {
    const gauss = (k: number) => normal(seed, i, DRAW.weight, k);
    const hidden = units.flatMap((k) => {
      const weight = INNER * gauss(k);
      return [weight, -weight * uniform(seed, i, DRAW.bend, k)];
    });
    const start = [...hidden, ...units.map((k) => OUTER * gauss(HIDDEN + k)), BIAS * gauss(2 * HIDDEN)];
    const trained = uniform(seed, i, DRAW.steps, 0) >= UNTRAINED;
    return { start, steps: trained ? Math.round(10 ** (DECADES * uniform(seed, i, DRAW.steps, 1))) : 0 };
  });
}

import * as z from 'zod/mini';

/** Bounds of a network's size. Up to `formula` parameters it is a formula, which machines keep in registers; above, its layers are data. */
export const NETWORK_LIMITS = { parameters: 1280, formula: 48, layers: 8, width: 64, rows: 4096 } as const;

const ACTIVATIONS = ['tanh', 'relu', 'sigmoid', 'linear'] as const;
const PARAMETRISATIONS = ['standard', 'mean-field'] as const;
const LOSSES = ['mean-square', 'cross-entropy', 'logistic'] as const;

/** What a layer makes of its sums. */
export type Activation = (typeof ACTIVATIONS)[number];
/** How weights enter a layer's sums, and how they begin. */
export type Parametrisation = (typeof PARAMETRISATIONS)[number];
/** What a network's outputs are compared with its targets by. */
export type NetworkLoss = (typeof LOSSES)[number];

const whole = (low: number, high: number) => z.int('int').check(z.minimum(low), z.maximum(high));
const seed = z._default(whole(0, 0xffffffff), 0);
const number = z.number();

const made = z.strictObject({
  name: z.string(),
  rows: z.optional(whole(2, NETWORK_LIMITS.rows)),
  noise: z._default(number.check(z.minimum(0), z.maximum(1)), 0),
  seed,
});

const given = z.strictObject({
  columns: z.record(
    z.string().check(z.minLength(1), z.maxLength(80)),
    z.array(number.check(z.minimum(-1e12), z.maximum(1e12))).check(z.minLength(1), z.maxLength(NETWORK_LIMITS.rows)),
  ),
  /** Whether the network learns inputs, and targets of the mean square, brought to mean 0 and standard deviation 1. */
  standardise: z.optional(z.boolean()),
  /** What the numbers of classes in the last column stand for, for people. */
  classes: z.optional(z.array(z.string().check(z.maxLength(80))).check(z.maxLength(NETWORK_LIMITS.width))),
});

/** A network as an experiment writes it. README describes every field. */
export const network = z.strictObject({
  widths: z.array(whole(1, NETWORK_LIMITS.width)).check(z.minLength(2), z.maxLength(NETWORK_LIMITS.layers + 1)),
  activation: z._default(
    z.union([z.enum(ACTIVATIONS), z.array(z.enum(ACTIVATIONS)).check(z.maxLength(NETWORK_LIMITS.layers))]),
    'tanh',
  ),
  parametrisation: z._default(z.enum(PARAMETRISATIONS), 'standard'),
  biases: z._default(z.boolean(), true),
  loss: z._default(z.enum(LOSSES), 'mean-square'),
  l2: z._default(number.check(z.minimum(0), z.maximum(1e6)), 0),
  data: z.union([z.string(), made, given]),
  scale: z._default(number.check(z.minimum(0), z.maximum(1e6)), 1),
  seed,
});

/** A network with its defaults filled in. */
export type Network = z.output<typeof network>;

/** A table of an experiment's own, as a network's data. */
export type GivenData = z.output<typeof given>;

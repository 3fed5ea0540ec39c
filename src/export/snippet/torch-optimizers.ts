import { pythonNumber } from './python.ts';

/** The values of hyperparameters by name. */
export type Values = ReadonlyMap<string, number>;

/** An optimizer of `torch.optim` and its arguments besides the learning rate. */
export interface TorchOptimizer {
  readonly name: string;
  readonly arguments: Readonly<Record<string, string>>;
}

type Make = (value: (name: string) => string, values: Values) => TorchOptimizer | null;

const betas = (value: (name: string) => string) => `(${value('beta1')}, ${value('beta2')})`;
const adam: Make = (value) => ({ name: 'Adam', arguments: { betas: betas(value), eps: value('eps') } });
const rmsprop =
  (more: Readonly<Record<string, string>>): Make =>
  (value) => ({
    name: 'RMSprop',
    arguments: { alpha: value('alpha'), eps: value('eps'), ...more },
  });
const withMomentum =
  (make: Make): Make =>
  (value, values) => {
    const plain = make(value, values);
    return plain && { ...plain, arguments: { ...plain.arguments, momentum: value('momentum') } };
  };
const adagrad: Make = (value, values) => ({
  name: 'Adagrad',
  arguments: {
    ...(values.has('lr_decay') && { lr_decay: value('lr_decay') }),
    initial_accumulator_value: value('initial_accumulator_value'),
    eps: value('eps'),
  },
});

/** What PyTorch's optimizers do, by the names of the rules between the two kinds of weight decay; null where some values are not for them. */
const OPTIMIZERS: Readonly<Record<string, Make>> = {
  '': () => ({ name: 'SGD', arguments: {} }),
  // Without momentum PyTorch dampens nothing.
  'heavy-ball': (value, values) =>
    values.get('momentum') === 0 && values.get('dampening') !== 0
      ? null
      : {
          name: 'SGD',
          arguments: { momentum: value('momentum'), ...(values.get('dampening') && { dampening: value('dampening') }) },
        },
  // PyTorch's asks for a momentum above 0 and no dampening.
  nesterov: (value, values): TorchOptimizer | null => {
    if (values.get('momentum') === 0) return { name: 'SGD', arguments: {} };
    if (values.get('dampening') !== 0) return null;
    return { name: 'SGD', arguments: { momentum: value('momentum'), nesterov: 'True' } };
  },
  'adagrad-scale': adagrad,
  'adagrad-scale lr-decay': adagrad,
  'adadelta-scale': (value) => ({ name: 'Adadelta', arguments: { rho: value('rho'), eps: value('eps') } }),
  'rms-scale': rmsprop({}),
  'rms-scale-centered': rmsprop({ centered: 'True' }),
  'rms-scale step-momentum': withMomentum(rmsprop({})),
  'rms-scale-centered step-momentum': withMomentum(rmsprop({ centered: 'True' })),
  'ema adam-scale': adam,
  'ema amsgrad-scale': (value) => ({
    name: 'Adam',
    arguments: { betas: betas(value), eps: value('eps'), amsgrad: 'True' },
  }),
  'nadam-momentum adam-scale': (value) => ({
    name: 'NAdam',
    arguments: { betas: betas(value), eps: value('eps'), momentum_decay: value('momentum_decay') },
  }),
  'ema radam-scale': (value) => ({ name: 'RAdam', arguments: { betas: betas(value), eps: value('eps') } }),
  'ema adamax-scale': (value) => ({ name: 'Adamax', arguments: { betas: betas(value), eps: value('eps') } }),
  rprop: (value) => ({
    name: 'Rprop',
    arguments: {
      etas: `(${value('eta_minus')}, ${value('eta_plus')})`,
      step_sizes: `(${value('step_min')}, ${value('step_max')})`,
    },
  }),
};

/** How PyTorch's optimizers that know decoupled weight decay are asked for it. */
const DECOUPLED: Readonly<Record<string, (optimizer: TorchOptimizer) => TorchOptimizer>> = {
  Adam: (optimizer) => ({ ...optimizer, name: 'AdamW' }),
  NAdam: (optimizer) => flagged(optimizer),
  RAdam: (optimizer) => flagged(optimizer),
};

function flagged({ name, arguments: given }: TorchOptimizer): TorchOptimizer {
  return { name, arguments: { ...given, decoupled_weight_decay: 'True' } };
}

/** The optimizer of `torch.optim` that makes the very steps of a list of rules; null where there is none. */
export function torchOptimizer(rules: readonly string[], values: Values): TorchOptimizer | null {
  const coupled = rules[0] === 'l2';
  const decoupled = rules.at(-1) === 'decoupled-decay';
  if (coupled && decoupled) return null;
  const core = rules.slice(coupled ? 1 : 0, decoupled ? -1 : undefined);
  const value = (name: string) => pythonNumber(values.get(name) ?? 0);
  const plain = OPTIMIZERS[core.join(' ')]?.(value, values) ?? null;
  if (!plain || !(coupled || decoupled)) return plain;
  // Rprop has no weight decay.
  if (coupled && plain.name === 'Rprop') return null;
  const found = decoupled ? DECOUPLED[plain.name]?.(plain) : plain;
  return found ? { ...found, arguments: { ...found.arguments, weight_decay: value('weight_decay') } } : null;
}

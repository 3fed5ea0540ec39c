import { pythonNumber } from './python.ts';
import type { Values } from './torch-optimizers.ts';

type Value = (name: string) => string;

/** What optax has for some rules that follow each other. */
interface Transform {
  readonly rules: readonly string[];
  /** Its transformations; null where some values are not for it. */
  readonly code: (value: Value, values: Values) => readonly string[] | null;
  /** Whether it reads the update alone, and so may follow other rules; one that reads the gradient, too, takes what comes in for it. */
  readonly anywhere?: true;
}

const decay: Transform['code'] = (value) => [`optax.add_decayed_weights(${value('weight_decay')})`];
const betas = (value: Value) => `b1=${value('beta1')}, b2=${value('beta2')}`;
const trace =
  (more: string): Transform['code'] =>
  (value, values) =>
    (values.get('dampening') ?? 0) === 0 ? [`optax.trace(decay=${value('momentum')}${more})`] : null;

/** optax 0.2.8, each checked against its source. */
const TRANSFORMS: readonly Transform[] = [
  { rules: ['decoupled-decay'], code: decay, anywhere: true },
  { rules: ['heavy-ball'], code: trace(''), anywhere: true },
  { rules: ['step-momentum'], code: trace(''), anywhere: true },
  { rules: ['nesterov'], code: trace(', nesterov=True'), anywhere: true },
  {
    rules: ['normalized-momentum'],
    code: (value) => [`optax.trace(decay=${value('momentum')})`, 'optax.normalize_by_update_norm(eps=1e-300)'],
    anywhere: true,
  },
  {
    rules: ['lr-decay'],
    code: (value) => [`optax.scale_by_schedule(lambda s: 1/(1 + s*${value('lr_decay')}))`],
    anywhere: true,
  },
  { rules: ['clip-norm'], code: (value) => [`optax.clip_by_global_norm(${value('max_norm')})`], anywhere: true },
  { rules: ['trust-ratio'], code: () => ['optax.scale_by_trust_ratio()'], anywhere: true },
  { rules: ['sign'], code: () => ['optax.scale_by_sign()'], anywhere: true },
  { rules: ['lion'], code: (value) => [`optax.scale_by_lion(${betas(value)})`], anywhere: true },
  {
    rules: ['rms-scale'],
    code: (value) => [`optax.scale_by_rms(decay=${value('alpha')}, eps=${value('eps')}, eps_in_sqrt=False)`],
  },
  {
    rules: ['rms-scale-centered'],
    code: (value) => [`optax.scale_by_stddev(decay=${value('alpha')}, eps=${value('eps')}, eps_in_sqrt=False)`],
  },
  { rules: ['adadelta-scale'], code: (value) => [`optax.scale_by_adadelta(rho=${value('rho')}, eps=${value('eps')})`] },
  { rules: ['ema', 'adam-scale'], code: (value) => [`optax.scale_by_adam(${betas(value)}, eps=${value('eps')})`] },
  {
    rules: ['adam-scale'],
    code: (value) => [`optax.scale_by_adam(b1=0.0, b2=${value('beta2')}, eps=${value('eps')})`],
  },
  { rules: ['ema', 'adamax-scale'], code: (value) => [`optax.scale_by_adamax(${betas(value)}, eps=${value('eps')})`] },
  {
    rules: ['adabelief'],
    code: (value) => [`optax.scale_by_belief(${betas(value)}, eps=${value('eps')}, eps_root=${value('eps_root')})`],
  },
  { rules: ['yogi'], code: (value) => [`optax.scale_by_yogi(${betas(value)}, eps=${value('eps')})`] },
  {
    rules: ['adan'],
    code: (value) => [
      `optax.scale_by_adan(${betas(value)}, b3=${value('beta3')}, eps=${value('eps')}, eps_root=${value('eps_root')})`,
    ],
  },
  ...([true, false] as const).map(
    (clipped): Transform => ({
      rules: [clipped ? 'adopt' : 'adopt-unclipped'],
      code: (value) => [
        `optax.contrib.scale_by_adopt(${betas(value)}, eps=${value('eps')}${clipped ? '' : ', use_clipping=False'})`,
      ],
    }),
  ),
];

/** What optax does otherwise than a rule that it has no transformation for. */
const REMARKS: Readonly<Record<string, string>> = {
  'adagrad-scale': "optax.adagrad adds eps under the root; PyTorch's form, which runs here, beside it",
  'amsgrad-scale': 'optax.amsgrad takes the maximum of the corrected average, this rule that of the uncorrected one',
  'nadam-momentum': "optax.nadam keeps the momentum constant, this rule warms it up as PyTorch's does",
  'radam-scale': "optax.radam rectifies from another step on than PyTorch's, which runs here",
  rprop: "optax.rprop treats a change of sign otherwise than PyTorch's, which runs here",
  sophia: "optax.contrib.sophia estimates the Hessian's diagonal at random; it is exact here",
  'heavy-ball': 'optax.trace has no dampening',
  nesterov: 'optax.trace has no dampening',
};

/** Transformations in their order, or what stands in the way of them. */
export type OptaxMatch =
  | { readonly optimizer: readonly string[]; readonly remark: null }
  | { readonly optimizer: null; readonly remark: string };

/**
 * The lines that make `optimizer`, which makes the very steps of a list of rules.
 * @param rate the learning rate: a number or the name of a schedule
 * @param first the learning rate of the first update
 */
export function optaxOptimizer(rules: readonly string[], values: Values, rate: string, first: number): OptaxMatch {
  const value: Value = (name) => pythonNumber(values.get(name) ?? 0);
  if (rules.join() === 'prodigy') {
    if (first === 0)
      return { optimizer: null, remark: 'optax.contrib.prodigy divides 0 by 0 where the first learning rate is 0' };
    return { optimizer: prodigy(value, rate), remark: null };
  }
  const averaged = rules.at(-1) === 'schedule-free';
  const transforms: string[] = [];
  let rest = averaged ? rules.slice(0, -1) : rules;
  if (rest[0] === 'l2') {
    transforms.push(...(decay(value, values) ?? []));
    rest = rest.slice(1);
  }
  for (let isFirst = true; rest.length > 0; isFirst = false) {
    const found = TRANSFORMS.find((each) => each.rules.every((name, i) => name === rest[i]));
    const code = found && (isFirst || found.anywhere) ? found.code(value, values) : null;
    if (!found || !code) return { optimizer: null, remark: remarkOn(rest) };
    transforms.push(...code);
    rest = rest.slice(found.rules.length);
  }
  transforms.push(`optax.scale_by_learning_rate(${rate})`);
  const chain = ['optax.chain(', ...transforms.map((line) => `    ${line},`), ')'];
  if (!averaged) return { optimizer: assigned(chain), remark: null };
  const inner = chain.map((line, i) => `    ${line}${i === chain.length - 1 ? ',' : ''}`);
  const free = [
    'optax.contrib.schedule_free(',
    ...inner,
    `    learning_rate=${rate},`,
    `    b1=${value('beta1')},`,
    ')',
  ];
  return { optimizer: assigned(free), remark: null };
}

function prodigy(value: Value, rate: string): string[] {
  return assigned([
    'optax.contrib.prodigy(',
    `    learning_rate=${rate},`,
    `    betas=(${value('beta1')}, ${value('beta2')}),`,
    `    eps=${value('eps')},`,
    `    estim_lr0=${value('estim_lr0')},`,
    `    estim_lr_coef=${value('estim_lr_coef')},`,
    `    weight_decay=${value('weight_decay')},`,
    ')',
  ]);
}

function assigned([first, ...rest]: readonly string[]): string[] {
  return [`optimizer = ${first}`, ...rest];
}

function remarkOn(rules: readonly string[]): string {
  const known = rules.find((name) => Object.hasOwn(REMARKS, name));
  return known ? REMARKS[known] : 'optax has no transformation for them';
}

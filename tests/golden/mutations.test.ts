import { describe, expect, test } from 'vitest';
import type { Rule } from '../../src/catalogue/index.ts';
import { walk } from '../../src/engine/oracle.ts';
import { composeUpdate, type Plan, planExperiment } from '../../src/experiment/index.ts';
import { type GoldenCase, goldenCases } from '../support/golden.ts';
import { firstMismatch, isCalm } from '../support/golden-rules.ts';

type Mutation = readonly [what: string, file: string, change: (rules: readonly Rule[]) => readonly Rule[]];

/** Replaces texts in the formula of one rule, each of which must be there. */
function edit(name: string, ...pairs: readonly (readonly [from: string, to: string])[]) {
  return (rules: readonly Rule[]) =>
    rules.map((rule) => {
      if (rule.name !== name) return rule;
      const formula = pairs.reduce((text, [from, to]) => {
        if (!text.includes(from)) throw new Error(`the rule ${name} has no "${from}": ${text}`);
        return text.replaceAll(from, to);
      }, rule.formula);
      return { ...rule, formula };
    });
}

/** Puts one rule before all others, or behind them. */
const first = (name: string) => (rules: readonly Rule[]) =>
  [...rules].sort((a, b) => Number(b.name === name) - Number(a.name === name));
const last = (name: string) => (rules: readonly Rule[]) =>
  [...rules].sort((a, b) => Number(a.name === name) - Number(b.name === name));

const swap = (a: string, b: string) =>
  [
    [a, '@'],
    [b, a],
    ['@', b],
  ] as const;

/** Mistakes that are made in optimizers, and the golden file that must notice each. */
const MUTATIONS: readonly Mutation[] = [
  [
    'L2 decay that the squares do not see',
    'torch_adam',
    edit('l2', ['g = g + weight_decay*theta; u = g', 'u = g + weight_decay*theta']),
  ],
  ['L2 decay of the wrong sign', 'torch_sgd', edit('l2', ['g + weight', 'g - weight'])],
  ['dampening forgotten', 'torch_sgd', edit('heavy-ball', ['(1 - dampening)*u', 'u'])],
  [
    'dampening on the first step',
    'torch_sgd',
    edit('heavy-ball', ['if(t == 1, u, momentum*b + (1 - dampening)*u)', 'momentum*b + (1 - dampening)*u']),
  ],
  ['Nesterov without looking ahead', 'torch_sgd', edit('nesterov', ['u = u + momentum*b', 'u = b'])],
  ['Adagrad: eps under the root', 'torch_adagrad', edit('adagrad-scale', ['sqrt(s) + eps', 'sqrt(s + eps)'])],
  ['Adagrad: learning rate decays a step early', 'torch_adagrad', edit('lr-decay', ['(t - 1)', 't'])],
  ["Adagrad: the lecture's mean taken for the sum", 'torch_adagrad', edit('adagrad-scale', ['sqrt(s)', 'sqrt(s/t)'])],
  ['RMSProp: eps under the root', 'torch_rmsprop', edit('rms-scale', ['sqrt(v) + eps', 'sqrt(v + eps)'])],
  ['RMSProp: momentum before scaling', 'torch_rmsprop', first('step-momentum')],
  ['RMSProp: centred without the square', 'torch_rmsprop', edit('rms-scale-centered', ['v - a^2', 'v - a'])],
  [
    'RMSProp: decays swapped',
    'torch_rmsprop',
    edit('rms-scale', ['alpha*v + (1 - alpha)*g^2', '(1 - alpha)*v + alpha*g^2']),
  ],
  [
    'Adadelta: squares of gradients for squares of steps',
    'torch_adadelta',
    edit('adadelta-scale', ['(1 - rho)*u^2', '(1 - rho)*g^2']),
  ],
  ['Adadelta: eps outside the roots', 'torch_adadelta', edit('adadelta-scale', ['sqrt(v + eps)', '(sqrt(v) + eps)'])],
  ['Adam: eps under the root', 'torch_adam', edit('adam-scale', ['sqrt(v/z) + eps', 'sqrt(v/z + eps)'])],
  [
    'Adam: eps before the bias correction',
    'torch_adam',
    edit('adam-scale', ['(sqrt(v/z) + eps)', '((sqrt(v) + eps)/sqrt(z))']),
  ],
  ['Adam: first moment not corrected', 'torch_adam', edit('ema', ['u = m/w', 'u = m'])],
  ['Adam: second moment not corrected', 'torch_adam', edit('adam-scale', ['v/z', 'v'])],
  [
    'AMSGrad: maximum of the corrected squares',
    'torch_adam',
    edit('amsgrad-scale', ['max(vmax, v)', 'max(vmax, v/z)'], ['vmax/z', 'vmax']),
  ],
  ['AMSGrad: no maximum', 'torch_adam', edit('amsgrad-scale', ['max(vmax, v)', 'v'])],
  [
    'AdamW: decay coupled',
    'torch_adamw',
    (rules) => edit('decoupled-decay', ['u = u', 'g = g'], ['theta', 'theta; u = g'])(first('decoupled-decay')(rules)),
  ],
  ['NAdam: this momentum for the next', 'torch_nadam', edit('nadam-momentum', ['(t + 1)', 't'])],
  ["NAdam: PyTorch 1's doubled factor", 'torch_nadam', edit('nadam-momentum', ['p*next)', 'p*mu*next)'])],
  ['RAdam: threshold of the paper', 'torch_radam', edit('radam-scale', ['rho > 5', 'rho > 4'])],
  [
    'RAdam: eps after the bias correction',
    'torch_radam',
    edit('radam-scale', ['u*r*sqrt(z)/(sqrt(v) + eps)', 'u*r/(sqrt(v/z) + eps)']),
  ],
  ['AdaMax: eps outside the maximum', 'torch_adamax', edit('adamax-scale', ['abs(g) + eps)', 'abs(g)) + eps'])],
  [
    'Rprop: gradient kept after a change of sign',
    'torch_rprop',
    edit('rprop', ['last = if(agree < 0, 0, g)', 'last = g']),
  ],
  ['Rprop: step sizes without a floor', 'torch_rprop', edit('rprop', ['step_min/lr', '0'])],
  [
    'AdaBelief: surprise by the old average',
    'optax_adabelief',
    edit('adabelief', ['(g - m)', '(g - (m - (1 - beta1)*u)/beta1)']),
  ],
  [
    'AdaBelief: eps_root not kept',
    'optax_adabelief',
    edit('adabelief', ['^2 + eps_root', '^2'], ['v/z', 'v/z + eps_root']),
  ],
  ['AdaBelief: decays swapped', 'optax_adabelief', edit('adabelief', ...swap('beta1', 'beta2'))],
  ['Yogi: sign turned', 'optax_yogi', edit('yogi', ['sign(v - g^2)', 'sign(g^2 - v)'])],
  [
    "Yogi: Adam's square",
    'optax_yogi',
    edit('yogi', ['v - (1 - beta2)*sign(v - g^2)*g^2', 'beta2*v + (1 - beta2)*g^2']),
  ],
  ['Lion: decays swapped', 'optax_lion', edit('lion', ...swap('beta1', 'beta2'))],
  ['Lion: sign of the updated average', 'optax_lion', edit('lion', ['u = sign(c)', 'u = sign(m)'])],
  ['Adan: a difference at the first step', 'optax_adan', edit('adan', ['if(t == 1, 0, g - last)', 'g - last'])],
  ['Adan: decays swapped', 'optax_adan', edit('adan', ...swap('beta2', 'beta3'))],
  [
    'ADOPT: scaled by the new square',
    'optax_adopt',
    edit('adopt', ['d = g/max(sqrt(v), eps)', 'd = g/max(sqrt(if(t == 1, g^2, beta2*v + (1 - beta2)*g^2)), eps)']),
  ],
  [
    'ADOPT: the first step moves',
    'optax_adopt',
    edit('adopt-unclipped', [
      'm = if(t == 1, 0, beta1*m + (1 - beta1)*d)',
      'm = beta1*m + (1 - beta1)*if(t == 1, sign(g), d)',
    ]),
  ],
  ['ADOPT: not clipped', 'optax_adopt', edit('adopt', ['d = min(max(d, -bound), bound)', ''])],
  ['LAMB: decay after the trust ratio', 'optax_lamb', last('decoupled-decay')],
  [
    'LAMB: norms for each coordinate',
    'optax_lamb',
    edit('trust-ratio', ['norm(theta)', 'abs(theta)'], ['norm(u)', 'abs(u)']),
  ],
  ['Prodigy: the decay of the squares for its root', 'optax_prodigy', edit('prodigy', ['sqrt(beta2)', 'beta2'])],
  ['Prodigy: distances from where it stands', 'optax_prodigy', edit('prodigy', ['first - theta', 'first'])],
  ['schedule-free: evenly weighted average', 'optax_schedule_free_sgd', edit('schedule-free', ['largest^2', '1'])],
  ['schedule-free: weights a step late', 'optax_schedule_free_sgd', edit('schedule-free', ['eta_next', 'eta'])],
  ["lecture's Adagrad: the sum for the mean", 'lecture', edit('rms-of-all', ['(g^2 - v)/t', 'g^2'])],
  [
    "lecture's RMSProp: first step forgotten",
    'lecture',
    edit('rms-lecture', ['if(t == 1, g^2, alpha*v + (1 - alpha)*g^2)', 'alpha*v + (1 - alpha)*g^2']),
  ],
];

/** The plan with other rules in its optimizer; a constant learning rate, after its warm-up where it has one. */
function recomposed(plan: Plan, change: Mutation[2]): Plan {
  const [optimizer] = plan.optimizers;
  const rules = change(optimizer.rules);
  const names = [...optimizer.hyperparameters.keys()];
  const update = composeUpdate({
    parameters: plan.objective.parameters,
    rules,
    hyperparameters: names.filter((name) => !name.startsWith('schedule.')),
    layerRates: plan.objective.parameters.map(() => null),
    schedule: { formula: 'lr', hyperparameters: [], lists: new Map(), warmup: names.includes('schedule.warmup') },
    layerOf: null,
    field: 'optimizers.0',
  });
  return { ...plan, optimizers: [{ ...optimizer, rules, update }] };
}

/** What is wrong with the case under the changed rules, where chaos does not blur it; null for nothing. */
function noticed(golden: GoldenCase, change: Mutation[2]): string | null {
  const plan = recomposed(planExperiment(golden.experiment), change);
  const calm = [...golden.rec.keys()].filter((i) => golden.rec[i] <= golden.h64 && isCalm(golden, i));
  const rows = [...walk(plan, 0, [0, 0], { steps: golden.rec[calm.at(-1) as number] })];
  const size = (i: number) => 1 + Math.max(...golden.theta[i].map(Math.abs));
  return firstMismatch(golden, (step) => rows[step]?.theta, new Map(calm.map((i) => [i, 1e-9 * size(i)])));
}

/** Cases whose learning rate is constant. */
const casesOf = (file: string) =>
  goldenCases([file]).filter(
    ({ experiment }) => (experiment.optimizers[0].schedule?.name ?? 'constant') === 'constant',
  );

describe('mistakes in formulas that the golden trajectories notice', () => {
  test.each(MUTATIONS)('%s', (_, file, change) => {
    expect(casesOf(file).some((golden) => noticed(golden, change) !== null)).toBe(true);
  });

  test.each([...new Set(MUTATIONS.map(([, file]) => file))])(
    '%s: rules composed anew without a change pass',
    (file) => {
      expect(casesOf(file).flatMap((golden) => noticed(golden, (rules) => rules) ?? [])).toEqual([]);
    },
  );
});

import { describe, expect, test } from 'vitest';
import { optimizers } from '../../../src/catalogue/index.ts';
import { simulate } from '../../../src/engine/oracle.ts';
import { slotsOf } from '../../../src/engine/slots.ts';
import { type OptimizerInput, planExperiment, readExperiment } from '../../../src/experiment/index.ts';
import { layeredPlan } from '../../support/layered-plan.ts';

const STEPS = 25;
const network = { widths: [2, 4, 1], data: { name: 'xor', rows: 6 }, loss: 'logistic', seed: 2 } as const;
const experiment = (optimizer: OptimizerInput, rest: object = {}) => ({
  objective: { network },
  optimizers: [optimizer],
  grid: { x: { vary: 'network.seed', from: 2 } },
  steps: STEPS,
  ...rest,
});

const typed = (formula: string, state: Record<string, number | string> = {}): OptimizerInput => ({
  rules: [{ formula, hyperparameters: {}, state }],
  lr: 0.05,
});

/** Every optimizer that needs no Hessian, schedules of lists and lengths, and rules with every kind of sum, vector and state. */
const OPTIMIZERS: readonly OptimizerInput[] = [
  ...optimizers.filter(({ name }) => name !== 'sophia').map(({ name }) => ({ name })),
  { name: 'sgd', momentum: 0.9, nesterov: true, weight_decay: 0.01, lr: 0.1 },
  { name: 'adam', schedule: { name: 'multi-step', milestones: [4, 9], gamma: 0.3, warmup: 3 } },
  { name: 'adam', schedule: { name: 'multi-step', milestones: [5] } },
  { name: 'adam', 'lr.2': 0.003 },
  { name: 'rprop', lr: 0.02, 'lr.1': 0.03, 'lr.2': 0.01 },
  { rules: ['clip-norm', 'heavy-ball'], max_norm: 0.01, lr: 0.2 },
  typed('u = u*0 + mean(u) + sum(theta)/100'),
  typed('u = 1'),
  typed('u = u^0*norm(u^0)/10'),
  typed('u = u/(1 + norm(m)); m = m + g', { m: 0 }),
  typed('u = u + far; far = far*0.5', { far: '2*theta' }),
  typed('k = k + dot(u, u); u = u/sqrt(k)', { k: 1 }),
  typed('u = if(abs(u) > norm(u)/4, u, 0)'),
];

describe('one parameter that stands for all makes the same steps as all of them', () => {
  test.each(OPTIMIZERS)('%j', (optimizer) => {
    const input = readExperiment(experiment(optimizer));
    const all = simulate(planExperiment(input), 0);
    const one = simulate(layeredPlan(input), 0);
    expect(one.length).toBe(all.length);
    all.forEach(({ theta, loss }, step) => {
      const got = one[step];
      expect.soft(Math.abs(got.loss - loss), `loss of step ${step}`).toBeLessThan(1e-10 * (1 + loss));
      theta.forEach((each, k) => {
        expect
          .soft(Math.abs(got.theta[k] - each), `parameter ${k} of step ${step}`)
          .toBeLessThan(1e-10 * (1 + Math.abs(each)));
      });
    });
    expect(all.at(-1)?.theta).not.toEqual(all[0].theta);
  });
});

test('states take as many slots in either form, the ratios of losses after them', () => {
  for (const optimizer of OPTIMIZERS) {
    const input = readExperiment(experiment(optimizer));
    const [all, one] = [planExperiment(input), layeredPlan(input)].map((plan) =>
      slotsOf(plan.objective, plan.optimizers[0].update),
    );
    expect(one, JSON.stringify(optimizer)).toEqual({ ...all, ratios: all.values, values: all.values + 4 });
  }
});

test('a network above 48 parameters has layers, not a formula', () => {
  const large = { ...network, widths: [2, 12, 1] };
  const { objective, optimizers: [{ update }] } = planExperiment({ ...experiment({ name: 'adam' }), objective: { network: large } }); // biome-ignore format: one line
  expect(objective.compiled).toBeNull();
  expect(objective.layered).toMatchObject({ parameters: 49, rows: 6, inputs: 2, outputs: 1 });
  expect(update.graph.elements).toBe(49);
  expect(objective.formula).toBe('h1 = tanh(W1*x + b1)\nh2 = W2*h1 + b2\nmean(softplus(h2) - y*h2)');
});

test('what reads the Hessian is refused', () => {
  const large = { ...network, widths: [2, 12, 1] };
  const input = (optimizer: OptimizerInput) => ({ ...experiment(optimizer), objective: { network: large } });
  expect(() => planExperiment(input({ name: 'sophia' }))).toThrow(/optimizers\.0: Sophia reads the Hessian's diagonal/);
  expect(() => planExperiment(input(typed('u = u/h')))).toThrow(/optimizers\.0: a rule reads the Hessian's diagonal/);
});

import { H } from '../hyperparameters.ts';
import type { Rule } from '../rule.ts';

const { weight_decay, beta1 } = H;

/** Rules that go before or after the others: decay, norms, averages of the path. */
export const around: readonly Rule[] = [
  {
    name: 'l2',
    title: 'coupled weight decay',
    formula: 'g = g + weight_decay*theta; u = g',
    state: {},
    hyperparameters: { weight_decay },
    source: 'torch/optim/sgd.py (PyTorch 2)',
  },
  {
    name: 'decoupled-decay',
    title: 'decoupled weight decay',
    formula: 'u = u + weight_decay*theta',
    state: {},
    hyperparameters: { weight_decay },
    source: 'Loshchilov & Hutter 2019, arXiv 1711.05101; torch/optim/adamw.py (PyTorch 2)',
  },
  {
    name: 'lr-decay',
    title: 'decay of the learning rate',
    formula: 'u = u/(1 + (t - 1)*lr_decay)',
    state: {},
    hyperparameters: { lr_decay: H.lr_decay },
    source: 'torch/optim/adagrad.py (PyTorch 2)',
  },
  {
    name: 'clip-norm',
    title: 'clipping by norm',
    formula: 'u = u*min(1, max_norm/if(norm(u) > 0, norm(u), 1))',
    state: {},
    hyperparameters: {
      max_norm: { default: 1, range: [0, 1e6], slider: [1e-2, 100], log: true, what: 'largest norm' },
    },
    source: 'Pascanu et al. 2013, arXiv 1211.5063',
  },
  {
    name: 'trust-ratio',
    title: 'step as long as the parameters',
    formula: `both = norm(theta)*norm(u) > 0
      u = u*if(both, norm(theta)/if(both, norm(u), 1), 1)`,
    state: {},
    hyperparameters: {},
    source: 'You et al. 2020, arXiv 1904.00962; optax 0.2.8, scale_by_trust_ratio',
  },
  {
    name: 'schedule-free',
    title: 'average of the path instead of a schedule',
    // q is the base sequence z relative to theta, which is the point of the gradient; the average x follows from both.
    formula: `largest = max(largest, eta_next); total = total + largest^2
      c = largest^2/if(total > 0, total, 1)
      z = q - eta*u; y = (c - 1)*(1 - beta1)*q + (c*beta1 + (1 - beta1))*z
      q = z - y; u = -y/if(eta > 0, eta, 1)`,
    state: { largest: 0, total: 0, q: 0 },
    hyperparameters: { beta1 },
    source: 'Defazio et al. 2024, arXiv 2405.15682; optax 0.2.8, contrib.schedule_free',
  },
];

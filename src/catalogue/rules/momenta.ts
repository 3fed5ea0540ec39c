import { H } from '../hyperparameters.ts';
import type { Rule } from '../rule.ts';

const { momentum, dampening, beta1 } = H;

/** Rules that average or accumulate the update over the steps. */
export const momenta: readonly Rule[] = [
  {
    name: 'heavy-ball',
    title: 'momentum (heavy ball)',
    formula: 'b = if(t == 1, u, momentum*b + (1 - dampening)*u); u = b',
    state: { b: 0 },
    hyperparameters: { momentum, dampening },
    source: 'Polyak 1964; torch/optim/sgd.py (PyTorch 2): no dampening on the first step',
  },
  {
    name: 'nesterov',
    title: 'Nesterov momentum',
    formula: 'b = if(t == 1, u, momentum*b + (1 - dampening)*u); u = u + momentum*b',
    state: { b: 0 },
    hyperparameters: { momentum, dampening },
    source: 'Nesterov 1983; torch/optim/sgd.py (PyTorch 2)',
  },
  {
    name: 'normalized-momentum',
    title: 'normalised momentum',
    formula: 'b = momentum*b + u; u = b/if(norm(b) > 0, norm(b), 1)',
    state: { b: 0 },
    hyperparameters: { momentum },
    source: 'Cutkosky & Mehta 2020, arXiv 2002.03305; on a vector, what remains of Muon',
  },
  {
    name: 'step-momentum',
    title: 'momentum of scaled steps',
    formula: 'b = momentum*b + u; u = b',
    state: { b: 0 },
    hyperparameters: { momentum },
    source: 'torch/optim/rmsprop.py (PyTorch 2): momentum after scaling',
  },
  {
    name: 'ema',
    title: 'averaged gradient',
    formula: 'm = beta1*m + (1 - beta1)*u; w = beta1*w + (1 - beta1); u = m/w',
    state: { m: 0, w: 0 },
    hyperparameters: { beta1 },
    source: 'Kingma & Ba 2015, arXiv 1412.6980; torch/optim/adam.py (PyTorch 2)',
  },
  {
    name: 'nadam-momentum',
    title: 'Nesterov average with warming momentum',
    formula: `mu = beta1*(1 - 0.5*0.96^(t*momentum_decay)); next = beta1*(1 - 0.5*0.96^((t + 1)*momentum_decay))
      p = p*mu; m = beta1*m + (1 - beta1)*u
      u = next*m/(1 - p*next) + (1 - mu)*u/(1 - p)`,
    state: { m: 0, p: 1 },
    hyperparameters: { beta1, momentum_decay: H.momentum_decay },
    source: 'Dozat 2016; torch/optim/nadam.py (PyTorch 2)',
  },
];

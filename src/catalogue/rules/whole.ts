import { H } from '../hyperparameters.ts';
import type { Rule } from '../rule.ts';

const { weight_decay, beta1, beta2, beta3, eps, eps_root } = H;

/** Rules whose momentum and scale cannot be taken apart. */
export const whole: readonly Rule[] = [
  {
    name: 'adabelief',
    title: 'averaged gradient over its surprise',
    formula: `m = beta1*m + (1 - beta1)*u; w = beta1*w + (1 - beta1)
      v = beta2*v + (1 - beta2)*(g - m)^2 + eps_root; z = beta2*z + (1 - beta2)
      u = m/w/(sqrt(v/z) + eps)`,
    state: { m: 0, w: 0, v: 0, z: 0 },
    hyperparameters: { beta1, beta2, eps, eps_root },
    source: 'Zhuang et al. 2020, arXiv 2010.07468; optax 0.2.8, scale_by_belief',
  },
  {
    name: 'yogi',
    title: 'averaged gradient over an additive square',
    formula: `m = beta1*m + (1 - beta1)*u; w = beta1*w + (1 - beta1)
      v = v - (1 - beta2)*sign(v - g^2)*g^2; z = beta2*z + (1 - beta2)
      u = m/w/(sqrt(v/z) + eps)`,
    state: { m: 1e-6, w: 0, v: 1e-6, z: 0 },
    hyperparameters: { beta1, beta2, eps },
    source: 'Zaheer et al. 2018; optax 0.2.8, scale_by_yogi',
  },
  {
    name: 'lion',
    title: 'sign of an interpolated momentum',
    formula: 'c = beta1*m + (1 - beta1)*u; m = beta2*m + (1 - beta2)*u; u = sign(c)',
    state: { m: 0 },
    hyperparameters: { beta1, beta2 },
    source: 'Chen et al. 2023, arXiv 2302.06675; optax 0.2.8, scale_by_lion',
  },
  {
    name: 'sign',
    title: 'sign of the update',
    formula: 'u = sign(u)',
    state: {},
    hyperparameters: {},
    source: 'Bernstein et al. 2018, arXiv 1802.04434; optax 0.2.8, sign_sgd',
  },
  {
    name: 'adan',
    title: 'averaged gradient and averaged change',
    formula: `c = if(t == 1, 0, g - last); last = g
      m = beta1*m + (1 - beta1)*g; w = beta1*w + (1 - beta1)
      d = beta2*d + (1 - beta2)*c; y = beta2*y + (1 - beta2)
      n = beta3*n + (1 - beta3)*(g + (1 - beta2)*c)^2; z = beta3*z + (1 - beta3)
      u = (m/w + (1 - beta2)*d/y)/(sqrt(n/z + eps_root) + eps)`,
    state: { last: 0, m: 0, w: 0, d: 0, y: 0, n: 0, z: 0 },
    hyperparameters: { beta1, beta2, beta3, eps, eps_root },
    source: 'Xie et al. 2022, arXiv 2208.06677; optax 0.2.8, scale_by_adan',
  },
  {
    name: 'rprop',
    title: 'step sizes from signs alone',
    // PyTorch's step sizes are absolute; ours are multiples of lr, so that every optimizer ends in θ − η·u.
    formula: `agree = g*last
      d = min(max(d*if(agree > 0, eta_plus, if(agree < 0, eta_minus, 1)), step_min/lr), step_max/lr)
      last = if(agree < 0, 0, g); u = sign(last)*d`,
    state: { last: 0, d: 1 },
    hyperparameters: { eta_minus: H.eta_minus, eta_plus: H.eta_plus, step_min: H.step_min, step_max: H.step_max },
    source: 'Riedmiller & Braun 1993; torch/optim/rprop.py (PyTorch 2)',
  },
  {
    name: 'adopt',
    title: 'average of gradients scaled beforehand',
    formula: `bound = (t - 1)^0.25; d = g/max(sqrt(v), eps)
      d = min(max(d, -bound), bound)
      m = if(t == 1, 0, beta1*m + (1 - beta1)*d)
      v = if(t == 1, g^2, beta2*v + (1 - beta2)*g^2); u = m`,
    state: { m: 0, v: 0 },
    hyperparameters: { beta1, beta2, eps },
    source: 'Taniguchi et al. 2024, arXiv 2411.02853; optax 0.2.8, contrib.adopt',
  },
  {
    name: 'adopt-unclipped',
    title: 'average of gradients scaled beforehand, unclipped',
    formula: `d = g/max(sqrt(v), eps)
      m = if(t == 1, 0, beta1*m + (1 - beta1)*d)
      v = if(t == 1, g^2, beta2*v + (1 - beta2)*g^2); u = m`,
    state: { m: 0, v: 0 },
    hyperparameters: { beta1, beta2, eps },
    source: 'Taniguchi et al. 2024, arXiv 2411.02853; optax 0.2.8, contrib.adopt(use_clipping=False)',
  },
  {
    name: 'sophia',
    title: 'clipped division by the curvature',
    formula: `m = beta1*m + (1 - beta1)*u; w = beta1*w + (1 - beta1)
      k = if(t - 1 == every*floor((t - 0.5)/every), beta2*k + (1 - beta2)*h, k)
      u = min(max(m/w/max(gamma*k, eps), -1), 1)`,
    state: { m: 0, w: 0, k: 0 },
    hyperparameters: { beta1, beta2, gamma: H.gamma, eps, every: H.every },
    source: 'Liu et al. 2023, arXiv 2305.14342; the diagonal of the Hessian is exact here',
  },
  {
    name: 'prodigy',
    title: 'Adam that estimates its learning rate',
    formula: `w = beta1*w + (1 - beta1); z = beta2*z + (1 - beta2); beta3 = sqrt(beta2)
      rate = d*sqrt(z)/w; decay = rate*weight_decay*theta
      m = beta1*m + (1 - beta1)*d*g; v = beta2*v + (1 - beta2)*(d*g)^2
      s = beta3*s + eta*rate*d*g/estim_lr0
      r = beta3*r + d/estim_lr0*eta*rate*dot(g, first - theta)
      length = dot(s, sign(s)); d = max(d, estim_lr_coef*r/if(length > 0, length, 1))
      u = rate*m/(sqrt(v) + d*eps) + decay`,
    state: { w: 0, z: 0, d: 'estim_lr0', m: 0, v: 0, s: 0, r: 0, first: 'theta' },
    hyperparameters: {
      beta1,
      beta2,
      eps,
      weight_decay,
      estim_lr0: H.estim_lr0,
      estim_lr_coef: H.estim_lr_coef,
    },
    source: 'Mishchenko & Defazio 2023, arXiv 2306.06101; optax 0.2.8, contrib.prodigy',
    // The authors' program (konstmish/prodigy) refuses groups of different rates, too.
    oneRate: 'it estimates one distance, and so one learning rate, for all parameters',
  },
];

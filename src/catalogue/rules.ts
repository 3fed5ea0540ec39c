import { H } from './hyperparameters.ts';
import type { Rule } from './rule.ts';

const { momentum, dampening, weight_decay, beta1, beta2, beta3, alpha, rho, eps, eps_root } = H;

/**
 * Every rule that named optimizers are composed of. Bias corrections divide by a running weight w = 1 − β^t, because the power itself loses
 * digits in float32; where the field's formula divides 0 by 0, the divisor is replaced by 1.
 */
export const rules: readonly Rule[] = [
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
    name: 'adagrad-scale',
    title: 'root of the summed squares',
    formula: 's = s + g^2; u = u/(sqrt(s) + eps)',
    state: { s: 'initial_accumulator_value' },
    hyperparameters: { initial_accumulator_value: H.initial_accumulator_value, eps },
    source: 'Duchi et al. 2011; torch/optim/adagrad.py (PyTorch 2)',
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
    name: 'rms-of-all',
    title: 'root mean square of all gradients',
    formula: 'v = v + (g^2 - v)/t; u = u/sqrt(if(v > 0, v, 1))',
    state: { v: 0 },
    hyperparameters: {},
    source: 'Hung-yi Lee 2021, Adaptive Learning Rate, figures 12–14; no eps',
  },
  {
    name: 'rms-lecture',
    title: 'α-weighted root mean square',
    formula: 'v = if(t == 1, g^2, alpha*v + (1 - alpha)*g^2); u = u/sqrt(if(v > 0, v, 1))',
    state: { v: 0 },
    hyperparameters: { alpha },
    source: 'Hung-yi Lee 2021, Adaptive Learning Rate, figure 16; no eps, starts at the first gradient',
  },
  {
    name: 'rms-scale',
    title: 'root of the averaged square',
    formula: 'v = alpha*v + (1 - alpha)*g^2; u = u/(sqrt(v) + eps)',
    state: { v: 0 },
    hyperparameters: { alpha, eps },
    source: 'Tieleman & Hinton 2012; torch/optim/rmsprop.py (PyTorch 2)',
  },
  {
    name: 'rms-scale-centered',
    title: 'root of the averaged variance',
    formula: `v = alpha*v + (1 - alpha)*g^2; a = alpha*a + (1 - alpha)*g
      u = u/(sqrt(max(v - a^2, 0)) + eps)`,
    state: { v: 0, a: 0 },
    hyperparameters: { alpha, eps },
    source: 'Graves 2013, arXiv 1308.0850; torch/optim/rmsprop.py (PyTorch 2)',
  },
  {
    name: 'adadelta-scale',
    title: 'ratio of averaged steps and gradients',
    formula: `v = rho*v + (1 - rho)*g^2; u = sqrt(d + eps)/sqrt(v + eps)*u
      d = rho*d + (1 - rho)*u^2`,
    state: { v: 0, d: 0 },
    hyperparameters: { rho, eps },
    source: 'Zeiler 2012, arXiv 1212.5701; torch/optim/adadelta.py (PyTorch 2)',
  },
  {
    name: 'adam-scale',
    title: 'root of the corrected averaged square',
    formula: 'v = beta2*v + (1 - beta2)*g^2; z = beta2*z + (1 - beta2); u = u/(sqrt(v/z) + eps)',
    state: { v: 0, z: 0 },
    hyperparameters: { beta2, eps },
    source: 'Kingma & Ba 2015, arXiv 1412.6980; torch/optim/adam.py (PyTorch 2)',
  },
  {
    name: 'amsgrad-scale',
    title: 'root of the largest averaged square',
    formula: `v = beta2*v + (1 - beta2)*g^2; z = beta2*z + (1 - beta2)
      vmax = max(vmax, v); u = u/(sqrt(vmax/z) + eps)`,
    state: { v: 0, z: 0, vmax: 0 },
    hyperparameters: { beta2, eps },
    source: 'Reddi et al. 2018, arXiv 1904.09237; torch/optim/adam.py (PyTorch 2): the maximum of the uncorrected v',
  },
  {
    name: 'radam-scale',
    title: 'rectified averaged square',
    // ρ_t = ρ∞ − 2tβ^t/(1 − β^t) is 2·(mean age of the averaged squares) − 1; the mean age as a running sum cancels nothing.
    formula: `v = beta2*v + (1 - beta2)*g^2
      z = beta2*z + (1 - beta2); n = beta2*n + z
      rho = 2*n/z - 1; limit = 2/(1 - beta2) - 1
      r = sqrt(max((rho - 4)*(rho - 2)*(limit/((limit - 4)*(limit - 2)))/rho, 0))
      u = if(rho > 5, u*r*sqrt(z)/(sqrt(v) + eps), u)`,
    state: { v: 0, z: 0, n: 0 },
    hyperparameters: { beta2, eps },
    source: 'Liu et al. 2020, arXiv 1908.03265; torch/optim/radam.py (PyTorch 2): rectified where ρ > 5',
  },
  {
    name: 'adamax-scale',
    title: 'decaying largest gradient',
    formula: 'n = max(beta2*n, abs(g) + eps); u = u/n',
    state: { n: 0 },
    hyperparameters: { beta2, eps },
    source: 'Kingma & Ba 2015, arXiv 1412.6980, section 7; torch/optim/adamax.py (PyTorch 2)',
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
    name: 'trust-ratio',
    title: 'step as long as the parameters',
    formula: `both = norm(theta)*norm(u) > 0
      u = u*if(both, norm(theta)/if(both, norm(u), 1), 1)`,
    state: {},
    hyperparameters: {},
    source: 'You et al. 2020, arXiv 1904.00962; optax 0.2.8, scale_by_trust_ratio',
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
  },
];

import { H } from '../hyperparameters.ts';
import type { Rule } from '../rule.ts';

const { beta2, alpha, rho, eps } = H;

/** Rules that divide the update by the size of past gradients. */
export const scale: readonly Rule[] = [
  {
    name: 'adagrad-scale',
    title: 'root of the summed squares',
    formula: 's = s + g^2; u = u/(sqrt(s) + eps)',
    state: { s: 'initial_accumulator_value' },
    hyperparameters: { initial_accumulator_value: H.initial_accumulator_value, eps },
    source: 'Duchi et al. 2011; torch/optim/adagrad.py (PyTorch 2)',
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
];

import { expect, test } from 'vitest';
import type { NetworkEnd } from '../../../../src/analysis/minimum-ratio/picture.ts';
import { networksCsv } from '../../../../src/app/ratio/networks-csv.ts';
import { experimentOf, targetOf } from '../../../../src/app/ratio/studies.ts';
import { planExperiment } from '../../../../src/experiment/index.ts';

const end: NetworkEnd = {
  index: 7,
  steps: 120,
  loss: 0.25,
  ratio: 0.5,
  gradientNorm: 1e-6,
  push: 2e-7,
  kind: 'critical',
  eigenvalues: Float32Array.of(-1, 2),
  theta: Float32Array.of(0.5, -0.25),
};

test('networks are a row each, with all that is known of them', () => {
  expect(networksCsv([end], ['w', 'b'])).toBe(
    'network,updates,loss,minimum_ratio,gradient_norm,hessian_gradient_norm,kind,eigenvalue_1,eigenvalue_2,w,b\n' +
      '7,120,0.25,0.5,0.000001,2e-7,critical,-1,2,0.5,-0.25\n',
  );
});

test('a network that is opened begins where it ended', () => {
  const theta = Float32Array.from({ length: 13 }, (_, k) => 0.125 * k - 0.5);
  const plan = planExperiment(experimentOf('sine', { ...end, theta }));
  expect(plan.cells).toBe(1);
  expect(plan.start.slice(1)).toEqual([...theta.slice(1)]);
  expect(plan.x.values[0]).toBe(theta[0]);
  expect(targetOf(plan)).toBe('sine');
});

test('the picture learns what the experiment’s own network learns, where it can', () => {
  const planOf = (objective: unknown) => planExperiment({ objective, optimizers: [{ name: 'adam' }] });
  expect(targetOf(planOf({ network: { widths: [1, 2, 1], data: { name: 'sine', rows: 8 } } }))).toBe('sine');
  expect(targetOf(planOf({ network: { widths: [2, 2, 1], data: 'xor' } }))).toBe('sinc');
  expect(targetOf(planOf('himmelblau'))).toBe('sinc');
  expect(targetOf(null)).toBe('sinc');
});

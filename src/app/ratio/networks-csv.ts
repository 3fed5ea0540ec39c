import type { NetworkEnd } from '../../analysis/minimum-ratio/picture.ts';
import { csvLine, csvNumber } from '../../export/csv.ts';

/** Networks as a file, a row each: how they were trained, where they ended, and the Hessian's eigenvalues there. */
export function networksCsv(networks: readonly NetworkEnd[], parameters: readonly string[]): string {
  const heads = ['network', 'updates', 'loss', 'minimum_ratio', 'gradient_norm', 'hessian_gradient_norm', 'kind'];
  const eigenvalues = parameters.map((_, i) => `eigenvalue_${i + 1}`);
  const rows = networks.map((network) => {
    const { index, steps, loss, ratio, gradientNorm, push, kind, eigenvalues, theta } = network;
    const numbers = [index, steps, loss, ratio, gradientNorm, push].map(csvNumber);
    return csvLine([...numbers, kind, ...Array.from(eigenvalues, csvNumber), ...Array.from(theta, csvNumber)]);
  });
  return csvLine([...heads, ...eigenvalues, ...parameters]) + rows.join('');
}

import { type Measurement, OUTCOMES } from '../../engine/index.ts';
import type { ChartLine } from './model.ts';

const DIVERGED = OUTCOMES.indexOf('diverged');

/** Whether any trajectory of the optimizers shown has diverged by a measurement: quantiles leave these out. */
export function someDiverged(measurement: Measurement | undefined, lines: readonly ChartLine[]): boolean {
  return lines.some(({ index }) => (measurement?.optimizers[index]?.outcomes[DIVERGED] ?? 0) > 0);
}

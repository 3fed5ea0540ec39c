import { type DeviceInfo, OUTCOMES } from '../engine/index.ts';
import type { Plan } from '../experiment/index.ts';
import type { Summary } from './summary.ts';
import { type Column, formatTable, grouped, percent, rounded } from './table.ts';

/** Speed and place of a run. */
export interface Performance {
  readonly device: DeviceInfo;
  /** Why it ran there; null where there is nothing to tell. */
  readonly reason: string | null;
  readonly seconds: number;
  readonly particleStepsPerSecond: number;
}

/** The table that `scree run` ends with: a row for each optimizer; outcomes that no cell has come to are left out. */
export function formatReport(plan: Plan, summaries: readonly Summary[], performance: Performance): string {
  const outcomes = OUTCOMES.filter((outcome) => summaries.some((summary) => summary.outcomes[outcome] > 0));
  const numbers = [...outcomes, 'median loss', '95 % loss', 'median |∇|', 'arrived', 'median steps'];
  const columns: Column[] = [{ heading: 'optimizer' }, ...numbers.map((heading) => ({ heading, right: true }))];
  const rows = summaries.map((summary) => [
    summary.optimizer,
    ...outcomes.map((outcome) => percent(summary.outcomes[outcome], summary.cells)),
    rounded(summary.median_loss),
    rounded(summary.loss_95),
    rounded(summary.median_gradient_norm),
    summary.arrived === null ? '–' : percent(summary.arrived, summary.cells),
    rounded(summary.median_steps_to_target),
  ]);
  return formatTable(columns, rows) + footer(plan, performance);
}

/** Engines in words. */
const ENGINES: Readonly<Record<DeviceInfo['engine'], string>> = { webgpu: 'WebGPU', cpu: 'the CPU engine' };

function footer(plan: Plan, { device, reason, seconds, particleStepsPerSecond }: Performance): string {
  const target = plan.target === null ? '' : `Target: loss ≤ ${Number(plan.target.toPrecision(7))}. `;
  const size = `${grouped(plan.cells)} cells × ${plan.optimizers.length} × ${grouped(plan.steps)} steps`;
  const speed = `${rounded(particleStepsPerSecond)} particle-steps/s`;
  const place = `${ENGINES[device.engine]} (${device.name})`;
  const why = reason === null ? '' : `${reason}\n`;
  return `${target}${size} in ${seconds.toFixed(1)} s on ${place}: ${speed}.\n${why}`;
}

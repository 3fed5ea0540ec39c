import { shareText } from '../analysis/share-text.ts';
import { type DeviceInfo, OUTCOMES } from '../engine/index.ts';
import type { Plan } from '../experiment/index.ts';
import { figure, lossDigits } from './digits.ts';
import type { Summary } from './summary.ts';
import { type Column, counted, formatTable, grouped, rounded } from './table.ts';

/** Place and times of a run. */
export interface Performance {
  readonly device: DeviceInfo;
  /** Why it ran there; null where there is nothing to tell. */
  readonly reason: string | null;
  /** Seconds from the program's beginning to the first step. */
  readonly starting: number;
  /** Seconds in which steps were made and measured. */
  readonly stepping: number;
}

/** Steps of all trajectories in a second, over the time in which steps were made. */
export function particleStepsPerSecond(plan: Plan, { stepping }: Performance): number {
  return (plan.cells * plan.optimizers.length * plan.steps) / stepping;
}

/**
 * The table that `scree run` ends with: a row for each optimizer; outcomes that no cell has come to are left out.
 * @param performance with the seconds from the program's beginning to its end
 */
export function formatReport(
  plan: Plan,
  summaries: readonly Summary[],
  performance: Performance & { readonly whole: number },
): string {
  const outcomes = OUTCOMES.filter((outcome) => summaries.some((summary) => summary.outcomes[outcome] > 0));
  const numbers = [...outcomes, 'median loss', '95 % loss', 'median |∇|', 'arrived', 'median steps'];
  const columns: Column[] = [{ heading: 'optimizer' }, ...numbers.map((heading) => ({ heading, right: true }))];
  const losses = summaries.flatMap(({ median_loss, loss_95 }) => [median_loss, loss_95]);
  const digits = lossDigits(losses, plan.objective.minimum);
  const rows = summaries.map((summary) => [
    summary.optimizer,
    ...outcomes.map((outcome) => shareText(summary.outcomes[outcome], summary.cells)),
    figure(summary.median_loss, digits),
    figure(summary.loss_95, digits),
    figure(summary.median_gradient_norm),
    summary.arrived === null ? '–' : shareText(summary.arrived, summary.cells),
    summary.median_steps_to_target === null ? '–' : grouped(summary.median_steps_to_target),
  ]);
  return formatTable(columns, rows) + footer(plan, performance);
}

/** Engines in words. */
const ENGINES: Readonly<Record<DeviceInfo['engine'], string>> = { webgpu: 'WebGPU', cpu: 'the CPU engine' };

function footer(plan: Plan, performance: Performance & { readonly whole: number }): string {
  const { device, reason, starting, stepping, whole } = performance;
  const target = plan.target === null ? '' : `Target: loss ≤ ${Number(plan.target.toPrecision(7))}. `;
  const size = `${counted(plan.cells, 'cell')} × ${plan.optimizers.length} × ${counted(plan.steps, 'step')}`;
  const speed = `${rounded(particleStepsPerSecond(plan, performance))} particle-steps/s`;
  const place = `${ENGINES[device.engine]} (${device.name})`;
  const rest = whole - starting - stepping;
  const times = `In all ${seconds(whole)}: ${seconds(starting)} to start, ${seconds(stepping)} of steps, ${seconds(rest)} for the results.`;
  const why = reason === null ? '' : `${reason}\n`;
  return `${target}${size} in ${seconds(stepping)} on ${place}: ${speed}.\n${times}\n${why}`;
}

/** A time of which no more is told than a watch shows. */
const seconds = (time: number) => `${time.toFixed(time < 1 ? 3 : 1)} s`;

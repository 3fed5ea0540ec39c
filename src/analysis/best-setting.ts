import type { CellTable } from '../engine/index.ts';
import type { Plan } from '../experiment/index.ts';
import { arrives } from './arrival.ts';
import { finalLoss, stepsToTarget } from './comparison.ts';
import { quantilesOf } from './quantiles.ts';
import { type Share, wilson } from './wilson.ts';

/** The values of an optimizer's hyperparameters, among those on the grid, with which it does best. */
export interface BestSetting {
  /** One for each axis over one of its hyperparameters. */
  readonly values: ReadonlyMap<string, number>;
  /** Cells of this setting that arrive. */
  readonly arrivals: Share;
  /** Number of cells of this setting. */
  readonly cells: number;
  /** Median of the first steps at the target; infinite where fewer than half come there. */
  readonly steps: number;
  /** Median final loss above the known minimum, or the loss itself where none is known; infinite where most diverge. */
  readonly loss: number;
}

/**
 * The setting that arrives from the largest share of its cells; among equals the one with the fewest median steps to the target, then the one with the lowest median loss.
 * Null where no axis varies one of this optimizer's hyperparameters.
 */
export function bestSetting(plan: Plan, optimizer: number, table: CellTable): BestSetting | null {
  const { hyperparameters } = plan.optimizers[optimizer];
  const settings = settingsOf(plan, (name) => hyperparameters.has(name));
  if (settings.names.length === 0) return null;
  const arrivals = new Uint32Array(settings.count);
  for (let cell = 0; cell < plan.cells; cell++) if (arrives(table, cell)) arrivals[settings.of(cell)]++;
  const most = arrivals.reduce((a, b) => Math.max(a, b));
  const often = Array.from(arrivals.keys()).filter((setting) => arrivals[setting] === most);
  const size = plan.cells / settings.count;
  const median = (value: (table: CellTable, cell: number) => number) => {
    const values = new Float32Array(size);
    return (setting: number) => {
      for (let k = 0; k < size; k++) values[k] = value(table, settings.cell(setting, k));
      return size === 1 ? values[0] : quantilesOf(values, [0.5])[0];
    };
  };
  const [medianSteps, medianLoss] = [median(stepsToTarget), median(finalLoss)];
  const [setting] = least(least(often, medianSteps), medianLoss);
  return {
    values: settings.values(setting),
    arrivals: wilson(most, size),
    cells: size,
    steps: medianSteps(setting),
    loss: medianLoss(setting) - (plan.objective.minimum ?? 0),
  };
}

/** The entries for which a quantity is least. */
function least(entries: readonly number[], quantity: (entry: number) => number): readonly number[] {
  if (entries.length < 2) return entries;
  const found = entries.map(quantity);
  const lowest = found.reduce((a, b) => Math.min(a, b));
  return entries.filter((_, i) => found[i] === lowest);
}

/** The settings on a grid: the combinations of values along the axes over hyperparameters that `owns` knows. */
function settingsOf(plan: Plan, owns: (name: string) => boolean) {
  const { x, y } = plan;
  const columns = x.values.length;
  const isSetting = ({ varied, values }: Plan['x']) =>
    varied.kind === 'hyperparameter' && values.length > 1 && owns(varied.name);
  const [across, up] = [isSetting(x), isSetting(y)];
  const width = across ? columns : 1;
  return {
    names: [...(across ? [x.label] : []), ...(up ? [y.label] : [])],
    count: width * (up ? y.values.length : 1),
    /** The setting of a cell, and the k-th cell of a setting. */
    of: (cell: number) => (across ? cell % columns : 0) + (up ? width * Math.floor(cell / columns) : 0),
    cell: (setting: number, k: number) => {
      if (across && up) return setting;
      return across ? k * columns + setting : setting * columns + k;
    },
    values: (setting: number): ReadonlyMap<string, number> =>
      new Map([
        ...(across ? [[x.label, x.values[setting % width]] as const] : []),
        ...(up ? [[y.label, y.values[Math.floor(setting / width)]] as const] : []),
      ]),
  };
}

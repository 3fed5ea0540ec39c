import { BATCH, NETWORK, NOISE, WARM_UP } from '../catalogue/index.ts';
import type { ResolvedAxis, Varied } from './axes.ts';
import { BadExperiment } from './errors.ts';
import { within } from './hyperparameter.ts';
import { checkLayer, isLayerRate, layerRates } from './layer-rates.ts';
import { hasData, type ResolvedObjective } from './objective.ts';
import { findOptimizer, hyperparametersOf, type ResolvedOptimizer } from './optimizer.ts';
import type { Axis } from './schema.ts';

/** What an axis varies, by the name that it gives: a hyperparameter where it is nothing else. Throws `BadExperiment` for a start of no parameter. */
export function variedBy(axis: Axis, side: string, objective: ResolvedObjective): Varied {
  const name = axis.vary.replace(/^start\./, '');
  const parameter = objective.parameters.indexOf(name);
  if (parameter >= 0) return { kind: 'start', parameter };
  if (axis.vary.startsWith('start.')) {
    throw new BadExperiment(
      `grid.${side}.vary`,
      `"${name}" is no parameter`,
      `the objective has ${objective.parameters.join(', ')}`,
    );
  }
  if (objective.initialisation && axis.vary === 'network.scale') return { kind: 'initialisation', name: 'scale' };
  if (objective.initialisation && axis.vary === 'network.seed') return { kind: 'initialisation', name: 'seed' };
  if (axis.vary === 'batch') return { kind: 'batch' };
  return axis.vary === 'noise' ? { kind: 'noise' } : { kind: 'hyperparameter', name: axis.vary };
}

/** Whether what is varied is a whole number. */
export function variesWhole(varied: Varied): boolean {
  return isSeed(varied) || varied.kind === 'batch';
}

/** Whether a network's seed is varied. */
export function isSeed(varied: Varied): boolean {
  return varied.kind === 'initialisation' && varied.name === 'seed';
}

/** Throws `BadExperiment` where an axis of whole numbers begins or ends between two. */
export function checkWhole(axis: Axis, field: string): void {
  for (const end of ['from', 'to'] as const) {
    const value = axis[end];
    if (value === undefined || Number.isInteger(value)) continue;
    throw new BadExperiment(`${field}.${end}`, `${value} is not whole`, 'it must be a whole number');
  }
}

/**
 * Throws `BadExperiment` where an axis varies what neither the objective nor any optimizer has, or goes beyond what it may be.
 * @param field the axis's own
 */
export function checkVaried(
  axis: ResolvedAxis,
  field: string,
  optimizers: readonly ResolvedOptimizer[],
  objective: ResolvedObjective,
): void {
  const { varied, values } = axis;
  if (varied.kind === 'batch') checkData(objective, `${field}.vary`);
  if (varied.kind === 'noise' || varied.kind === 'batch') {
    const spec = varied.kind === 'noise' ? NOISE : BATCH;
    within(values[0], spec, `${field}.from`);
    within(values.at(-1) as number, spec, `${field}.to`);
  }
  if (varied.kind === 'initialisation') {
    for (const [end, value] of [
      ['from', values[0]],
      ['to', values.at(-1) as number],
    ] as const)
      within(value, NETWORK[`network.${varied.name}`], `${field}.${end}`);
  }
  if (varied.kind !== 'hyperparameter') return;
  const layers = Math.max(0, ...(objective.layerOf ?? []));
  checkLayer(varied.name, layers, `${field}.vary`);
  const owners = optimizers.filter((optimizer) => optimizer.hyperparameters.has(varied.name));
  if (owners.length === 0) {
    const names = [...new Set(optimizers.flatMap((each) => variables(each, layers)))].join(', ');
    const drawn = objective.initialisation ? `${Object.keys(NETWORK).join(', ')}, ` : '';
    const data = hasData(objective) ? 'batch, ' : '';
    const possible = `it may be a parameter of the objective, ${drawn}${data}noise, or a hyperparameter: ${names}`;
    throw new BadExperiment(`${field}.vary`, `"${varied.name}" cannot be varied`, possible);
  }
  for (const owner of owners) {
    const spec = owner.hyperparameters.get(varied.name);
    if (!spec) continue;
    within(values[0], spec, `${field}.from`);
    within(values.at(-1) as number, spec, `${field}.to`);
    const rates = [...owner.hyperparameters.keys()].filter(isLayerRate);
    const none = values.indexOf(0);
    if (varied.name === 'lr' && rates.length > 0 && none >= 0) {
      const possible = `${rates[0]} has a part in the schedule that lr makes: it must be above 0`;
      throw new BadExperiment(
        `${field}.${none === 0 ? 'from' : 'to'}`,
        'an lr of 0 beside the rate of a layer',
        possible,
      );
    }
  }
}

/** Throws `BadExperiment` where there are no rows to draw. */
export function checkData(objective: ResolvedObjective, field: string): void {
  if (hasData(objective)) return;
  throw new BadExperiment(
    field,
    'rows to draw for an objective without data',
    'leave it out, or take a network, a regression, or a formula with "data"',
  );
}

/** What an axis may vary of an optimizer: rules that its defaults leave out come in with their hyperparameters. */
function variables({ name, hyperparameters }: ResolvedOptimizer, layers: number): string[] {
  const named = name === 'composed' ? [] : hyperparametersOf(findOptimizer(name, 'name')).keys();
  const own = layerRates(layers).keys();
  return [
    ...new Set([
      ...hyperparameters.keys(),
      ...named,
      ...own,
      ...Object.keys(WARM_UP).map((each) => `schedule.${each}`),
    ]),
  ];
}

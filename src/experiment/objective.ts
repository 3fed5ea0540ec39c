import { findObjective, type Objective, objectives } from '../catalogue/index.ts';
import { CONSTANTS, compileObjective, type ObjectiveGraph, plural, type Table } from '../formula/index.ts';
import { BadExperiment } from './errors.ts';
import { Latest } from './latest.ts';
import type { Initialisation } from './network/initialisation.ts';
import type { LayeredNetwork } from './network/layered.ts';
import { networkObjective } from './network/objective.ts';
import { NETWORK_LIMITS, type Network } from './network/schema.ts';
import type { Experiment, TypedObjective } from './schema.ts';

/** An objective made ready: what is known of it, and its compiled formula, or its layers where it is a network too large to be one. */
export type ResolvedObjective = FormulaObjective | LayeredObjective;

interface Resolved extends Objective {
  readonly table: Table;
  /** How first weights are drawn, for a network; null where an objective has a start. */
  readonly initialisation: Initialisation | null;
  /** The layers of a network as data, be it small enough to be a formula or not; null where an objective is none. */
  readonly network: LayeredNetwork | null;
  /** The layer of a network that each parameter belongs to, from 1; null where an objective is none. */
  readonly layerOf: readonly number[] | null;
}

/** An objective that is a formula, with its derivatives. */
export interface FormulaObjective extends Resolved {
  readonly compiled: ObjectiveGraph;
  readonly layered: null;
}

/** A network of so many parameters that only loss and gradient are computed, through its layers; its `formula` is to be read, not to be compiled. */
export interface LayeredObjective extends Resolved {
  readonly compiled: null;
  readonly layered: LayeredNetwork;
}

type Form = Pick<FormulaObjective, 'compiled' | 'layered'> | Pick<LayeredObjective, 'compiled' | 'layered'>;

/** An objective that is a formula, as such. Throws `BadExperiment` of a layered network. */
export function asFormula(objective: ResolvedObjective): FormulaObjective {
  if (objective.compiled) return objective;
  const problem = `a network of ${objective.parameters.length} parameters is no formula`;
  throw new BadExperiment('objective.network', problem, `use one of at most ${NETWORK_LIMITS.formula} for this`);
}

const compiled = new Map<Objective, FormulaObjective>();
/** Typed objectives and networks: while a slider moves, an experiment is planned over and over. */
const typed = new Latest<ResolvedObjective>(8);
/** Networks' formulas and layers, which stay the same when first weights change. */
const networks = new Latest<Form>(8);

/** Objectives whose sums may run over rows that are drawn. */
const drawn = new WeakMap<ObjectiveGraph, ObjectiveGraph>();

/** Number of rows of an objective's data; 0 without any. */
export function rowCount({ compiled, layered }: ResolvedObjective): number {
  return layered ? layered.rows : compiled.graph.rows;
}

/** Whether an objective has data, of which rows can be drawn. */
export function hasData(objective: ResolvedObjective): boolean {
  return rowCount(objective) > 0;
}

/** The same objective for sums over rows that are drawn from its data: nothing that depends on the data alone is a constant. Compiled when it is first asked for. */
export function drawnObjective(objective: ResolvedObjective): ObjectiveGraph {
  const { formula, compiled } = asFormula(objective);
  const { parameters, graph } = compiled;
  const ready = drawn.get(compiled) ?? compileObjective(formula, parameters, graph.table, true);
  drawn.set(compiled, ready);
  return ready;
}

/** The objective of that name, the typed one, or the network. Throws `BadExperiment` or `FormulaError`. */
export function resolveObjective(input: string): FormulaObjective;
export function resolveObjective(input: Experiment['objective']): ResolvedObjective;
export function resolveObjective(input: Experiment['objective']): ResolvedObjective {
  if (typeof input !== 'string') return typed.get(JSON.stringify(input), () => written(input));
  const known = findObjective(input);
  if (!known) {
    const names = objectives.map((each) => each.name).join(', ');
    throw new BadExperiment('objective', `"${input}" is no objective`, `known are ${names}`);
  }
  // Catalogue entries are few and immutable: each is compiled once.
  const ready = compiled.get(known) ?? compile(known);
  compiled.set(known, ready);
  return ready;
}

function compile(objective: Objective): FormulaObjective {
  const table = objective.data ?? {};
  const compiled = compileObjective(objective.formula, objective.parameters, table);
  return { ...objective, table, compiled, layered: null, initialisation: null, network: null, layerOf: null };
}

function written(input: Exclude<Experiment['objective'], string>): ResolvedObjective {
  if (!('network' in input)) return compile(fromText(input));
  return resolveNetwork(input.network);
}

/**
 * A network made ready.
 * @param most parameters up to which it is a formula
 */
export function resolveNetwork(input: Network, most: number = NETWORK_LIMITS.formula): ResolvedObjective {
  const network = networkObjective(input, 'objective.network', most);
  const { formula, parameters, data: table, layered } = network;
  const key = JSON.stringify([formula, parameters.length, table, layered !== null]);
  const form = networks.get(key, () =>
    layered ? { compiled: null, layered } : { compiled: compileObjective(formula, parameters, table), layered: null },
  );
  return { ...network, table, ...form };
}

function fromText(input: TypedObjective): Objective {
  const { formula, parameters, data } = input;
  const twice = parameters.find((name, i) => parameters.indexOf(name) !== i);
  if (twice) throw new BadExperiment('objective.parameters', `"${twice}" stands twice`, 'every name may stand once');
  const taken = parameters.find((name) => name === 'lr' || name === 'noise' || name === 'batch');
  if (taken) {
    throw new BadExperiment(
      'objective.parameters',
      `"${taken}" is what an axis may vary besides`,
      'choose another name',
    );
  }
  const columns = Object.entries(data ?? {});
  const rows = columns[0]?.[1].length ?? 0;
  for (const [name, values] of columns) {
    if (values.length !== rows) {
      const problem = `${values.length} ${plural(values.length, 'number')}`;
      throw new BadExperiment(
        `objective.data.${name}`,
        problem,
        `every column must have ${rows}, as "${columns[0][0]}" has`,
      );
    }
    if (parameters.includes(name)) {
      throw new BadExperiment(
        `objective.data.${name}`,
        'it is a parameter too',
        'columns and parameters need different names',
      );
    }
  }
  const reserved = [...parameters, ...columns.map(([name]) => name)].find((name) => Object.hasOwn(CONSTANTS, name));
  if (reserved) throw new BadExperiment('objective.parameters', `"${reserved}" is a constant`, 'choose another name');
  const domain = input.domain ?? parameters.map(() => [-5, 5] as [number, number]);
  if (domain.length !== parameters.length) {
    throw new BadExperiment(
      'objective.domain',
      `${domain.length} ${plural(domain.length, 'interval')}`,
      `there must be ${parameters.length}, one for each parameter`,
    );
  }
  const empty = domain.findIndex(([low, high]) => !(low < high));
  if (empty >= 0) {
    throw new BadExperiment(
      `objective.domain.${empty}`,
      `[${domain[empty].join(', ')}] is empty`,
      'write [low, high] with low below high',
    );
  }
  return {
    name: 'typed',
    title: formula,
    formula,
    parameters,
    domain,
    start: domain.map(([low, high]) => low + 0.8 * (high - low)),
    minima: [],
    saddles: [],
    maxima: [],
    minimum: input.minimum ?? null,
    target: null,
    ...(data && { data }),
    note: '',
    source: 'typed',
  };
}

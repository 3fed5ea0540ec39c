import { CRITICAL_KINDS, type CriticalPoints } from '../analysis/critical/critical-point.ts';
import { searchCriticalPoints } from '../analysis/critical/search.ts';
import { settleAll, type Wave } from '../analysis/critical/wave.ts';
import { findObjective } from '../catalogue/index.ts';
import {
  asFormula,
  ENGINE_CHOICES,
  type EngineChoice,
  type FormulaObjective,
  type Plan,
  planExperiment,
} from '../experiment/index.ts';
import { describePosition } from '../formula/errors.ts';
import { CONSTANTS, namesOf } from '../formula/index.ts';
import type { Arguments } from './arguments.ts';
import { completeness } from './completeness.ts';
import { countOf, criticalTable, minimaBesides } from './critical-table.ts';
import { readTable } from './data.ts';
import { BadInput, oneLine } from './faults.ts';
import type { Host } from './host.ts';
import { isName, noObjective } from './objective-name.ts';
import { tellingHowFar, unlessStopped } from './stopping.ts';
import { counted } from './table.ts';
import { namedIntervals, oneOf } from './values.ts';

type Interval = readonly [low: number, high: number];

/** Where a formula's parameters are looked at that no domain is given for. */
const USUAL: Interval = [-5, 5];
/** Names that are parameters wherever they stand. */
const USUAL_PARAMETERS: readonly string[] = ['x', 'y'];
/** Time between two looks whether the user wants to stop, in ms. */
const PATIENCE = 50;

/** `scree critical`: the critical points of an objective in a domain. */
export async function critical({ operand, options }: Arguments, host: Host): Promise<void> {
  const choice = oneOf<EngineChoice>(options.get('engine') ?? 'auto', '--engine', ENGINE_CHOICES);
  const data = options.has('data') ? await readTable(options.get('data') as string, host) : undefined;
  const given = options.has('domain') ? namedIntervals(options.get('domain') as string, '--domain') : new Map();
  const plan = planOf(operand, given, data);
  const objective = asFormula(plan.objective);
  for (const { message, position } of objective.compiled.notes) {
    host.err(`scree: note: ${oneLine(message)} (${describePosition(position, objective.formula)})\n`);
  }
  const { engine, wave } = await onEngine(choice, plan, host);
  const found = await search(objective, wave, host);
  if (!options.has('json')) return host.out(criticalTable(objective, found));
  if (!found.complete) host.err(`scree: note: ${completeness(found)}\n`);
  await host.out(json(objective, engine, found));
}

/** A plan around the catalogue's objective of that name, or the formula, in the domain given. */
function planOf(text: string, given: ReadonlyMap<string, Interval>, data: Record<string, number[]> | undefined): Plan {
  if (text.trim() === '') throw new BadInput('the objective is missing; write scree critical "x^4 - x^2 + y^2"');
  const known = findObjective(text);
  if (known && data) throw new BadInput(`--data: "${text}" has its own data; type the formula to use other data`);
  const isParameter = given.has(text.trim()) || USUAL_PARAMETERS.includes(text.trim());
  if (!known && isName(text) && !isParameter) {
    throw noObjective(text, 'nor a parameter in --domain', `--domain ${text.trim()}=-5:5`);
  }
  const parameters = known?.parameters ?? parametersOf(text, data);
  for (const name of given.keys()) {
    if (!parameters.includes(name)) {
      const owner = known ? known.name : 'the formula';
      throw new BadInput(`--domain: "${name}" is no parameter; ${owner} has ${parameters.join(', ')}`);
    }
  }
  const domain = parameters.map((name, i) => given.get(name) ?? known?.domain[i] ?? USUAL);
  const typed = { formula: text, parameters, data, domain };
  const plan = planExperiment({ objective: known ? text : typed, optimizers: [{ name: 'sgd' }] });
  return { ...plan, objective: { ...plan.objective, domain } };
}

/** The names of a formula that need a value, in their order. */
function parametersOf(formula: string, data: Record<string, number[]> = {}): string[] {
  const names = namesOf(formula).needed.filter((name) => !Object.hasOwn(CONSTANTS, name) && !Object.hasOwn(data, name));
  if (names.length === 0)
    throw new BadInput('a formula without parameters has no critical points; name some, such as x');
  return names;
}

/** Runs on an engine to where the search begins. */
async function onEngine(choice: EngineChoice, plan: Plan, host: Host): Promise<{ engine: string; wave: Wave }> {
  return tellingHowFar(
    async () => {
      const { engine } = await unlessStopped(host, host.openEngine(choice));
      try {
        return { engine: engine.device.engine, wave: await unlessStopped(host, settleAll(engine, plan)) };
      } finally {
        engine.destroy();
      }
    },
    () => 'before the first runs had ended; nothing is written',
  );
}

/** Searches, and looks up now and then whether it is to stop. */
async function search(objective: FormulaObjective, wave: Wave, host: Host): Promise<CriticalPoints> {
  const steps = searchCriticalPoints(objective, wave);
  for (let since = host.elapsed(); ; ) {
    const { done, value } = steps.next();
    if (done) return value;
    if (1000 * (host.elapsed() - since) < PATIENCE) continue;
    await tellingHowFar(
      () => unlessStopped(host, new Promise((resolve) => setTimeout(resolve))),
      () => {
        const found = counted(value.found, 'point');
        return `after ${counted(value.starts, 'start')}; ${found} found until then, nothing is written`;
      },
    );
    since = host.elapsed();
  }
}

function json(objective: FormulaObjective, engine: string, found: CriticalPoints): string {
  const { name, formula, parameters, domain } = objective;
  const counts = Object.fromEntries(CRITICAL_KINDS.map((kind) => [kind, countOf(found, kind)]));
  const result = {
    objective: name,
    formula,
    parameters,
    domain,
    engine,
    counts: { ...counts, not_isolated: found.notIsolated.length },
    points: found.points,
    not_isolated: found.notIsolated,
    tips: found.tips,
    jumps: found.jumps,
    known_besides: minimaBesides(objective, found).map(({ at, value }) => ({ at, value })),
    starts: found.starts,
    last_starts: found.last,
    unfinished: found.unfinished,
    unresolved: found.unresolved,
    level: found.level,
    valued: found.valued,
    complete: found.complete,
    crowded: found.crowded,
    estimated: found.estimated,
  };
  return `${JSON.stringify(result, null, 2)}\n`;
}

import type { Engine } from '../../src/engine/index.ts';
import { asFormula, planExperiment } from '../../src/experiment/index.ts';
import { compileObjective, FormulaError, interpret, type Node } from '../../src/formula/index.ts';
import { noisyProgram } from './engine-noise.ts';
import { finiteWay } from './evaluate.ts';
import { randomNumbers } from './random.ts';
import { ulpAt } from './ulps.ts';

const TRIALS = 8;

/** Points that every formula is evaluated at: kinks lie at whole numbers. */
export const POINTS: readonly (readonly number[])[] = (() => {
  const random = randomNumbers(11);
  const anywhere = Array.from({ length: 9 }, () => [4 * random() - 2, 4 * random() - 2]);
  const chosen = [...anywhere, [0, 0], [1, -1], [-2, 0.5], [0, 1.5], [2, 2], [1e-3, -1e-3], [30, -40]];
  return chosen.map((point) => point.map(Math.fround));
})();

/** A random formula of x and y that compiles. */
export interface SampledFormula {
  readonly seed: number;
  readonly text: string;
  readonly compiled: ReturnType<typeof compileObjective>;
}

/** Formulas of the first seeds, and those that were refused. */
export interface FormulaSample {
  readonly formulas: readonly SampledFormula[];
  readonly refused: readonly { readonly text: string; readonly error: FormulaError }[];
}

/** Writes and compiles so many formulas. */
export function sampleFormulas(count: number, write: (random: () => number) => string): FormulaSample {
  const formulas: SampledFormula[] = [];
  const refused: { text: string; error: FormulaError }[] = [];
  for (let seed = 0; seed < count; seed++) {
    const text = write(randomNumbers(seed));
    try {
      formulas.push({ seed, text, compiled: compileObjective(text, ['x', 'y']) });
    } catch (error) {
      if (!(error instanceof FormulaError)) throw new Error(`seed ${seed}, ${text}`, { cause: error });
      refused.push({ text, error });
    }
  }
  return { formulas, refused };
}

const base = planExperiment({ objective: { formula: 'x*y' }, optimizers: [{ name: 'sgd' }] });
const objective = asFormula(base.objective);

/** Loss, gradient and Hessian of a formula at every point, as an engine has them. */
export async function evaluateFormula(engine: Engine, { compiled }: SampledFormula): Promise<number[][]> {
  const results = await engine.evaluate({ ...base, objective: { ...objective, compiled } }, POINTS);
  return results.map(({ loss, gradient, hessian }) => [loss, ...gradient, ...hessian.flatMap((row) => [...row])]);
}

/** Compares what a machine made of formulas with float64, to what float32 can tell. */
export class FormulaComparison {
  readonly count = { tight: 0, loose: 0, noValue: 0, outOfRange: 0 };
  readonly failures: string[] = [];

  /** @param division errors of a division beyond correct rounding, in ulp */
  constructor(private readonly division: number) {}

  /** Compares a formula's outputs at every point; `got` gives what the machine says. */
  add(formula: SampledFormula, outputs: readonly Node[], got: (point: number, output: number) => number): void {
    const { seed, text, compiled } = formula;
    const exact = interpret(compiled.graph, outputs, compiled.inputs);
    const noisy = noisyProgram(compiled.graph, outputs, compiled.inputs, this.division);
    const finite = finiteWay(text);
    const random = randomNumbers(seed);
    POINTS.forEach((at, p) => {
      const expected = [...exact.run(at)];
      const known = finite(at);
      const trials = Array.from({ length: TRIALS }, (_, trial) => noisy(at, trial === 0 ? undefined : random));
      for (const [k, value] of expected.entries()) {
        const spread = Math.max(...trials.map((trial) => Math.abs(trial[k] - value)));
        const tolerance = 8 * spread + 8 * ulpAt(value);
        const kind = known ? kindOf(value, tolerance) : 'noValue';
        this.count[kind]++;
        if (kind === 'noValue' || kind === 'outOfRange' || Math.abs(got(p, k) - value) <= tolerance) continue;
        const what = `${text} at (${at}): output ${k}`;
        this.failures.push(`seed ${seed}, ${what}: got ${got(p, k)}, expected ${value} ± ${tolerance}`);
      }
    });
  }

  /** The share of values of these kinds. */
  share(...kinds: readonly (keyof FormulaComparison['count'])[]): number {
    const sum = (some: readonly number[]) => some.reduce((total, each) => total + each, 0);
    return sum(kinds.map((kind) => this.count[kind])) / sum(Object.values(this.count));
  }
}

/** Whether a value can be compared, and whether that tells much. */
function kindOf(value: number, tolerance: number): keyof FormulaComparison['count'] {
  if (!(Math.abs(value) <= 1e30)) return 'noValue';
  if (!Number.isFinite(tolerance)) return 'outOfRange';
  return tolerance <= 1e-3 * (1 + Math.abs(value)) ? 'tight' : 'loose';
}

import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Options } from './options.ts';
import jaxText from './python/bench_jax.py?raw';
import numpyText from './python/bench_numpy.py?raw';
import formulasText from './python/formulas.py?raw';
import { millions, type Section } from './report.ts';
import { median } from './sampling.ts';

const CASES = [
  ['sgd', 'rosenbrock'],
  ['adam', 'rosenbrock'],
  ['radam', 'rastrigin'],
] as const;
const PARTICLES = 65_536;

/** A library, its program, and the steps of a repetition: NumPy makes each as dozens of passes over memory. */
const LIBRARIES = [
  { library: 'numpy', text: numpyText, steps: 100 },
  { library: 'jax', text: jaxText, steps: 1000 },
] as const;

/** The formulas on arrays in NumPy and JAX, where a python3 has them. */
export function measurePython(options: Options): Section | null {
  const notes: string[] = [];
  const rows: Section['rows'][number][] = [];
  let wanted = 0;
  for (const { library, text, steps } of LIBRARIES) {
    const cases = CASES.filter((item) => options.only.test(`python: ${item.join(' ')}, ${library}`));
    wanted += cases.length;
    if (cases.length === 0) continue;
    const version = versionOf(library);
    notes.push(version ? `${library} ${version}` : `${library}: skipped, since no python3 here has it.`);
    if (!version) continue;
    const folder = mkdtempSync(join(tmpdir(), 'scree-bench-'));
    try {
      writeFileSync(join(folder, 'formulas.py'), formulasText);
      writeFileSync(join(folder, 'bench.py'), text);
      for (const [optimizer, objective] of cases) {
        const args = [optimizer, objective, ...[PARTICLES, steps, options.quick ? 3 : 5].map(String)];
        const output = python([join(folder, 'bench.py'), ...args]);
        const rates = output
          .trim()
          .split('\n')
          .map((seconds) => (PARTICLES * steps) / Number(seconds));
        const cells = [millions(median(rates)), steps];
        rows.push({ name: `${optimizer} ${objective}, ${library}`, cells, details: { rates } });
      }
    } catch (error) {
      notes.push(`${library}: failed: ${(error as Error).message.split('\n')[0]}`);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }
  if (wanted === 0) return null;
  const title = `Python, bare: ${PARTICLES} particles, float32`;
  return { name: 'python', title, columns: ['M steps/s', 'steps each'], rows, notes };
}

function versionOf(library: string): string | null {
  try {
    return python(['-c', `import ${library}; print(${library}.__version__)`]).trim();
  } catch {
    return null;
  }
}

function python(args: readonly string[]): string {
  return execFileSync('python3', args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
}

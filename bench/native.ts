import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import adamText from './cpp/adam_rosenbrock.cpp?raw';
import header from './cpp/bench.hpp?raw';
import radamText from './cpp/radam_rastrigin.cpp?raw';
import sgdText from './cpp/sgd_rosenbrock.cpp?raw';
import type { Options } from './options.ts';
import { millions, type Section } from './report.ts';
import { median } from './sampling.ts';

const PROGRAMS = { 'sgd rosenbrock': sgdText, 'adam rosenbrock': adamText, 'radam rastrigin': radamText };
const COMPILERS = ['c++', 'g++', 'clang++'];
/** No -ffast-math: a loop without sums over particles becomes vector instructions without it. */
const FLAGS = ['-O3', '-march=native', '-std=c++17', '-pthread', '-fno-math-errno', '-fno-trapping-math'];
const PARTICLES = 65_536;
const STEPS = 1000;

/** The formulas alone in C++ on all cores, where a compiler is there: what the processor could do. */
export function measureNative(options: Options): Section | null {
  const wanted = Object.entries(PROGRAMS).filter(([name]) => options.only.test(`cpp: ${name}`));
  if (wanted.length === 0) return null;
  const title = `C++ on ${cpus().length} cores, bare: ${PARTICLES} particles, ${STEPS} steps`;
  const columns = ['M steps/s'];
  const compiler = COMPILERS.find(works);
  if (!compiler)
    return { name: 'cpp', title, columns, rows: [], notes: [`Skipped: none of ${COMPILERS.join(', ')} is here.`] };
  const folder = mkdtempSync(join(tmpdir(), 'scree-bench-'));
  try {
    writeFileSync(join(folder, 'bench.hpp'), header);
    const rows = wanted.map(([name, text]) => {
      const [source, program] = [join(folder, 'program.cpp'), join(folder, 'program')];
      writeFileSync(source, text);
      execFileSync(compiler, [...FLAGS, source, '-o', program], { stdio: ['ignore', 'ignore', 'inherit'] });
      const args = [PARTICLES, STEPS, options.quick ? 3 : 5].map(String);
      const output = execFileSync(program, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
      const rates = output
        .trim()
        .split('\n')
        .map((seconds) => (PARTICLES * STEPS) / Number(seconds));
      return { name, cells: [millions(median(rates))], details: { rates } };
    });
    return { name: 'cpp', title, columns, rows, notes: [`${compiler} ${FLAGS.join(' ')}`] };
  } catch (error) {
    return { name: 'cpp', title, columns, rows: [], notes: [`Skipped: ${(error as Error).message.split('\n')[0]}`] };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function works(command: string): boolean {
  try {
    execFileSync(command, ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

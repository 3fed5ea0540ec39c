import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import bare from './simd/bare.c?raw';
import lanes from './simd/lanes.h?raw';
import population from './simd/population.h?raw';
import rastrigin from './simd/rastrigin.h?raw';
import rosenbrock from './simd/rosenbrock.h?raw';
import tracking from './simd/tracking.c?raw';

const SOURCES = {
  'bare.c': bare,
  'lanes.h': lanes,
  'population.h': population,
  'rastrigin.h': rastrigin,
  'rosenbrock.h': rosenbrock,
  'tracking.c': tracking,
};
const FLAGS = ['--target=wasm32', '-std=c17', '-O3', '-msimd128', '-mbulk-memory', '-nostdlib', '-Wl,--no-entry'];

type Build = 'tracking' | 'trackingOne' | 'bare';

/** What the kernels in `simd/` are compiled with, for people. */
export const COMPILER = `clang ${FLAGS.join(' ')}`;

/** The kernels of an objective, and the tracking one with one vector of particles at a time; or why there are none here. */
export function buildKernels(
  objective: 'rosenbrock' | 'rastrigin',
): Readonly<Record<Build, WebAssembly.Module>> | string {
  const folder = mkdtempSync(join(tmpdir(), 'scree-bench-'));
  try {
    for (const [name, text] of Object.entries(SOURCES)) writeFileSync(join(folder, name), text);
    const build = (kind: 'bare' | 'tracking', ...options: string[]) => {
      const output = join(folder, `${kind}.wasm`);
      const args = [...FLAGS, ...options, `-DOBJECTIVE="${objective}.h"`, join(folder, `${kind}.c`), '-o', output];
      execFileSync('clang', args, { stdio: ['ignore', 'ignore', 'pipe'] });
      return new WebAssembly.Module(readFileSync(output));
    };
    return { tracking: build('tracking'), trackingOne: build('tracking', '-DVECTORS=1'), bare: build('bare') };
  } catch (error) {
    const { stderr, message } = error as Error & { stderr?: Buffer };
    return `since no clang with lld builds it here: ${(`${stderr ?? ''}`.trim() || message).split('\n')[0]}`;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

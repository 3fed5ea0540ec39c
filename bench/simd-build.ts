import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import bare from './simd/bare.c?raw';
import displaced from './simd/displaced.h?raw';
import lanes from './simd/lanes.h?raw';
import plain from './simd/plain.h?raw';
import population from './simd/population.h?raw';
import rastrigin from './simd/rastrigin.h?raw';
import rosenbrock from './simd/rosenbrock.h?raw';
import tracking from './simd/tracking.c?raw';

const SOURCES = {
  'bare.c': bare,
  'displaced.h': displaced,
  'lanes.h': lanes,
  'plain.h': plain,
  'population.h': population,
  'rastrigin.h': rastrigin,
  'rosenbrock.h': rosenbrock,
  'tracking.c': tracking,
};
const FLAGS = ['--target=wasm32', '-std=c17', '-O3', '-msimd128', '-mbulk-memory', '-nostdlib', '-Wl,--no-entry'];

/** What the kernels in `simd/` are compiled with, for people. */
export const COMPILER = `clang ${FLAGS.join(' ')}`;

/** The kernels: each one's file, how it keeps a position, and how many vectors of particles it advances together. */
const BUILDS = {
  tracking: ['tracking.c', 'plain.h', 4],
  trackingOne: ['tracking.c', 'plain.h', 1],
  displaced: ['tracking.c', 'displaced.h', 4],
  bare: ['bare.c', 'plain.h', 4],
} as const;

/** A kernel's name. */
export type Build = keyof typeof BUILDS;

/** The kernels of an objective, or why there are none here. */
export function buildKernels(
  objective: 'rosenbrock' | 'rastrigin',
): Readonly<Record<Build, WebAssembly.Module>> | string {
  const folder = mkdtempSync(join(tmpdir(), 'scree-bench-'));
  try {
    for (const [name, text] of Object.entries(SOURCES)) writeFileSync(join(folder, name), text);
    const build = (name: Build) => {
      const [source, coordinate, vectors] = BUILDS[name];
      const output = join(folder, `${name}.wasm`);
      const settings = [`OBJECTIVE="${objective}.h"`, `COORDINATE="${coordinate}"`, `VECTORS=${vectors}`];
      const defines = settings.map((setting) => `-D${setting}`);
      execFileSync('clang', [...FLAGS, ...defines, join(folder, source), '-o', output], {
        stdio: ['ignore', 'ignore', 'pipe'],
      });
      return new WebAssembly.Module(readFileSync(output));
    };
    return {
      tracking: build('tracking'),
      trackingOne: build('trackingOne'),
      displaced: build('displaced'),
      bare: build('bare'),
    };
  } catch (error) {
    const { stderr, message } = error as Error & { stderr?: Buffer };
    return `since no clang with lld builds it here: ${(`${stderr ?? ''}`.trim() || message).split('\n')[0]}`;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

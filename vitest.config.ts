import { defineConfig, type Plugin } from 'vitest/config';
import { grammars } from './scripts/grammars.mjs';

export default defineConfig({
  plugins: [grammars(), globs()],
  test: {
    // What a file is made into is kept, under the hash of its text, of this configuration and of what that imports: five of thirty seconds of `npm run check`.
    experimental: { fsModuleCache: true },
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          environment: 'node',
          include: ['tests/unit/**/*.test.ts'],
          // Most of the time is spent in workers, so the process that feeds them needs no core of its own.
          maxWorkers: '100%',
          // Nothing here leaves a trace: files share their worker, and what they import is read once.
          isolate: false,
          testTimeout: 30_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'golden',
          environment: 'node',
          include: ['tests/golden/**/*.test.ts'],
          maxWorkers: '100%',
          testTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'cpu',
          environment: 'node',
          env: { SCREE_TEST_ENGINE: 'cpu' },
          include: ['tests/engine/**/*.test.ts', 'tests/cpu/**/*.test.ts'],
          // What engines are compared with is computed on one core.
          maxWorkers: '100%',
          // Engines are closed: files share their worker, and what they import is read once.
          isolate: false,
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'gpu',
          environment: 'node',
          env: { SCREE_TEST_ENGINE: 'webgpu' },
          include: ['tests/engine/**/*.test.ts', 'tests/gpu/**/*.test.ts', 'tests/pair/**/*.test.ts'],
          // Processes: Dawn does not survive in worker threads, and reads the environment that only a process owns.
          pool: 'forks',
          // Most of the time is spent compiling shaders, each on one core; more processes than two would only crowd a software GPU.
          maxWorkers: 2,
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});

/** What imports whatever files there are depends on more than its text: it is never kept. */
function globs(): Plugin {
  return {
    name: 'scree:globs',
    configureVitest({ experimental_defineCacheKeyGenerator: define }) {
      define(({ sourceCode }) => (sourceCode.includes('import.meta.glob') ? false : undefined));
    },
  };
}

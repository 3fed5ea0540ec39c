import { basename, dirname } from 'node:path';
import { grammars } from './grammars.mjs';

/**
 * Vite's settings for a program that runs in Node: dependencies inside (read file by file they
 * take longer to start), except the native one and the tools of the benchmark; shaders (`import text from 'x.wgsl?raw'`) too.
 * @param {string} entry the program's first source file
 * @param {string} file where the built program goes
 * @returns {import('vite').UserConfig}
 */
export function nodeBuild(entry, file) {
  return {
    publicDir: false,
    plugins: [grammars()],
    ssr: { noExternal: true, external: ['webgpu', 'vite', '@playwright/test'] },
    build: {
      ssr: true,
      target: 'node20',
      outDir: dirname(file),
      emptyOutDir: true,
      sourcemap: true,
      rolldownOptions: {
        input: { [basename(file, '.js')]: entry, 'tile-worker': 'src/engine/cpu/tile-worker.js' },
        // All in one folder: whatever part of the program starts a worker finds its script beside itself.
        output: { entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
      },
    },
  };
}

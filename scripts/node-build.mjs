/**
 * Vite's settings for a program that runs in Node: one file, dependencies left in node_modules, shaders
 * (`import text from 'x.wgsl?raw'`) inside.
 * @param {string} entry the program's first source file
 * @param {string} file where the built program goes
 * @returns {import('vite').UserConfig}
 */
export function nodeBuild(entry, file) {
  const slash = file.lastIndexOf('/');
  return {
    build: {
      ssr: entry,
      target: 'node20',
      outDir: file.slice(0, slash),
      emptyOutDir: true,
      sourcemap: true,
      rolldownOptions: { output: { entryFileNames: file.slice(slash + 1) } },
    },
  };
}

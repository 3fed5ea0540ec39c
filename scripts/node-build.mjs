/**
 * Vite's settings for a program that runs in Node: dependencies inside (read file by file, the parser
 * alone would take half a second), except the native one; shaders (`import text from 'x.wgsl?raw'`) too.
 * @param {string} entry the program's first source file
 * @param {string} file where the built program goes
 * @returns {import('vite').UserConfig}
 */
export function nodeBuild(entry, file) {
  const slash = file.lastIndexOf('/');
  return {
    publicDir: false,
    ssr: { noExternal: true, external: ['webgpu'] },
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

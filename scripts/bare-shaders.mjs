import { readFile } from 'node:fs/promises';

/** What a shader does not need to run: comments, lines without anything else, and the room before a line. */
const BESIDES = /^\s+|\s*\/\/.*$/gm;

/**
 * Vite's plugin for the page's build: `import text from './x.wgsl?raw'` gives the shader without its comments, which are a third of what it weighs.
 * @returns {import('vite').Plugin}
 */
export function bareShaders() {
  return {
    name: 'scree:bare-shaders',
    apply: 'build',
    enforce: 'pre',
    async load(id) {
      if (!id.endsWith('.wgsl?raw')) return undefined;
      const text = await readFile(id.slice(0, -'?raw'.length), 'utf8');
      return { code: `export default ${JSON.stringify(bare(text))};`, map: null, moduleType: 'js' };
    },
  };
}

/**
 * A shader without what it does not need.
 * @param {string} text
 */
export function bare(text) {
  return `${text.replace(BESIDES, '').trim()}\n`;
}

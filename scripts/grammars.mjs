import { basename } from 'node:path';

/**
 * Vite's plugin for grammars: `import { parse } from './x.peggy'` gives the parser that peggy generates from that file.
 * @returns {import('vite').Plugin}
 */
export function grammars() {
  return {
    name: 'scree:grammars',
    async transform(text, id) {
      if (!id.endsWith('.peggy')) return undefined;
      const { default: peggy } = await import('peggy');
      const code = peggy.generate(text, { output: 'source', format: 'es', grammarSource: basename(id) });
      return { code, map: null, moduleType: 'js' };
    },
  };
}

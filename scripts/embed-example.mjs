import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const SOURCE = fileURLToPath(new URL('../examples/embed.html', import.meta.url));

/**
 * Vite's plugin that puts the example of an embedded playground beside the built page, as it is.
 * @returns {import('vite').Plugin}
 */
export function embedExample() {
  return {
    name: 'scree:embed-example',
    apply: 'build',
    generateBundle() {
      this.emitFile({ type: 'asset', fileName: 'embed.html', source: readFileSync(SOURCE, 'utf8') });
    },
  };
}

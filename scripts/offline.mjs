import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

const SOURCE = fileURLToPath(new URL('../src/app/offline/service-worker.js', import.meta.url));
const NAME = 'service-worker.js';
/** Maps are for developers, and every browser that runs the page reads the newest format of fonts. */
const LEFT_OUT = /\.(map|ttf|woff)$/;

/**
 * Vite's plugin that writes the service worker of a built page: with the names of all its files, and a version that is another one whenever one of them is.
 * @returns {import('vite').Plugin}
 */
export function offline() {
  return {
    name: 'scree:offline',
    apply: 'build',
    writeBundle: {
      order: 'post',
      sequential: true,
      handler({ dir }) {
        if (!dir) return;
        const files = readdirSync(dir, { recursive: true, withFileTypes: true })
          .filter((entry) => entry.isFile() && entry.name !== NAME && !LEFT_OUT.test(entry.name))
          .map((entry) => join(entry.parentPath, entry.name))
          .sort();
        const hash = createHash('sha256');
        for (const file of files) hash.update(file).update(readFileSync(file));
        const names = files.map((file) => relative(dir, file).split(sep).join('/'));
        // A server may answer index.html by sending on to its folder, and pages must not come from such an answer.
        const asked = names.map((name) => (name === 'index.html' ? './' : name));
        const text = readFileSync(SOURCE, 'utf8')
          .replace('const FILES = [];', `const FILES = ${JSON.stringify(asked)};`)
          .replace("const VERSION = '';", `const VERSION = '${hash.digest('hex').slice(0, 16)}';`);
        writeFileSync(join(dir, NAME), text);
      },
    },
  };
}

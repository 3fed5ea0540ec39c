import { defineConfig, type Plugin } from 'vite';
import { bareShaders } from './scripts/bare-shaders.mjs';
import { bareStyles } from './scripts/bare-styles.mjs';
import { embedExample } from './scripts/embed-example.mjs';
import { grammars } from './scripts/grammars.mjs';
import { offline } from './scripts/offline.mjs';
import { uplotNumbers } from './scripts/uplot-numbers.mjs';

/** What the built page may do: nothing but its own files. */
const policy = [
  "default-src 'self'",
  // WebAssembly is compiled on the page from formulas; this word allows that, and no eval of JavaScript.
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "connect-src 'self'",
  "worker-src 'self' blob:",
  "manifest-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

const contentSecurityPolicy: Plugin = {
  name: 'scree:content-security-policy',
  apply: 'build', // the development server needs inline scripts
  transformIndexHtml: () => [
    { tag: 'meta', attrs: { 'http-equiv': 'Content-Security-Policy', content: policy }, injectTo: 'head-prepend' },
  ],
};

/** What the page imports late and needs at once: its own code, and the engine that runs wherever there is no graphics processor. */
const AT_ONCE = /\/src\/(app\/page|engine\/cpu\/browser)\.ts$/;

/** Asks for that with the page. */
const preloadPage: Plugin = {
  name: 'scree:preload-page',
  apply: 'build',
  transformIndexHtml: {
    order: 'post',
    handler(_, { bundle = {} }) {
      const chunks = Object.values(bundle).filter((chunk) => chunk.type === 'chunk');
      const early = chunks.filter(({ facadeModuleId }) => AT_ONCE.test(facadeModuleId ?? ''));
      if (early.length !== 2) this.error('the page or its engine has no chunk of its own');
      const files = new Set(early.flatMap(({ fileName, imports }) => [fileName, ...imports]));
      return [...files].map((file) => ({
        tag: 'link',
        attrs: { rel: 'modulepreload', crossorigin: true, href: `./${file}` },
        injectTo: 'head',
      }));
    },
  },
};

/** The script of the embedded playground, without its ending. */
const PLAYGROUND = 'scree-playground';

/** What is there before the page's own code. */
const EARLY =
  /\/src\/(app\/(early-engine|adapter|place\/storage|locale\/(early-language|languages|translations))|engine\/cpu\/threads)\.ts$|vite\/(preload-helper|modulepreload-polyfill)/;

/** Cross-origin isolation: shared memory and fine timers. */
const headers = {
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
};

export default defineConfig({
  base: './', // the built page may lie in any folder of a server
  plugins: [
    grammars(),
    bareShaders(),
    bareStyles(),
    uplotNumbers(),
    contentSecurityPolicy,
    preloadPage,
    embedExample(),
    offline(),
  ],
  build: {
    target: 'es2022',
    outDir: 'dist/page',
    sourcemap: true,
    chunkSizeWarningLimit: 3000, // kB
    assetsInlineLimit: 0, // fonts as data: addresses would need a wider policy
    rolldownOptions: {
      // The layers below the page only define things: a chunk carries of them what it names.
      treeshake: {
        moduleSideEffects: (id) => !/\/src\/(formula|catalogue|experiment|engine|analysis|export)\//.test(id),
      },
      input: { index: 'index.html', [PLAYGROUND]: 'src/app/embed/scree-playground.ts' },
      output: {
        // Pages of others name the script: it must be called the same in every version.
        entryFileNames: ({ name }) => (name === PLAYGROUND ? '[name].js' : 'assets/[name]-[hash].js'),
        // What both entries need at once is one file: fewer requests, and it compresses better. The entries themselves stay apart, for each acts.
        codeSplitting: {
          groups: [
            { name: 'early', test: EARLY, priority: 1 },
            {
              name: 'page',
              tags: ['$initial'],
              test: (id) => !/\/src\/app\/(main\.ts|theme\.css$|embed\/)|\.html/.test(id),
            },
          ],
        },
      },
    },
  },
  worker: { format: 'es' },
  server: { headers },
  preview: { headers },
});

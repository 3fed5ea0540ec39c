import { defineConfig, type Plugin } from 'vite';

/** What the built page may do: nothing but its own files. */
const policy = [
  "default-src 'self'",
  // WebAssembly is compiled on the page from formulas; this word allows that, and no eval of JavaScript.
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  // Web Awesome fetches its own icons from data: addresses.
  "connect-src 'self' data:",
  "worker-src 'self' blob:",
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

/** Cross-origin isolation: shared memory and fine timers. */
const headers = {
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
};

export default defineConfig({
  base: './', // the built page may lie in any folder of a server
  plugins: [contentSecurityPolicy],
  build: {
    target: 'es2022',
    outDir: 'dist/page',
    sourcemap: true,
    chunkSizeWarningLimit: 3000, // kB
    assetsInlineLimit: 0, // fonts as data: addresses would need a wider policy
  },
  worker: { format: 'es' },
  server: { headers },
  preview: { headers },
});

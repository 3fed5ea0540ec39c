#!/usr/bin/env node
import { existsSync } from 'node:fs';

const program = new URL('../dist/cli/scree.js', import.meta.url);
if (existsSync(program)) {
  await import(program.href);
} else {
  console.error('scree is not built yet: run `npm start`, `npm test` or `npm run build:cli` first.');
  process.exitCode = 1;
}

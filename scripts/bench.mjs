// npm run bench -- …: builds bench/main.ts and runs it with the arguments given.
import './install.mjs';
import { existsSync } from 'node:fs';
import { nodeBuild } from './node-build.mjs';
import { runNode } from './run.mjs';

const entry = 'bench/main.ts';
const file = 'dist/bench/main.js';
if (!existsSync(entry)) {
  console.error(`${entry} is not there: no benchmark to run.`);
  process.exit(1);
}
const { build } = await import('vite');
await build({ configFile: false, logLevel: 'warn', ...nodeBuild(entry, file) });
const { code } = await runNode(file, process.argv.slice(2));
process.exitCode = code;

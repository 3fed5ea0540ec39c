// npm test: everything, the fast first. Its last line is the sum.
import './install.mjs';
import { ensureBrowser } from './browser.mjs';
import { browserTests, runAll, style, types, vitest } from './checks.mjs';
import { runNode } from './run.mjs';

/** The command line, which some tests run. Counts only where it fails. */
async function buildCli() {
  const vite = ['build', '--config', 'vite.cli.config.ts', '--logLevel', 'warn'];
  const { code } = await runNode('node_modules/vite/bin/vite.js', vite, { limit: 120 });
  return { passed: 0, failed: code === 0 ? 0 : 1 };
}

/** The GPU tests need a browser as well: its software GPU serves where the machine has none. */
async function gpuAndBrowser() {
  let browser = '';
  try {
    browser = await ensureBrowser();
    process.env.SCREE_BROWSER = browser;
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
  }
  const gpu = await vitest('gpu');
  const page = browser ? await browserTests(browser) : { passed: 0, failed: 1 };
  return {
    passed: gpu.passed + page.passed,
    failed: gpu.failed + page.failed,
    skipped: (gpu.skipped ?? 0) + (page.skipped ?? 0),
  };
}

await runAll([
  types(),
  style(),
  buildCli,
  () => vitest('unit'),
  () => vitest('golden'),
  () => vitest('cpu'),
  gpuAndBrowser,
]);

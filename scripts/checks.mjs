// What `npm test` and `npm run check` run. Each check runs one tool to its end and counts what passed and failed.
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { runNode } from './run.mjs';

/** @typedef {{ passed: number, failed: number, skipped?: number }} Count */

/** Starts tsc; the check that comes back waits for it. */
export const types = () => started('Types (tsc)', 'tsc', 'node_modules/typescript/bin/tsc', ['--noEmit']);

/** Starts Biome; the check that comes back waits for it. */
export const style = () =>
  started('Style (Biome)', 'Biome', 'node_modules/@biomejs/biome/bin/biome', ['check', '--error-on-warnings', '.']);

/**
 * @param {string} project one of the projects in vitest.config.ts
 * @returns {Promise<Count>}
 */
export async function vitest(project) {
  heading(`Vitest, ${project}`);
  const file = report(project);
  const args = ['run', '--project', project, '--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  const { code } = await runNode('node_modules/vitest/vitest.mjs', args, { limit: 1200 });
  return total(`vitest (${project})`, code, file, (json) => {
    // A file that could not be read has no tests of its own to count.
    const broken = json.testResults.filter(
      (/** @type {any} */ file) =>
        file.status === 'failed' && !file.assertionResults.some((/** @type {any} */ test) => test.status === 'failed'),
    ).length;
    return {
      passed: json.numPassedTests,
      failed: json.numFailedTests + broken,
      skipped: json.numPendingTests + json.numTodoTests,
    };
  });
}

/**
 * @param {string} path the Chromium to use
 * @returns {Promise<Count>}
 */
export async function browserTests(path) {
  heading('Playwright');
  const file = report('browser');
  const { code } = await runNode('node_modules/@playwright/test/cli.js', ['test'], {
    env: { SCREE_BROWSER: path },
    limit: 1800,
  });
  return total('Playwright', code, file, ({ stats, errors }) => ({
    passed: stats.expected + stats.flaky,
    failed: stats.unexpected + errors.length,
    skipped: stats.skipped,
  }));
}

/**
 * Runs the checks one after the other, all of them whatever fails, prints the sum and sets the exit code.
 * @param {(() => Promise<Count>)[]} checks
 */
export async function runAll(checks) {
  const sum = { passed: 0, failed: 0, skipped: 0 };
  for (const check of checks) {
    const { passed, failed, skipped = 0 } = await check();
    sum.passed += passed;
    sum.failed += failed;
    sum.skipped += skipped;
  }
  process.exitCode = sum.failed === 0 && sum.passed > 0 ? 0 : 1;
  console.log(`${sum.skipped ? `\n${sum.skipped} skipped` : ''}\n${sum.passed} passed, ${sum.failed} failed`);
}

/** @param {string} text */
function heading(text) {
  console.log(`\n── ${text} ──`);
}

/**
 * Where a runner writes its report; an old report is removed, so that it cannot pass for a new one.
 * @param {string} name
 */
function report(name) {
  const file = `test-results/${name}.json`;
  mkdirSync('test-results', { recursive: true });
  rmSync(file, { force: true });
  return file;
}

/**
 * Starts a tool of a few seconds, which runs beside whatever else does. What it says is told when the check that comes back is run.
 * @param {string} title
 * @param {string} name
 * @param {string} script
 * @param {string[]} args
 * @returns {() => Promise<Count>}
 */
function started(title, name, script, args) {
  const ended = runNode(script, args, { limit: 120, silent: true });
  return async () => {
    const { code, output } = await ended;
    heading(title);
    process.stdout.write(output);
    console.log(`${name} ${code === 0 ? 'passed' : `failed (exit code ${code})`}`);
    return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1 };
  };
}

/**
 * The count of a test runner. One that crashed, wrote no report or ran no test has failed, whatever its numbers say.
 * @param {string} name
 * @param {number} code
 * @param {string} file
 * @param {(json: any) => Count} read
 * @returns {Count}
 */
function total(name, code, file, read) {
  let count;
  try {
    count = read(JSON.parse(readFileSync(file, 'utf8')));
  } catch (error) {
    console.error(`${name} left no report that can be read (exit code ${code}): ${error}`);
    return { passed: 0, failed: 1 };
  }
  if (count.failed > 0) return count;
  if (count.passed === 0) console.error(`${name} ran no test: it counts as failed.`);
  else if (code !== 0) console.error(`${name} ended with exit code ${code} though no test failed: see above.`);
  else return count;
  return { ...count, failed: 1 };
}

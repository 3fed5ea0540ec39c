import { spawn } from 'node:child_process';

/**
 * @typedef {object} RunOptions
 * @property {Record<string, string | undefined>} [env] set on top of this process's environment
 * @property {number} [limit] seconds after which the program is ended
 * @property {number} [quietLimit] seconds without a line of output after which it is ended
 * @property {boolean} [silent] keep its output from the terminal
 */

/**
 * Runs a program to its end. Never throws: a program that cannot start has code 127, one that outlived its limit 124.
 * @param {string} command
 * @param {string[]} args
 * @param {RunOptions} [options]
 * @returns {Promise<{ code: number, output: string }>} output is empty unless it was piped (silent or quietLimit)
 */
export function run(command, args, { env = {}, limit, quietLimit, silent = false } = {}) {
  const piped = silent || quietLimit !== undefined;
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      env: { ...process.env, ...env },
      stdio: ['ignore', piped ? 'pipe' : 'inherit', piped ? 'pipe' : 'inherit'],
    });
    let output = '';
    let late = '';
    /** @type {NodeJS.Timeout[]} */
    const timers = [];
    /** @param {string} why */
    const end = (why) => {
      late = why;
      child.kill('SIGTERM');
      // A runner gets ten seconds to end its own children.
      timers.push(setTimeout(() => child.kill('SIGKILL'), 10_000));
    };
    if (limit !== undefined) timers.push(setTimeout(end, limit * 1000, `ran past ${limit} seconds`));
    let quiet = quietLimit && setTimeout(end, quietLimit * 1000, `said nothing for ${quietLimit} seconds`);
    for (const stream of [child.stdout, child.stderr]) {
      stream?.on('data', (chunk) => {
        output += chunk;
        if (!silent) process.stderr.write(chunk);
        if (quiet) quiet = quiet.refresh();
      });
    }
    /** @param {number} code */
    const done = (code) => {
      for (const timer of timers) clearTimeout(timer);
      if (quiet) clearTimeout(quiet);
      resolve({ code: late ? 124 : code, output: late ? `${output}${command} ${late} and was ended\n` : output });
    };
    child.on('error', (error) => {
      output += `${error.message}\n`;
      done(127);
    });
    child.on('close', (code) => done(code ?? 1));
    child.on('exit', () => {
      // Children of an ended program may hold its pipes open: no waiting for those.
      if (late) for (const stream of [child.stdout, child.stderr]) stream?.destroy();
    });
  });
}

/**
 * Runs a JavaScript program of node_modules with this Node: no shell, the same on every system.
 * @param {string} script path from the project's root
 * @param {string[]} args
 * @param {RunOptions} [options]
 */
export function runNode(script, args, options) {
  return run(process.execPath, [script, ...args], options);
}

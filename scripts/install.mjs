// Makes sure that node_modules holds what package-lock.json names. Imported first by every command; needs nothing
// installed. It runs on import, so whatever comes after the import may load dependencies (with import()).
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

process.chdir(fileURLToPath(new URL('..', import.meta.url)));

const [major, minor] = process.versions.node.split('.').map(Number);
if (!(major === 20 ? minor >= 19 : major === 22 ? minor >= 12 : major > 22)) {
  fail(`Scree needs Node 20.19, 22.12 or newer; this is ${process.versions.node}. Install a newer one and run again.`);
}

const missing = firstMissing();
if (missing) {
  console.error(`Installing the dependencies (npm ci): ${missing}.`);
  // npm is a script file on Windows, which only a shell starts.
  const npm = spawnSync('npm ci --include=dev --no-audit --no-fund --loglevel=error', {
    shell: true,
    stdio: 'inherit',
  });
  const still = npm.status === 0 ? firstMissing() : `npm ci ended with ${npm.status ?? npm.signal}`;
  if (still) fail(`The dependencies could not be installed: ${still}. See npm's message above; is the network there?`);
}

/**
 * The first difference between package-lock.json and what npm noted in node_modules, in words; undefined when there is
 * none. Compared by content, since dates say nothing after a clone or a change of branch.
 */
function firstMissing() {
  const noted = 'node_modules/.package-lock.json';
  if (!existsSync(noted)) return 'node_modules is not there';
  const wanted = JSON.parse(readFileSync('package-lock.json', 'utf8')).packages;
  const have = JSON.parse(readFileSync(noted, 'utf8')).packages;
  for (const [path, { version, integrity, optional, devOptional }] of Object.entries(wanted)) {
    if (path === '') continue;
    const found = have[path];
    if (!found && (optional || devOptional)) continue; // for another system
    if (found?.version !== version || found?.integrity !== integrity || !existsSync(path)) {
      return `${path} ${version} is not there`;
    }
  }
  return undefined;
}

/**
 * @param {string} message
 * @returns {never}
 */
function fail(message) {
  console.error(message);
  process.exit(1);
}

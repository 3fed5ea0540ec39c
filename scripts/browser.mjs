// Finds a Chromium, or installs one. `node scripts/browser.mjs` prints its path.
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { argv, env, getuid, platform } from 'node:process';
import { pathToFileURL } from 'node:url';
import { run, runNode } from './run.mjs';

const names = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'chrome', 'microsoft-edge'];

/** Where installers put a browser that is on no PATH. */
const places = {
  darwin: [
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  ],
  win32: [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA].flatMap((folder) =>
    folder
      ? [join(folder, 'Google/Chrome/Application/chrome.exe'), join(folder, 'Microsoft/Edge/Application/msedge.exe')]
      : [],
  ),
};

/**
 * The path of a Chromium that starts: SCREE_BROWSER, one on the PATH, Playwright's own; undefined if there is none.
 * @param {string[]} [tried] gets one line for each thing that was tried in vain
 * @returns {Promise<string | undefined>}
 */
export async function findBrowser(tried = []) {
  if (env.SCREE_BROWSER) {
    const trouble = await troubleWith(env.SCREE_BROWSER);
    if (!trouble) return env.SCREE_BROWSER;
    // Asked for by name: another one in its place would be a surprise.
    throw new Error(`SCREE_BROWSER names ${env.SCREE_BROWSER}, which ${trouble}. Give a Chromium's path, or unset it.`);
  }
  const folders = (env.PATH ?? '').split(delimiter);
  const files = names.map((name) => (platform === 'win32' ? `${name}.exe` : name));
  const onPath = files.flatMap((name) => folders.map((folder) => join(folder, name)));
  const candidates = [...onPath, ...(platform === 'darwin' || platform === 'win32' ? places[platform] : [])];
  for (const path of candidates.filter((path) => existsSync(path))) {
    const trouble = await troubleWith(path);
    if (!trouble) return path;
    tried.push(`${path} ${trouble}`);
  }
  if (tried.length === 0) tried.push(`no ${names.join(', ')} on the PATH`);
  const { chromium } = await import('@playwright/test');
  const own = chromium.executablePath();
  const trouble = await troubleWith(own);
  if (!trouble) return own;
  tried.push(`Playwright's own Chromium, ${own}, ${trouble}`);
  return undefined;
}

/**
 * The path of a Chromium; where there is none, one is installed.
 * @returns {Promise<string>}
 */
export async function ensureBrowser() {
  /** @type {string[]} */
  const tried = [];
  const found = (await findBrowser(tried)) ?? (await installPlaywrights(tried)) ?? (await installDebians(tried));
  if (found) return found;
  throw new Error(
    `No Chromium was found, and none could be installed:\n${tried.map((line) => `  - ${line}`).join('\n')}\n` +
      'Install Chromium or Chrome, or set SCREE_BROWSER to the path of one.',
  );
}

/** @param {string[]} tried */
async function installPlaywrights(tried) {
  console.error('No Chromium found: installing the one that Playwright offers.');
  const cli = 'node_modules/@playwright/test/cli.js';
  // The download tells each tenth; without a network it may hang, so silence ends it.
  const download = await runNode(cli, ['install', '--no-shell', 'chromium'], {
    env: { PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: '10000' },
    limit: 300,
    quietLimit: 45,
  });
  if (download.code !== 0) {
    tried.push(`playwright install chromium failed: ${lastError(download.output)}`);
    return undefined;
  }
  const { chromium } = await import('@playwright/test');
  const path = chromium.executablePath();
  let trouble = await troubleWith(path);
  if (trouble && (await canInstallPackages())) {
    // The system libraries that Chromium needs.
    await runNode(cli, ['install-deps', 'chromium'], { limit: 300 });
    trouble = await troubleWith(path);
  }
  if (!trouble) return path;
  tried.push(`Playwright's own Chromium, ${path}, ${trouble}`);
  return undefined;
}

/** @param {string[]} tried */
async function installDebians(tried) {
  if (!(await canInstallPackages())) {
    tried.push("Debian's package chromium was not tried: that needs apt-get and root");
    return undefined;
  }
  console.error("Installing Debian's package chromium.");
  const options = { env: { DEBIAN_FRONTEND: 'noninteractive' }, limit: 300, quietLimit: 120 };
  const update = await run('apt-get', ['update'], options);
  const install = await run('apt-get', ['install', '-y', '--no-install-recommends', 'chromium'], options);
  const path = '/usr/bin/chromium';
  const trouble = await troubleWith(path);
  if (!trouble) return path;
  const output =
    install.code === 0 ? `${path} ${trouble}` : lastError(update.code === 0 ? install.output : update.output);
  tried.push(`apt-get install chromium failed: ${output}`);
  return undefined;
}

async function canInstallPackages() {
  return platform === 'linux' && getuid?.() === 0 && (await run('apt-get', ['--version'], { silent: true })).code === 0;
}

/**
 * What is wrong with a browser, as the end of a sentence; undefined if it starts.
 * @param {string} path
 */
async function troubleWith(path) {
  if (!existsSync(path)) return 'does not exist';
  if (platform === 'win32') return undefined; // there --version opens a window
  const { code, output } = await run(path, ['--version'], { silent: true, limit: 30 });
  return code === 0 ? undefined : `does not start: ${lastError(output)}`;
}

/** @param {string} output */
function lastError(output) {
  const lines = output.split('\n').filter((line) => line.trim());
  return (lines.find((line) => /^\s*(E:|Error)|error/i.test(line)) ?? lines.at(-1) ?? 'it said nothing').trim();
}

if (argv[1] && import.meta.url === pathToFileURL(argv[1]).href) {
  await import('./install.mjs');
  try {
    console.log(await ensureBrowser());
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}

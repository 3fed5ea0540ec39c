import { existsSync, readdirSync, realpathSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';

/** SwiftShader, a Vulkan device in software, as it lies in a Chromium's folder. */
export interface SwiftShader {
  /** The driver's manifest, for VK_ICD_FILENAMES. */
  manifest: string;
  /** The Vulkan loader beside it, for a system that has none. */
  loader?: string;
}

const BROWSERS = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'chrome', 'microsoft-edge'];

/** Where packages put the browser itself; what they put on the PATH may be a shell script. */
const FOLDERS = [
  '/usr/lib/chromium',
  '/usr/lib64/chromium',
  '/usr/lib/chromium-browser',
  '/usr/lib64/chromium-browser',
  '/opt/google/chrome',
  '/opt/chromium.org/chromium',
  '/opt/microsoft/msedge',
  '/snap/chromium/current/usr/lib/chromium-browser',
];

/** The SwiftShader of the first Chromium found on this Linux: SCREE_BROWSER's, the PATH's, the system's, Playwright's. */
export function findSwiftShader(): SwiftShader | undefined {
  for (const folder of folders()) {
    const manifest = join(folder, 'vk_swiftshader_icd.json');
    const loader = join(folder, 'libvulkan.so.1');
    if (existsSync(manifest)) return existsSync(loader) ? { manifest, loader } : { manifest };
  }
  return undefined;
}

function* folders(): Generator<string> {
  const named = process.env.SCREE_BROWSER;
  const path = (process.env.PATH ?? '').split(':');
  const browsers = [...(named ? [named] : []), ...BROWSERS.flatMap((name) => path.map((folder) => join(folder, name)))];
  for (const browser of browsers) {
    if (existsSync(browser)) yield dirname(realpathSync(browser));
  }
  yield* FOLDERS;
  yield* playwright();
}

/** Playwright's downloads, the newest first: <cache>/chromium-1255/chrome-linux64 and the like. */
function* playwright(): Generator<string> {
  const cache = process.env.PLAYWRIGHT_BROWSERS_PATH || join(homedir(), '.cache/ms-playwright');
  if (!existsSync(cache)) return;
  const versions = readdirSync(cache).filter((name) => name.startsWith('chromium'));
  for (const version of versions.sort().reverse()) {
    for (const folder of readdirSync(join(cache, version))) yield join(cache, version, folder);
  }
}

import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';

const LOADER = 'libvulkan.so.1';

/**
 * Whether this Linux has a Vulkan driver that Dawn can use, told without loading Dawn. Distributions install drivers for
 * GPUs that are not there, and a driver in software that Dawn often finds too old: those are unlikely.
 */
export function systemDrivers(): 'none' | 'unlikely' | 'likely' {
  if (process.env.VK_DRIVER_FILES || process.env.VK_ICD_FILENAMES) return 'likely';
  const installed = manifestFolders().some((folder) => list(folder).some((name) => name.endsWith('.json')));
  if (!installed) return 'none';
  return hasDevice() ? 'likely' : 'unlikely';
}

/**
 * Makes sure that Dawn finds a Vulkan loader: the system's, or else a link beside Dawn's own file, where it looks as well.
 * False where there is no loader at all.
 * @param spare a loader to link to
 */
export function ensureLoader(spare: string | undefined): boolean {
  if (hasLoader()) return true;
  const webgpu = dirname(createRequire(import.meta.url).resolve('webgpu'));
  const folder = join(webgpu, 'dist', `${process.platform}-${process.arch}`);
  const link = join(folder, LOADER);
  if (existsSync(link)) return true; // unlike a link whose target has gone
  if (!spare) return false;
  const fresh = `${link}.${process.pid}`;
  try {
    // In one step, since another process may be about the same.
    symlinkSync(spare, fresh);
    renameSync(fresh, link);
    return true;
  } catch (error) {
    rmSync(fresh, { force: true });
    throw new Error(
      `The system has no Vulkan loader, and Chromium's cannot be linked in ${folder} (${(error as Error).message}). ` +
        `Install libvulkan1, or start Node with LD_LIBRARY_PATH=${dirname(spare)}`,
    );
  }
}

/** The folders where the Vulkan loader looks for drivers' manifests. */
function manifestFolders(): string[] {
  const { XDG_DATA_HOME, XDG_DATA_DIRS } = process.env;
  const data = [
    XDG_DATA_HOME || join(homedir(), '.local/share'),
    ...(XDG_DATA_DIRS || '/usr/local/share:/usr/share').split(':'),
  ];
  return ['/etc', '/usr/local/etc', ...data].map((folder) => join(folder, 'vulkan/icd.d'));
}

/** A GPU's device file: kernel graphics drivers, NVIDIA's own, Windows' subsystem for Linux. */
function hasDevice(): boolean {
  return (
    list('/dev/dri').some((name) => name.startsWith('renderD')) ||
    list('/dev').some((name) => /^(nvidia\d|dxg$)/.test(name))
  );
}

function hasLoader(): boolean {
  const folders = process.env.LD_LIBRARY_PATH?.split(':') ?? [];
  if (folders.some((folder) => existsSync(join(folder, LOADER)))) return true;
  for (const ldconfig of ['/sbin/ldconfig', 'ldconfig']) {
    try {
      return execFileSync(ldconfig, ['-p'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).includes(LOADER);
    } catch {
      // not there under this name
    }
  }
  return ['/usr/lib', '/usr/lib64', '/lib'].some((folder) => existsSync(join(folder, LOADER)));
}

function list(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

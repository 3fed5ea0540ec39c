import { napWhileWaiting } from './naps.ts';
import { findSwiftShader } from './swiftshader.ts';
import { ensureLoader, systemDrivers } from './vulkan.ts';

/** WebGPU in Node, and whether it computes on the CPU. */
export interface NodeGpu {
  gpu: GPU;
  software: boolean;
}

/** Dawn crashes when a GPU object is collected while something of it lives, so each stays for the process's whole life. */
const kept: GPU[] = [];

let opened: Promise<NodeGpu> | undefined;

/**
 * Opens WebGPU in Node, once per process: the system's own GPU, else the software GPU that ships with Chromium.
 * `SCREE_GPU=software` passes over the system's own. Throws an error that says what to do where there is neither.
 * Works in a process's main thread only: drivers are named in the environment, of which a worker thread has but a copy.
 */
export function openNodeGpu(): Promise<NodeGpu> {
  opened ??= open().catch((error) => {
    opened = undefined;
    throw error;
  });
  return opened;
}

let openedSystem: Promise<GPU | null> | undefined;

/**
 * Opens WebGPU on the system's own GPU alone, once per process; null where there is none. On Linux quick and silent where none is likely: Dawn is not
 * even loaded then. `SCREE_GPU=software` passes over it. Throws where Dawn does not load. In a process's main thread only, as above.
 */
export function openSystemGpu(): Promise<GPU | null> {
  openedSystem ??= openSystem().catch((error) => {
    openedSystem = undefined;
    throw error;
  });
  return openedSystem;
}

async function openSystem(): Promise<GPU | null> {
  if (process.env.SCREE_GPU === 'software') return null;
  if (process.platform === 'linux' && !(systemDrivers() === 'likely' && ensureLoader(undefined))) return null;
  const found = await attempt();
  return found && !found.software ? found.gpu : null;
}

async function open(): Promise<NodeGpu> {
  const found = process.platform === 'linux' ? await openVulkan() : await attempt();
  if (found) {
    if (found.software) napWhileWaiting();
    return found;
  }
  throw new Error(
    process.platform === 'linux'
      ? 'No GPU found: neither a Vulkan driver that Dawn can use nor a Chromium, whose software GPU would serve. ' +
          "Install a Vulkan driver or Chromium, set SCREE_BROWSER to a Chromium's path, or use the CPU engine."
      : 'No GPU found: Dawn sees no Metal or Direct3D 12 device. Update the graphics driver, or use the CPU engine.',
  );
}

/** Tries only what is likely, the likeliest first: Dawn writes a warning about every Vulkan driver that it cannot use. */
async function openVulkan(): Promise<NodeGpu | undefined> {
  const swiftShader = findSwiftShader();
  const drivers = ensureLoader(swiftShader?.loader) ? systemDrivers() : 'none';
  if (drivers === 'likely' && process.env.SCREE_GPU !== 'software') {
    const found = await attempt();
    if (found) return found;
  }
  if (!swiftShader) return drivers === 'unlikely' ? attempt() : undefined;
  process.env.VK_ICD_FILENAMES = swiftShader.manifest;
  delete process.env.VK_DRIVER_FILES; // would win over the other name
  return attempt();
}

/** WebGPU by the drivers that the environment names now; undefined where none of them gives a device. */
async function attempt(): Promise<NodeGpu | undefined> {
  const dawn = await import('webgpu').catch((error: Error) => {
    const why = error.message.split('\n')[0];
    throw new Error(
      `WebGPU for Node does not load on ${process.platform}-${process.arch} (${why}): use the CPU engine.`,
    );
  });
  Object.assign(globalThis, dawn.globals);
  const gpu = dawn.create([]);
  kept.push(gpu);
  const software = await isSoftware(gpu);
  return software === undefined ? undefined : { gpu, software };
}

/** Whether the adapter that callers will get is software; undefined where there is none that gives a device. */
async function isSoftware(gpu: GPU): Promise<boolean | undefined> {
  const adapter = await gpu.requestAdapter({ powerPreference: 'high-performance' });
  if (!adapter) return undefined;
  const { vendor, architecture, description, isFallbackAdapter } = adapter.info;
  const software = isFallbackAdapter || /swiftshader|llvmpipe/i.test(`${vendor} ${architecture} ${description}`);
  if (!software) return false;
  // An old software driver may offer an adapter and then no device.
  const device = await adapter.requestDevice().catch(() => undefined);
  device?.destroy();
  return device ? true : undefined;
}

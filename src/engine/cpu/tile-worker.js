// One file for Web Workers and for Node's worker threads. It imports nothing: Node runs it as it stands, beside
// whatever file it was started from.
/** @import { Call } from './jobs.ts' */
/** @import { Answer, Request } from './worker.ts' */

/**
 * @typedef {object} Port
 * @property {((event: { data: Request }) => void) | null} onmessage
 * @property {(() => void) | null} onmessageerror
 * @property {(answer: Answer, transfer?: ArrayBuffer[]) => void} postMessage
 */
/** @typedef {Record<string, (...args: number[]) => void>} Functions */

// Asked for, not imported: no browser and no bundler can stumble over it.
const threads = globalThis.process?.getBuiltinModule?.('node:worker_threads');
const port = /** @type {Port} */ (/** @type {unknown} */ (threads?.parentPort ?? globalThis));

// One memory for all kernels: a browser reserves gigabytes of addresses for each.
const memory = new WebAssembly.Memory({ initial: 0 });

/** @type {Request['kernel']} */
let kernel = null;
/**
 * The kernel's functions. Made anew whenever the kernel changes, which takes 10 µs and writes the module's data again, over which another kernel
 * may have worked.
 * @type {Functions | null}
 */
let functions = null;

port.onmessage = ({ data }) => {
  try {
    const { reads, state } = work(data);
    const transfer = reads.map((bytes) => /** @type {ArrayBuffer} */ (bytes.buffer));
    port.postMessage({ reads, state }, state ? [...transfer, state] : transfer);
  } catch (error) {
    port.postMessage({ failed: error instanceof Error ? error.message : String(error) });
  }
};
port.onmessageerror = () => port.postMessage({ failed: 'its message could not be read' });
port.postMessage('ready');

/** @param {Request} request */
function work({ kernel: next, writes, calls, tiles, reads }) {
  if (next) {
    kernel = next;
    functions = null;
  }
  functions ??= load();
  for (const { at, bytes } of writes) place(at, bytes.length).set(bytes);
  call(functions, calls);
  if (tiles) {
    const { at, size, from, to, state } = tiles;
    const tile = place(at, size);
    for (let i = 0; i < from.length; i++) {
      tile.set(new Uint8Array(state, from[i], size));
      call(functions, tiles.calls);
      new Uint8Array(state, to[i], size).set(tile);
    }
  }
  return {
    reads: reads.map(({ at, bytes }) => place(at, bytes).slice()),
    state: tiles?.state instanceof ArrayBuffer ? tiles.state : null,
  };
}

function load() {
  const { module, pages } = /** @type {NonNullable<Request['kernel']>} */ (kernel);
  const have = memory.buffer.byteLength / 65_536;
  if (have < pages) memory.grow(pages - have);
  const { exports } = new WebAssembly.Instance(module, { env: { memory } });
  return /** @type {Functions} */ (exports);
}

/**
 * @param {Functions} functions
 * @param {readonly Call[]} calls
 */
function call(functions, calls) {
  for (const [name, ...args] of calls) functions[name](...args);
}

/**
 * A part of the memory. Growing the memory detaches every view of it, so none is kept from one request to the next.
 * @param {number} at
 * @param {number} bytes
 */
function place(at, bytes) {
  return new Uint8Array(memory.buffer, at, bytes);
}

// Makes it a module to TypeScript.
export {};

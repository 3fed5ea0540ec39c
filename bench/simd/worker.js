// A thread with an instance of a hand-written kernel and a share of the cells. It answers every message when it is done.
import { parentPort } from 'node:worker_threads';

/** Cells of a call: short ones, since V8 replaces its first, slower code between calls only. */
const CALL = 1024;

/**
 * @typedef {object} Share
 * @property {WebAssembly.Module} module
 * @property {readonly number[]} whole the job's integers: steps, unscaled steps
 * @property {readonly number[]} numbers the job's others, in the order of `Job`
 * @property {Float32Array} scales
 * @property {readonly Float32Array[]} starts
 */

/** @type {Record<string, any>} */
let kernel = {};
/** @type {readonly Float32Array[]} */
let starts = [];
/** Floats of a slot in the kernel's memory. */
const SLOT = 65_536;

/** @param {string} name @param {number} slot */
const at = (name, slot) => kernel[name]() + 4 * SLOT * slot;

const tasks = {
  /** @param {Share} share */
  open(share) {
    kernel = new WebAssembly.Instance(share.module).exports;
    starts = share.starts;
    new Uint32Array(kernel.memory.buffer, kernel.job(), share.whole.length).set(share.whole);
    const numbers = kernel.job() + 4 * share.whole.length;
    new Float32Array(kernel.memory.buffer, numbers, share.numbers.length).set(share.numbers);
    new Float32Array(kernel.memory.buffer, kernel.scales(), share.scales.length).set(share.scales);
  },
  reset() {
    for (const [slot, values] of starts.entries()) {
      new Float32Array(kernel.memory.buffer, at('values', slot), values.length).set(values);
    }
  },
  advance() {
    const cells = starts[0].length;
    for (let first = 0; first < cells; first += CALL) kernel.advance(first, Math.min(CALL, cells - first));
  },
  read() {
    const cells = starts[0].length;
    const floats = (/** @type {number} */ slot) =>
      new Float32Array(kernel.memory.buffer, at('values', slot), cells).slice();
    const integers = (/** @type {number} */ slot) =>
      new Int32Array(kernel.memory.buffer, at('tallies', slot), cells).slice();
    return { theta: [floats(0), floats(1)], best: floats(6), arrivedAt: integers(0), divergedAt: integers(1) };
  },
};

parentPort?.on('message', ({ task, share }) => {
  parentPort?.postMessage(tasks[/** @type {keyof typeof tasks} */ (task)](share));
});

import { type Lane, type Lanes, ModuleWriter } from '../../src/formula/wasm/index.ts';

/** Where a test module's numbers lie: up to so many arguments, and as many results. */
const CAPACITY = 4096;

/**
 * Compiles a function of vectors and gives a function of arrays: `arguments[k]` holds the k-th argument for up to 4096 points; what comes back
 * is overwritten by the next call.
 */
export async function compileLanes(
  arity: number,
  build: (lanes: Lanes, ...args: Lane[]) => Lane,
): Promise<(...args: readonly Float32Array[]) => Float32Array> {
  const size = 4 * CAPACITY;
  const writer = new ModuleWriter((arity + 1) * size);
  writer.function('run', 1, (code) => {
    const at = code.integer();
    code.repeat(() => {
      const args = Array.from({ length: arity }, (_, k) => code.load(writer.lanes.leaf(), at, k * size));
      code.store(at, arity * size, build(writer.lanes, ...args));
      code.step(at, 16);
      code.get(at).get(0).scalar('i32.lt_u');
    });
  });
  const bytes = writer.finish(Math.ceil(writer.constantsEnd / 65_536));
  const memory = new WebAssembly.Memory({ initial: Math.ceil(writer.constantsEnd / 65_536) });
  const { instance } = await WebAssembly.instantiate(bytes, { env: { memory } });
  const run = instance.exports.run as (bytes: number) => void;
  return (...args) => {
    args.forEach((values, k) => {
      new Float32Array(memory.buffer, k * size, CAPACITY).set(values);
    });
    run(4 * args[0].length);
    return new Float32Array(memory.buffer, arity * size, args[0].length);
  };
}

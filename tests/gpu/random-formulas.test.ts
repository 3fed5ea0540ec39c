import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import functionsShader from '../../shaders/functions.wgsl?raw';
import { openDevice } from '../../src/engine/webgpu/device.ts';
import { openNodeGpu } from '../../src/engine/webgpu/node.ts';
import { compileObjective, emit, FormulaError, interpret, type Node } from '../../src/formula/index.ts';
import { finiteWay } from '../support/evaluate.ts';
import { divisionUlps } from '../support/gpu-accuracy.ts';
import { runKernel } from '../support/gpu-compute.ts';
import { chunks, inPairs } from '../support/gpu-engine.ts';
import { noisyProgram } from '../support/gpu-noise.ts';
import { ulpAt } from '../support/gpu-ulps.ts';
import { randomNumbers } from '../support/random.ts';
import { randomFormula } from '../support/random-formulas.ts';

const COUNT = 1500;
/** Formulas of a module: the time to compile one grows faster than its length. */
const BATCH = 10;
const TRIALS = 8;

/** Points that every formula is evaluated at: kinks lie at whole numbers. */
const points = (() => {
  const random = randomNumbers(11);
  const anywhere = Array.from({ length: 9 }, () => [4 * random() - 2, 4 * random() - 2]);
  const chosen = [...anywhere, [0, 0], [1, -1], [-2, 0.5], [0, 1.5], [2, 2], [1e-3, -1e-3], [30, -40]];
  return chosen.map((point) => point.map(Math.fround));
})();

let device: GPUDevice;
let division: number;
beforeAll(async () => {
  const opened = await openDevice((await openNodeGpu()).gpu);
  device = opened.device;
  division = divisionUlps(opened.info.software);
});
afterAll(() => device.destroy());

type Compiled = ReturnType<typeof compileObjective>;
interface Formula {
  readonly seed: number;
  readonly text: string;
  readonly compiled: Compiled;
}

const refused: { readonly text: string; readonly error: FormulaError }[] = [];
const formulas: readonly Formula[] = Array.from({ length: COUNT }, (_, seed) => ({
  seed,
  text: randomFormula(randomNumbers(seed)),
})).flatMap((each) => {
  try {
    return [{ ...each, compiled: compileObjective(each.text, ['x', 'y']) }];
  } catch (error) {
    if (!(error instanceof FormulaError)) throw new Error(`seed ${each.seed}, ${each.text}`, { cause: error });
    refused.push({ text: each.text, error });
    return [];
  }
});

const outputsOf = ({ loss, gradient }: Compiled) => [loss, ...gradient];

/** Loss and gradient of a batch at every point: three numbers for each formula and point. */
function onGpu(batch: readonly Formula[]): Promise<Float32Array> {
  const functions = batch.map(({ compiled }, i) => {
    const leaves = new Map<Node, string>(compiled.inputs.map((input, k) => [input, 'xy'[k]]));
    const { lines, outputs } = emit(compiled.graph, outputsOf(compiled), leaves);
    return `fn formula${i}(x: f32, y: f32) -> vec3f {\n${lines.join('\n')}\nreturn vec3f(${outputs.join(', ')});\n}`;
  });
  const cases = batch.map((_, i) => `case ${i}u: { result = formula${i}(x, y); }`);
  const threads = batch.length * points.length;
  const code = `${functionsShader}
${functions.join('\n')}
@compute @workgroup_size(64)
fn main(@builtin(global_invocation_id) id: vec3u) {
  if (id.x >= ${threads}u) { return; }
  let point = id.x % ${points.length}u;
  let x = input[2u * point];
  let y = input[2u * point + 1u];
  var result: vec3f;
  switch id.x / ${points.length}u {
    ${cases.join('\n    ')}
    default: {}
  }
  for (var k = 0u; k < 3u; k++) { output[3u * id.x + k] = result[k]; }
}`;
  return runKernel(device, code, Float32Array.from(points.flat()), 3 * threads, threads);
}

/** Whether a value can be compared, and whether that tells much. */
function kindOf(value: number, tolerance: number): 'tight' | 'loose' | 'noValue' | 'outOfRange' {
  if (!(Math.abs(value) <= 1e30)) return 'noValue';
  if (!Number.isFinite(tolerance)) return 'outOfRange';
  return tolerance <= 1e-3 * (1 + Math.abs(value)) ? 'tight' : 'loose';
}

describe(`${COUNT} random formulas on the GPU`, () => {
  test('what is refused is refused with a position', () => {
    for (const { text, error } of refused) {
      expect(error.position.index, text).toBeGreaterThanOrEqual(0);
      expect(error.position.index, text).toBeLessThan(text.length);
    }
    expect(refused.length).toBeLessThan(0.1 * COUNT);
  });

  test('loss and gradient are those of float64, to what float32 can tell', async () => {
    const count = { tight: 0, loose: 0, noValue: 0, outOfRange: 0 };
    const failures: string[] = [];
    const batches = chunks(formulas, BATCH);
    const runs = inPairs(batches.map((batch) => () => onGpu(batch)));
    for (const [b, batch] of batches.entries()) {
      const results = await runs[b];
      batch.forEach(({ seed, text, compiled }, i) => {
        const outputs = outputsOf(compiled);
        const exact = interpret(compiled.graph, outputs, compiled.inputs);
        const noisy = noisyProgram(compiled.graph, outputs, compiled.inputs, division);
        const finite = finiteWay(text);
        const random = randomNumbers(seed);
        points.forEach((at, p) => {
          const expected = [...exact.run(at)];
          const known = finite(at);
          const trials = Array.from({ length: TRIALS }, (_, trial) => noisy(at, trial === 0 ? undefined : random));
          for (const [k, value] of expected.entries()) {
            const spread = Math.max(...trials.map((trial) => Math.abs(trial[k] - value)));
            const tolerance = 8 * spread + 8 * ulpAt(value);
            const kind = known ? kindOf(value, tolerance) : 'noValue';
            count[kind]++;
            const got = results[(i * points.length + p) * 3 + k];
            if (kind === 'noValue' || kind === 'outOfRange' || Math.abs(got - value) <= tolerance) continue;
            const what = ['loss', 'gradient along x', 'gradient along y'][k];
            failures.push(`seed ${seed}, ${text} at (${at}): ${what}: got ${got}, expected ${value} ± ${tolerance}`);
          }
        });
      });
    }
    expect(failures.slice(0, 20)).toEqual([]);
    // About one value in six has a root or a logarithm of a negative number on its way.
    const all = count.tight + count.loose + count.noValue + count.outOfRange;
    expect(count.tight / all).toBeGreaterThan(0.8);
    expect((count.loose + count.outOfRange) / all).toBeLessThan(0.02);
  });
});

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import functionsShader from '../../shaders/functions.wgsl?raw';
import { openDevice } from '../../src/engine/webgpu/device.ts';
import { openNodeGpu } from '../../src/engine/webgpu/node.ts';
import { emit, type Node } from '../../src/formula/index.ts';
import { divisionUlps } from '../support/engine-accuracy.ts';
import { FormulaComparison, POINTS, type SampledFormula, sampleFormulas } from '../support/formula-sample.ts';
import { runKernel } from '../support/gpu-compute.ts';
import { randomFormula } from '../support/random-formulas.ts';
import { chunks, inPairs } from '../support/tasks.ts';

const COUNT = 750;
/** Formulas of a module: the time to compile one grows faster than its length. */
const BATCH = 10;

let device: GPUDevice;
let division: number;
beforeAll(async () => {
  const opened = await openDevice((await openNodeGpu()).gpu);
  device = opened.device;
  division = divisionUlps(opened.info.software);
});
afterAll(() => device.destroy());

const { formulas, refused } = sampleFormulas(COUNT, randomFormula);
const outputsOf = ({ loss, gradient }: SampledFormula['compiled']) => [loss, ...gradient];

/** Loss and gradient of a batch at every point: three numbers for each formula and point. */
function onGpu(batch: readonly SampledFormula[]): Promise<Float32Array> {
  const functions = batch.map(({ compiled }, i) => {
    const leaves = new Map<Node, string>(compiled.inputs.map((input, k) => [input, 'xy'[k]]));
    const { lines, outputs } = emit(compiled.graph, outputsOf(compiled), leaves);
    return `fn formula${i}(x: f32, y: f32) -> vec3f {\n${lines.join('\n')}\nreturn vec3f(${outputs.join(', ')});\n}`;
  });
  const cases = batch.map((_, i) => `case ${i}u: { result = formula${i}(x, y); }`);
  const threads = batch.length * POINTS.length;
  const code = `${functionsShader}
${functions.join('\n')}
@compute @workgroup_size(64)
fn main(@builtin(global_invocation_id) id: vec3u) {
  if (id.x >= ${threads}u) { return; }
  let point = id.x % ${POINTS.length}u;
  let x = input[2u * point];
  let y = input[2u * point + 1u];
  var result: vec3f;
  switch id.x / ${POINTS.length}u {
    ${cases.join('\n    ')}
    default: {}
  }
  for (var k = 0u; k < 3u; k++) { output[3u * id.x + k] = result[k]; }
}`;
  return runKernel(device, code, Float32Array.from(POINTS.flat()), 3 * threads, threads);
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
    const comparison = new FormulaComparison(division);
    const batches = chunks(formulas, BATCH);
    const runs = inPairs(batches.map((batch) => () => onGpu(batch)));
    for (const [b, batch] of batches.entries()) {
      const results = await runs[b];
      batch.forEach((formula, i) => {
        comparison.add(formula, outputsOf(formula.compiled), (p, k) => results[(i * POINTS.length + p) * 3 + k]);
      });
    }
    expect(comparison.failures.slice(0, 20)).toEqual([]);
    // About one value in six has a root or a logarithm of a negative number on its way.
    expect(comparison.share('tight')).toBeGreaterThan(0.8);
    expect(comparison.share('loose', 'outOfRange')).toBeLessThan(0.02);
  });
});

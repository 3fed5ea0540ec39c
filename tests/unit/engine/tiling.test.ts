import { expect, test } from 'vitest';
import { PART } from '../../../src/engine/webgpu/layered/generate-lanes.ts';
import { THREADS, tilingOf } from '../../../src/engine/webgpu/layered/tiling.ts';
import { BadExperiment, type LayeredNetwork, resolveNetwork } from '../../../src/experiment/index.ts';
import { NETWORK_LIMITS } from '../../../src/experiment/network/schema.ts';
import { randomNumbers } from '../../support/random.ts';

/** Bytes of workgroup memory that every device has. */
const MEMORY = 16384;

/** What the shaders keep: position, gradient, rows, sums of four over the threads, one of four, a flag. */
const bytes = ({ tile, splits, places }: ReturnType<typeof tilingOf>, parameters: number) =>
  4 * (parameters * (1 + splits) + places * tile + 4 * THREADS.hardware + 4 + 1);

test('the largest network fits the memory of a workgroup where its way is written out, too', () => {
  const threads = THREADS.software;
  expect(4 * (2 * NETWORK_LIMITS.parameters + PART * threads + 4 * threads + 4 + 1)).toBeLessThanOrEqual(MEMORY);
});

test('every network within the limits fits the memory of a workgroup, in whole quarters of a tile', () => {
  const random = randomNumbers(11);
  const whole = (low: number, high: number) => low + Math.floor(random() * (high - low + 1));
  let met = 0;
  let largest = 0;
  for (let i = 0; i < 3000; i++) {
    const deep = whole(1, NETWORK_LIMITS.layers);
    // Wide and narrow layers by turns take the most memory beside their parameters.
    const widths = Array.from({ length: deep + 1 }, (_, l) =>
      random() < 0.7 && l % 2 === 0 ? 64 : whole(1, random() < 0.5 ? 3 : 64),
    );
    const rows = whole(1, 30);
    const columns = Object.fromEntries(
      Array.from({ length: widths[0] + widths[deep] }, (_, c) => [`c${c}`, Array.from({ length: rows }, () => 0.5)]),
    );
    let network: LayeredNetwork | null = null;
    try {
      const described = { widths, biases: random() < 0.8, data: { columns }, activation: 'tanh', loss: 'mean-square' };
      network = resolveNetwork(
        { ...described, parametrisation: 'standard', l2: 0, scale: 1, seed: 0 } as never,
        0,
      ).layered;
    } catch (error) {
      if (!(error instanceof BadExperiment)) throw error;
    }
    if (!network) continue;
    met++;
    largest = Math.max(largest, network.parameters);
    const tiling = tilingOf(network);
    expect(bytes(tiling, network.parameters), JSON.stringify(widths)).toBeLessThanOrEqual(MEMORY);
    expect(tiling.tile % 4).toBe(0);
    expect(tiling.tile).toBeGreaterThan(0);
    const read = network.inputs + network.layers.reduce((sum, { to }) => sum + to, 0);
    expect(tiling.places).toBe(read + (network.biases ? network.layers.length : 0));
  }
  expect(met).toBeGreaterThan(300);
  expect(largest).toBeGreaterThan(1000);
});

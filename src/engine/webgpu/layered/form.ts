import countShader from '../../../../shaders/count.wgsl?raw';
import drawnRowShader from '../../../../shaders/drawn-row.wgsl?raw';
import functionsShader from '../../../../shaders/functions.wgsl?raw';
import hashShader from '../../../../shaders/hash.wgsl?raw';
import advanceShader from '../../../../shaders/layers/advance.wgsl?raw';
import allRowsShader from '../../../../shaders/layers/all-rows.wgsl?raw';
import cellShader from '../../../../shaders/layers/cell.wgsl?raw';
import crossEntropyShader from '../../../../shaders/layers/cross-entropy.wgsl?raw';
import drawnRowsShader from '../../../../shaders/layers/drawn-rows.wgsl?raw';
import lanesShader from '../../../../shaders/layers/lanes.wgsl?raw';
import logisticShader from '../../../../shaders/layers/logistic.wgsl?raw';
import meanSquareShader from '../../../../shaders/layers/mean-square.wgsl?raw';
import measureShader from '../../../../shaders/layers/measure.wgsl?raw';
import noiseShader from '../../../../shaders/layers/noise.wgsl?raw';
import productsShader from '../../../../shaders/layers/products.wgsl?raw';
import quietShader from '../../../../shaders/layers/quiet.wgsl?raw';
import recordShader from '../../../../shaders/layers/record.wgsl?raw';
import resetShader from '../../../../shaders/layers/reset.wgsl?raw';
import sumsShader from '../../../../shaders/layers/sums.wgsl?raw';
import tilesShader from '../../../../shaders/layers/tiles.wgsl?raw';
import wholeShader from '../../../../shaders/layers/whole.wgsl?raw';
import normalShader from '../../../../shaders/normal.wgsl?raw';
import runShader from '../../../../shaders/run.wgsl?raw';
import type { LayeredNetwork, Plan, UpdateGraph } from '../../../experiment/index.ts';
import { isBatched } from '../../batch.ts';
import type { KnobLayout } from '../../knobs.ts';
import { isNoisy } from '../../noise.ts';
import type { Form } from '../forms.ts';
import { generateLanes } from './generate-lanes.ts';
import { generateNetwork } from './generate-network.ts';
import { generateStep } from './generate-step.ts';
import { generateTiles } from './generate-tiles.ts';
import { THREADS } from './tiling.ts';

const LOSSES = {
  'mean-square': meanSquareShader,
  logistic: logisticShader,
  'cross-entropy': crossEntropyShader,
} as const;

/**
 * The texts of a network's loss and gradient over all rows, with no word of a population.
 * @param software whether the device is a program on the CPU, whose form is another one
 */
export function networkTexts(network: LayeredNetwork, software: boolean): string[] {
  return [...textsOf(network, software), allRowsShader];
}

function textsOf(network: LayeredNetwork, software: boolean): string[] {
  const sizes = generateNetwork(network, software ? THREADS.software : THREADS.hardware);
  const way = software ? [generateLanes(network), lanesShader] : [generateTiles(network), tilesShader, productsShader];
  return [functionsShader, sizes, LOSSES[network.loss], sumsShader, ...way];
}

/** The form of a layered network: a workgroup a cell; on a device that is a program on the CPU with the way through the layers written out. */
export function layeredForm(
  plan: Plan,
  network: LayeredNetwork,
  update: UpdateGraph,
  knobs: KnobLayout,
  software: boolean,
): Form {
  const step = generateStep(update, knobs, network.data.length);
  const [noisy, batched] = [isNoisy(plan), isBatched(plan)];
  const noise = noisy ? [normalShader, noiseShader] : [quietShader];
  const rows = batched ? [drawnRowShader, drawnRowsShader] : [allRowsShader, wholeShader];
  const hash = noisy || batched ? [hashShader] : [];
  return {
    texts: [...textsOf(network, software), step, runShader, cellShader, ...hash, ...noise, ...rows],
    reset: [resetShader],
    advance: [advanceShader],
    measure: [countShader, measureShader],
    record: [recordShader],
    cellsOfGroup: 1,
    byCell: true,
    // A multiplication and an addition for each weight and row, forwards, and twice as many backwards.
    operations: 6 * network.parameters * network.rows,
  };
}

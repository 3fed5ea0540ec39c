import advanceShader from '../../../shaders/advance.wgsl?raw';
import aheadShader from '../../../shaders/ahead.wgsl?raw';
import allRowsShader from '../../../shaders/all-rows.wgsl?raw';
import carryShader from '../../../shaders/carry.wgsl?raw';
import countShader from '../../../shaders/count.wgsl?raw';
import dampedStepShader from '../../../shaders/damped-step.wgsl?raw';
import drawnRowShader from '../../../shaders/drawn-row.wgsl?raw';
import drawnRowsShader from '../../../shaders/drawn-rows.wgsl?raw';
import eigenShader from '../../../shaders/eigen.wgsl?raw';
import eigen1Shader from '../../../shaders/eigen1.wgsl?raw';
import eigen2Shader from '../../../shaders/eigen2.wgsl?raw';
import functionsShader from '../../../shaders/functions.wgsl?raw';
import hashShader from '../../../shaders/hash.wgsl?raw';
import hereShader from '../../../shaders/here.wgsl?raw';
import measureShader from '../../../shaders/measure.wgsl?raw';
import noiseShader from '../../../shaders/noise.wgsl?raw';
import normalShader from '../../../shaders/normal.wgsl?raw';
import outcomeShader from '../../../shaders/outcome.wgsl?raw';
import quietShader from '../../../shaders/quiet.wgsl?raw';
import recordShader from '../../../shaders/record.wgsl?raw';
import resetShader from '../../../shaders/reset.wgsl?raw';
import runShader from '../../../shaders/run.wgsl?raw';
import stationaryShader from '../../../shaders/stationary.wgsl?raw';
import stationary2Shader from '../../../shaders/stationary2.wgsl?raw';
import walkShader from '../../../shaders/walk.wgsl?raw';
import walkFarShader from '../../../shaders/walk-far.wgsl?raw';
import type { FormulaObjective, Plan } from '../../experiment/index.ts';
import { isBatched } from '../batch.ts';
import type { KnobLayout } from '../knobs.ts';
import { looksAhead } from '../looks-ahead.ts';
import { isNoisy } from '../noise.ts';
import { operationsOf } from '../operations.ts';
import { generateDrawn, generateNormals, generateObjective, generateUpdate } from './generate.ts';
import { layeredForm } from './layered/form.ts';
import { WORKGROUP } from './layouts.ts';

/** The texts of the passes over one optimizer's trajectories, and how their threads are shared out. */
export interface Form {
  /** What every pass begins with. */
  readonly texts: readonly string[];
  /** What each pass adds, the last text with an entry point of the pass's name. */
  readonly reset: readonly string[];
  readonly advance: readonly string[];
  readonly measure: readonly string[];
  readonly record: readonly string[];
  /** Cells that a workgroup works on. */
  readonly cellsOfGroup: number;
  /** Whether a cell's floats lie one after another in the buffer, and not slot by slot. */
  readonly byCell: boolean;
  /** Operations of one cell's update where they are many, so that a pass over many cells is cut; 0 where a thread has a cell. */
  readonly operations: number;
}

/** So many operations of an objective and its gradient are few: a loop's own work counts beside them. */
const FEW = 2000;

/**
 * The form in which one of a plan's optimizers runs: a thread a cell for a formula, a workgroup a cell for a layered network.
 * @param software whether the device is a program on the CPU
 */
export function formOf(plan: Plan, optimizer: number, knobs: KnobLayout, software: boolean): Form {
  const { objective, optimizers } = plan;
  if (objective.layered) return layeredForm(plan, objective.layered, optimizers[optimizer].update, knobs, software);
  const [noisy, batched] = [isNoisy(plan), isBatched(plan)];
  const noise = noisy ? [normalShader, noiseShader, generateNormals(plan)] : [quietShader];
  const rows = batched ? [drawnRowShader, drawnRowsShader, generateDrawn(objective)] : [allRowsShader];
  const hash = noisy || batched ? [hashShader] : [];
  const update = generateUpdate(optimizers[optimizer].update, knobs);
  const eigen = [eigen1Shader, eigen2Shader][objective.parameters.length - 1] ?? eigenShader;
  return {
    texts: [functionsShader, generateObjective(objective), update, runShader, carryShader, ...hash, ...noise, ...rows],
    reset: [resetShader],
    advance: [batched || isLong(objective) ? walkFarShader : walkShader, advanceShader],
    measure: [eigen, ...ahead(objective), countShader, outcomeShader, measureShader],
    record: [recordShader],
    cellsOfGroup: WORKGROUP,
    byCell: false,
    operations: 0,
  };
}

function ahead(objective: FormulaObjective): string[] {
  if (!looksAhead(objective)) return [hereShader];
  const way = objective.parameters.length === 2 ? [stationary2Shader] : [dampedStepShader, stationaryShader];
  return [...way, aheadShader];
}

function isLong({ compiled: { graph, loss, gradient } }: FormulaObjective): boolean {
  return operationsOf(graph, [loss, ...gradient]) > FEW;
}

import cellsShader from '../../../shaders/cells.wgsl?raw';
import paintedAlike from '../../../shaders/painted-alike.wgsl?raw';
import paintedByFate from '../../../shaders/painted-by-fate.wgsl?raw';
import seenCurve from '../../../shaders/seen-curve.wgsl?raw';
import seenPlane from '../../../shaders/seen-plane.wgsl?raw';
import type { Plan } from '../../experiment/index.ts';
import { reachOf } from '../minima.ts';
import { slotsOf, TALLY } from '../slots.ts';
import { CURVE_PLACES, OUTCOMES, type OutcomePaint, PAINTED_MINIMA, type ViewFrame } from '../types.ts';

/** Numbers of `Fates` before the places. */
const FATES_HEAD = 4 + 4 * OUTCOMES.length + 4 * PAINTED_MINIMA;
/** Bindings of `Fates`, and of the curve. */
const FATES = 3;
const CURVE = 4;

/** What tells where trajectories are seen and in which colour, for all passes that draw them: buffers, and WGSL that reads them. */
export class Sight {
  private readonly fates: GPUBuffer;
  private readonly curve: GPUBuffer | null;
  private paint: OutcomePaint | null = null;
  private heights: ViewFrame['curve'] = null;

  constructor(
    private readonly device: GPUDevice,
    private readonly plan: Plan,
  ) {
    const { length } = plan.objective.parameters;
    const usage = GPUBufferUsage.STORAGE | GPUBufferUsage.COPY_DST;
    const buffer = (label: string, floats: number) => device.createBuffer({ label, size: 4 * floats, usage });
    this.fates = buffer('Sight.fates', FATES_HEAD + PAINTED_MINIMA * length);
    this.curve = length === 1 ? buffer('Sight.curve', CURVE_PLACES) : null;
  }

  /** Takes over what a frame says. */
  see({ paint, curve }: ViewFrame, { target }: Plan): void {
    if (paint && paint !== this.paint) this.device.queue.writeBuffer(this.fates, 0, this.fatesOf(paint, target));
    if (curve && curve !== this.heights && this.curve) this.device.queue.writeBuffer(this.curve, 0, curve);
    this.paint = paint;
    this.heights = curve;
  }

  /** WGSL of `place_of`, `has_diverged` and `paint_of`, for a module that declares `run`. */
  texts(byFate: boolean): string[] {
    const { objective, optimizers } = this.plan;
    // The slots that are read lie before the states, which differ from optimizer to optimizer.
    const { origin, loss } = slotsOf(objective, optimizers[0].update);
    const constants = {
      PARAMETERS: objective.parameters.length,
      ORIGIN: origin,
      LOSS: loss,
      DIVERGED_AT: TALLY.divergedAt,
      OUTCOME: TALLY.outcome,
      CONVERGED: OUTCOMES.indexOf('converged'),
      CURVE_PLACES,
    };
    const lines = Object.entries(constants).map(([name, value]) => `const ${name} = ${value}u;`);
    return [lines.join('\n'), cellsShader, this.curve ? seenCurve : seenPlane, byFate ? paintedByFate : paintedAlike];
  }

  /** Entries of the layout of a pass that has those texts, and whose uniform buffer is binding 0. */
  layout(byFate: boolean, visibility: GPUShaderStageFlags): GPUBindGroupLayoutEntry[] {
    const type = 'read-only-storage' as const;
    const storage = [1, 2, ...(byFate ? [FATES] : []), ...(this.curve ? [CURVE] : [])];
    return [
      { binding: 0, visibility: visibility | GPUShaderStage.FRAGMENT, buffer: { type: 'uniform' } },
      ...storage.map((binding) => ({ binding, visibility, buffer: { type } })),
    ];
  }

  /** The entries of such a pass's bind group. */
  entries(byFate: boolean, uniform: GPUBuffer, values: GPUBuffer, tallies: GPUBuffer): GPUBindGroupEntry[] {
    const bound: [number, GPUBuffer][] = [
      [0, uniform],
      [1, values],
      [2, tallies],
    ];
    if (byFate) bound.push([FATES, this.fates]);
    if (this.curve) bound.push([CURVE, this.curve]);
    return bound.map(([binding, buffer]) => ({ binding, resource: { buffer } }));
  }

  destroy(): void {
    this.fates.destroy();
    this.curve?.destroy();
  }

  private fatesOf({ outcomes, minima }: OutcomePaint, target: number | null): Float32Array<ArrayBuffer> {
    const { length } = this.plan.objective.parameters;
    const numbers = new Float32Array(FATES_HEAD + PAINTED_MINIMA * length);
    new Uint32Array(numbers.buffer)[0] = minima.length;
    numbers.set([reachOf(this.plan) ** 2, target ?? -3.4e38], 1);
    outcomes.forEach((color, i) => {
      numbers.set(color, 4 + 4 * i);
    });
    minima.forEach(({ at, color }, i) => {
      numbers.set(color, 4 + 4 * (OUTCOMES.length + i));
      numbers.set(at, FATES_HEAD + length * i);
    });
    return numbers;
  }
}

import { asFormula, type Plan } from '../../../experiment/index.ts';
import { type Relief, reliefOf } from '../../relief.ts';
import { PALETTES, TERRAIN } from '../../terrain.ts';
import type { Job, Kernel, Pool } from '../jobs.ts';
import { rampOf, SCENE, surfacePlaces } from '../kernel/surface.ts';
import type { Kernels } from '../kernels.ts';
import { type Layout, layOut } from '../layout.ts';
import { numbersOf } from '../numbers.ts';
import { knobsOf } from '../tiles.ts';
import { type Seen, strideOf } from './messages.ts';

/** Draws parts of an objective's surface in a pool's workers. */
export class Bands {
  private readonly relief: Relief;

  private constructor(
    private readonly pool: Pool,
    private readonly kernel: Kernel,
    private readonly layout: Layout,
    private readonly writes: Job['writes'],
    private readonly plan: Plan,
  ) {
    this.relief = reliefOf(asFormula(plan.objective));
  }

  static async create(pool: Pool, kernels: Kernels, plan: Plan): Promise<Bands> {
    const layout = layOut(plan, 0);
    const kernel = kernels.get(plan, 0, layout, 'map');
    return new Bands(pool, kernel, layout, numbersOf(plan, layout, knobsOf(plan, 0, layout)).writes, plan);
  }

  /** Pixels that one band may have at most. */
  get most(): number {
    return surfacePlaces(this.layout).most;
  }

  /** Draws rows of the surface as it is seen, `grain` times smaller: pixels in rows of `strideOf` that smaller width. */
  async draw(seen: Seen, grain: number, first: number, rows: number): Promise<Uint8Array> {
    const { scene, pixels } = surfacePlaces(this.layout);
    const stride = strideOf(Math.ceil(seen.width / grain));
    const [bytes] = await this.pool.run({
      kernel: this.kernel,
      writes: [...this.writes, { at: scene, bytes: new Uint8Array(this.scene(seen, grain).buffer) }],
      calls: [['surface', first, rows, stride]],
      tiles: null,
      reads: [{ at: pixels, bytes: 4 * stride * rows }],
      state: null,
    });
    return bytes;
  }

  private scene({ center, scale, width, height, ratio, theme, finer }: Seen, grain: number): Float32Array<ArrayBuffer> {
    const { floor, soft, low, high } = this.relief;
    const { tints, ink } = PALETTES[theme];
    const lines = TERRAIN.CONTOURS / (high - low);
    const lineColour = ink.map((part) => 255 * part);
    const numbers = new Float32Array(SCENE.start + this.plan.start.length);
    numbers.set(center, SCENE.center);
    numbers.set(
      scale.map((units) => units * grain),
      SCENE.scale,
    );
    numbers.set([width / 2 / grain, height / 2 / grain], SCENE.half);
    numbers.set([floor, soft, low, lines, ratio / grain, finer, ...lineColour, ...rampOf(tints)], SCENE.floor);
    numbers.set(this.plan.start, SCENE.start);
    return numbers;
  }
}

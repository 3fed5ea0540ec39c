import coverShader from '../../../shaders/cover.wgsl?raw';
import functionsShader from '../../../shaders/functions.wgsl?raw';
import surfaceShader from '../../../shaders/surface.wgsl?raw';
import { asFormula, type Plan } from '../../experiment/index.ts';
import { literal } from '../../formula/index.ts';
import { type Relief, reliefOf } from '../relief.ts';
import { BLANK_TINT, PALETTES, TERRAIN } from '../terrain.ts';
import type { Rgb, ViewFrame } from '../types.ts';
import { generateObjective } from './generate.ts';
import { tableBuffer } from './table.ts';
import type { Workshop } from './workshop.ts';

/** Numbers of `Scene` in `surface.wgsl`. */
const SCENE_FLOATS = 12 + 4 + 4 * 6;

/** Draws the objective over the whole canvas. */
export class SurfacePass {
  private readonly scene: GPUBuffer;
  private readonly table: GPUBuffer;
  private readonly bindGroup: GPUBindGroup;
  private readonly floats = new Float32Array(SCENE_FLOATS);
  private readonly relief: Relief;

  private constructor(
    private readonly device: GPUDevice,
    private readonly pipeline: GPURenderPipeline,
    layout: GPUBindGroupLayout,
    plan: Plan,
  ) {
    this.relief = reliefOf(asFormula(plan.objective));
    const { UNIFORM, COPY_DST } = GPUBufferUsage;
    this.scene = device.createBuffer({ label: 'SurfacePass.scene', size: 4 * SCENE_FLOATS, usage: UNIFORM | COPY_DST });
    this.table = tableBuffer(device, plan.objective);
    this.bindGroup = device.createBindGroup({
      label: 'SurfacePass',
      layout,
      entries: [this.scene, this.table].map((buffer, binding) => ({ binding, resource: { buffer } })),
    });
  }

  static async create({ device, pipelines }: Workshop, plan: Plan, format: GPUTextureFormat): Promise<SurfacePass> {
    const layout = device.createBindGroupLayout({
      label: 'SurfacePass',
      entries: [
        { binding: 0, visibility: GPUShaderStage.FRAGMENT, buffer: { type: 'uniform' } },
        { binding: 1, visibility: GPUShaderStage.FRAGMENT, buffer: { type: 'read-only-storage' } },
      ],
    });
    const texts = [
      functionsShader,
      generateObjective(plan.objective),
      planeOf(plan),
      constants(),
      coverShader,
      surfaceShader,
    ];
    const pipelineLayout = device.createPipelineLayout({ bindGroupLayouts: [layout] });
    return new SurfacePass(
      device,
      await pipelines.renderPipeline('surface', texts, pipelineLayout, { format }),
      layout,
      plan,
    );
  }

  /** Records the drawing of the surface, or of a bare ground, into `view`. */
  record(
    encoder: GPUCommandEncoder,
    view: GPUTextureView,
    frame: ViewFrame,
    size: readonly [number, number],
    pixel: number,
  ): void {
    const { floor, soft, low, high } = this.relief;
    const { tints, ink, bare } = PALETTES[frame.theme];
    const [sx, sy] = frame.scale.map((scale) => scale / pixel);
    this.floats.set([
      ...frame.center,
      sx,
      sy,
      ...size,
      floor,
      soft,
      low,
      high,
      pixel,
      frame.finer, // what follows begins at a multiple of 16 bytes
      ...rgba(ink),
      ...tints.flatMap(rgba),
    ]);
    this.device.queue.writeBuffer(this.scene, 0, this.floats);
    const pass = encoder.beginRenderPass({
      label: 'surface',
      colorAttachments: [{ view, loadOp: 'clear', clearValue: rgba(bare), storeOp: 'store' }],
    });
    if (!frame.curve) {
      pass.setPipeline(this.pipeline);
      pass.setBindGroup(0, this.bindGroup);
      pass.draw(3);
    }
    pass.end();
  }

  destroy(): void {
    this.scene.destroy();
    this.table.destroy();
  }
}

/** WGSL that lays the canvas into the space of parameters: the first two are seen, the others stand at their start. */
function planeOf({ objective, start }: Plan): string {
  const flat = objective.parameters.length === 1;
  const point = start.map((value, i) => (i < 2 ? ['p.x', 'p.y'][i] : literal(value)));
  return `
fn surface_point(p: vec2f) -> Vector { return Vector(${point.join(', ')}); }
fn surface_slope(g: Vector) -> vec2f { return vec2f(g[0], ${flat ? '0.0' : 'g[1]'}); }
`;
}

/** What `surface.wgsl` shares with other ways to draw. */
function constants(): string {
  const lines = Object.entries(TERRAIN).map(([name, value]) => `const ${name} = ${literal(value)};`);
  return [...lines, `const BLANK_TINT = ${BLANK_TINT}u;`, ''].join('\n');
}

const rgba = (rgb: Rgb) => [...rgb, 1];

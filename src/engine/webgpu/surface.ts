import functionsShader from '../../../shaders/functions.wgsl?raw';
import surfaceShader from '../../../shaders/surface.wgsl?raw';
import type { Plan } from '../../experiment/index.ts';
import { literal } from '../../formula/index.ts';
import { type Relief, reliefOf } from '../relief.ts';
import type { ViewFrame } from '../types.ts';
import { generateObjective } from './generate.ts';
import { tableBuffer } from './table.ts';
import type { Workshop } from './workshop.ts';

/** Numbers of `Scene` in `surface.wgsl`. */
const SCENE_FLOATS = 12 + 4 + 4 * 6;
const CONTOURS = 30;

/** Tints from the valleys up, and the colour of contour lines: low in chroma, so that the particles speak. */
const PALETTES = {
  light: { tints: ['#c3d0c8', '#d0d9cd', '#dde0d2', '#e8e6d9', '#f0ede3', '#f7f5f0'], ink: '#1c2126' },
  dark: { tints: ['#0c161c', '#111d24', '#17252c', '#1f2d33', '#28363a', '#323f42'], ink: '#e8e4da' },
} as const;

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
    this.relief = reliefOf(plan.objective);
    const { UNIFORM, COPY_DST } = GPUBufferUsage;
    this.scene = device.createBuffer({ label: 'SurfacePass.scene', size: 4 * SCENE_FLOATS, usage: UNIFORM | COPY_DST });
    this.table = tableBuffer(device, plan);
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
    const texts = [functionsShader, generateObjective(plan.objective), planeOf(plan), surfaceShader];
    const pipelineLayout = device.createPipelineLayout({ bindGroupLayouts: [layout] });
    return new SurfacePass(
      device,
      await pipelines.renderPipeline('surface', texts, pipelineLayout, { format }),
      layout,
      plan,
    );
  }

  /** Records the drawing of the surface into `view`. */
  record(
    encoder: GPUCommandEncoder,
    view: GPUTextureView,
    frame: ViewFrame,
    size: readonly [number, number],
    pixel: number,
  ): void {
    const { floor, soft, low, high } = this.relief;
    const { tints, ink } = PALETTES[frame.theme];
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
      CONTOURS,
      pixel,
      ...rgba(ink),
      ...tints.flatMap(rgba),
    ]);
    this.device.queue.writeBuffer(this.scene, 0, this.floats);
    const pass = encoder.beginRenderPass({
      label: 'surface',
      colorAttachments: [{ view, loadOp: 'clear', storeOp: 'store' }],
    });
    pass.setPipeline(this.pipeline);
    pass.setBindGroup(0, this.bindGroup);
    pass.draw(3);
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

function rgba(hex: string): [number, number, number, number] {
  const [r, g, b] = [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255);
  return [r, g, b, 1];
}
